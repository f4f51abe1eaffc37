"""All rules in one table, checked while the application starts."""

from collections.abc import Iterable

from lianluo.congress.rules.clocks import CLOCKS
from lianluo.congress.rules.handling import HANDLING
from lianluo.congress.rules.kinds import RuleSpec
from lianluo.congress.rules.lists import LISTS, NUMBERS
from lianluo.congress.rules.ratings import JOINT, RATINGS
from lianluo.congress.rules.replies import REPLIES
from lianluo.congress.rules.system import SYSTEM
from lianluo.kernel.registry import Registry

RULES: Registry[RuleSpec] = Registry("rules")


def declare(specs: Iterable[RuleSpec]) -> None:
    """Add `specs` to the table. Rooms above declare rules of their own in `apps.ready()`."""
    for spec in specs:
        RULES.add(spec.key, spec)


declare((*CLOCKS, *HANDLING, *REPLIES, *RATINGS, *JOINT, *NUMBERS, *LISTS, *SYSTEM))
