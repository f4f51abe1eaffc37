"""The rules of a day as a sheet, for the file or for discussion."""

import io
from collections.abc import Iterable
from datetime import date

from django.http import FileResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook

from lianluo.congress.models import Congress
from lianluo.congress.rules import RuleValue
from lianluo.ui.lists.sheet import safe_cell


def sheet(congress: Congress, on: date, rows: Iterable[tuple[RuleValue, str]]) -> FileResponse:
    """An .xlsx of all rules with value, ground, day and origin; formula-safe."""
    book = Workbook(write_only=True)
    page = book.create_sheet(_("办理规则"))
    heads = [_("分组"), _("规则"), _("现在是"), _("出处"), _("假定"), _("从哪天起"), _("沿用自"), _("说明")]
    page.append([safe_cell(page, head) for head in heads])
    for value, whence in rows:
        cells = [
            str(value.spec.group.label),
            str(value.spec.label),
            value.words,
            value.basis,
            _("是") if value.assumed else "",
            value.valid_from,
            whence,
            str(value.spec.explain),
        ]
        page.append([safe_cell(page, cell) for cell in cells])
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    name = _("{congress}办理规则{day}.xlsx").format(congress=congress.short_name, day=on.isoformat())
    return FileResponse(file, as_attachment=True, filename=name)
