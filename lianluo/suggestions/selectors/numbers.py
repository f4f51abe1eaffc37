"""编号登记簿: every series of numbers with what was given out, what comes next, and where one is missing (2-domain 1.7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lianluo.congress.models import Counter, Session, Term
from lianluo.congress.rules import RuleBook
from lianluo.kernel.memo import once
from lianluo.kernel.numbering import format_number
from lianluo.people.actor import Actor
from lianluo.suggestions.models import GapNote, Suggestion
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.states import SuggestionState
from lianluo.trail.models import Event

ROOM = "suggestion:"
UNCOUNTED = ""
"""The key of what carries a number that no series here gave out: taken over from elsewhere."""


@dataclass(frozen=True, kw_only=True)
class Series:
    """One run of numbers. `gone` counts those that were withdrawn; `missing` are numbers that no suggestion has,
    `noted` the runs of which a note tells."""

    key: str
    label: str
    count: int
    first: str
    last: str
    next: str
    gone: int
    missing: Sequence[int]
    noted: Sequence[tuple[int, int]] = ()

    @property
    def unexplained(self) -> int:
        """How many of the missing numbers no note tells of."""
        return sum(not any(first <= one <= last for first, last in self.noted) for one in self.missing)

    @property
    def missing_words(self) -> str:
        """3–5、9: runs of missing numbers."""
        return "、".join(run_words(first, last) for first, last in runs(self.missing))


def runs(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    """[3, 4, 5, 9] → (3, 5), (9, 9)."""
    start = before = None
    for number in numbers:
        if start is None or before is None:
            start = number
        elif number != before + 1:
            yield start, before
            start = number
        before = number
    if start is not None and before is not None:
        yield start, before


def run_words(first: int, last: int) -> str:
    """3–5, or 9 alone."""
    return str(first) if first == last else f"{first}–{last}"


def every_series(actor: Actor, at: datetime) -> list[Series]:
    """The congress's series, the latest first. Three queries, whatever the number of suggestions; asked once a page."""
    return once(("series of numbers", actor.congress.pk), lambda: _every_series(actor, at))


def _every_series(actor: Actor, at: datetime) -> list[Series]:
    found = Suggestion.objects.within(actor.scope).numbered().order_by().values("series")
    rows = {
        row["series"]: row
        for row in found.annotate(
            n=Count("pk"),
            gone=Count("pk", filter=Q(state=SuggestionState.WITHDRAWN)),
            given=ArrayAgg("series_no", filter=Q(series_no__isnull=False), order_by="series_no", default=[]),
            said=ArrayAgg("number", order_by=(F("series_no").asc(nulls_last=True), "number")),
        )
    }
    counters = Counter.objects.within(actor.scope).filter(series__startswith=ROOM)
    ranges = GapNote.objects.within(actor.scope).filter(
        congress=OuterRef("congress"), series=OuterRef("series")
    )
    noted = ArraySubquery(ranges.order_by("pk").values(row=JSONObject(first="first", last="last")))
    values = {one.series: one for one in counters.annotate(noted=noted)}
    names = _Names(actor, at)
    keys = sorted({*rows, *values}, key=lambda key: (key != UNCOUNTED, key), reverse=True)
    return [_series(key, rows.get(key), values.get(key), names) for key in keys]


def _series(key: str, row: dict[str, Any] | None, counter: Any, names: "_Names") -> Series:
    value = counter.value if counter else 0
    given = row["given"] if row else []
    said = row["said"] if row else []
    return Series(
        key=key,
        label=names.label(key),
        count=row["n"] if row else 0,
        first=said[0] if said else "",
        last=said[-1] if said else "",
        next=names.written(key, value + 1) if key else "",
        gone=row["gone"] if row else 0,
        missing=sorted(set(range(1, value + 1)) - set(given)),
        noted=[(one["first"], one["last"]) for one in counter.noted] if counter else (),
    )


class _Names:
    """What the keys of series stand for, read in one query: every term with its sessions beside it."""

    def __init__(self, actor: Actor, at: datetime) -> None:
        rows = Term.objects.within(actor.scope).select_related("congress").order_by("starts_on")
        self.terms: dict[int, Term] = {}
        self.sessions: dict[int, Session] = {}
        for term in rows.annotate(session_pk=F("sessions__pk"), session_number=F("sessions__number")):
            self.terms[term.pk] = term
            if term.session_pk:
                held = Session(
                    pk=term.session_pk, number=term.session_number, term=term, congress=term.congress
                )
                self.sessions[held.pk] = held
        self.day = localdate(at)
        self.book = RuleBook(actor.congress, self.day)

    def label(self, key: str) -> str:
        if not key:
            return _("由别处带来的编号")
        kind, pk = key.removeprefix(ROOM).split(":")
        if kind == "session":
            return str(self.sessions.get(int(pk), pk))
        if kind == "after":
            return str(_("%s闭幕以后") % self.sessions.get(int(pk), pk))
        if kind == "term":
            return str(_("%s闭会期间") % self.terms.get(int(pk), pk))
        return _("%s年闭会期间") % pk

    def written(self, key: str, seq: int) -> str:
        """How number `seq` of the series would be written by today's pattern."""
        kind, pk = key.removeprefix(ROOM).split(":")
        session = self.sessions.get(int(pk)) if kind in ("session", "after") else None
        term = session.term if session else self.terms.get(int(pk)) if kind == "term" else self._running()
        pattern = self.book.text("number.session" if kind == "session" else "number.recess")
        return format_number(
            pattern,
            seq=seq,
            term=term.number if term else "",
            session=session.number if session else "",
            year=pk if kind == "year" else self.day.year,
        )

    def _running(self) -> Term | None:
        begun = [one for one in self.terms.values() if one.starts_on <= self.day]
        return begun[-1] if begun else None


def registered(actor: Actor) -> Any:
    """The numbered suggestions that the actor may see, for the register."""
    return visible(actor).numbered().with_people().select_related("merged_into")


def explain(rows: Sequence[Any], actor: Actor) -> None:
    """Say of each row why its number is no longer in use. One query for a whole page."""
    gone = [row.pk for row in rows if row.state == SuggestionState.WITHDRAWN]
    events = Event.objects.within(actor.scope).filter(
        case_type="suggestion", case_id__in=gone, move__in=("withdraw", "reunited")
    )
    reasons = {event.case_id: event.facts.get("reason", "") for event in events}
    for row in rows:
        row.remark = _remark(row, reasons)


def _remark(row: Any, reasons: dict[int, str]) -> str:
    if row.pk in reasons:
        said = reasons[row.pk]
        return _("已撤回，编号不再使用：%s") % said if said else _("已撤回，编号不再使用")
    if row.merged_into:
        return str(_("并入%s") % row.merged_into.number_words)
    return ""


def series_choices(actor: Actor, at: datetime) -> list[tuple[str, str]]:
    """For the filter of the register."""
    return [(one.key, one.label) for one in every_series(actor, at) if one.key]
