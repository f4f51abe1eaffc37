"""Words that no dictionary has: units with their short names, places, deputies. Taught at each rebuild."""

from collections.abc import Iterator

from lianluo.congress.models import Congress, Delegation, Region, Unit
from lianluo.people.models import Person

LONGEST = 16
WHY = "the cutter of the whole index is taught; a name alone shows nothing of a congress"


def taught() -> list[str]:
    """Every name of two to sixteen Chinese characters, each once, in a stable order."""
    return sorted(
        {name for name in _names() if 2 <= len(name) <= LONGEST and not name.isascii() and " " not in name}
    )


def _names() -> Iterator[str]:
    for unit in Unit.objects.everywhere(WHY).values_list("name", "short_name"):
        yield from unit
    yield from Delegation.objects.everywhere(WHY).values_list("name", flat=True)
    yield from Congress.objects.everywhere(WHY).values_list("short_name", flat=True)
    regions = Region.objects.exclude(level="township").values_list("name", flat=True)
    yield from regions
    yield from Person.objects.filter(seats__isnull=False).values_list("name", flat=True).distinct()
