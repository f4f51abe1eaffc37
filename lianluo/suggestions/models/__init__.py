from lianluo.suggestions.models.assigning import AssignmentPlan, PlanRow, Receipt, UnitQuestion
from lianluo.suggestions.models.dividing import Division
from lianluo.suggestions.models.gaps import GapNote
from lianluo.suggestions.models.handlings import Extension, Handling, Objection, Reply
from lianluo.suggestions.models.inside import Contact, ProgressNote
from lianluo.suggestions.models.judging import Assessment, Meeting, Rating, Triage
from lianluo.suggestions.models.promises import Promise, PromiseRating, PromiseStep
from lianluo.suggestions.models.publishing import Publication
from lianluo.suggestions.models.recounts import Recount, RecountRow
from lianluo.suggestions.models.signatures import CoSignature, Discussion
from lianluo.suggestions.models.suggestions import Revision, Suggestion
from lianluo.suggestions.models.warned import Warned

__all__ = [
    "Assessment",
    "AssignmentPlan",
    "CoSignature",
    "Contact",
    "Discussion",
    "Division",
    "Extension",
    "GapNote",
    "Handling",
    "Meeting",
    "Objection",
    "PlanRow",
    "ProgressNote",
    "Promise",
    "PromiseRating",
    "PromiseStep",
    "Publication",
    "Rating",
    "Receipt",
    "Recount",
    "RecountRow",
    "Reply",
    "Revision",
    "Suggestion",
    "Triage",
    "UnitQuestion",
    "Warned",
]
