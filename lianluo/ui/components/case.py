"""Parts of a case page: steps, timeline, clocks, moves, documents."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.ui.components.base import BREAK, NOTHING, together, when
from lianluo.ui.components.forms import postbutton
from lianluo.ui.components.small import how, icon, lamp
from lianluo.ui.components.text import day, words
from lianluo.ui.parts import Clock, ClosedMove, MoveButton, MovesPanel, Step, Tile, TimelineRow


def steps(items: Sequence[Step]) -> SafeString:
    """Where a case stands of all steps."""
    rows = format_html_join(
        "",
        '<li class="{}"{}>{}{}</li>',
        (
            (
                step.state, when(step.state == "now", ' aria-current="step"'), step.label,
                format_html("<small>{}</small>", step.note) if step.note else "",
            )
            for step in items
        ),
    )  # fmt: skip
    return format_html('<ol class="steps" aria-label="{}">{}</ol>', _("办理步骤"), rows)


def steps_mini(done: int, total: int, tone: str = "") -> SafeString:
    """Small step bar of a card: `done` steps are behind, the next is now; tone "ok" when all are done."""
    classes = ("ok" if tone == "ok" else "d" if n < done else "n" if n == done else "" for n in range(total))
    marks = format_html_join("", '<i class="{}"></i>', ((css,) for css in classes))
    return format_html('<span class="steps-mini" aria-hidden="true">{}</span>', marks)


def _time(row: TimelineRow) -> SafeString:
    at = timezone.localtime(row.at) if isinstance(row.at, datetime) else row.at
    hour = format_html("<br>{}", f"{at:%H:%M}") if isinstance(at, datetime) else NOTHING
    return format_html('<time datetime="{}">{}{}</time>', at.isoformat(), day(at), hour)


def _timeline_row(row: TimelineRow) -> SafeString:
    heading = "<b>{}</b>" if row.tone not in {"sys", "wait"} else '<span class="muted">{}</span>'
    text = format_html("<p>{}</p>", words(row.text)) if row.text else NOTHING
    beside = [format_html('<a href="{}">{}</a>', link.url, link.label) for link in row.links]
    beside += [format_html("{}", row.spent)] if row.spent else []
    return format_html(
        '<li class="{}">{}<div class="x">{}{}</div><span class="u">{}</span></li>',
        row.tone, _time(row), format_html(heading, words(str(row.title))), text, together(beside, BREAK),
    )  # fmt: skip


def timeline(rows: Sequence[TimelineRow]) -> SafeString:
    """Who did what when."""
    if not rows:
        return format_html('<p class="muted">{}</p>', _("还没有记录。"))
    return format_html('<ol class="tl">{}</ol>', together(_timeline_row(row) for row in rows))


def verified(count: int, broken: int | None = None) -> SafeString:
    """The history was checked: unbroken, or broken at record number `broken`."""
    if broken is not None:
        text = _("第 %d 条与前后接不上，之后的记录不能当作依据。") % broken
        return format_html('<span class="verified verified-bad">{}{}</span>', icon("shieldx"), text)
    text = ngettext("历史已校验，%d 条记录连续无改动", "历史已校验，%d 条记录连续无改动", count) % count
    return format_html('<span class="verified">{}{}</span>', icon("shield"), text)


def clock(value: Clock) -> SafeString:
    """One deadline and how it was counted."""
    note = format_html('<p class="muted">{}</p>', value.note) if value.note else NOTHING
    return format_html(
        '<div class="clock"><span>{}</span><b class="{}">{}{}</b>{}{}</div>',
        value.label, value.tone, lamp(value.light), value.value, note, how(value.how),
    )  # fmt: skip


def move_button(button: MoveButton, csrf: str, css: str = "") -> SafeString:
    """One open move: a link to its form, or a form of its own."""
    tone = f" btn-{button.tone}" if button.tone else ""
    css = f"btn{tone} {css}".strip()
    if button.post:
        return postbutton(
            button.url, button.label, css, csrf, icon_name=button.icon,
            confirm=button.confirm, confirm_text=button.confirm_text,
        )  # fmt: skip
    mark = icon(button.icon) if button.icon else NOTHING
    return format_html('<a class="{}" href="{}">{}{}</a>', css, button.url, mark, button.label)


def _closed(item: ClosedMove) -> SafeString:
    return format_html(
        '<li><span class="closed">{}{}</span><p>{}</p></li>',
        icon("lock"),
        item.label,
        words(str(item.reason)),
    )


def moves(panel: MovesPanel, csrf: str) -> SafeString:
    """What the reader may do: the first move wide, others in pairs; closed ones greyed with the reason."""
    if not panel.open and not panel.closed:
        return format_html('<p class="muted">{}</p>', _("这件事现在不等您办。"))
    first = move_button(panel.open[0], csrf) if panel.open else NOTHING
    rest = together(move_button(button, csrf) for button in panel.open[1:])
    pairs = format_html('<div class="two">{}</div>', rest) if rest else NOTHING
    closed = format_html("<ul>{}</ul>", together(map(_closed, panel.closed))) if panel.closed else ""
    return format_html('<div class="moves">{}{}{}</div>', first, pairs, closed)


def tile(value: Tile) -> SafeString:
    """A document with name, note and what may be done with it."""
    end = icon("lock", _("不公开")) if value.locked else icon("download") if value.url else NOTHING
    inner = format_html(
        '{}<span><b>{}</b><small class="{}">{}</small></span>{}',
        icon(value.kind), value.name, "bad" if value.bad else "", value.note, end,
    )  # fmt: skip
    css = "tile tile-bad" if value.bad else "tile"
    if value.url:
        return format_html('<a class="{}" href="{}">{}</a>', css, value.url, inner)
    return format_html('<div class="{}">{}</div>', css, inner)
