"""The moves of a request for more time."""

from lianluo.kernel.flow import Flow, Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.states import ExtensionState as E

EXTENSION = Flow(
    name="extension",
    label=_("延期申请"),
    states=E,
    start=E.REQUESTED,
    ends=states(E.GRANTED, E.REFUSED),
    rows=[
        Move(
            name="grant",
            label=_("同意延期"),
            sources=states(E.REQUESTED),
            target=E.GRANTED,
            allows=policy.may_decide_extension,
            tone="go",
        ),
        Move(
            name="refuse",
            label=_("不同意延期"),
            sources=states(E.REQUESTED),
            target=E.REFUSED,
            allows=policy.may_decide_extension,
        ),
        Move(
            name="take_effect",
            label=_("延期生效"),
            sources=states(E.REQUESTED),
            target=E.GRANTED,
            shown=False,
        ),
    ],
)
