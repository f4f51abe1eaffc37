"""Moves on many suggestions at once."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from lianluo.kernel.verdict import Verdict
from lianluo.people.actor import Actor
from lianluo.suggestions import services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.outcomes import MergeIntoForm
from lianluo.suggestions.forms.staff import NoteForm
from lianluo.suggestions.selectors.merging import by_number
from lianluo.trail.steps import Refused
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
    seats = {pk for row in rows for pk in row.signer_ids}
    return ngettext("将提醒 %d 名代表评价。", "将提醒 %d 名代表评价。", len(seats)) % len(seats)


def _for_liaison(actor: Actor) -> bool:
    return actor.is_liaison


def _merge(row: Any, actor: Actor, at: Any, data: Any) -> None:
    """Into the one whose number was given; that one itself stays as it is."""
    found, _unknown = by_number(row, actor, [data["main"].strip().removeprefix("第").removesuffix("号")])
    if not found:
        raise Refused(_("没有找到主件，请核对编号。"))
    if found[0].pk != row.pk:
        services.merge(found[0], [row], actor=actor, at=at, reason=data.get("reason", ""))


def _merged(rows: Sequence[Any]) -> str:
    said = ngettext(
        "%d 件一起交办、一起催办，答复仍分别送达。", "%d 件一起交办、一起催办，答复仍分别送达。", len(rows)
    )
    return said % len(rows)


BULKS = (
    Bulk(
        "merge",
        _("并案"),
        judge=_may("merge"),
        run=_merge,
        effect=_merged,
        form=MergeIntoForm,
        shown=_for_liaison,
    ),
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
)
