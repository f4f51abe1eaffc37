"""Rows that are known by keys which are found first."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, Q, QuerySet


class _Among(Func):
    """`key = ANY(ARRAY(SELECT …))`."""

    arg_joiner, template, output_field = " = ANY(", "%(expressions)s)", BooleanField()


def among(field: str, rows: "QuerySet[Any]") -> Q:
    """`field` is the key of one of `rows`. Beside an OR, or before a LIMIT, a plain subquery is held against every row of the
    table, and the page gets the slower the more rows there are (decision 0127)."""
    return Q(_Among(F(field), ArraySubquery(rows.order_by().values("pk"))))
