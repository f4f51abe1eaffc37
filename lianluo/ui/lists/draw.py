"""A list as HTML: rows are drawn in Python, because a template loop over 100 rows is most of a page's time."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lianluo.ui.components.base import NOTHING, together
from lianluo.ui.components.small import icon
from lianluo.ui.lists.parts import Column
from lianluo.ui.lists.state import ListState
from lianluo.ui.parts import Chip, TabItem

BLANK = SafeString('<span class="muted blank">—</span>')


def heading(state: ListState, column: Column) -> SafeString:
    """A column's heading: a link that sorts, where it can."""
    if not column.sort:
        return format_html('<th scope="col" class="{}">{}</th>', column.classes, column.label)
    down = state.sort == column.key
    url = state.url(sort=f"-{column.key}" if down else column.key)
    sorted_ = state.sort.lstrip("-") == column.key
    aria = ""
    if sorted_:
        aria = format_html(' aria-sort="{}"', "ascending" if down else "descending")
    mark = icon("up" if down else "down") if sorted_ else NOTHING
    return format_html(
        '<th scope="col" class="{}"{}><a href="{}">{}{}</a></th>',
        column.classes,
        aria,
        url,
        column.label,
        mark,
    )


def head(state: ListState, bulk: bool) -> SafeString:
    """All headings."""
    box = format_html(
        '<th scope="col" class="sel"><input type="checkbox" data-all aria-label="{}"></th>', _("全选本页")
    )
    return format_html(
        "<tr>{}{}</tr>", box if bulk else "", together(heading(state, c) for c in state.columns)
    )


def _row(state: ListState, row: Any, bulk: bool) -> SafeString:
    box = NOTHING
    if bulk:
        said = _("选中%s") % row
        box = format_html(
            '<td class="sel"><input type="checkbox" name="pk" value="{}" form="bulk" aria-label="{}"></td>',
            row.pk,
            said,
        )
    cells = together(_cell(column, row) for column in state.columns)
    return format_html("<tr data-row>{}{}</tr>", box, cells)


def _cell(column: Column, row: Any) -> SafeString:
    value = column.cell(row)
    if value is None or value == "":
        value = BLANK
    return format_html('<td class="{}">{}</td>', column.classes, value)


def body(state: ListState, bulk: bool) -> SafeString:
    """The rows of this page."""
    return together(_row(state, row, bulk) for row in state.shown.object_list)


def view_tabs(state: ListState) -> list[TabItem]:
    """The list's own views and the account's, with counts."""
    return [
        TabItem(
            label=str(getattr(view, "label", "") or getattr(view, "name", "")),
            url=f"?{view.query}&view={view.key}".replace("?&", "?"),
            count=state.counts[view.key],
            current=state.view == view.key,
        )
        for view in state.all_views
    ]


def filter_chips(state: ListState) -> list[Chip]:
    """Filters that are on, each with the way to take it off."""
    chips = [
        Chip(
            label=str(f.label),
            value=state.settings[f.key].words,
            url=state.url(*state.settings[f.key].fields, "view"),
        )
        for f in state.page.filters
        if state.settings[f.key].condition is not None
    ]
    if state.words:
        chips.append(Chip(label=_("查找"), value=state.words, url=state.url("q")))
    return chips
