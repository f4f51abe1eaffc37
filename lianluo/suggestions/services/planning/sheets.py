"""交办清单 as a workbook: all units on the first sheet, then one sheet for each unit that takes part."""

from collections import defaultdict
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO, Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from openpyxl import Workbook

from lianluo.congress.rules import RuleBook
from lianluo.people.actor import Actor
from lianluo.suggestions.models import AssignmentPlan
from lianluo.suggestions.selectors.assigning import choosable
from lianluo.suggestions.selectors.planning.seen import rows_of
from lianluo.suggestions.selectors.planning.words import ways
from lianluo.suggestions.selectors.visible import known
from lianluo.ui.lists.sheet import safe_cell

FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
WIDTHS = (12, 56, 16, 10, 24, 40, 24, 14)


def sheet_of_units(plan: AssignmentPlan, actor: Actor, at: datetime) -> IO[bytes]:
    """The workbook as an open file. Five queries, whatever the number of rows."""
    day = localdate(at)
    units, book = choosable(plan.congress, day), RuleBook(plan.congress, day)
    term, by_unit = book.text("handling.co_term"), defaultdict[str, list[list[Any]]](list)
    for row in rows_of(actor).filter(plan=plan).exclude(outcome="left").order_by("suggestion__number", "pk"):
        (case,), named = known([row.suggestion], actor), ways(row, units, term)
        fellows = "、".join(f"{one.label} {one.unit}" for one in named)
        for one in named:
            facts = [case.number, case.title, case.lead_name, one.label, str(one.unit), one.part]
            by_unit[str(one.unit)].append([*facts, fellows, str(row.standing.label)])
    workbook = Workbook(write_only=True)
    _sheet(workbook, _("全部单位"), [row for rows in by_unit.values() for row in rows])
    for name, rows in by_unit.items():
        _sheet(workbook, name, rows)
    file = TemporaryFile()  # noqa: SIM115  (the response closes it)
    workbook.save(file)
    file.seek(0)
    return file


def _sheet(workbook: Workbook, name: str, rows: list[list[Any]]) -> None:
    sheet = workbook.create_sheet(name.translate(FORBIDDEN)[:31])
    for n, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGH"[n]].width = width
    heads = (_("编号"), _("标题"), _("领衔代表"), _("办理方式"), _("承办单位"))
    sheet.append([*heads, _("要答的部分"), _("同办单位"), _("结果")])
    for row in rows:
        sheet.append([safe_cell(sheet, value) for value in row])
