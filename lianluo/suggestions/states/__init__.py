"""The words of the room: states, kinds, ratings, each with its label, its tone and how far it stands."""

from lianluo.suggestions.states.assigning import PlanState, RowState
from lianluo.suggestions.states.handling import UNANSWERED, ExtensionState, HandlingState, Mode, ReplyState
from lianluo.suggestions.states.judging import (
    RESTS,
    Outcome,
    PublicAttribute,
    Satisfaction,
    Settled,
    Share,
    option_words,
)
from lianluo.suggestions.states.proposing import Consent, FormedBy, Kind, RaisedBefore
from lianluo.suggestions.states.suggestion import (
    NUMBERED,
    STATE_PROGRESS,
    STATE_TONES,
    UNSUBMITTED,
    SuggestionState,
)

__all__ = [
    "NUMBERED",
    "RESTS",
    "STATE_PROGRESS",
    "STATE_TONES",
    "UNANSWERED",
    "UNSUBMITTED",
    "Consent",
    "ExtensionState",
    "FormedBy",
    "HandlingState",
    "Kind",
    "Mode",
    "Outcome",
    "PlanState",
    "PublicAttribute",
    "RaisedBefore",
    "ReplyState",
    "RowState",
    "Satisfaction",
    "Settled",
    "Share",
    "SuggestionState",
    "option_words",
]
