"""Why a unit is proposed, in words that name the records."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.congress.models import Unit
from lianluo.suggestions.models import PlanRow
from lianluo.suggestions.states import Mode


@dataclass(frozen=True, slots=True)
class Reason:
    """One unit with everything the records say for it; `taken` when the row has it."""

    unit: Unit
    words: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One unit of a row with its way in the congress's own words."""

    unit: Unit
    mode: Mode
    label: str
    part: str


def reasons(row: PlanRow, units: Mapping[int, Unit]) -> list[Reason]:
    """The reasons of a row, one line a unit."""
    said: dict[int, list[str]] = {}
    for why in row.why:
        said.setdefault(why["unit"], []).append(_said(why))
    return [
        Reason(units[pk], "".join(parts), pk in row.unit_ids) for pk, parts in said.items() if pk in units
    ]


def _said(why: dict[str, Any]) -> str:
    if why["code"] == "wish":
        return _("代表希望由它办理。")
    if why["code"] == "alike":
        n = why["n"]
        return str(ngettext("相似的建议有 %d 件由它办理。", "相似的建议有 %d 件由它办理。", n) % n)
    said: str = _("近三年这一类 %(of)d 件中 %(n)d 件由它办理。") % why
    return said


def short_reason(row: PlanRow, units: Mapping[int, Unit]) -> str:
    """Why the first unit of the row: for one cell of a list."""
    if row.edited:
        return _("人工调整")
    first = row.tasks[0]["unit"] if row.tasks else 0
    return next((one.words for one in reasons(row, units) if one.unit.pk == first), "")


def ways(row: PlanRow, units: Mapping[int, Unit], co_term: str) -> list[Way]:
    """The row's units in order."""
    return [
        Way(units[one["unit"]], Mode(one["mode"]), Mode(one["mode"]).said(co_term), one["part"])
        for one in row.tasks
        if one["unit"] in units
    ]
