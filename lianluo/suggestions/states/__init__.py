"""The words of the room: states, kinds, ratings, each with its label, its tone and how far it stands."""

from lianluo.suggestions.states.assigning import PlanState, RowOutcome
from lianluo.suggestions.states.handling import (
    UNANSWERED,
    VOID,
    ExtensionState,
    HandlingState,
    LongerBy,
    Mode,
    ReplyState,
)
from lianluo.suggestions.states.inside import (
    SIGNED,
    UNKEPT,
    WITH,
    Attitude,
    ContactAnswer,
    ContactMethod,
    ContactStage,
    LookBack,
    PromiseState,
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
    "SIGNED",
    "STATE_PROGRESS",
    "STATE_TONES",
    "UNANSWERED",
    "UNKEPT",
    "UNSEEN",
    "UNSUBMITTED",
    "VOID",
    "WITH",
    "Attitude",
    "Consent",
    "ContactAnswer",
    "ContactMethod",
    "ContactStage",
    "ExtensionState",
    "FormedBy",
    "HandlingState",
    "Kind",
    "LongerBy",
    "LookBack",
    "Mode",
    "Outcome",
    "PlanState",
    "PromiseState",
    "PublicAttribute",
    "RaisedBefore",
    "RecountState",
    "ReplyState",
    "RowOutcome",
    "Satisfaction",
    "SignatureState",
    "SuggestionState",
]
