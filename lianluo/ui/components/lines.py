"""Lines that lead on: crumb, views, chips, pager."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lianluo.ui.components.base import NOTHING, together, when
from lianluo.ui.components.forms import csrf_input
from lianluo.ui.components.small import icon
from lianluo.ui.parts import Chip, TabItem


def address(url: str) -> str:
    """`url` as it is, or the URL of that name."""
    if not url or url.startswith(("/", "?", "#", "http")):
        return url
    try:
        return reverse(url)
    except NoReverseMatch:
        return ""


def crumb(*pairs: object) -> SafeString:
    """URL and label in turn; the last URL is ""."""
    parts = [
        format_html('<a href="{}">{}</a>', where, label)
        if (where := address(str(url)))
        else format_html("{}", label)
        for url, label in zip(pairs[::2], pairs[1::2], strict=True)
    ]
    line = together(parts, SafeString("<span>／</span>"))
    return format_html('<nav class="crumb" aria-label="{}">{}</nav>', _("所在位置"), line)


def tabs_line(items: Iterable[TabItem], end: object = "") -> SafeString:
    """A line of views under the heading."""
    links = format_html_join(
        "",
        '<a href="{}"{}>{}{}</a>',
        (
            (
                item.url, when(item.current, ' aria-current="true"'), item.label,
                "" if item.count is None else format_html(" <span>{}</span>", f"{item.count:,}"),
            )
            for item in items
        ),
    )  # fmt: skip
    return format_html('<nav class="views" aria-label="{}">{}{}</nav>', _("常用视图"), links, end)


def _chip(chip: Chip) -> SafeString:
    count = "" if chip.count is None else f" {chip.count:,}"
    if chip.value:
        off = icon("x", _("去掉"))
        return format_html(
            '<a class="chip" aria-current="true" href="{}">{}：<b>{}</b>{}</a>',
            chip.url,
            chip.label,
            chip.value,
            off,
        )
    current = when(chip.current, ' aria-current="true"')
    return format_html('<a class="chip"{} href="{}">{}{}</a>', current, chip.url, chip.label, count)


def chips(items: Iterable[Chip]) -> SafeString:
    """Filters as links: those that are on can be taken off."""
    return format_html('<div class="chips">{}</div>', together(map(_chip, items)))


def page_url(query: QueryDict, number: int, name: str = "page") -> str:
    """The same address with another page."""
    changed = query.copy()
    changed[name] = str(number)
    return f"?{changed.urlencode()}"


def _pager_entry(page: "Page[Any]", query: QueryDict, number: int | str) -> SafeString:
    if not isinstance(number, int):
        return SafeString("<span>…</span>")
    if number == page.number:
        return format_html('<a href="{}" aria-current="page">{}</a>', page_url(query, number), number)
    return format_html('<a href="{}">{}</a>', page_url(query, number), number)


def _arrow(page: "Page[Any]", query: QueryDict, number: int, name: str, label: str) -> SafeString:
    if not 1 <= number <= page.paginator.num_pages:
        return format_html('<span class="off">{}</span>', icon(name))
    rel = "prev" if name == "left" else "next"
    return format_html(
        '<a href="{}" aria-label="{}" rel="{}">{}</a>', page_url(query, number), label, rel, icon(name)
    )


def pager(page: "Page[Any]", query: QueryDict, unit: object = "", end: object = "") -> SafeString:
    """Which records of how many, and the way to the other pages. `end` goes between (page size)."""
    said = _("第 %(first)s–%(last)s %(unit)s，共 %(total)s %(unit)s") % {
        "first": f"{page.start_index():,}", "last": f"{page.end_index():,}",
        "total": f"{page.paginator.count:,}", "unit": unit or _("条"),
    }  # fmt: skip
    nav: SafeString = NOTHING
    if page.paginator.num_pages > 1:
        numbers: Sequence[int | str] = list(
            page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
        )
        middle = together(_pager_entry(page, query, n) for n in numbers)
        before = _arrow(page, query, page.number - 1, "left", _("上一页"))
        after = _arrow(page, query, page.number + 1, "right", _("下一页"))
        nav = format_html('<nav aria-label="{}">{}{}{}</nav>', _("分页"), before, middle, after)
    return format_html(
        '<div class="pager"><span class="muted">{}</span><span class="sp"></span>{}{}</div>', said, end, nav
    )


def size_form(sizes: Iterable[tuple[str, bool]], here: str, unit: object, csrf: str) -> SafeString:
    """How many rows a page has."""
    options = format_html_join(
        "",
        '<option value="{}"{}>{} {}</option>',
        ((size, when(on, " selected"), size, unit) for size, on in sizes),
    )
    return format_html(
        '<form class="one" method="post" action="{}">{}<input type="hidden" name="do" value="size"><label class="muted">{} '
        '<select name="size" data-submit>{}</select></label> <button class="btn btn-sm no-js-only">{}</button></form>',
        here, csrf_input(csrf), _("每页"), options, _("好"),
    )  # fmt: skip
