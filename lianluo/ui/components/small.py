"""Small parts: icon, badge, deadline, tag, answer class, avatar, bars, key and value."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lianluo.ui.components.base import NOTHING

ICONS = Path(__file__).parent.parent / "assets" / "icons.txt"


class UnknownIcon(KeyError):
    """The name is not in assets/icons.txt."""


@cache
def icon_names() -> frozenset[str]:
    """Every icon that the sprite holds."""
    lines = (line.split() for line in ICONS.read_text(encoding="utf-8").splitlines())
    return frozenset(parts[0] for parts in lines if parts and not parts[0].startswith("#"))


@cache
def icon(name: str, label: str = "", size: str = "") -> SafeString:
    """An icon of the sprite. With `label` it is read out, without it is decoration. `size`: "" or "lg"."""
    if name not in icon_names():
        raise UnknownIcon(name)
    href = f"{static('ui/dist/icons.svg')}#{name}"
    more = format_html(' role="img" aria-label="{}"', label) if label else SafeString(' aria-hidden="true"')
    css = f"i i-{size}" if size else "i"
    return format_html('<svg class="{}"{}><use href="{}"/></svg>', css, more, href)


def _step5(percent: float) -> int:
    return max(0, min(100, round(percent / 5) * 5))


def badge(state: Any = None, label: object = "", tone: str | None = None, p: int | None = None) -> SafeString:
    """A state in words, with a ring that fills as the case moves on. `state` has `.label .tone .progress`."""
    words = label or getattr(state, "label", "")
    shade = getattr(state, "tone", "") if tone is None else tone
    progress = getattr(state, "progress", 0) if p is None else p
    css = f"badge b-{shade}" if shade else "badge"
    return format_html('<span class="{}" data-p="{}">{}</span>', css, _step5(progress), words)


def due(value: Any) -> SafeString:
    """A `Due` on two lines: how long, and the date."""
    if value is None:
        return SafeString('<span class="due due-none"><b>—</b></span>')
    css = f"due due-{value.tone}" if value.tone else "due"
    note = format_html("<small>{}</small>", value.note) if value.note else NOTHING
    return format_html('<span class="{}"><b>{}{}</b>{}</span>', css, lamp(value.light), value.label, note)


def lamp(light: Any) -> SafeString:
    """A traffic light: hollow, half or full, so that it reads without colour; the word is read out and on hover."""
    if light is None:
        return NOTHING
    return format_html(
        '<i class="lamp lamp-{}" title="{}"></i><span class="vh">{} </span>', light, light.label, light.label
    )


def tag(label: object, tone: str = "") -> SafeString:
    """A small framed word. Tones: key, guess, ok, warn, bad."""
    return format_html('<span class="{}">{}</span>', f"tag tag-{tone}" if tone else "tag", label)


def cls(letter: str, label: str = "") -> SafeString:
    """The class of an answer, A to D; a dash before there is one."""
    if not letter:
        return SafeString('<span class="muted">—</span>')
    said = label or _("答复类别 %s") % letter
    return format_html('<span class="cls cls-{}" title="{}">{}</span>', letter.lower(), said, letter)


def avatar(name: str) -> SafeString:
    """The first character of a name in a circle."""
    return format_html('<span class="ava" aria-hidden="true">{}</span>', (name or "？")[:1])


def _percent(part: float | Decimal, whole: float | Decimal) -> float:
    return round(max(0.0, min(100.0, float(part) * 100 / float(whole))), 1) if whole else 0.0


def hbar(part: float | Decimal, whole: float | Decimal, tone: str = "") -> SafeString:
    """A bar of part in whole; the figures stand beside it in words."""
    return format_html(
        '<svg class="{}" aria-hidden="true"><rect width="{}%" height="100%" rx="2"/></svg>',
        f"hbar {tone}".strip(), _percent(part, whole),
    )  # fmt: skip


def progress(done: int, total: int, label: str = "", tone: str = "") -> SafeString:
    """How far a long task is, read out as a progress bar."""
    return format_html(
        '<svg class="{}" role="progressbar" aria-label="{}" aria-valuemin="0" aria-valuemax="{}" '
        'aria-valuenow="{}"><rect width="{}%" height="100%" rx="4"/></svg>',
        f"bar-run {tone}".strip(), label or _("进度"), total, done, _percent(done, total),
    )  # fmt: skip


def spark(values: Sequence[float]) -> SafeString:
    """A line of up to a dozen values without axes; the figure beside it says the last one."""
    if len(values) < 2:
        return NOTHING
    low, high = min(values), max(values)
    span = (high - low) or 1
    step = 72 / (len(values) - 1)
    points = [(round(n * step, 1), round(25 - (v - low) / span * 22, 1)) for n, v in enumerate(values)]
    line = " ".join(f"{x},{y}" for x, y in points)
    return format_html(
        '<svg class="spark" viewBox="0 0 72 28" aria-hidden="true"><polyline points="{}"/>'
        '<circle cx="{}" cy="{}" r="3.5"/></svg>',
        line, *points[-1],
    )  # fmt: skip


def figure(
    label: object, value: object, unit: object = "", note: object = "", url: str = "",
    spark_values: Sequence[float] = (),
) -> SafeString:  # fmt: skip
    """A figure that opens into its records when `url` is given."""
    inner = format_html(
        '<span class="l">{}</span><span class="v"><b>{}{}</b>{}</span>{}',
        label, f"{value:,}" if isinstance(value, int) else value,
        format_html("<small>{}</small>", unit) if unit else "", spark(spark_values),
        format_html('<span class="d">{}</span>', note) if note else "",
    )  # fmt: skip
    if url:
        return format_html('<a class="fig" href="{}">{}</a>', url, inner)
    return format_html('<div class="fig">{}</div>', inner)


def kv(*pairs: object) -> SafeString:
    """Labels and values in turn; a pair without a value is left out."""
    rows = [
        (label, value)
        for label, value in zip(pairs[::2], pairs[1::2], strict=True)
        if value not in (None, "")
    ]
    return format_html('<dl class="kv">{}</dl>', format_html_join("", "<dt>{}</dt><dd>{}</dd>", rows))


def how(text: object, label: object = "") -> SafeString:
    """「怎么算的」: the reckoning behind a figure or a deadline, closed at first."""
    if not text:
        return NOTHING
    return format_html(
        '<details class="how"><summary>{}</summary><p>{}</p></details>', label or _("怎么算的"), text
    )


def empty(name: str, heading: object, text: object = "", url: str = "", label: object = "") -> SafeString:
    """Nothing here: why, and what to do next."""
    button = format_html('<p class="row"><a class="btn" href="{}">{}</a></p>', url, label) if url else NOTHING
    words = format_html("<p>{}</p>", text) if text else NOTHING
    return format_html('<div class="empty">{}<h3>{}</h3>{}{}</div>', icon(name), heading, words, button)


def brandmark() -> SafeString:
    """Our mark: a point that sends out two waves."""
    return SafeString(
        '<svg class="mark" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.4" '
        'stroke-linecap="round" aria-hidden="true"><circle cx="12" cy="18.2" r="2.3" fill="currentColor" '
        'stroke="none"/><path d="M6.4 17.6a5.7 5.7 0 0 1 11.2 0M1.9 17a10.2 10.2 0 0 1 20.2 0"/></svg>'
    )
