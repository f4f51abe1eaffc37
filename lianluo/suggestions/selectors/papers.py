"""The papers of a case that one may have, each with what it is, whose, and from when. No query of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import Extension, Handling, Objection
from lianluo.suggestions.states import NO_SUGGESTION, ExtensionState, HandlingState

WHY = "rows of a handling that is itself in scope"
OBJECTION = JSONObject(id="pk", at="at", upheld="upheld", decided_at="decided_at")
EXTENSION = JSONObject(id="pk", state="state", requested_at="requested_at", decided_at="decided_at")
TOLD = NO_SUGGESTION
"""States of which the deputies are told by a letter of the deputies' body."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper: what it is called, whose it is, from when, and where to get it."""

    label: str
    who: str
    at: datetime | None
    url: str


def beside_handling() -> dict[str, ArraySubquery]:
    """What a handling brings along for this list, in its own query."""
    objections = Objection.objects.everywhere(WHY).filter(handling=OuterRef("pk")).order_by("pk")
    extensions = Extension.objects.everywhere(WHY).filter(handling=OuterRef("pk")).order_by("pk")
    return {
        "every_objection": ArraySubquery(objections.values(row=OBJECTION)),
        "every_extension": ArraySubquery(extensions.values(row=EXTENSION)),
    }


def papers_of(file: Any, actor: Actor) -> list[PaperRow]:
    """All papers of the case that `actor` may have, newest last."""
    found = [*_notice(file), *_of_units(file, actor), *_answers(file, actor), *_feedback(file, actor)]
    return sorted(found, key=lambda row: (row.at is None, row.at.timestamp() if row.at else 0))


def _notice(file: Any) -> Iterator[PaperRow]:
    case = file.suggestion
    if case.state in TOLD:
        yield PaperRow(_("处理告知"), "", None, reverse("suggestions:notice", args=[case.pk]))


def _of_units(file: Any, actor: Actor) -> Iterator[PaperRow]:
    for one in file.handlings:
        if one.state != HandlingState.DISPATCHING and policy.may_have_sheet(actor, one):
            yield _row(_("交办单"), one, one.assigned_at, "sheet", one.pk)
        if policy.may_have_request(actor, one):
            yield from _requests(one)
        met = one.state in (HandlingState.SIGNED, HandlingState.REPLIED, HandlingState.DONE)
        if met and one.role.answers_deputy and policy.may_have_record(actor, one):
            yield _row(_("当面答复记录"), one, None, "record", one.pk)


def _requests(one: Handling) -> Iterator[PaperRow]:
    rows: Any = one
    for asked in rows.every_objection:
        said = {None: _("退办单"), True: _("改办单"), False: _("退办单（不同意）")}[asked["upheld"]]
        yield _row(said, one, _moment(asked["decided_at"] or asked["at"]), "transfer_form", asked["id"])
    for asked in rows.every_extension:
        state = ExtensionState(asked["state"])
        label = _("延期申请（%s）") % state.label
        at = _moment(asked["decided_at"] or asked["requested_at"])
        yield _row(label, one, at, "extension_form", asked["id"])


def _answers(file: Any, actor: Actor) -> Iterator[PaperRow]:
    for round_ in file.rounds:
        for answer in round_.answers:
            label = _("答复函（再次答复）") if answer.round > 1 else _("答复函")
            yield _row(label, answer.handling, answer.delivered_at, "letter", answer.id)
    if policy.may_read_opinions(actor, file.suggestion):
        for one in file.opinions:
            yield _row(_("会办意见"), one.handling, one.delivered_at, "opinion", one.id)


def _feedback(file: Any, actor: Actor) -> Iterator[PaperRow]:
    """A deputy's own form; for those who have all of them the lead's, and each that was filled in."""
    case = file.suggestion
    for round_ in file.rounds:
        if not round_.answers:
            continue
        rated = {one.seat_id: one for one in round_.ratings}
        for seat_id in sorted({case.lead_id, *actor.seat_ids, *rated}):
            if policy.may_have_feedback(actor, case, seat_id):
                given = rated.get(seat_id)
                who = given.name if given else case.lead_name if seat_id == case.lead_id else actor.name
                label = _("征询意见表（第 %d 轮）") % round_.number if round_.number > 1 else _("征询意见表")
                url = reverse("suggestions:feedback_form", args=[case.pk, round_.number, seat_id])
                yield PaperRow(label, str(who), given.at if given else None, url)


def _row(label: str, one: Handling, at: datetime | None, page: str, pk: int) -> PaperRow:
    return PaperRow(label, str(one.unit), at, reverse(f"suggestions:{page}", args=[pk]))


def _moment(text: str | None) -> datetime | None:
    return parse_datetime(text) if text else None
