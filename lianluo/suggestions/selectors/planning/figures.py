"""A plan in figures: how many are decided, what each unit and committee gets, what will happen. Every figure has a list."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Func, IntegerField
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lianluo.congress.models import Unit
from lianluo.congress.rules import RuleBook
from lianluo.suggestions.models import AssignmentPlan, PlanRow
from lianluo.suggestions.selectors.assigning import clocks_ahead
from lianluo.suggestions.states import Mode, RowOutcome
from lianluo.ui.glance import Figure
from lianluo.ui.parts import Clock


@dataclass(frozen=True, slots=True)
class Load:
    """What one unit gets: as answering unit, as helper, and what lies with it already."""

    label: str
    url: str
    lead: int
    co: int = 0
    busy: int = 0
    office: str = ""


@dataclass(frozen=True)
class Counted:
    """All rows of a plan, read once."""

    plan: AssignmentPlan
    rows: list[dict[str, Any]]

    def many(self, outcome: str) -> int:
        return sum(row["outcome"] == outcome for row in self.rows)

    @property
    def ready(self) -> list[dict[str, Any]]:
        """What carrying out would do."""
        return [row for row in self.rows if row["tasks"] and row["outcome"] in ("waiting", "failed")]

    @property
    def undecided(self) -> int:
        return sum(not row["tasks"] and row["outcome"] == RowOutcome.WAITING for row in self.rows)


def counted(plan: AssignmentPlan) -> Counted:
    """One query."""
    rows = PlanRow.objects.within(plan.congress.scope).filter(plan=plan).order_by()
    said = Func("said", function="jsonb_array_length", output_field=IntegerField())
    alike = Func("alike", function="jsonb_array_length", output_field=IntegerField())
    fields = ("tasks", "committee", "edited", "outcome", "suggestion__topic", "suggestion__title")
    return Counted(plan, list(rows.annotate(n_said=said, n_alike=alike).values(*fields, "n_said", "n_alike")))


def rows_url(plan: AssignmentPlan, **query: Any) -> str:
    """The rows behind a figure."""
    return f"{reverse('suggestions:plan_rows')}?{urlencode({'plan': plan.pk} | query, doseq=True)}"


def figures(found: Counted) -> list[Figure]:
    """The meeting at a glance."""
    plan, total = found.plan, len(found.rows)
    decided = sum(bool(row["tasks"]) for row in found.rows)
    said = sum(bool(row["n_said"]) for row in found.rows)
    edited, failed = sum(row["edited"] for row in found.rows), found.many(RowOutcome.FAILED)
    rows = [
        (_("全部建议"), total, {"all": ""}),
        (_("已定单位"), decided, {"decided": "yes"}),
        (_("未定单位"), total - decided, {"decided": "no"}),
        (_("人工调整"), edited, {"edited": "yes"}),
        (_("会商有意见"), said, {"commented": "yes"}),
        (_("内容相近"), sum(bool(row["n_alike"]) for row in found.rows), {"alike": "yes"}),
        (_("已经交办"), found.many(RowOutcome.DONE), {"outcome": "done"}),
        (_("没有办成"), failed, {"outcome": "failed"}),
    ]
    return [
        Figure(label=label, value=n, unit=_("件"), url=rows_url(plan, **query)) for label, n, query in rows
    ]


def by_unit(found: Counted, units: Mapping[int, Unit]) -> list[Load]:
    """What each unit would have, the most first."""
    lead: Counter[int] = Counter()
    co: Counter[int] = Counter()
    for row in found.rows:
        for task in row["tasks"]:
            (co if task["mode"] == Mode.CO else lead)[task["unit"]] += 1
    loads = [
        Load(
            str(unit), rows_url(found.plan, unit=pk), lead[pk], co[pk],
            getattr(unit, "open_count", 0), str(unit.dispatched_by or ""),
        )
        for pk, unit in units.items()
        if lead[pk] or co[pk]
    ]  # fmt: skip
    return sorted(loads, key=lambda one: (-one.lead, -one.co, one.label))


def by_committee(found: Counted, committees: Iterable[Unit]) -> list[Load]:
    """How many each committee would supervise, and how many nobody."""
    many = Counter(row["committee"] for row in found.rows)
    loads = [
        Load(str(one), rows_url(found.plan, committee=one.pk), many[one.pk])
        for one in committees
        if many[one.pk]
    ]
    none = (
        [Load(_("没有对口委员会"), rows_url(found.plan, supervised="no"), many[None])] if many[None] else []
    )
    return loads + none


def by_topic(found: Counted, book: RuleBook) -> list[Load]:
    """How many of each class of content."""
    many = Counter(row["suggestion__topic"] for row in found.rows)
    labels = {row.code: row.label for row in book.topics()}
    loads = [
        Load(labels.get(code, code) or _("没有分类"), rows_url(found.plan, topic=code), n)
        for code, n in many.most_common()
    ]
    return [one for one in loads if one.lead]


@dataclass(frozen=True)
class Ahead:
    """What will happen when the plan is carried out now."""

    ready: int
    units: int
    offices: list[tuple[str, int]]
    undecided: int
    left: int
    clocks: list[Clock]


def ahead(found: Counted, units: Mapping[int, Unit], today: date | None = None) -> Ahead:
    """How many suggestions to how many units, through which offices, and until when they answer."""
    tasks = [task for row in found.ready for task in row["tasks"]]
    reached = {task["unit"] for task in tasks if task["unit"] in units}
    offices = Counter(
        str(units[task["unit"]].dispatched_by)
        for task in tasks
        if task["unit"] in units and units[task["unit"]].dispatched_by_id
    )
    kinds = {
        (task["mode"], units[task["unit"]].dispatched_by_id): task for task in tasks if task["unit"] in units
    }
    sample = [(task["mode"], units[task["unit"]]) for task in kinds.values()]
    return Ahead(
        ready=len(found.ready),
        units=len(reached),
        offices=offices.most_common(),
        undecided=found.undecided,
        left=found.many(RowOutcome.LEFT),
        clocks=clocks_ahead(found.plan.congress, sample, today or localdate()) if sample else [],
    )
