"""A record becomes a plan: people and units found, moments read and put in order, gaps filled and said."""

from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.exchange.kinds import Record, Setting
from lianluo.exchange.values import names
from lianluo.people.models import Seat
from lianluo.suggestions.intake.book import Book
from lianluo.suggestions.intake.cells import Cells
from lianluo.suggestions.intake.parts import Parts
from lianluo.suggestions.intake.plan import Plan
from lianluo.suggestions.intake.text import split, titled, without_title
from lianluo.suggestions.remarks import remarks
from lianluo.suggestions.services import Text
from lianluo.suggestions.states import Consent, FormedBy, RaisedBefore, SuggestionState

S = SuggestionState
TURNED = (S.NOT_ACCEPTED, S.REFERENCE, S.LETTER, S.RETURNED, S.WITHDRAWN)
OUTCOMES = {str(state): str(state.label) for state in TURNED}
LABELS = {
    "formed_by": {str(v): str(label) for v, label in FormedBy.choices},
    "consent": {str(v): str(label) for v, label in Consent.choices},
    "raised_before": {str(v): str(label) for v, label in RaisedBefore.choices},
}
LONGEST = 60_000


def plan_of(record: Record, setting: Setting, book: Book) -> tuple[Plan | None, Cells]:
    """The plan, and everything that is to be said; without a plan the record cannot come in."""
    cells = Cells(record, setting)
    submitted = cells.moment("submitted_at") or book.submitted
    if submitted is None:
        if not record.get("submitted_at"):
            cells.bad("submitted_at", _("没有提出时间。"))
        return None, cells
    on = localdate(submitted)
    lead = _lead(cells, record, book, on)
    text = _text(cells, record, book, on)
    if lead is None or text is None:
        _ask_units(cells, record, book, on)
        return None, cells
    plan = Plan(lead=lead, submitted_at=submitted, text=text, settle=setting.options.get("settle") == "1")
    plan.cosigners = _cosigners(cells, record, book, on, lead)
    _decided(cells, record, plan, book)
    Parts(cells, record, plan, book).read()
    _in_order(cells, plan, setting.at)
    return plan, cells


def _ask_units(cells: Cells, record: Record, book: Book, on: date) -> None:
    """Whoever is asked about the deputy is asked about the units at once, not in a second round."""
    for row in record.rows:
        for field in ("unit", "co_units"):
            for name in names(row.get(field)):
                cells.match("unit", field, name, book.units.find(name, on), book.units.units, row)


def _lead(cells: Cells, record: Record, book: Book, on: date) -> Seat | None:
    name = record.get("lead")
    if not name:
        if book.lead is None:
            cells.bad("lead", _("没有领衔代表；请在表格里写上，或为整个文件指定一位。"))
        return book.lead
    found = book.seats.find(name, on, card=record.get("lead_card"))
    seat: Seat | None = cells.match("deputy", "lead", name, found, book.seats.seats)
    return seat


def _cosigners(cells: Cells, record: Record, book: Book, on: date, lead: Seat) -> list[Seat]:
    seats = []
    for name in names(record.get("cosigners")):
        seat = cells.match("deputy", "cosigners", name, book.seats.find(name, on), book.seats.seats)
        if seat is not None and seat.pk != lead.pk and seat not in seats:
            seats.append(seat)
    return seats


def _text(cells: Cells, record: Record, book: Book, on: date) -> Text | None:
    whole, situation, proposals = record.get("text"), record.get("situation"), record.get("proposals")
    title = titled(record.get("title"), whole)
    if not title:
        cells.bad("title", _("没有标题。"))
    elif len(title) > 200:
        cells.bad("title", _("标题最多 200 字，这里有 {n} 字。"), n=len(title))
    if whole and not proposals:
        before, proposals = split(without_title(title, whole))
        situation = "\n".join(part for part in (situation, before) if part)
    if not proposals:
        cells.bad(
            "proposals" if situation else "text",
            _("没有正文，只有标题。") if not situation else _("只有情况，没有具体建议。"),
        )
    if len(situation) + len(proposals) > LONGEST:
        cells.bad("text", _("正文最多 {n} 字。"), n=LONGEST)
    if not title or not proposals:
        return None
    _strike(cells, title, situation, proposals, whole="text" if whole else "")
    wished = [cells.match("unit", "wished_units", name, book.units.find(name, on), book.units.units)
              for name in names(record.get("wished_units"))]  # fmt: skip
    chosen = {field: cells.choice(field, labels) for field, labels in LABELS.items()}
    return Text(
        title=title,
        situation=situation,
        proposals=proposals,
        formed_by=chosen["formed_by"],
        consent=chosen["consent"] or Consent.FULL,
        raised_before=chosen["raised_before"] or RaisedBefore.NO,
        reply_wanted=cells.flag("reply_wanted", True),
        wished_units=[unit.pk for unit in wished if unit is not None],
    )


def _strike(cells: Cells, title: str, situation: str, proposals: str, *, whole: str) -> None:
    """What a deputy is asked before sending is said of what comes in from a table too: hints, nothing stops at them."""
    for one in remarks(title, situation, proposals):
        if one.found and not one.short:
            field = whole if whole and one.field != "title" else one.field
            cells.say("note", field, _("{said}“{found}”"), said=one.sentence, found=one.found)


def _decided(cells: Cells, record: Record, plan: Plan, book: Book) -> None:
    """What became of it at the gates."""
    plan.passed_at, plan.accepted_at = cells.moment("passed_at"), cells.moment("accepted_at")
    plan.outcome = cells.choice("outcome", OUTCOMES)
    plan.outcome_at = cells.moment("outcome_at")
    plan.outcome_ground, plan.outcome_reason = record.get("outcome_ground"), record.get("outcome_reason")
    plan.letter_to = record.get("letter_to")[:120]
    plan.number = record.get("number")
    if len(plan.number) > 40:
        cells.bad("number", _("编号最多 40 字。"))
    plan.assigned_at, plan.closed_at = cells.moment("assigned_at"), cells.moment("closed_at")
    plan.concluded_at, plan.archived_at = cells.moment("concluded_at"), cells.moment("archived_at")
    plan.archive_number = record.get("archive_number")
    if len(plan.archive_number) > 40:
        cells.bad("archive_number", _("档号最多 40 字。"))
    if topic := record.get("topic"):
        by_label = {label: code for code, label in book.topics.items()}
        plan.topic = topic if topic in book.topics else by_label.get(topic, "")
        if not plan.topic:
            cells.say("note", "topic", _("“{text}”不在内容分类里，分类先空着。"), text=topic[:40])
    if name := record.get("committee"):
        on = localdate(plan.assigned_at or plan.submitted_at)
        plan.committee = cells.match("unit", "committee", name, book.units.find(name, on), book.units.units)


def _in_order(cells: Cells, plan: Plan, now: datetime) -> None:
    """No step before the one that it follows, and none in the future."""
    steps: list[tuple[str, datetime | None]] = [("submitted_at", plan.submitted_at)]
    steps += [
        ("passed_at", plan.passed_at),
        ("accepted_at", plan.accepted_at),
        ("outcome_at", plan.outcome_at),
    ]
    steps += [("assigned_at", plan.assigned_at)]
    first = [answer.at for answer, _part in plan.answers if answer.round == 1]
    steps += [("delivered_at", min(first))] if first else []
    steps += [("concluded_at", plan.concluded_at), ("closed_at", plan.closed_at)]
    steps += [("archived_at", plan.archived_at)]
    last = plan.submitted_at
    for field, moment in steps:
        if moment is None:
            continue
        if moment < last:
            cells.bad(field, _("时间早于它前面的一步，请核对。"))
        if moment > now:
            cells.bad(field, _("时间还没有到，请核对。"))
        last = max(last, moment)
