"""The passage of a text in which the words stand, as safe HTML. Pure."""

import re
from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

WIDTH = 110


def pattern(words: Sequence[str]) -> re.Pattern[str] | None:
    """Matches any of `words`, longer ones first, in either case and with blanks between characters allowed."""
    wanted = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
    if not wanted:
        return None
    return re.compile("|".join(re.escape(word) for word in wanted), re.IGNORECASE)


def marked(text: str, words: Sequence[str]) -> SafeString:
    """`text` escaped, with the words in <mark>."""
    found = pattern(words)
    if found is None:
        return escape(text)
    out, last = [], 0
    for match in found.finditer(text):
        out += [escape(text[last : match.start()]), f"<mark>{escape(match.group())}</mark>"]
        last = match.end()
    joined = "".join([*out, escape(text[last:])]).replace("</mark><mark>", "")
    return mark_safe(joined)  # noqa: S308  every part is escaped


def snippet(text: str, words: Sequence[str], width: int = WIDTH) -> SafeString:
    """About `width` characters around the place where most of the words stand."""
    flat = " ".join(text.split())
    start = _densest(flat, words, width)
    end = min(len(flat), start + width)
    before, after = "…" if start else "", "…" if end < len(flat) else ""
    return mark_safe(f"{before}{marked(flat[start:end], words)}{after}")  # noqa: S308  marked escapes


def _densest(text: str, words: Sequence[str], width: int) -> int:
    """Where the window with the most different words begins."""
    found = pattern(words)
    places = [(match.start(), match.group().lower()) for match in found.finditer(text)] if found else []
    if not places or len(text) <= width:
        return 0
    best, most = places[0][0], 0
    for place, _word in places[:50]:
        inside = {word for start, word in places if place <= start < place + width}
        if len(inside) > most:
            best, most = place, len(inside)
    return max(0, min(best - width // 5, len(text) - width))
