"""The four steps of an import, as the bar on its pages."""

from django.utils.translation import gettext as _

from lianluo.exchange.kinds import KINDS
from lianluo.exchange.models import Batch, Stage
from lianluo.ui.parts import Step

AFTER = {Stage.RUNNING, Stage.STOPPED, Stage.DONE, Stage.TAKEN_BACK}


def steps_of(batch: Batch, now: str) -> list[Step]:
    """`now`: map, check or run."""
    order = ["file", "map", "check", "run"]
    here = order.index(now)
    mapped = _("%(all)s 栏，对上 %(n)s 栏") % {"all": len(batch.columns), "n": len(batch.mapping)}
    asks, bad = batch.count("ask"), batch.count("bad")
    wrong = _("%(n)s 处要处理") % {"n": asks + bad} if asks + bad else _("没有问题")
    notes = {
        "file": batch.name,
        "map": mapped,
        "check": wrong if here >= 2 and batch.counts else _("下一步"),
        "run": _("已导入 %(n)s %(unit)s") % {"n": batch.count("made"), "unit": KINDS[batch.kind].unit}
        if batch.stage in AFTER
        else _("查完才能运行"),
    }
    labels = {"file": _("选文件"), "map": _("对栏目"), "check": _("查问题"), "run": _("运行")}
    over = batch.stage in {Stage.DONE, Stage.TAKEN_BACK}
    state = ["done" if n < here or over else "now" if n == here else "" for n in range(4)]
    return [Step(labels[key], notes[key], state[n]) for n, key in enumerate(order)]
