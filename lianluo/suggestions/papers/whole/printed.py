"""The whole file as a page to be printed, and as a PDF of the same."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from lianluo.congress.calendar import work_calendar
from lianluo.papers.pdf import pdf
from lianluo.suggestions.papers.whole.files import Kept, kept_files
from lianluo.suggestions.papers.whole.readme import root_words, verdict
from lianluo.suggestions.papers.words import held_by, proposers
from lianluo.suggestions.selectors import life
from lianluo.suggestions.selectors.timeline import timeline
from lianluo.suggestions.selectors.whole import Whole, editions

TEMPLATE = "suggestions/whole/print.html"
HEADER = 34
"""Characters of the title that fit into the head of a page."""


def as_pdf(whole: Whole) -> IO[bytes]:
    """Raises `NoPdf` with a sentence where the machine cannot. Official papers are Chinese, whoever asks for them."""
    with override(settings.LANGUAGE_CODE):
        return BytesIO(laid_out(whole, kept_files(whole)))


def laid_out(whole: Whole, kept: Sequence[Kept]) -> bytes:
    return pdf(_html(whole, kept, loose=False), style())


def as_html(whole: Whole, kept: Sequence[Kept]) -> str:
    """A page that lies beside its style in the zip."""
    return _html(whole, kept, loose=True)


def style() -> str:
    return (Path(__file__).parent / "whole.css").read_text(encoding="utf-8")


def _html(whole: Whole, kept: Sequence[Kept], *, loose: bool) -> str:
    case, file = whole.case, whole.file
    today, calendar = timezone.localdate(whole.at), work_calendar()
    rows = timeline(whole.events, file.handlings, veil=file.veil)
    clocks = sorted(file.clocks, key=lambda one: (one.started_on, one.due_on))
    facts: dict[str, Any] = {
        "whole": whole,
        "case": case,
        "file": file,
        "loose": loose,
        "header": _header(whole),
        "held_by": held_by(case),
        "proposers": proposers(case),
        "clocks": [(one, life.clock(one, today, calendar)) for one in clocks],
        "history": rows[::-1],
        "editions": editions(whole),
        "turns": list(reversed(file.rounds)),
        "kept": kept,
        "verdict": verdict(whole, kept),
        "sound": whole.sound and not any(one.fault for one in kept),
        "root": root_words(whole),
    }
    return render_to_string(TEMPLATE, facts)


def _header(whole: Whole) -> str:
    """Number and title for the head of every page, on one line."""
    title = str(whole.case)
    short = title if len(title) <= HEADER else f"{title[:HEADER]}…"
    return f"{whole.case.number_words}　{short}".strip("　")
