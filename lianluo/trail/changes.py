"""Field-level history of any tracked row: the database itself keeps it, so raw SQL and bulk updates are in it too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from lianluo.kernel.scoping import CongressModel, Scope
from lianluo.kernel.text import _
from lianluo.people.models import Account, Person, Seat
from lianluo.people.sealed import SealedTextField

Targets = dict[str, dict[Any, str]]
CALLED = {"Account": "display_name", "Delegation": "name", "DeputyGroup": "name", "ElectoralUnit": "name"}
CALLED |= {"Person": "name", "Seat": "person__name", "Unit": "short_name"}
"""Column by which rows of a model are called where another row points to them."""
RELATIONS = {
    "account": _("账号"),
    "delegation": _("代表团"),
    "electoral_unit": _("选举单位"),
    "granted_by": _("授予人"),
    "group": _("代表小组"),
    "lead": _("领衔代表"),
    "parent": _("上级"),
    "person": _("人员"),
    "session": _("会议"),
    "suggestion": _("代表建议"),
    "term": _("届次"),
    "unit": _("单位"),
}

HIDDEN = frozenset(
    {
        "id",
        "congress_id",
        "region_id",
        "last_congress_id",
        "home_id",
        "pinyin",
        "initials",
        "path",
        "phone_digest",
        "id_digest",
        "trail_hash",
        "trail_seq",
    }
)
"""Columns that follow from others, or say nothing to a reader."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: what it said before and after, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one statement did to one row. `kind`: "insert", "update" or "delete"."""

    at: datetime
    who: str
    why: str
    kind: str
    model: type[models.Model]
    row_id: int
    row: str
    fields: Sequence[FieldChange]

    @property
    def label(self) -> str:
        """What kind of thing was changed."""
        return name_of(self.model)

    @property
    def verb(self) -> str:
        return str(VERBS.get(self.kind, self.kind))


VERBS = {"insert": _("新建"), "update": _("修改"), "delete": _("删除")}
NAMES = {
    "Account": _("账号"),
    "CalendarDay": _("日历"),
    "CalendarYear": _("日历年份"),
    "Congress": _("人大"),
    "Delegation": _("代表团"),
    "DeputyGroup": _("代表小组"),
    "ElectoralUnit": _("选举单位"),
    "Extension": _("延期申请"),
    "Handling": _("承办"),
    "OfficeName": _("机构名称"),
    "PaperTemplate": _("文书模板"),
    "Person": _("人员"),
    "Role": _("角色"),
    "Rule": _("办理规则"),
    "Seat": _("代表资格"),
    "Session": _("会议"),
    "Suggestion": _("代表建议"),
    "Term": _("届次"),
    "Unit": _("单位"),
    "UnitName": _("单位曾用名"),
}


def name_of(model: type[models.Model]) -> str:
    """What rows of a tracked model are called."""
    return str(NAMES.get(model.__name__, model._meta.verbose_name))


def tracked_models() -> list[type[models.Model]]:
    """Every model whose changes the database keeps, by name."""
    found = [model for model in apps.get_models() if hasattr(model, "pgh_event_model")]
    return sorted(found, key=lambda model: model._meta.label_lower)


def changes(row: models.Model, *, most: int = 50) -> list[Change]:
    """What happened to one row, latest first; three queries."""
    return in_words(recorded(type(row)).filter(pgh_obj_id=row.pk)[:most])


def recorded(model: type[models.Model]) -> QuerySet[Any]:
    """The kept versions of all rows of a tracked model, latest first; the caller narrows them to what may be seen."""
    events = model.pgh_event_model  # type: ignore[attr-defined]
    earlier = events.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    before = Subquery(earlier.order_by("-pgh_id").values("pgh_id")[:1])
    rows: QuerySet[Any] = events.objects.annotate(before_id=before).select_related("pgh_context")
    return rows.order_by("-pgh_id")


def within(model: type[models.Model], scope: Scope) -> Q:
    """The condition on kept versions of rows that belong to the congresses of `scope`."""
    if issubclass(model, CongressModel):
        return scope.q(model.congress_lookup)
    if model is Account:
        return scope.q("home")
    if model is Person:
        return Q(pgh_obj_id__in=Seat.objects.within(scope).values("person"))
    return Q()  # the calendar: one for the country


def in_words(events: Iterable[Any]) -> list[Change]:
    """Versions as sentences; `events` come from `recorded`."""
    shown = list(events)
    if not shown:
        return []
    kept = type(shown[0]).objects.in_bulk([event.before_id for event in shown if event.before_id])
    names = _names(shown)
    targets = _targets(shown[0].pgh_tracked_model, [*shown, *kept.values()])
    return [_change(event, kept.get(event.before_id), names, targets) for event in shown]


def _change(event: Any, before: Any, names: dict[int, str], targets: Targets) -> Change:
    model = event.pgh_tracked_model
    facts = event.pgh_context.metadata if event.pgh_context else {}
    fields = [] if event.pgh_label == "delete" else list(_differences(model, before, event, targets))
    return Change(
        at=event.pgh_created_at,
        who=facts.get("actor") or names.get(facts.get("user") or 0, "") or str(_("系统")),
        why=str(facts.get("why") or ""),
        kind=event.pgh_label,
        model=model,
        row_id=event.pgh_obj_id,
        row=_called(event),
        fields=fields,
    )


def _called(event: Any) -> str:
    """What the row was called at that time."""
    for name in ("name", "display_name", "key", "label", "number", "day", "title"):
        if value := getattr(event, name, ""):
            return str(value)
    return f"#{event.pgh_obj_id}"


def _differences(
    model: type[models.Model], before: Any, after: Any, targets: Targets
) -> Iterable[FieldChange]:
    for field in model._meta.concrete_fields:
        if field.attname in HIDDEN or not hasattr(after, field.attname):
            continue
        old, new = getattr(before, field.attname, None), getattr(after, field.attname)
        if old != new and not (before is None and new in (None, "", [], {})):
            label = str(RELATIONS.get(field.name, field.verbose_name))
            called = targets.get(field.attname, {})
            yield FieldChange(
                label, in_text(field, called.get(old, old)), in_text(field, called.get(new, new))
            )


def _targets(model: type[models.Model], versions: Iterable[Any]) -> Targets:
    """What the rows are called to which the versions point: one query for each relation that is in use."""
    found: Targets = {}
    for field in model._meta.concrete_fields:
        called = (
            CALLED.get(field.related_model.__name__) if field.is_relation and field.related_model else None
        )
        if called is None or field.attname in HIDDEN:
            continue
        keys = {getattr(version, field.attname, None) for version in versions} - {None}
        if keys:
            rows = field.related_model._base_manager.filter(pk__in=keys)  # type: ignore[union-attr]
            found[field.attname] = dict(rows.values_list("pk", called))
    return found


def in_text(field: Any, value: Any) -> str:
    """A value in words; what is sealed in the table stays sealed here."""
    if value in (None, "", b""):
        return str(_("空"))
    if isinstance(field, SealedTextField | models.BinaryField):
        return str(_("已加密"))
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return str(_("是") if value else _("否"))
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _names(events: Iterable[Any]) -> dict[int, str]:
    """Who the accounts are that only the request named."""
    keys = {e.pgh_context.metadata.get("user") for e in events if e.pgh_context} - {None}
    return dict(Account.objects.filter(pk__in=keys).values_list("pk", "display_name")) if keys else {}
