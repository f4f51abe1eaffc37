"""How every step is told, one table a machine."""

from lianluo.suggestions.selectors.told.extension import EXTENSION
from lianluo.suggestions.selectors.told.handling import HANDLING
from lianluo.suggestions.selectors.told.plan import PLAN
from lianluo.suggestions.selectors.told.promise import PROMISE
from lianluo.suggestions.selectors.told.publication import PUBLICATION
from lianluo.suggestions.selectors.told.recount import RECOUNT
from lianluo.suggestions.selectors.told.reply import REPLY
from lianluo.suggestions.selectors.told.suggestion import SUGGESTION
from lianluo.suggestions.selectors.told.words import Told

TABLES = {
    "suggestion": SUGGESTION,
    "handling": HANDLING,
    "reply": REPLY,
    "extension": EXTENSION,
    "publication": PUBLICATION,
    "plan": PLAN,
    "promise": PROMISE,
    "recount": RECOUNT,
}
"""Kind of case → how its steps are told."""


def told(case_type: str, move: str) -> Told:
    return TABLES[case_type].get(move, Told())


__all__ = ["TABLES", "Told", "told"]
