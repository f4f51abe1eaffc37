"""The tables of moves, one file a machine: the suggestion, one handling per unit, and the short ones beside them."""

from lianluo.suggestions.flow.extension import EXTENSION
from lianluo.suggestions.flow.handling import HANDLING
from lianluo.suggestions.flow.plan import PLAN
from lianluo.suggestions.flow.promise import PROMISE
from lianluo.suggestions.flow.publication import PUBLICATION
from lianluo.suggestions.flow.recount import RECOUNT
from lianluo.suggestions.flow.reply import REPLY
from lianluo.suggestions.flow.suggestion import SUGGESTION

__all__ = ["EXTENSION", "HANDLING", "PLAN", "PROMISE", "PUBLICATION", "RECOUNT", "REPLY", "SUGGESTION"]
