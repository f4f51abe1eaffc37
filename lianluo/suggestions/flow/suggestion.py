"""The moves of a suggestion, from the draft to the archive."""

from lianluo.kernel.flow import Flow, Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.flow.bundles import BUNDLES
from lianluo.suggestions.flow.dividing import DIVIDING
from lianluo.suggestions.flow.judging import JUDGING
from lianluo.suggestions.flow.letters import LETTERS
from lianluo.suggestions.flow.proposing import PROPOSING
from lianluo.suggestions.flow.withdrawal import CONSENT, WITHDRAWAL
from lianluo.suggestions.states import SuggestionState as S

SUGGESTION = Flow(
    name="suggestion",
    label=_("代表建议"),
    states=S,
    start=S.DRAFT,
    ends=states(S.CLOSED, S.ARCHIVED, S.NOT_ACCEPTED, S.REFERENCE, S.LETTER, S.WITHDRAWN),
    rows=[
        *PROPOSING,
        *CONSENT,
        Move(
            name="pass_on",
            label=_("初审通过"),
            sources=states(S.DELEGATION_REVIEW),
            target=S.REVIEW,
            allows=policy.serves_delegation,
            clock="review",
            ends_clock=states("delegation_review"),
            tone="go",
        ),
        Move(
            name="accept",
            label=_("立案编号"),
            sources=states(S.REVIEW),
            target=S.ACCEPTED,
            allows=policy.may_review,
            clock="assign",
            ends_clock=states("review"),
            tone="go",
        ),
        Move(
            name="send_back",
            label=_("退回修改"),
            sources=states(S.DELEGATION_REVIEW, S.REVIEW),
            target=S.RETURNED,
            allows=policy.may_send_back,
            ends_clock=states("delegation_review", "review"),
        ),
        Move(
            name="refer",
            label=_("转为参阅件"),
            sources=states(S.REVIEW),
            target=S.REFERENCE,
            allows=policy.may_review,
            ends_clock=states("review"),
        ),
        *DIVIDING,
        *LETTERS,
        Move(
            name="not_accept",
            label=_("不作建议处理"),
            sources=states(S.REVIEW),
            target=S.NOT_ACCEPTED,
            allows=policy.may_review,
            ends_clock=states("review"),
            tone="bad",
        ),
        Move(
            name="assign",
            label=_("交办"),
            sources=states(S.ACCEPTED),
            target=S.HANDLING,
            allows=policy.may_assign,
            ends_clock=states("assign"),
            tone="go",
        ),
        *BUNDLES,
        Move(name="urge", label=_("催办"), sources=states(S.HANDLING), target=None, allows=policy.is_liaison),
        Move(
            name="instruct",
            label=_("提出督办意见"),
            sources=states(S.ACCEPTED, S.HANDLING, S.REPLIED, S.RATED),
            target=None,
            allows=policy.may_instruct,
        ),
        Move(
            name="question_units",
            label=_("对承办单位提意见"),
            sources=states(S.HANDLING),
            target=None,
            allows=policy.may_question_units,
        ),
        Move(
            name="answer_question",
            label=_("答复对承办单位的意见"),
            sources=states(S.HANDLING, S.REPLIED, S.RATED),
            target=None,
            allows=policy.may_answer_question,
            tone="go",
        ),
        Move(
            name="express",
            label=_("列入直通车"),
            sources=states(S.ACCEPTED, S.HANDLING),
            target=None,
            allows=policy.may_express,
        ),
        Move(
            name="supervise",
            label=_("调整督办委员会"),
            sources=states(S.ACCEPTED, S.HANDLING, S.REPLIED, S.RATED),
            target=None,
            allows=policy.is_liaison,
        ),
        Move(
            name="answer",
            label=_("答复送达"),
            sources=states(S.HANDLING),
            target=S.REPLIED,
            clock="feedback",
            shown=False,
        ),
        *JUDGING,
        Move(
            name="recount",
            label=_("重新计算期限"),
            sources=states(S.DELEGATION_REVIEW, S.REVIEW, S.ACCEPTED, S.HANDLING, S.REPLIED, S.RATED),
            target=None,
            shown=False,
        ),
        *WITHDRAWAL,
    ],
)
