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
from lianluo.suggestions.states.judging import PublicAttribute, Satisfaction
from lianluo.suggestions.states.proposing import (
    DROPPED,
    FORM,
    Consent,
    FormedBy,
    Kind,
    RaisedBefore,
    SignatureState,
)
from lianluo.suggestions.states.publishing import (
    OUT,
    WITH_TEXT,
    PublicationKind,
    PublicationState,
    PublicLevel,
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
    "OUT",
    "STATE_PROGRESS",
    "STATE_TONES",
    "UNANSWERED",
    "UNSEEN",
    "UNSUBMITTED",
    "WITH_TEXT",
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
    "PublicLevel",
    "PublicationKind",
    "PublicationState",
    "RaisedBefore",
    "RecountState",
    "ReplyState",
    "RowOutcome",
    "Satisfaction",
    "SignatureState",
    "SuggestionState",
]
