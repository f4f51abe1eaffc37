"""对口委员会: which special committee supervises a topic (2-domain 1.8; 地方组织法 art. 35)."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Congress, Unit
from lianluo.congress.rules import RuleBook


def committees(congress: Congress, on: date) -> "QuerySet[Unit]":
    """The special committees and offices of the congress that stand on `on`."""
    rows = Unit.objects.within(congress.scope).filter(kind=UnitKind.COMMITTEE)
    return rows.filter(Q(valid_to=None) | Q(valid_to__gt=on)).order_by("order", "pk")


def of_topic(topic: str, book: RuleBook, among: Sequence[Unit]) -> Unit | None:
    """The committee to which the rule gives the topic; None where it names none, or none of that name stands."""
    name = next((row.committee for row in book.topics() if row.code == topic), "")
    return next((unit for unit in among if name and _is_called(unit, name)), None)


def _is_called(unit: Unit, name: str) -> bool:
    """The rule names 环境与资源保护委员会; the unit may be called 湖南省人大环境与资源保护委员会."""
    return name in (unit.name, unit.short_name) or unit.name.endswith(name)
