"""The part of a record that may stand several times: units, replies, ratings."""

from datetime import datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Unit
from lianluo.exchange.kinds import NOTE, Record, Row
from lianluo.exchange.values import names
from lianluo.suggestions.intake.book import Book
from lianluo.suggestions.intake.cells import Cells
from lianluo.suggestions.intake.plan import AnswerPlan, PartPlan, Plan, RatingPlan, ReworkPlan
from lianluo.suggestions.services import Answer, Task, judge_tasks
from lianluo.suggestions.states import Mode, PublicAttribute, option_words

MODES = {str(v): str(label) for v, label in Mode.choices}
PUBLIC = {str(v): str(label) for v, label in PublicAttribute.choices}
NO_NUMBER = "原件无文号"


class Parts:
    """Reads the rows of one record into the parts of its plan."""

    def __init__(self, cells: Cells, record: Record, plan: Plan, book: Book) -> None:
        self.cells, self.record, self.plan, self.book = cells, record, plan, book
        self.by_unit: dict[int, PartPlan] = {}
        self.asked: dict[int, str] = {}
        self.on = localdate(plan.assigned_at or plan.submitted_at)

    def read(self) -> None:
        for row in self.record.rows:
            part = self._part(row)
            if part is not None:
                self._answer(row, part)
            self._rating(row)
            self._rework(row)
        self.plan.parts = list(self.by_unit.values())
        self._modes()
        self._gaps()

    def _part(self, row: Row) -> PartPlan | None:
        """The unit of the row; more units in a cell, and co-handlers beside them, are parts too."""
        found: PartPlan | None = None
        for name in names(row.get("unit")):
            unit = self._unit("unit", name, row)
            if unit is not None:
                part = self._add(unit, row, self.cells.choice("mode", MODES, row))
                found = found or part
        if not row.get("unit") and self.book.unit is not None and row is self.record.first:
            found = self._add(self.book.unit, row, "")
        for name in names(row.get("co_units")):
            unit = self._unit("co_units", name, row)
            if unit is not None:
                self._add(unit, row, Mode.CO)
        if found is None and row.get("reply") and not row.get("unit"):
            self.cells.bad("unit", _("有答复内容，但没有写承办单位。"), row)
        return found

    def _unit(self, field: str, name: str, row: Row) -> Unit | None:
        unit: Unit | None = self.cells.match(
            "unit", field, name, self.book.units.find(name, self.on), self.book.units.units, row
        )
        return unit

    def _add(self, unit: Unit, row: Row, mode: str) -> PartPlan:
        part = self.by_unit.setdefault(unit.pk, PartPlan(unit, Mode.SOLE, row.get("part")))
        self.asked.setdefault(unit.pk, mode)
        part.dispatched_at = part.dispatched_at or self.cells.moment("dispatched_at", row)
        part.signed_at = part.signed_at or self.cells.moment("signed_at", row)
        return part

    def _modes(self) -> None:
        """As written; where nothing is written, one is sole, and of several the first leads."""
        plain = [key for key, mode in self.asked.items() if not mode]
        for n, (key, part) in enumerate(self.by_unit.items()):
            alone = len(self.by_unit) == 1
            default = Mode.SOLE if alone else Mode.LEAD if n == 0 and plain else Mode.CO
            part.mode = Mode(self.asked[key]) if self.asked[key] else default
        tasks = [Task(unit=part.unit, mode=part.mode) for part in self.plan.parts]
        if tasks and not (verdict := judge_tasks(tasks, self.on)):
            self.cells.bad("unit", verdict.reason)

    def _round(self, row: Row, field: str) -> int:
        text = row.get(field) or "1"
        if not text.isdigit() or not 1 <= int(text) <= 9:
            self.cells.bad(field, _("轮次请写 1 到 9 的整数。"), row)
            return 1
        return int(text)

    def _answer(self, row: Row, part: PartPlan) -> None:
        if not row.get("reply"):
            if row.get("delivered_at"):
                self.cells.bad("reply", _("有答复时间，但没有答复内容。"), row)
            return
        at = self.cells.moment("delivered_at", row)
        if at is None:
            if not row.get("delivered_at"):
                self.cells.bad("delivered_at", _("有答复内容，但没有答复时间。"), row)
            return
        number, default = row.get("document_number"), self.cells.setting.options.get("reply_class", "")
        if not number:
            self.cells.say(NOTE, "document_number", _("没有发文字号，写作“{text}”。"), row, text=NO_NUMBER)
        if len(number) > 40 or len(row.get("reply_class")) > 2:
            self.cells.bad("document_number", _("发文字号最多 40 字，答复类别最多 2 字。"), row)
        if not (row.get("reply_class") or default):
            self.cells.bad("reply_class", _("没有答复类别；请在表格里写上，或为整个文件指定。"), row)
        answer = Answer(
            body=row.get("reply"),
            reply_class=row.get("reply_class") or default,
            document_number=number or NO_NUMBER,
            signer_name=row.get("signer")[:40],
            contact_name=row.get("contact_name")[:40],
            contact_phone=row.get("contact_phone")[:30],
            public_attribute=self.cells.choice("public_attribute", PUBLIC, row) or PublicAttribute.ACTIVE,
            withheld_reason=row.get("withheld_reason")[:200],
            number_reason=str(_("按原件录入")) if part.unit.document_pattern else "",
            explanation=row.get("explanation"),
        )
        part.answers.append(AnswerPlan(self._round(row, "round"), at, answer))

    def _rating(self, row: Row) -> None:
        if not row.get("result"):
            return
        at = self.cells.moment("rated_at", row)
        if at is None and not row.get("rated_at"):
            self.cells.bad("rated_at", _("有评价，但没有评价时间。"), row)
        known = self.book.scale(localdate(at) if at else self.on)
        labels = {one.code: option_words(one.code, one.label) for one in known.options}
        result = self.cells.choice("result", labels, row)
        attitude = (self.cells.choice("attitude", labels, row) or result) if known.two else ""
        comment = row.get("comment")
        if known.reason and known.redo(attitude, result) and not comment:
            self.cells.bad("comment", _("评价“不满意”的要写明具体意见。"), row)
        seat, unit = self._rater(row), self._rated_unit(row)
        if at and result and seat:
            agreed, round_ = self.cells.flag("publish_agreed", True, row), self._round(row, "rate_round")
            self.plan.ratings.append(
                RatingPlan(round_, seat, attitude, result, comment, at, unit=unit, publish_agreed=agreed)
            )

    def _rater(self, row: Row) -> Any:
        """The deputy who judged; without a name, the one who leads."""
        name = row.get("rater")
        if not name:
            return self.plan.lead
        seats = self.book.seats
        return self.cells.match("deputy", "rater", name, seats.find(name, self.on), seats.seats, row)

    def _rated_unit(self, row: Row) -> Unit | None:
        name = row.get("rated_unit")
        return self._unit("rated_unit", name, row) if name else None

    def _rework(self, row: Row) -> None:
        at = self.cells.moment("rework_at", row)
        number = self._round(row, "round")
        if at and number > 1 and all(one.round != number for one in self.plan.reworks):
            self.plan.reworks.append(ReworkPlan(number, at, row.get("rework_note")))

    def _gaps(self) -> None:
        """A later step that is told says that the earlier ones were taken; where their day is not told, it is the
        day of the step before (the source does not say better), and the row is told so."""
        plan = self.plan
        if plan.parts and not plan.outcome and plan.assigned_at is None and self._went_on():
            plan.assigned_at = plan.accepted_at or plan.submitted_at
            self.cells.say(NOTE, "assigned_at", _("没有交办时间，按前一步的时间起算答复期限。"))
        if plan.assigned_at and not plan.parts and not plan.outcome:
            self.cells.bad("unit", _("有交办时间，但没有承办单位。"))
        if (plan.assigned_at or plan.number) and plan.accepted_at is None and not plan.outcome:
            plan.accepted_at = plan.submitted_at
        self._own_order()
        self._unsettled()

    def _unsettled(self) -> None:
        """A judgement that asks for more, and no word of what became of it: nobody can say here that it was settled."""
        last = max((one.round for one in self.plan.ratings), default=0)
        given = [one for one in self.plan.ratings if one.round == last]
        redo = any(self.book.scale(localdate(one.at)).redo(one.attitude, one.result) for one in given)
        if redo and self.plan.closed_at and all(one.round <= last for one in self.plan.reworks):
            said = _("最后一次评价不满意，表格里没有后来的处理；导入后停在“已评价”，请研判后再办结。")
            self.cells.say(NOTE, "closed_at", said)

    def _went_on(self) -> bool:
        return (
            bool(self.plan.answers)
            or any(part.signed_at for part in self.plan.parts)
            or bool(self.record.get("unit") or self.plan.closed_at)
        )

    def _own_order(self) -> None:
        for answer, part in self.plan.answers:
            before = part.signed_at or part.dispatched_at or self.plan.assigned_at
            rework = next((one.at for one in self.plan.reworks if one.round == answer.round), None)
            if answer.round > 1 and rework is None:
                self.cells.bad("rework_at", _("第 {n} 轮答复没有写重新办理的时间。"), n=answer.round)
            if _earlier(answer.at, before) or _earlier(answer.at, rework):
                self.cells.bad("delivered_at", _("答复时间早于交办、签收或重新办理的时间，请核对。"))


def _earlier(at: datetime, than: datetime | None) -> bool:
    return than is not None and at < than
