"""Moves on many suggestions at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions import services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.closing import ArchiveForm
from lianluo.suggestions.forms.outcomes import MergeIntoForm
from lianluo.suggestions.forms.plans import ManyUnits
from lianluo.suggestions.forms.staff import NoteForm, TopicForm
from lianluo.suggestions.models import Handling
from lianluo.suggestions.policy.units import REGISTRARS
from lianluo.suggestions.selectors.archive import missing
from lianluo.suggestions.selectors.merging import by_number
from lianluo.suggestions.states import HandlingState, Share, SuggestionState
from lianluo.trail.steps import Refused
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


def _has_sheets(actor: Actor, row: Any) -> Verdict:
    """Handed to units, and the sheets may be had."""
    return YES if row.assigned_at else no(_("还没有交办，没有交办单。"))


def _zipped(rows: Sequence[Any]) -> str:
    return now_("每个承办单位一份交办单，打成一个压缩包；做好以后可以下载一周。")


def _zip(actor: Actor, keys: list[int], at: datetime, back_url: str) -> LongWork:
    label = now_("打印交办单")
    return start(actor, label, len(keys), "suggestions.zip_sheets", at=at, back_url=back_url, keys=keys)


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


def _for_assigners(actor: Actor) -> bool:
    return actor.is_liaison or actor.has(RoleKind.SESSION_STAFF)


def _for_delegation(actor: Actor) -> bool:
    return bool(actor.delegation_ids)


def _assigned(rows: Sequence[Any]) -> str:
    said = ngettext(
        "%d 件交给同样的单位，承办单位和代表马上收到通知。",
        "%d 件交给同样的单位，承办单位和代表马上收到通知。",
        len(rows),
    )
    return said % len(rows)


def _may_close_satisfied(actor: Actor, row: Any) -> Verdict:
    """Many at once only where nobody was dissatisfied; the others are looked at one by one."""
    if row.state == SuggestionState.RATED and row.final_share != Share.YES:
        return no(_("代表不满意的，请逐件处理。"))
    return SUGGESTION.judge(actor, row, "close")


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
    Bulk(
        "sheets",
        _("打印交办单"),
        judge=_has_sheets,
        work=_zip,
        effect=_zipped,
        tone="",
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
    Bulk(
        "assign",
        _("交办"),
        judge=_may("assign"),
        run=lambda row, actor, at, data: services.assign(row, data["tasks"], actor=actor, at=at),
        effect=_assigned,
        form=ManyUnits,
        shown=_for_assigners,
    ),
    Bulk(
        "accept",
        _("立案编号"),
        judge=_may("accept"),
        run=lambda row, actor, at, data: services.accept(row, actor=actor, at=at, topic=data["topic"]),
        form=TopicForm,
        shown=_for_assigners,
    ),
    Bulk(
        "pass_on",
        _("初审通过"),
        judge=_may("pass_on"),
        run=lambda row, actor, at, data: services.pass_on(row, actor=actor, at=at, note=data.get("note", "")),
        form=NoteForm,
        shown=_for_delegation,
    ),
    Bulk(
        "close",
        _("办结"),
        judge=_may_close_satisfied,
        run=lambda row, actor, at, data: services.close(row, actor=actor, at=at, note=data.get("note", "")),
        form=NoteForm,
        shown=_for_liaison,
    ),
)


def _to_sign(actor: Actor, row: Any) -> Verdict:
    if row.mine_state != HandlingState.ASSIGNED:
        return no(_("没有等本单位签收的部分。"))
    return YES if actor.units(*REGISTRARS) else no(_("由承办单位办理这一步。"))


def _sign(row: Any, actor: Actor, at: datetime, data: Any) -> None:
    parts = _parts(row, actor, HandlingState.ASSIGNED).filter(unit__in=actor.units(*REGISTRARS))
    for part in _some(parts, _("没有等本单位签收的部分。")):
        services.sign_for(part, actor=actor, at=at)


def _to_dispatch(actor: Actor, row: Any) -> Verdict:
    if row.office_due is None:
        return no(_("没有等本机构分办的部分。"))
    return YES if actor.units(RoleKind.DISPATCHER) else no(_("由交办机构分办。"))


def _dispatch(row: Any, actor: Actor, at: datetime, data: Any) -> None:
    office = actor.units(RoleKind.DISPATCHER)
    parts = _parts(row, actor, HandlingState.DISPATCHING).filter(unit__dispatched_by__in=office)
    for part in _some(parts, _("没有等本机构分办的部分。")):
        services.dispatch(part, actor=actor, at=at, note=data.get("note", ""))


def _parts(row: Any, actor: Actor, state: str) -> Any:
    rows = Handling.objects.within(actor.scope).filter(suggestion=row.pk, state=state)
    return rows.select_related("unit", "congress", "suggestion__congress", "suggestion__lead__person")


def _some(parts: Any, sentence: Any) -> list[Any]:
    found = list(parts.order_by("pk"))
    if not found:
        raise Refused(str(sentence))
    return found


def _signed(rows: Sequence[Any]) -> str:
    said = ngettext(
        "签收 %d 件，每件留下一份带校验值的回执。", "签收 %d 件，每件留下一份带校验值的回执。", len(rows)
    )
    return said % len(rows)


def _dispatched(rows: Sequence[Any]) -> str:
    said = ngettext(
        "按方案的单位分办 %d 件，承办单位马上收到通知。",
        "按方案的单位分办 %d 件，承办单位马上收到通知。",
        len(rows),
    )
    return said % len(rows)


SIGN = Bulk(
    "sign_for", _("签收"), judge=_to_sign, run=_sign, effect=_signed,
    shown=lambda actor: bool(actor.units(*REGISTRARS)),
)  # fmt: skip
DISPATCH = Bulk(
    "dispatch", _("分办"), judge=_to_dispatch, run=_dispatch, effect=_dispatched, form=NoteForm,
    shown=lambda actor: bool(actor.units(RoleKind.DISPATCHER)),
)  # fmt: skip
