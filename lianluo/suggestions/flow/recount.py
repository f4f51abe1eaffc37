"""The moves of a recount of deadlines: prepared, decided by the head, carried out by a job."""

from lianluo.kernel.flow import Flow, Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.states import RecountState as R

RECOUNT = Flow(
    name="recount",
    label=_("期限重算"),
    states=R,
    start=R.OPEN,
    ends=states(R.DONE, R.DISCARDED),
    rows=[
        Move(
            name="approve",
            label=_("核准重算"),
            sources=states(R.OPEN),
            target=R.APPLYING,
            allows=policy.may_decide_recount,
            tone="go",
        ),
        Move(
            name="resume",
            label=_("接着重算"),
            sources=states(R.APPLYING),
            target=None,
            allows=policy.may_decide_recount,
            tone="go",
        ),
        Move(
            name="discard",
            label=_("全部不改"),
            sources=states(R.OPEN),
            target=R.DISCARDED,
            allows=policy.may_decide_recount,
            tone="bad",
        ),
        Move(name="replace", label=_("重新测算"), sources=states(R.OPEN), target=R.DISCARDED, shown=False),
        Move(name="finish", label=_("重算完成"), sources=states(R.APPLYING), target=R.DONE, shown=False),
    ],
)
