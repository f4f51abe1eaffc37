"""The moves of one text on its way to the public."""

from lianluo.kernel.flow import Flow, Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.states import PublicationState as P

UNPUBLISHED = states(P.REVIEW, P.WITHHELD, P.TAKEN_BACK)
"""From here it may go out; what is out is taken back before it goes out otherwise."""

PUBLICATION = Flow(
    name="publication",
    label=_("公开"),
    states=P,
    start=P.REVIEW,
    ends=states(P.FULL, P.SUMMARY, P.TITLE, P.WITHHELD, P.TAKEN_BACK),
    rows=[
        Move(
            name="edit",
            label=_("修改公开文本"),
            sources=UNPUBLISHED,
            target=None,
            allows=policy.may_review_publication,
        ),
        Move(name="renew", label=_("按改动后的正文重做"), sources=UNPUBLISHED, target=None, shown=False),
        Move(
            name="publish_full",
            label=_("全文公开"),
            sources=UNPUBLISHED,
            target=P.FULL,
            allows=policy.may_publish_text,
            ends_clock=states("publish"),
            tone="go",
        ),
        Move(
            name="publish_summary",
            label=_("摘要公开"),
            sources=UNPUBLISHED,
            target=P.SUMMARY,
            allows=policy.may_publish_text,
            ends_clock=states("publish"),
        ),
        Move(
            name="publish_title",
            label=_("只公开标题"),
            sources=UNPUBLISHED,
            target=P.TITLE,
            allows=policy.may_publish_title,
            ends_clock=states("publish"),
        ),
        Move(
            name="withhold",
            label=_("不公开"),
            sources=states(P.REVIEW, P.TAKEN_BACK),
            target=P.WITHHELD,
            allows=policy.may_review_publication,
            ends_clock=states("publish"),
        ),
        Move(
            name="take_back",
            label=_("撤下"),
            sources=states(P.FULL, P.SUMMARY, P.TITLE),
            target=P.TAKEN_BACK,
            allows=policy.may_review_publication,
            tone="bad",
        ),
        Move(
            name="recount",
            label=_("重新计算期限"),
            sources=states(P.REVIEW),
            target=None,
            shown=False,
        ),
        Move(
            name="lapse",
            label=_("不再公开"),
            sources=states(P.REVIEW, P.FULL, P.SUMMARY, P.TITLE),
            target=P.TAKEN_BACK,
            ends_clock=states("publish"),
            shown=False,
        ),
        Move(
            name="refused",
            label=_("代表不同意公开答复"),
            sources=states(P.REVIEW, P.TITLE, P.WITHHELD, P.TAKEN_BACK),
            target=None,
            shown=False,
        ),
    ],
)
