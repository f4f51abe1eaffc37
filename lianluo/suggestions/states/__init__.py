"""The words of the room: states, kinds, ratings, each with its label, its tone and how far it stands."""

from lianluo.suggestions.states.assigning import PlanState, RowOutcome
from lianluo.suggestions.states.handling import (
    UNANSWERED,
    ExtensionState,
    HandlingState,
    LongerBy,
    Mode,
    ReplyState,
)
from lianluo.suggestions.states.judging import (
    RESTS,
    PublicAttribute,
    Satisfaction,
    Settled,
    Share,
    TriageOutcome,
    option_words,
)
from lianluo.suggestions.states.proposing import (
    DROPPED,
    FORM,
    Consent,
    FormedBy,
    Kind,
    RaisedBefore,
    SignatureState,
)
from lianluo.suggestions.states.recount import Outcome, RecountState
from lianluo.suggestions.states.suggestion import (
    NO_SUGGESTION,
    NUMBERED,
    STATE_PROGRESS,
    STATE_TONES,
    UNSEEN,
    UNSUBMITTED,
    SuggestionState,
)

__all__ = [
    "DROPPED",
    "FORM",
    "NO_SUGGESTION",
    "NUMBERED",
    "RESTS",
    "STATE_PROGRESS",
    "STATE_TONES",
    "UNANSWERED",
    "UNSEEN",
    "UNSUBMITTED",
    "Consent",
    "ExtensionState",
    "FormedBy",
    "HandlingState",
    "Kind",
    "LongerBy",
    "Mode",
    "Outcome",
    "PlanState",
    "PublicAttribute",
    "RaisedBefore",
    "RecountState",
    "ReplyState",
    "RowOutcome",
    "Satisfaction",
    "Settled",
    "Share",
    "SignatureState",
    "SuggestionState",
    "TriageOutcome",
    "option_words",
]
