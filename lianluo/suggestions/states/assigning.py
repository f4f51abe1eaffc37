"""Words of the assignment meeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanState(models.TextChoices):
    """Where an assignment meeting stands."""

    OPEN = "open", _("拟定中")
    CONSULTING = "consulting", _("会商中")
    RUNNING = "running", _("正在交办")
    DONE = "done", _("已交办")
    DROPPED = "dropped", _("已作废")

    @property
    def tone(self) -> str:
        return {"done": "done", "dropped": "off"}.get(str(self), "")

    @property
    def progress(self) -> int:
        return {"open": 20, "consulting": 45, "running": 70, "done": 100}.get(str(self), 0)


class RowOutcome(models.TextChoices):
    """What came of one suggestion of an assignment meeting."""

    WAITING = "waiting", _("待交办")
    DONE = "done", _("已交办")
    FAILED = "failed", _("没有办成")
    LEFT = "left", _("这次不交办")

    @property
    def tone(self) -> str:
        return {"done": "done", "failed": "bad", "left": "off"}.get(str(self), "")

    @property
    def progress(self) -> int:
        return {"done": 100, "waiting": 30}.get(str(self), 0)
