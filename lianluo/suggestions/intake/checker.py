"""Judges and loads suggestions: each lives its life in a transaction of its own within the portion."""

from collections import Counter
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from lianluo.congress.refusals import Refusal
from lianluo.exchange.kinds import BAD, Checker, Finding, Record, Setting
from lianluo.kernel.text import Sentence
from lianluo.suggestions.intake.book import Book
from lianluo.suggestions.intake.hats import Hats
from lianluo.suggestions.intake.life import live
from lianluo.suggestions.intake.plan import Plan
from lianluo.suggestions.intake.reading import plan_of
from lianluo.suggestions.models import Suggestion
from lianluo.trail.steps import Refused


class Suggestions(Checker):
    """One record is one suggestion with everything that came of it."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.book = Book(setting)
        self.hats = Hats(setting.actor, setting.name)
        self.numbers: dict[tuple[int, str], int] = {}
        rows = Suggestion.objects.within(setting.actor.scope).numbered()
        self.taken = {
            (term, number)
            for pk, term, number in rows.values_list("pk", "term", "number")
            if pk not in setting.made
        }
        self.told: Counter[str] = Counter()

    def judge(self, record: Record) -> list[Finding]:
        plan, cells = plan_of(record, self.setting, self.book)
        if plan is not None and plan.number:
            self._number(plan, record, cells.findings)
        self._count(plan)
        return cells.findings

    def passed(self, record: Record) -> None:
        plan, _cells = plan_of(record, self.setting, self.book)
        if plan is not None and plan.number:
            self.numbers.setdefault((plan.lead.term_id, plan.number), record.number)

    def _number(self, plan: Plan, record: Record, findings: list[Finding]) -> None:
        key = (plan.lead.term_id, plan.number)
        if key in self.taken:
            said = Sentence(str(_("编号 {number} 在本届已经用过。")), number=plan.number)
            findings.append(Finding(grade=BAD, field="number", sentence=str(said)))
        elif (row := self.numbers.setdefault(key, record.number)) != record.number:
            said = Sentence(str(_("第 {row} 行已有编号 {number}。")), row=row, number=plan.number)
            findings.append(Finding(grade=BAD, field="number", sentence=str(said)))

    def _count(self, plan: Plan | None) -> None:
        if plan is None:
            return
        self.told["answered" if plan.answers else "assigned" if plan.assigned_at else "submitted"] += 1

    def load(self, records: Sequence[Record]) -> list[int | Finding | None]:
        return [self._live(record) for record in records]

    def _live(self, record: Record) -> int | Finding:
        plan, cells = plan_of(record, self.setting, self.book)
        if plan is None:
            return next(one for one in cells.findings if one.grade != "note")
        try:
            with transaction.atomic():
                return live(plan, self.hats, self.setting.at).pk
        except (Refused, Refusal) as refusal:
            said = Sentence(str(_("办理过程走不通：{why}")), why=refusal)
            return Finding(grade=BAD, field="title", sentence=str(said))

    def end(self) -> list[str]:
        labels = {
            "answered": _("{n} 件带答复"),
            "assigned": _("{n} 件已交办"),
            "submitted": _("{n} 件只到提交"),
        }
        parts = [str(labels[key]).format(n=n) for key, n in self.told.items() if n]
        return ["，".join(parts) + "。"] if parts else []
