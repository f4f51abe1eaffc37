"""The whole life of a suggestion as a row tells it, with seats, units and moments found."""

from dataclasses import dataclass, field
from datetime import datetime

from lianluo.congress.models import Unit
from lianluo.people.models import Seat
from lianluo.suggestions.services import Answer, Text
from lianluo.suggestions.states import Mode


@dataclass
class AnswerPlan:
    """A reply of one round."""

    round: int
    at: datetime
    answer: Answer


@dataclass
class PartPlan:
    """One unit's part."""

    unit: Unit
    mode: Mode
    part: str = ""
    dispatched_at: datetime | None = None
    signed_at: datetime | None = None
    answers: list[AnswerPlan] = field(default_factory=list)


@dataclass
class RatingPlan:
    """One judgement."""

    round: int
    seat: Seat
    attitude: str
    result: str
    comment: str
    at: datetime
    unit: Unit | None = None
    publish_agreed: bool = True


@dataclass
class ReworkPlan:
    """Back to the units, as round `round`."""

    round: int
    at: datetime
    note: str


@dataclass
class Plan:
    """From the draft to the archive, as far as the row goes."""

    lead: Seat
    submitted_at: datetime
    text: Text
    number: str = ""
    topic: str = ""
    cosigners: list[Seat] = field(default_factory=list)
    passed_at: datetime | None = None
    outcome: str = ""
    outcome_at: datetime | None = None
    outcome_ground: str = ""
    outcome_reason: str = ""
    accepted_at: datetime | None = None
    assigned_at: datetime | None = None
    committee: Unit | None = None
    parts: list[PartPlan] = field(default_factory=list)
    reworks: list[ReworkPlan] = field(default_factory=list)
    ratings: list[RatingPlan] = field(default_factory=list)
    concluded_at: datetime | None = None
    closed_at: datetime | None = None
    archived_at: datetime | None = None
    archive_number: str = ""
    settle: bool = False

    @property
    def answers(self) -> list[tuple[AnswerPlan, PartPlan]]:
        """All replies in the order of their moments."""
        found = [(answer, part) for part in self.parts for answer in part.answers]
        return sorted(found, key=lambda one: (one[0].round, one[0].at))
