"""Steps of an assignment meeting."""

from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors.told.words import Told, because, carried, changed

PLAN = {
    "begin": Told(_("拟定交办方案，{rows} 件")),
    "change": Told(_("调整{number}"), changed),
    "consult": Told(_("送交办机构会商")),
    "comment": Told(_("{office}对{number}提意见"), because),
    "agree": Told(_("{office}会商一致"), because),
    "carry_out": Told(_("开始交办，{rows} 件")),
    "resume": Told(_("接着交办，{rows} 件")),
    "pause": Told(_("交办了 {done} 件，还有没交办的"), carried),
    "finish": Told(_("交办完成，{done} 件"), carried, tone="now"),
    "drop": Told(_("作废"), because, tone="bad"),
}
