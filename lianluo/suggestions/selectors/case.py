"""One suggestion as its page shows it: gathered in few queries, whatever its history."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from lianluo.congress.rules import RuleBook
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import (
    CoSignature,
    Extension,
    Handling,
    Objection,
    Rating,
    Receipt,
    Reply,
    Suggestion,
)
from lianluo.suggestions.selectors import bundles, papers, publishing, talks, unit_names
from lianluo.suggestions.selectors.rounds import After, Judgement, after_rounds, beside_rounds, judgement
from lianluo.suggestions.selectors.shapes import ASKED, CLOCK, FILE, OBJECTED, RATING, REPLY, SIGNER
from lianluo.suggestions.selectors.signers import Signer, signer
from lianluo.suggestions.selectors.veil import OPEN, Veil, veil_of
from lianluo.suggestions.selectors.visible import known
from lianluo.suggestions.selectors.wishes import wishes_of
from lianluo.suggestions.states import (
    DROPPED,
    ExtensionState,
    HandlingState,
    Mode,
    ReplyState,
    SignatureState,
)
from lianluo.trail.models import Attachment, Clock


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A delivered reply or co-handler's opinion."""

    id: int
    handling: Handling
    round: int
    reply_class: str
    class_label: str
    document_number: str
    body: str
    signer_name: str
    delivered_at: datetime
    explanation: str = ""
    files: Sequence[dict[str, Any]] = ()
    promises: Sequence[talks.PromiseLine] = ()

    @property
    def unit(self) -> str:
        """As it was called when it answered."""
        return unit_names.short_name_at(self.handling, self.delivered_at)


@dataclass(frozen=True)
class Round:
    """The answers of one round, what the deputies said to them, and what was done where that was not enough."""

    number: int
    answers: Sequence[Answer]
    ratings: Sequence[Judgement]
    after: Sequence[After] = ()


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """Everything of one suggestion that its page needs and that needs the database."""

    suggestion: Suggestion
    handlings: Sequence[Handling]
    clocks: Sequence[Clock]
    rounds: Sequence[Round]
    opinions: Sequence[Answer]
    signers: Sequence[Signer]
    attachments: Sequence[dict[str, Any]]
    wished: Sequence[str]
    book: RuleBook
    topic: str = ""
    withheld: int = 0
    veil: Veil = OPEN
    origin_open: bool = False

    @property
    def live(self) -> list[Handling]:
        return [one for one in self.handlings if one.state != HandlingState.CANCELLED]

    @property
    def co_signers(self) -> list[Signer]:
        """Those who confirmed, without the lead."""
        return [one for one in self.signers if one.confirmed and one.seat != self.suggestion.lead_id]

    @property
    def by_delegation(self) -> list[tuple[str, str]]:
        """The co-signers, one line a delegation: twenty names are read at a glance."""
        found: dict[str, list[str]] = {}
        for one in self.co_signers:
            found.setdefault(one.delegation, []).append(one.name)
        return [(place, "、".join(names)) for place, names in found.items()]

    def named(self, state: SignatureState) -> str:
        return "、".join(one.name for one in self.signers if one.standing == state)

    @property
    def waiting(self) -> str:
        """Who was asked and has not answered: those who write and sign know it, nobody else."""
        return self.named(SignatureState.INVITED) if self.suggestion.invited_ids else ""

    @property
    def gone(self) -> str:
        return self.named(SignatureState.WITHDRAWN)

    @property
    def origin(self) -> Suggestion | None:
        """What it was made from, for whoever may see that too."""
        return self.suggestion.origin if self.origin_open else None

    def clock(self, kind: str) -> Clock | None:
        return next((one for one in self.clocks if one.kind == kind and one.stopped_at is None), None)


@dataclass
class _Gathered:
    answers: list[Answer] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)


def case_file(rows: Any, pk: int, actor: Actor, at: datetime) -> CaseFile | None:
    """The suggestion `pk` among `rows` (what the actor may see), or None. Three queries."""
    suggestion = (
        rows.with_people()
        .select_related("origin")
        .annotate(**_beside_suggestion(), **bundles.annotations(actor))
        .filter(pk=pk)
        .first()
    )
    if suggestion is None:
        return None
    known([suggestion], actor)
    book = RuleBook(suggestion.congress, timezone.localtime(at).date())
    handlings = list(_handlings(actor, suggestion))
    veil = veil_of(suggestion, [row["name"] for row in suggestion.signed])
    gathered = _gather(suggestion, handlings, book, veil)
    for one in handlings:
        if one.extension and not policy.may_read_talk_files(actor, one):
            one.extension.proof_id = None
    files = [row for row in suggestion.files if policy.may_read_file(actor, suggestion, row["kind"])]
    deputies = [one for one in gathered.answers if one.handling.role.answers_deputy]
    return CaseFile(
        suggestion=suggestion,
        handlings=handlings,
        clocks=sorted(gathered.clocks, key=lambda one: (one.stopped_at is not None, one.due_on)),
        rounds=_rounds(
            deputies,
            [judgement(row, veil, {one.pk: one for one in handlings}) for row in suggestion.rated],
            after_rounds(suggestion, veil),
        ),
        opinions=[one for one in gathered.answers if one.handling.mode == Mode.CO],
        signers=[signer(row) for row in suggestion.signed],
        attachments=files,
        withheld=len(suggestion.files) - len(files),
        veil=veil,
        origin_open=bool(suggestion.origin and policy.may_see(actor, suggestion.origin)),
        wished=suggestion.wishes,
        book=book,
        topic=next((row.label for row in book.topics() if row.code == suggestion.topic), suggestion.topic),
    )


def _beside_suggestion() -> dict[str, Any]:
    """Small rows that come along with the suggestion in one query."""
    mine = OuterRef("pk")
    why = "rows of a suggestion that is itself in scope"
    return {
        "signed": ArraySubquery(
            CoSignature.objects.everywhere(why).filter(suggestion=mine).order_by("pk").values(row=SIGNER)
        ),
        "rated": ArraySubquery(
            Rating.objects.everywhere(why)
            .filter(suggestion=mine, replaced_at=None)
            .order_by("pk")
            .values(row=RATING)
        ),
        **beside_rounds(mine),
        "files": ArraySubquery(
            Attachment.objects.everywhere(why)
            .filter(case_type="suggestion", case_id=mine)
            .exclude(kind=DROPPED)
            .order_by("pk")
            .values(row=FILE)
        ),
        "wishes": wishes_of(),
        "timed": _clocks_of("suggestion"),
        "publishing": publishing.beside_suggestion(),
    }


def _clocks_of(case_type: str) -> ArraySubquery:
    rows = Clock.objects.everywhere("clocks of a case that is itself in scope")
    return ArraySubquery(
        rows.filter(case_type=case_type, case_id=OuterRef("pk")).order_by("pk").values(row=CLOCK)
    )


def _handlings(actor: Actor, suggestion: Suggestion) -> Any:
    why, mine = "rows of a handling that is itself in scope", OuterRef("pk")
    answers = Reply.objects.everywhere(why).filter(handling=mine, state=ReplyState.DELIVERED)
    asked = Extension.objects.everywhere(why).filter(handling=mine, state=ExtensionState.REQUESTED)
    objected = Objection.objects.everywhere(why).filter(handling=mine, decided_at=None)
    return (
        Handling.objects.within(actor.scope)
        .filter(suggestion=suggestion)
        .select_related("unit", "congress", "handler")
        .annotate(
            answered=ArraySubquery(answers.order_by("pk").values(row=REPLY)),
            asked=ArraySubquery(asked.order_by("pk").values(row=ASKED)),
            objected=ArraySubquery(objected.order_by("pk").values(row=OBJECTED)),
            timed=_clocks_of("handling"),
            **(papers.beside_handling() | talks.beside_handling() | unit_names.beside_handling()),
            received=Exists(Receipt.objects.everywhere(why).filter(handling=mine)),
        )
        .order_by("pk")
    )


def _gather(suggestion: Any, handlings: Sequence[Any], book: RuleBook, veil: Veil) -> _Gathered:
    found = _Gathered(clocks=[_clock(row, None) for row in suggestion.timed])
    labels = {row.code: row.label for row in book.answer_classes()}
    for handling in handlings:
        handling.suggestion = suggestion
        handling.extension = next((_extension(row, handling) for row in veil.all(handling.asked)), None)
        found.clocks += [_clock(row, handling) for row in handling.timed]
        found.answers += [_answer(row, handling, labels) for row in handling.answered]
    return found


def _moment(text: str | None) -> datetime | None:
    return parse_datetime(text) if text else None


def _day(text: str | None) -> date | None:
    return parse_date(text) if text else None


def _answer(row: dict[str, Any], handling: Handling, labels: dict[str, str]) -> Answer:
    delivered = _moment(row["delivered_at"]) or handling.assigned_at
    label = labels.get(row["reply_class"], "")
    beside: dict[str, Any] = {
        "files": [one for one in handling.reply_files if one["case"] == row["id"]],  # type: ignore[attr-defined]
        "promises": [one for one in talks.promises(handling) if one.reply == row["id"]],
    }
    return Answer(**row | {"handling": handling, "delivered_at": delivered, "class_label": label} | beside)


def _extension(row: dict[str, Any], handling: Handling) -> Extension:
    row = dict(row)
    proof_name, _unit = row.pop("proof_name"), row.pop("unit")
    days = {name: _day(row[name]) for name in ("until", "told_on")}
    extension = Extension(**row | days | {"handling": handling, "congress": handling.congress})
    extension.proof_name = proof_name  # type: ignore[attr-defined]
    return extension


def _clock(row: dict[str, Any], handling: Handling | None) -> Clock:
    days = {name: _day(row[name]) for name in ("started_on", "statutory_on", "due_on", "hard_on")}
    clock = Clock(**row | days | {"stopped_at": _moment(row["stopped_at"])})
    clock.handling = handling  # type: ignore[attr-defined]
    return clock


def _rounds(
    answers: Sequence[Answer], ratings: Sequence[Judgement], after: dict[int, list[After]]
) -> list[Round]:
    """Newest first."""
    numbers = {one.round for one in answers} | {one.round for one in ratings} | after.keys()
    return [
        Round(n, [one for one in answers if one.round == n], _worst_first(ratings, n), after.get(n, ()))
        for n in sorted(numbers, reverse=True)
    ]


def _worst_first(ratings: Sequence[Judgement], number: int) -> list[Judgement]:
    """Dissatisfaction is read first."""
    return sorted((one for one in ratings if one.round == number), key=lambda one: not one.redo)
