"""From figures to numbers. All numbers of a page are counted by one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, QuerySet

from lianluo.congress.models import Congress
from lianluo.figures.periods import Period
from lianluo.figures.rates import Rate
from lianluo.figures.registry import FIGURES, Figure, Per, RateOf
from lianluo.kernel.scoping import Scope, ScopedQuerySet


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a breakdown. `value` is what the records have, `label` how it is said."""

    value: Any
    label: str
    number: int


def sizes(querysets: "Sequence[QuerySet[Any]]") -> list[int]:
    """How many records each of `querysets` has, asked in one statement."""
    texts, facts = [], list[Any]()
    for rows in querysets:
        if isinstance(rows, ScopedQuerySet):
            rows._guard()
        try:
            sql, params = rows.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            texts.append("SELECT 0")
            continue
        texts.append(f"SELECT count(*) FROM ({sql}) counted")  # noqa: S608  the ORM's own SQL
        facts += params
    if not texts:
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"({text})" for text in texts), facts)
        return [int(number) for number in cursor.fetchone()]


def numbers(figures: Sequence[Figure], scope: Scope, period: Period) -> dict[str, int]:
    """The numbers of `figures` by key."""
    counted = sizes([figure.records(scope, period) for figure in figures])
    return {figure.key: number for figure, number in zip(figures, counted, strict=True)}


def number(figure: Figure, scope: Scope, period: Period) -> int:
    return numbers([figure], scope, period)[figure.key]


def rate_from(rate: RateOf, known: dict[str, int]) -> Rate:
    """The rate from numbers already counted."""
    return Rate(known[rate.part], known[rate.whole])


def breakdown(figure: Figure, per: Per, scope: Scope, period: Period) -> list[Part]:
    """The number by the values of `per`, the greatest first; records without a value stand last."""
    rows = figure.records(scope, period).order_by().values(per.lookup)
    counted = rows.annotate(counted=Count("pk", distinct=True)).values_list(per.lookup, "counted")
    parts = [Part(value, said(per, value), count) for value, count in counted if count]
    return sorted(parts, key=lambda part: (part.value in (None, ""), -part.number, part.label))


def said(per: Per, value: Any) -> str:
    """A value in words."""
    from django.utils.translation import gettext as _

    return _("未填写") if value in (None, "") else str(per.labels.get(value, value))


def narrowed(figure: Figure, per: Per, said_value: str, scope: Scope, period: Period) -> "QuerySet[Any]":
    """The records behind one line of a breakdown, named as in the address; "" means without a value."""
    rows = figure.records(scope, period)
    if said_value:
        return rows.filter(**{per.lookup: said_value})
    return rows.filter(**{f"{per.lookup}__isnull": True}) | rows.filter(**{per.lookup: ""})


def by_congress(figure: Figure, congress: Congress, period: Period) -> list[tuple[Congress, int]]:
    """The own number and that of each congress directly below, with everything below it. For additive figures
    these add up to the number of the whole tree; only sums travel up, never records."""
    below = list(
        Congress.objects.within(congress.subtree).filter(parent=congress, active=True).order_by("path")
    )
    scopes = [congress.scope, *(child.subtree for child in below)]
    counted = sizes([figure.records(scope, period) for scope in scopes])
    return list(zip([congress, *below], counted, strict=True))


def all_figures() -> list[Figure]:
    return list(FIGURES)
