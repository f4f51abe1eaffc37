"""The moves of an assignment meeting: drawn up, discussed with the dispatching offices, carried out."""

from lianluo.kernel.flow import Flow, Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.states import PlanState as P

PLAN = Flow(
    name="plan",
    label=_("交办方案"),
    states=P,
    start=P.OPEN,
    ends=states(P.DONE, P.DROPPED),
    rows=[
        Move(
            name="change",
            label=_("调整"),
            sources=states(P.OPEN, P.CONSULTING),
            target=None,
            allows=policy.may_plan,
        ),
        Move(
            name="consult",
            label=_("送交办机构会商"),
            sources=states(P.OPEN),
            target=P.CONSULTING,
            allows=policy.may_plan,
        ),
        Move(
            name="comment",
            label=_("提意见"),
            sources=states(P.CONSULTING),
            target=None,
            allows=policy.may_consult,
        ),
        Move(
            name="agree",
            label=_("会商一致"),
            sources=states(P.CONSULTING),
            target=None,
            allows=policy.may_consult,
            tone="go",
        ),
        Move(
            name="carry_out",
            label=_("开始交办"),
            sources=states(P.OPEN, P.CONSULTING),
            target=P.RUNNING,
            allows=policy.may_plan,
            tone="go",
        ),
        Move(
            name="resume",
            label=_("接着交办"),
            sources=states(P.RUNNING),
            target=None,
            allows=policy.may_plan,
            tone="go",
        ),
        Move(
            name="pause",
            label=_("还有没交办的，回到拟定"),
            sources=states(P.RUNNING),
            target=P.OPEN,
            shown=False,
        ),
        Move(name="finish", label=_("交办完成"), sources=states(P.RUNNING), target=P.DONE, shown=False),
        Move(
            name="drop",
            label=_("作废"),
            sources=states(P.OPEN, P.CONSULTING),
            target=P.DROPPED,
            allows=policy.may_plan,
            tone="bad",
        ),
    ],
)
