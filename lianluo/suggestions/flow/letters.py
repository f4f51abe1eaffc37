"""Letters, and writing anew. Rows of the suggestion's table."""

from lianluo.kernel.flow import Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.states import SuggestionState as S

LETTERS = (
    Move(
        name="letter",
        label=_("作代表来信处理"),
        sources=states(S.REVIEW),
        target=S.LETTER,
        allows=policy.may_review,
        ends_clock=states("review"),
    ),
    Move(
        name="letter_answer",
        label=_("登记来信办理结果"),
        sources=states(S.LETTER),
        target=None,
        allows=policy.may_answer_letter,
    ),
    Move(
        name="rewrite",
        label=_("用这份内容另写一件"),
        sources=states(S.NOT_ACCEPTED, S.REFERENCE, S.LETTER, S.WITHDRAWN),
        target=None,
        allows=policy.may_rewrite,
    ),
)
