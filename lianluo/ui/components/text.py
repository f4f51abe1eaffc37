"""Text as people read it: dates, amounts, titles that break only between words, paragraphs, masked numbers."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

import rjieba
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lianluo.kernel.language import full_day, short_day
from lianluo.ui.components.base import together

WBR = SafeString("<wbr>")
BEFORE_WORD = set("“‘《〈（〔【+")
AFTER_WORD = set("，。、；：！？”’》〉）〕】…—·")
# Single characters that belong to the word behind or before them: 省|药品…, …|厅, 12|件.
OPENS = set("省市县区州镇乡村第各本全该每某新老大小副正不未已")
CLOSES = set("的地得了们等者性化式型率厅局委部院处办所站人名件个年月日号届次项条款轮份")
TAIL = re.compile(r"(的(?:建议|议案|请示|报告|意见|批评|提案|函|通知|决定))$")
SPLIT = re.compile(r"[，、；：]")
CLAUSE = 8  # a title is put on two lines at a comma only if both parts have this many characters
HEADING = re.compile(r"^[一二三四五六七八九十]{1,3}、\S{0,23}[^\s。；，：！？]$")


def _local(value: date | datetime) -> date | datetime:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


def day(value: date | datetime | None, today: date | None = None) -> str:
    """5月20日, with the year when it is not this year."""
    if value is None:
        return ""
    value = _local(value)
    this_year = (today or timezone.localdate()).year
    if value.year != this_year:
        return date_full(value)
    return short_day(value)


def date_full(value: date | datetime | None) -> str:
    """2026年5月20日."""
    if value is None:
        return ""
    value = _local(value)
    return full_day(value)


def moment(value: datetime | None) -> str:
    """5月20日 14:03."""
    if value is None:
        return ""
    value = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{day(value)} {value:%H:%M}"


def amount(value: int | None, unit: str = "") -> str:
    """1,262 件."""
    if value is None:
        return "—"
    return f"{value:,} {unit}".strip()


def _glued(last: str, piece: str) -> bool:
    """Must `piece` stay on the line of `last`?"""
    if last[-1:] in BEFORE_WORD or piece[:1] in AFTER_WORD or piece.isspace():
        return True
    return last in OPENS or piece in CLOSES


def _pieces(text: str) -> SafeString:
    """`text` with <wbr> before each word, so that lines break there and nowhere else."""
    out: list[object] = []
    last = "“"
    for piece in rjieba.cut(text):
        if out and not _glued(last, piece):
            out.append(WBR)
        out.append(piece)
        last = piece
    return together(out)


@lru_cache(maxsize=16384)
def words(text: str) -> SafeString:
    """`text` that breaks only between words."""
    return format_html('<span class="ka">{}</span>', _pieces(text))


def _halves(text: str) -> tuple[str, str]:
    """A long text cut at the comma nearest to its middle; ("", text) when there is no fair place."""
    places = [m.end() for m in SPLIT.finditer(text) if CLAUSE <= m.end() <= len(text) - CLAUSE]
    if not places:
        return "", text
    cut = min(places, key=lambda place: abs(place - len(text) / 2))
    return text[:cut], text[cut:]


@lru_cache(maxsize=16384)
def title(text: str, plain: bool = False) -> SafeString:
    """A title: 关于 and 的建议 step back, so that the subject stands out; lines break between words."""
    dim = "" if plain else "q"
    head, body, tail = "", text, ""
    if found := TAIL.search(text):
        body, tail = text[: found.start()], found.group(1)
        if body.startswith("关于"):
            head, body = "关于", body[2:]
    first, second = _halves(body)
    start = format_html('<span class="{}">{}</span>', dim, head) if head else SafeString("")
    end = format_html('<span class="{} nb">{}</span>', dim, tail) if tail else SafeString("")
    if not first:
        return format_html('<span class="ka">{}{}{}</span>', start, _pieces(second), end)
    return format_html(
        '<span class="ka"><span class="cl">{}{}</span><span class="cl">{}{}</span></span>',
        start, _pieces(first), _pieces(second), end,
    )  # fmt: skip


def paragraphs(text: str) -> SafeString:
    """Plain text as paragraphs. A short line 「一、…」 is a heading; numbering is kept as written."""
    lines = (line.strip(" \t　") for line in str(text or "").splitlines())
    made = (
        format_html("<h3>{}</h3>" if HEADING.match(line) else "<p>{}</p>", line) for line in lines if line
    )
    return together(made)


def filesize(size: int) -> str:
    """412 KB, 3.1 MB."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def masked(value: str, kind: str = "phone") -> str:
    """138 **** 5521 for a phone, 4301**********12 for an identity number, 张* for a name."""
    text = str(value or "").replace(" ", "")
    if not text:
        return ""
    if kind == "phone":
        return f"{text[:3]} **** {text[-4:]}" if len(text) >= 8 else "*" * len(text)
    if kind == "id":
        return text[:4] + "*" * max(0, len(text) - 6) + text[-2:] if len(text) > 6 else "*" * len(text)
    return text[0] + "*" * (len(text) - 1)


def joined(parts: Iterable[object], separator: str = "　") -> SafeString:
    """Those of `parts` that are not empty, escaped, with `separator` between them."""
    return together((part for part in parts if part), separator)
