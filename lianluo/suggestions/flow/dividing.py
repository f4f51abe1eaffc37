"""Two matters become two suggestions, and one again. Rows of the suggestion's table."""

from lianluo.kernel.flow import Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.states import SuggestionState as S

BEFORE_UNITS = states(S.REVIEW, S.ACCEPTED)

DIVIDING = (
    Move(
        name="divide",
        label=_("分成两件"),
        sources=BEFORE_UNITS,
        target=None,
        allows=policy.may_divide,
    ),
    Move(
        name="divided_off",
        label=_("由分件而来，待审核"),
        sources=states(S.DRAFT),
        target=S.REVIEW,
        clock="review",
        shown=False,
    ),
    Move(
        name="divided_off_numbered",
        label=_("由分件而来，另给编号"),
        sources=states(S.DRAFT),
        target=S.ACCEPTED,
        clock="assign",
        shown=False,
    ),
    Move(
        name="agree_division",
        label=_("同意分件"),
        sources=BEFORE_UNITS,
        target=None,
        allows=policy.may_answer_division,
        tone="go",
    ),
    Move(
        name="refuse_division",
        label=_("不同意分件"),
        sources=BEFORE_UNITS,
        target=None,
        allows=policy.may_answer_division,
    ),
    Move(
        name="record_division",
        label=_("登记代表同意分件"),
        sources=BEFORE_UNITS,
        target=None,
        allows=policy.may_record_division,
    ),
    Move(
        name="reunite",
        label=_("撤销分件"),
        sources=BEFORE_UNITS,
        target=None,
        allows=policy.may_reunite,
    ),
    Move(
        name="division_answered",
        label=_("分件有了答复"),
        sources=BEFORE_UNITS,
        target=None,
        shown=False,
    ),
    Move(
        name="restored",
        label=_("分件撤销，恢复原文"),
        sources=BEFORE_UNITS,
        target=None,
        shown=False,
    ),
    Move(
        name="reunited",
        label=_("分件撤销，并回原件"),
        sources=BEFORE_UNITS,
        target=S.WITHDRAWN,
        ends_clock=states("review", "assign"),
        shown=False,
    ),
)
