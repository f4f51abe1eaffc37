"""Moves on many suggestions at once."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from lianluo.kernel.verdict import Verdict
from lianluo.people.actor import Actor
from lianluo.suggestions import services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.closing import ArchiveForm
from lianluo.suggestions.forms.staff import NoteForm
from lianluo.suggestions.selectors.archive import missing
from lianluo.ui.lists import Bulk


def _may(move: str) -> Any:
    def judge(actor: Actor, row: Any) -> Verdict:
        return SUGGESTION.judge(actor, row, move)

    return judge


def _urged(rows: Sequence[Any]) -> str:
    units = {pk for row in rows for pk in row.unit_ids}
    said = ngettext("将通知 %d 个单位尽快办理。", "将通知 %d 个单位尽快办理。", len(units))
    return said % len(units)


def _reminded(rows: Sequence[Any]) -> str:
    seats = {pk for row in rows for pk in {*row.asked_ids} - {*row.rated_ids}}
    return ngettext("将提醒 %d 名代表评价。", "将提醒 %d 名代表评价。", len(seats)) % len(seats)


def _archived(rows: Sequence[Any]) -> str:
    """How many files will lie complete, and how many lack a piece."""
    gaps = [row for row in rows if missing(row)]
    said = ngettext("将归档 %d 件，给档号。", "将归档 %d 件，给档号。", len(rows)) % len(rows)
    if not gaps:
        return said
    lack = ngettext(
        "其中 %d 件案卷不齐，写明原因才能归档。", "其中 %d 件案卷不齐，写明原因才能归档。", len(gaps)
    )
    return f"{said}{lack % len(gaps)}"


def _for_liaison(actor: Actor) -> bool:
    return actor.is_liaison


BULKS = (
    Bulk(
        "urge",
        _("催办"),
        judge=_may("urge"),
        run=lambda row, actor, at, data: services.urge(row, actor=actor, at=at, note=data.get("note", "")),
        effect=_urged,
        form=NoteForm,
        shown=_for_liaison,
    ),
    Bulk(
        "remind",
        _("提醒评价"),
        judge=_may("remind"),
        run=lambda row, actor, at, data: services.remind(row, actor=actor, at=at),
        effect=_reminded,
        shown=_for_liaison,
    ),
    Bulk(
        "archive",
        _("归档"),
        judge=_may("archive"),
        run=lambda row, actor, at, data: services.archive(row, actor=actor, at=at, note=data.get("note", "")),
        effect=_archived,
        form=ArchiveForm,
        shown=_for_liaison,
    ),
)
