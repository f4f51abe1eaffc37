"""The moves of something promised in a reply (2-domain 1.6, 1.12)."""

from lianluo.kernel.flow import Flow, Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.states import PromiseState as P

PROMISE = Flow(
    name="promise",
    label=_("承诺"),
    states=P,
    start=P.OPEN,
    ends=states(P.DONE, P.CHANGED),
    rows=[
        Move(
            name="report",
            label=_("通报进展"),
            sources=states(P.OPEN, P.CARRIED),
            target=None,
            allows=policy.may_keep_promise,
            clock="promise_rating",
            tone="go",
        ),
        Move(
            name="keep",
            label=_("落实完成"),
            sources=states(P.OPEN, P.CARRIED),
            target=P.DONE,
            allows=policy.may_keep_promise,
            clock="promise_rating",
        ),
        Move(
            name="carry_on",
            label=_("结转到新的期限"),
            sources=states(P.OPEN, P.CARRIED),
            target=P.CARRIED,
            allows=policy.may_change_promise,
        ),
        Move(
            name="change",
            label=_("调整承诺"),
            sources=states(P.OPEN, P.CARRIED),
            target=P.CHANGED,
            allows=policy.may_change_promise,
            clock="promise_rating",
        ),
        Move(
            name="rate_promise",
            label=_("评价落实情况"),
            sources=states(P.OPEN, P.CARRIED, P.DONE, P.CHANGED),
            target=None,
            allows=policy.may_rate_promise,
            ends_clock=states("promise_rating"),
        ),
        Move(
            name="look_back",
            label=_("登记回头看"),
            sources=states(P.OPEN, P.CARRIED, P.DONE, P.CHANGED),
            target=None,
            allows=policy.may_look_back,
        ),
        Move(
            name="inherit",
            label=_("由承接单位继续落实"),
            sources=states(P.OPEN, P.CARRIED),
            target=None,
            shown=False,
        ),
    ],
)
