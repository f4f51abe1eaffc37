"""The filter panel. Drawn in Python: a list of units has hundreds of options, and a template loop is slow."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lianluo.ui.components.base import when
from lianluo.ui.lists.filters import Filter, Options, Setting

MOST_BOXES = 14  # more choices become a picker


def _days(one: Filter, setting: Setting) -> SafeString:
    first, last = (*setting.values, "", "")[:2]
    return format_html(
        '<div class="dates"><input type="date" name="{}_from" value="{}" aria-label="{}：{}"><span>{}</span>'
        '<input type="date" name="{}_to" value="{}" aria-label="{}：{}"></div>',
        one.key, first, one.label, _("从"), _("至"), one.key, last, one.label, _("到"),
    )  # fmt: skip


def _radios(one: Filter, options: Options, setting: Setting) -> SafeString:
    rows = [("", _("不限")), *options]
    chosen = setting.values[0] if setting.values else ""
    labels = format_html_join(
        "",
        '<label><input type="radio" name="{}" value="{}"{}>{}</label>',
        ((one.key, value, when(value == chosen, " checked"), label) for value, label in rows),
    )
    return format_html('<div class="checkrow">{}</div>', labels)


def _boxes(one: Filter, options: Options, setting: Setting) -> SafeString:
    labels = format_html_join(
        "",
        '<label><input type="checkbox" name="{}" value="{}"{}>{}</label>',
        ((one.key, value, when(value in setting.values, " checked"), label) for value, label in options),
    )
    return format_html('<div class="checkrow">{}</div>', labels)


def _picker(one: Filter, options: Options, setting: Setting) -> SafeString:
    rows = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((value, when(value in setting.values, " selected"), label) for value, label in options),
    )
    return format_html(
        '<select class="pop-in" id="filter-{}" name="{}" multiple data-picker aria-label="{}">{}</select>',
        one.key, one.key, one.label, rows,
    )  # fmt: skip


def controls(one: Filter, options: Options, setting: Setting) -> SafeString:
    """What one filter is set with."""
    if one.kind == "days":
        return _days(one, setting)
    if one.kind == "flag" or getattr(one, "one", False):
        return _radios(one, options, setting)
    return (_picker if len(options) > MOST_BOXES else _boxes)(one, options, setting)
