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
    ends=states(R.DELIVERED, R.DISCARDED, R.RETURNED),
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
            name="bring",
            label=_("上传附件"),
            sources=states(R.DRAFTING, R.REVIEWING, R.SIGNING, R.DELIVERED),
            target=None,
            allows=policy.may_bring_file,
            shown=False,
        ),
        Move(
            name="drop",
            label=_("去掉附件"),
            sources=states(R.DRAFTING),
            target=None,
            allows=policy.may_write_reply,
            shown=False,
        ),
        Move(
            name="mend",
            label=_("退回补正"),
            sources=states(R.DELIVERED),
            target=R.RETURNED,
            shown=False,
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
