"""公开目录 as a sheet: one row a decided suggestion, cells that no spreadsheet takes for a formula."""

from collections.abc import Sequence
from io import BytesIO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from lianluo.suggestions.public import DirectoryRow
from lianluo.ui.lists.sheet import safe_cell

WIDTHS = (12, 60, 24, 40, 10, 14, 14, 10, 24)


def headings() -> list[str]:
    return [
        _("编号"),
        _("标题"),
        _("提出代表"),
        _("承办单位"),
        _("答复类别"),
        _("公开方式"),
        _("公开日期"),
        _("公开答复"),
        _("不公开的理由"),
    ]


def sheet(rows: Sequence[DirectoryRow]) -> bytes:
    """The file."""
    book = Workbook(write_only=True)
    page = book.create_sheet(_("公开目录"))
    page.freeze_panes = "A2"
    for n, width in enumerate(WIDTHS, start=1):
        page.column_dimensions[get_column_letter(n)].width = width
    page.append(headings())
    for row in rows:
        page.append([safe_cell(page, value) for value in row.as_dict().values()])
    out = BytesIO()
    book.save(out)
    return out.getvalue()
