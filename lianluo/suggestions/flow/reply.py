"""The moves of a written answer inside its unit."""

from lianluo.kernel.flow import Flow, Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.states import ReplyState as R

REPLY = Flow(
    name="reply",
    label=_("答复"),
    states=R,
    start=R.DRAFTING,
    ends=states(R.DELIVERED, R.DISCARDED),
    rows=[
        Move(
            name="to_review",
            label=_("送审"),
            sources=states(R.DRAFTING),
            target=R.REVIEWING,
            allows=policy.may_write_reply,
            tone="go",
        ),
        Move(
            name="approve",
            label=_("审核通过"),
            sources=states(R.REVIEWING),
            target=R.SIGNING,
            allows=policy.may_review_reply,
            tone="go",
        ),
        Move(
            name="sign",
            label=_("签发送达"),
            sources=states(R.DRAFTING, R.REVIEWING, R.SIGNING),
            target=R.DELIVERED,
            allows=policy.may_sign_reply,
            tone="go",
        ),
        Move(
            name="send_back",
            label=_("退回拟稿"),
            sources=states(R.REVIEWING, R.SIGNING),
            target=R.DRAFTING,
            allows=policy.may_review_reply,
        ),
        Move(
            name="discard",
            label=_("作废"),
            sources=states(R.DRAFTING, R.REVIEWING, R.SIGNING),
            target=R.DISCARDED,
            shown=False,
        ),
    ],
)
