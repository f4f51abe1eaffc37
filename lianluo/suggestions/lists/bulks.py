"""Moves on many suggestions at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions import services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.staff import NoteForm
from lianluo.ui.lists import Bulk
from lianluo.ui.models import LongWork
from lianluo.ui.work import start


def _may(move: str) -> Any:
    def judge(actor: Actor, row: Any) -> Verdict:
        return SUGGESTION.judge(actor, row, move)

    return judge


def _urged(rows: Sequence[Any]) -> str:
    units = {pk for row in rows for pk in row.unit_ids}
    said = ngettext("将通知 %d 个单位尽快办理。", "将通知 %d 个单位尽快办理。", len(units))
    return said % len(units)


def _reminded(rows: Sequence[Any]) -> str:
    seats = {pk for row in rows for pk in row.signer_ids}
    return ngettext("将提醒 %d 名代表评价。", "将提醒 %d 名代表评价。", len(seats)) % len(seats)


def _for_liaison(actor: Actor) -> bool:
    return actor.is_liaison


def _has_sheets(actor: Actor, row: Any) -> Verdict:
    """Handed to units, and the sheets may be had."""
    return YES if row.assigned_at else no(_("还没有交办，没有交办单。"))


def _zipped(rows: Sequence[Any]) -> str:
    return now_("每个承办单位一份交办单，打成一个压缩包；做好以后可以下载一周。")


def _zip(actor: Actor, keys: list[int], at: datetime, back_url: str) -> LongWork:
    label = now_("打印交办单")
    return start(actor, label, len(keys), "suggestions.zip_sheets", at=at, back_url=back_url, keys=keys)


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
        "sheets",
        _("打印交办单"),
        judge=_has_sheets,
        work=_zip,
        effect=_zipped,
        tone="",
        shown=_for_liaison,
    ),
)
