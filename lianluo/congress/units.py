"""Undertaking units: set up, named, moved, closed with an heir who takes over what is open (撤并)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lianluo.congress import policy
from lianluo.congress.models import Congress, Unit, UnitName
from lianluo.congress.refusals import Refusal, demand
from lianluo.congress.signed import signed
from lianluo.congress.spelling import spell_unit
from lianluo.kernel.registry import Registry

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Succession:
    """A room above whose open cases stand with units.

    `count(unit)` says how many are open there; `move(unit, heir, actor, at)` gives them to the heir inside the
    transaction that closes the unit, and returns how many it moved.
    """

    label: Any
    count: Callable[[Unit], int]
    move: Callable[[Unit, Unit, policy.Worker, datetime], int]


SUCCESSIONS: Registry[Succession] = Registry("successions")

EDITABLE = ("kind", "parent", "order", "is_dispatcher", "dispatched_by", "valid_from", "note")


@transaction.atomic
def create_unit(
    congress: Congress,
    *,
    name: str,
    short_name: str,
    kind: str,
    actor: policy.Worker,
    at: datetime,
    **facts: Any,
) -> Unit:
    """Set up a unit. `facts`: parent, order, is_dispatcher, dispatched_by, valid_from, note."""
    demand(policy.may_edit_units(actor, congress))
    _free(congress, name)
    unit = Unit(congress=congress, name=name, short_name=short_name, kind=kind, **_known(facts))
    _in_one_house(unit)
    unit.pinyin, unit.initials = spell_unit(name, short_name)
    with signed(actor, unit.note):
        unit.save()
    return unit


@transaction.atomic
def edit_unit(unit: Unit, *, actor: policy.Worker, at: datetime, **facts: Any) -> Unit:
    """Change what is not the name. `facts` as for `create_unit`."""
    demand(policy.may_edit_units(actor, unit.congress))
    for field, value in _known(facts).items():
        setattr(unit, field, value)
    _in_one_house(unit)
    with signed(actor, unit.note):
        unit.save()
    return unit


@transaction.atomic
def rename_unit(
    unit: Unit, *, name: str, short_name: str, on: date, actor: policy.Worker, at: datetime
) -> Unit:
    """From `on` the unit is called `name`; documents of earlier days keep the former name."""
    demand(policy.may_edit_units(actor, unit.congress))
    if unit.valid_from and on <= unit.valid_from:
        raise Refusal(_("更名日期应晚于设立日期。"))
    with signed(actor):
        if name != unit.name:
            _free(unit.congress, name)
            kept = UnitName.objects.within(unit.congress.scope)
            kept.update_or_create(unit=unit, until=on - ONE_DAY, defaults={"name": unit.name})
        unit.name, unit.short_name = name, short_name
        unit.pinyin, unit.initials = spell_unit(name, short_name)
        unit.save()
    return unit


def moves_on_close(unit: Unit) -> list[tuple[str, int]]:
    """What would go to the heir: label and how many."""
    return [(str(s.label), s.count(unit)) for s in SUCCESSIONS]


@transaction.atomic
def close_unit(
    unit: Unit, *, heir: Unit | None, on: date, note: str = "", actor: policy.Worker, at: datetime
) -> dict[str, int]:
    """Abolish `unit` from `on`; open cases and units below it go to `heir`. Returns what moved, by label."""
    demand(policy.may_edit_units(actor, unit.congress))
    unit = Unit.objects.within(unit.congress.scope).select_for_update().get(pk=unit.pk)
    _may_close(unit, heir, on)
    if on > localdate(at):
        raise Refusal(_("撤销日期不能晚于今天：没办完的事项会马上转给承接单位。"))
    moved: dict[str, int] = {}
    with signed(actor, note):
        for succession in SUCCESSIONS:
            if heir is None and succession.count(unit):
                raise Refusal(_("该单位还有没办完的事项，须指定职责承接单位。"))
            if heir is not None:
                moved[str(succession.label)] = succession.move(unit, heir, actor, at)
        moved[_("下属单位")] = _move_below(unit, heir)
        Unit.objects.within(unit.congress.scope).filter(dispatched_by=unit).update(dispatched_by=heir)
        unit.valid_to, unit.successor, unit.note = on, heir, note or unit.note
        unit.save(update_fields=["valid_to", "successor", "note"])
    return {label: n for label, n in moved.items() if n}


def name_on(unit: Unit, day: date) -> str:
    """What the unit was called on `day`."""
    former = unit.former_names.filter(until__gte=day).order_by("until").first()
    return former.name if former else unit.name


def _may_close(unit: Unit, heir: Unit | None, on: date) -> None:
    if unit.valid_to:
        raise Refusal(_("{unit}已于 {day} 撤销。").format(unit=unit.name, day=unit.valid_to))
    if unit.valid_from and on <= unit.valid_from:
        raise Refusal(_("撤销日期应晚于设立日期。"))
    if heir is None:
        return
    if heir.pk == unit.pk or heir.congress_id != unit.congress_id:
        raise Refusal(_("职责承接单位应是本级的另一个单位。"))
    if heir.valid_to:
        raise Refusal(_("{heir}已经撤销，不能承接。").format(heir=heir.name))


def is_below(unit: Unit | None, top: Unit) -> bool:
    """Does `unit` stand somewhere below `top`?"""
    seen: set[int] = set()
    while unit and unit.pk not in seen:
        seen.add(unit.pk)
        if unit.parent_id == top.pk:
            return True
        unit = unit.parent
    return False


def _move_below(unit: Unit, heir: Unit | None) -> int:
    """Units below go to the heir; an heir that stood below moves up to where `unit` stood."""
    below = Unit.objects.within(unit.congress.scope).filter(parent=unit, valid_to=None)
    if heir is None:
        return below.update(parent=unit.parent)
    if is_below(heir, unit):
        heir.parent = unit.parent
        heir.save(update_fields=["parent"])
    return below.exclude(pk=heir.pk).update(parent=heir)


def _in_one_house(unit: Unit) -> None:
    for other in (unit.parent, unit.dispatched_by):
        if other is not None and other.congress_id != unit.congress_id:
            raise Refusal(_("上级单位和交办机构应在同一级人大。"))
    if unit.pk and unit.parent and (unit.parent.pk == unit.pk or is_below(unit.parent, unit)):
        raise Refusal(_("上级单位不能是自己或自己的下属单位。"))
    if unit.dispatched_by and not unit.dispatched_by.is_dispatcher:
        raise Refusal(_("{unit}不是交办机构。").format(unit=unit.dispatched_by.name))


def _free(congress: Congress, name: str) -> None:
    if Unit.objects.within(congress.scope).filter(name=name, valid_to=None).exists():
        raise Refusal(_("本级已有“{name}”。").format(name=name))


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {field: facts[field] for field in EDITABLE if field in facts}
