"""Finding units for pickers: by initials, pinyin, part of a name, a usual short form, or a name they once had."""

from datetime import date

from django.db.models import Q

from lianluo.congress.models import Unit
from lianluo.congress.spelling import abbreviated, rank, spelled
from lianluo.kernel.scoping import Scope

MOST_READ = 300


def find_units(scope: Scope, text: str, *, on: date | None = None, most: int = 12) -> list[Unit]:
    """The best matches first. `on` leaves out units that do not exist on that day; empty `text` lists the first."""
    units = Unit.objects.within(scope).select_related("parent")
    if on:
        units = units.filter(in_force(on))
    if not text.strip():
        return list(units[:most])
    former = Q(former_names__name__icontains=text.strip())
    wanted = spelled(text, name_fields=("name", "short_name")) | abbreviated(text) | former
    found = units.filter(wanted).distinct()[:MOST_READ]
    return sorted(found, key=lambda unit: (*rank(text, unit.short_name, unit.initials), unit.order))[:most]


def in_force(on: date) -> Q:
    """Units that exist on the day `on`."""
    return (Q(valid_from=None) | Q(valid_from__lte=on)) & (Q(valid_to=None) | Q(valid_to__gt=on))
