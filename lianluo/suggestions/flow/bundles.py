"""Putting together and taking apart. Rows of the suggestion's table."""

from lianluo.kernel.flow import Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.states import SuggestionState as S

BUNDLES = (
    Move(
        name="assign_along",
        label=_("随主件交办"),
        sources=states(S.ACCEPTED),
        target=S.HANDLING,
        allows=policy.is_assigner,
        ends_clock=states("assign"),
        shown=False,
    ),
    Move(
        name="merge",
        label=_("并案"),
        sources=states(S.ACCEPTED, S.HANDLING),
        target=None,
        allows=policy.may_merge,
    ),
    Move(
        name="unmerge",
        label=_("移出并案"),
        sources=states(S.ACCEPTED, S.HANDLING, S.REPLIED, S.RATED),
        target=None,
        allows=policy.may_unmerge,
    ),
    Move(
        name="rebundle",
        label=_("并案调整"),
        sources=states(S.ACCEPTED, S.HANDLING, S.REPLIED, S.RATED, S.CLOSED),
        target=None,
        shown=False,
    ),
)
