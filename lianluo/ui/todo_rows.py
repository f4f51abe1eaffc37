"""The to-do list: groups with rows, each with what, why mine, when, and the button that does it."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.ui.components.base import NOTHING, together
from lianluo.ui.components.small import due, empty, icon
from lianluo.ui.components.text import title, words
from lianluo.ui.todo import Todo, TodoEntry, TodoGroup

MARKS = {"overdue": ("bad", "alert"), "today": ("warn", "clock")}
FIRST = 10  # rows of a group that are shown at once


def todo_row(entry: TodoEntry, first: bool = False) -> SafeString:
    """One thing to do."""
    number = format_html("<span>{}</span><i>│</i>", entry.number) if entry.number else NOTHING
    button = format_html(
        '<a class="btn btn-sm {}" href="{}" aria-label="{}：{}">{}</a>',
        "btn-go" if first else "btn-do", entry.action_url or entry.url, entry.action, entry.title, entry.action,
    )  # fmt: skip
    return format_html(
        '<li class="todo-row" data-row><div><a class="t" href="{}">{}</a><p class="why">{}{}</p></div>{}{}</li>',
        entry.url, title(entry.title), number, words(str(entry.why)), due(entry.due), button,
    )  # fmt: skip


def todo_group(group: TodoGroup, first: bool = False) -> SafeString:
    """逾期, 今日, 本周 or 以后."""
    tone, mark = MARKS.get(group.key, ("", ""))
    rows = [todo_row(entry, first and n == 0) for n, entry in enumerate(group.entries)]
    more = NOTHING
    if len(rows) > FIRST:
        label = _("再看%(group)s %(n)d 件") % {"group": group.label, "n": len(rows) - FIRST}
        more = format_html(
            '<details class="more"><summary>{}</summary><ol>{}</ol></details>', label, together(rows[FIRST:])
        )
    return format_html(
        '<section aria-labelledby="g-{}"><h2 id="g-{}"><span class="{} gh">{}{}</span><span class="n">{}</span></h2>'
        '<div class="panel"><ol>{}</ol>{}</div></section>',
        group.key, group.key, tone, icon(mark) if mark else "", group.label, ngettext("%d 件", "%d 件", len(rows)) % len(rows),
        together(rows[:FIRST]), more,
    )  # fmt: skip


def todo_groups(todo: Todo) -> SafeString:
    """The whole list; nothing to do is said kindly."""
    if not todo.groups:
        return empty("check", _("都办完了"), _("现在没有等您办的事。有新的会在这里，也会通知您。"))
    groups = together(todo_group(group, n == 0) for n, group in enumerate(todo.groups))
    return format_html('<div class="todo-list" data-list>{}</div>', groups)


def todo_cards(entries: list[TodoEntry]) -> SafeString:
    """The most urgent on the phone: big targets, one button each."""
    rows = together(_card(entry, n == 0) for n, entry in enumerate(entries))
    return format_html('<ol class="card wait">{}</ol>', rows) if entries else NOTHING


def _card(entry: TodoEntry, first: bool) -> SafeString:
    tone = entry.due.tone if entry.due else ""
    label = (
        format_html('<b class="{}">{}</b>　', "" if tone == "none" else tone, entry.due.label)
        if entry.due
        else NOTHING
    )
    return format_html(
        '<li><div><p class="wl">{}{}</p><p class="wt">{}</p></div><a class="btn btn-tap {}" href="{}">{}</a></li>',
        label, entry.number, title(entry.title), "btn-go" if first else "btn-do", entry.action_url or entry.url,
        entry.action,
    )  # fmt: skip
