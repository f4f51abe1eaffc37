"""Field-level changes for the auditor: which kind of row, when, by whom; on the page and as a file."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet
from django.http import QueryDict, StreamingHttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from lianluo.kernel.scoping import Scope
from lianluo.people.models import Account
from lianluo.trail.changes import Change, in_words, name_of, recorded, tracked_models, within
from lianluo.ui.lists.sheet import RISKY
from lianluo.ui.parts import Chip

__all__ = ["PER_PAGE", "Wanted", "as_csv", "in_words", "read"]

PER_PAGE = 30
CHUNK = 500


@dataclass(frozen=True)
class Wanted:
    """What the auditor asked for, and the kept versions that answer it."""

    model: type[models.Model]
    words: str
    first: date | None
    last: date | None
    kinds: Sequence[Chip]
    rows: QuerySet[Any]

    @property
    def key(self) -> str:
        return self.model._meta.model_name or ""


def read(query: QueryDict, scope: Scope) -> Wanted:
    """The kind of row, the words and the days of the address; what cannot be read is left out."""
    known = {model._meta.model_name or "": model for model in tracked_models()}
    key = query.get("of", "")
    model = known.get(key) or known["unit"]
    first, last = _day(query.get("from", "")), _day(query.get("to", ""))
    words = query.get("q", "").strip()[:60]
    rows = recorded(model).filter(within(model, scope))
    if words:
        rows = rows.filter(_found(model, words))
    rows = rows.filter(pgh_created_at__date__gte=first) if first else rows
    rows = rows.filter(pgh_created_at__date__lte=last) if last else rows
    chips = [
        Chip(label=name_of(one), url=f"?of={one._meta.model_name}", current=one is model)
        for one in known.values()
    ]
    return Wanted(model, words, first, last, chips, rows)


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _found(model: type[models.Model], words: str) -> Q:
    """By what the row was called, or by who changed it."""
    names = {field.name for field in model._meta.concrete_fields} & {
        "name",
        "display_name",
        "key",
        "title",
        "number",
    }
    accounts = list(Account.objects.filter(display_name__contains=words).values_list("pk", flat=True)[:200])
    found = Q(pgh_context__metadata__actor__contains=words) | Q(pgh_context__metadata__user__in=accounts)
    for name in names:
        found |= Q(**{f"{name}__contains": words})
    return found


def as_csv(wanted: Wanted, today: date) -> StreamingHttpResponse:
    """Every change that was asked for, one line per field; cells that a spreadsheet would run stay text."""
    answer = StreamingHttpResponse(_lines(wanted), content_type="text/csv; charset=utf-8")
    name = f"changes-{wanted.model._meta.model_name}-{today:%Y%m%d}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _lines(wanted: Wanted) -> Iterator[str]:
    heads = (
        _("时间"),
        _("经办人"),
        _("种类"),
        _("名称"),
        _("动作"),
        _("字段"),
        _("之前"),
        _("之后"),
        _("说明"),
    )
    yield "\ufeff" + _line(heads)
    batch: list[Any] = []
    for event in wanted.rows.iterator(chunk_size=CHUNK):
        batch.append(event)
        if len(batch) == CHUNK:
            yield from _of(in_words(batch))
            batch = []
    yield from _of(in_words(batch))


def _of(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        at = f"{timezone.localtime(change.at):%Y-%m-%d %H:%M:%S}"
        head = (at, change.who, change.label, change.row, change.verb)
        for said in [(f.label, f.before, f.after) for f in change.fields] or [("", "", "")]:
            yield _line((*head, *said, change.why))


def _line(cells: Iterable[str]) -> str:
    out = StringIO()
    csv.writer(out).writerow([f"'{cell}" if cell.startswith(RISKY) else cell for cell in cells])
    return out.getvalue()
