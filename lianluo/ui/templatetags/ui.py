"""{% load ui %}: every component as a template tag or filter. What each gives stands in ui/README.md."""

from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.http import QueryDict
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lianluo.ui import todo_rows as todo_parts
from lianluo.ui.components import case, lines, small, text
from lianluo.ui.components import forms as form_parts
from lianluo.ui.components.base import when
from lianluo.ui.components.toasts import toast as draw_toast
from lianluo.ui.parts import Clock, MovesPanel

register = template.Library()

SIMPLE = (
    *(small.icon, small.badge, small.due, small.tag, small.cls, small.avatar, small.hbar, small.progress),
    *(small.kv, small.brandmark, small.how, small.empty, text.title),
    *(case.steps, case.steps_mini, case.timeline, case.verified, case.tile),
    *(todo_parts.todo_row, todo_parts.todo_groups, todo_parts.todo_cards),
    *(lines.crumb, lines.tabs_line, lines.chips, form_parts.field, form_parts.form_errors),
)
for one in SIMPLE:
    register.simple_tag(one)

register.filter("day", text.day)
register.filter("date_full", text.date_full)
register.filter("moment", text.moment)
register.filter("amount", text.amount)
register.filter("paragraphs", text.paragraphs)
register.filter("filesize_cn", text.filesize)
register.filter("masked", text.masked)


@register.filter
def words(value: object) -> SafeString:
    """Text that breaks only between words."""
    return text.words(str(value))


def _token(context: Context) -> str:
    return str(context.get("csrf_token") or "")


@register.simple_tag
def figure(
    label: object, value: object, unit: object = "", note: object = "", url: str = "", spark: Any = ()
) -> SafeString:
    """A figure that opens into its records."""
    return small.figure(label, value, unit, note, url, spark or ())


@register.simple_tag
def clock(
    label: object, value: object = "", note: object = "", how: object = "", tone: str = ""
) -> SafeString:
    """One deadline; takes a `Clock` or its parts."""
    if isinstance(label, Clock):
        return case.clock(label)
    return case.clock(Clock(label=str(label), value=str(value), note=str(note), how=str(how), tone=tone))


@register.simple_tag(takes_context=True)
def toast(context: Context, message: Any) -> SafeString:
    """A message that appears once."""
    return draw_toast(message, _token(context))


@register.simple_tag(takes_context=True)
def moves(context: Context, panel: MovesPanel) -> SafeString:
    """Open moves as buttons, closed ones greyed with the reason."""
    return case.moves(panel, _token(context))


@register.simple_tag(takes_context=True)
def hidden(context: Context, form: forms.BaseForm) -> SafeString:
    """Hidden fields of a form and the token."""
    return form_parts.hidden(form, _token(context))


@register.simple_tag(takes_context=True)
def postbutton(
    context: Context, url: str, label: object, css: str = "btn", icon: str = "", confirm: str = "",
    confirm_text: str = "", **fields: object,
) -> SafeString:  # fmt: skip
    """A form with one button; further keywords become hidden fields (`next=…`)."""
    kept = {name: str(value) for name, value in fields.items()}
    return form_parts.postbutton(
        lines.address(url), label, css, _token(context), icon_name=icon, confirm=str(confirm),
        confirm_text=str(confirm_text), fields=kept,
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def mask(context: Context, value: str, kind: str = "phone", url: str = "", label: object = "") -> SafeString:
    """A masked number with the button that reveals it."""
    return form_parts.mask(value, kind, url, label, _token(context))


@register.simple_tag(takes_context=True)
def pager(context: Context, page: "Page[Any]", unit: object = "", end: object = "") -> SafeString:
    """Which records of how many, and the way to the other pages."""
    query = context["request"].GET if "request" in context else QueryDict()
    return lines.pager(page, query, unit, end)


@register.simple_block_tag
def panel(
    content: str, heading: object, small: object = "", link: str = "", link_label: object = "", css: str = ""
) -> SafeString:
    """A framed section with a heading; `css="flush"` leaves the inner margin to the content."""
    note = format_html("<small>{}</small>", small) if small else ""
    more = format_html('<a href="{}">{}</a>', lines.address(link), link_label) if link else ""
    inner = content if css == "flush" else format_html('<div class="pad">{}</div>', content)
    return format_html(
        '<section class="panel {}"><header><h2>{}</h2>{}{}</header>{}</section>',
        css,
        heading,
        note,
        more,
        inner,
    )


@register.simple_block_tag
def note(content: str, tone: str = "", icon: str = "info") -> SafeString:
    """A remark in the flow of the page: "" plain, ok, warn, bad."""
    css = f"note note-{tone}" if tone else "note"
    return format_html('<div class="{}">{}<div>{}</div></div>', css, small.icon(icon), content)


@register.simple_block_tag
def dialog(content: str, key: str, heading: object) -> SafeString:
    """A dialog that a button with `data-dialog="key"` opens."""
    return format_html(
        '<dialog class="dialog" id="{}" aria-labelledby="{}-h"><h3 id="{}-h">{}</h3>{}</dialog>',
        key, key, key, heading, content,
    )  # fmt: skip


@register.simple_tag
def sort_link(state: Any, sort: Any) -> SafeString:
    """One named order of a list."""
    current = when(state.sort == sort.key, ' aria-current="true"')
    return format_html('<a href="{}"{}>{}</a>', state.url(sort=sort.key), current, sort.label)


@register.simple_tag(takes_context=True)
def size_form(context: Context, sizes: list[tuple[str, bool]], here: str) -> SafeString:
    """How many rows a page has; the choice stays with the account."""
    return lines.size_form(sizes, here, context["list"].unit, _token(context))
