"""A plan is lived through by the services that people reach, each step at its true moment."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from lianluo.notices.telling import quietly
from lianluo.suggestions import services as say
from lianluo.suggestions.intake.hats import Hats
from lianluo.suggestions.intake.plan import Plan, RatingPlan
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import HandlingState, SuggestionState

LATER = timedelta(hours=1)


@transaction.atomic
def live(plan: Plan, hats: Hats, now: datetime) -> Suggestion:
    """From the draft as far as the plan goes. Nobody is told: what is loaded happened long ago."""
    with quietly():
        case = _submitted(plan, hats)
        if plan.outcome:
            _turned_away(case, plan, hats)
        elif plan.accepted_at:
            say.accept(case, actor=hats.clerk(), at=plan.accepted_at, topic=plan.topic, number=plan.number)
            if plan.assigned_at:
                _handled(case, plan, hats, now)
    return case


def _submitted(plan: Plan, hats: Hats) -> Suggestion:
    lead, at = hats.deputy(plan.lead), plan.submitted_at
    case = say.start_draft(actor=lead, at=at, text=plan.text)
    if plan.cosigners:
        say.invite(case, plan.cosigners, actor=lead, at=at)
        for seat in plan.cosigners:
            say.cosign(case, actor=hats.deputy(seat), at=at)
    say.submit(case, actor=lead, at=at)
    if case.state == SuggestionState.DELEGATION_REVIEW and (
        plan.passed_at or plan.accepted_at or plan.outcome
    ):
        say.pass_on(case, actor=hats.delegation(case), at=plan.passed_at or at)
    return case


def _turned_away(suggestion: Suggestion, plan: Plan, hats: Hats) -> None:
    at, reason = plan.outcome_at or plan.submitted_at, plan.outcome_reason
    talk = say.Talk(how="", on=localtime(at).date().isoformat(), with_whom=str(plan.lead.person))
    match plan.outcome:
        case SuggestionState.NOT_ACCEPTED:
            ground = plan.outcome_ground
            say.not_accept(suggestion, actor=hats.clerk(), at=at, ground=ground, reason=reason, talk=talk)
        case SuggestionState.REFERENCE:
            say.refer(suggestion, actor=hats.clerk(), at=at, reason=reason, talk=talk)
        case SuggestionState.RETURNED:
            say.send_back(suggestion, actor=hats.clerk(), at=at, advice=reason)
        case _:
            say.withdraw(suggestion, actor=hats.deputy(plan.lead), at=at, reason=reason)


def _handled(case: Suggestion, plan: Plan, hats: Hats, now: datetime) -> None:
    assert plan.assigned_at is not None
    tasks = [say.Task(unit=part.unit, mode=part.mode, part=part.part) for part in plan.parts]
    say.assign(case, tasks, actor=hats.clerk(), at=plan.assigned_at, committee=plan.committee or ...)
    _signed(case, plan, hats)
    for round_ in range(1, 1 + max([1, *(one.round for one in plan.reworks)])):
        for rework in (one for one in plan.reworks if one.round == round_):
            say.rework(case, actor=hats.clerk(), at=rework.at, note=rework.note)
        _answered(case, plan, hats, round_)
        case.refresh_from_db()
        _rated(case, plan, hats, round_)
    _ended(case, plan, hats, now)


def _signed(case: Suggestion, plan: Plan, hats: Hats) -> None:
    parts = {part.unit.pk: part for part in plan.parts}
    assert plan.assigned_at is not None
    for handling in case.handlings.select_related("unit", "congress", "suggestion__congress"):
        part = parts[handling.unit_id]
        signed = part.signed_at or (part.dispatched_at or plan.assigned_at if part.answers else None)
        if handling.state == HandlingState.DISPATCHING and (part.dispatched_at or signed):
            say.dispatch(handling, actor=hats.office(handling), at=part.dispatched_at or plan.assigned_at)
        if signed:
            say.sign_for(handling, actor=hats.unit(handling), at=signed)
    case.refresh_from_db()


def _answered(case: Suggestion, plan: Plan, hats: Hats, round_: int) -> None:
    handlings = {
        h.unit_id: h for h in case.handlings.select_related("unit", "congress", "suggestion__congress")
    }
    for answer, part in plan.answers:
        if answer.round == round_:
            handling = handlings[part.unit.pk]
            unit = hats.unit(handling)
            reply = say.write_reply(handling, answer.answer, actor=unit, at=answer.at)
            say.deliver(reply, actor=unit, at=answer.at, on_record=True)


def _rated(case: Suggestion, plan: Plan, hats: Hats, round_: int) -> None:
    """One judgement a deputy; where several units answered apart, each may be judged for itself."""
    given: dict[int, list[RatingPlan]] = {}
    for one in sorted((r for r in plan.ratings if r.round == round_), key=lambda r: r.at):
        given.setdefault(one.seat.pk, []).append(one)
    handlings = {h.unit_id: h.pk for h in case.handlings.all()}
    for said in given.values():
        parts = [
            say.Opinion(
                result=one.result,
                attitude=one.attitude,
                comment=one.comment,
                handling_id=handlings.get(one.unit.pk) if one.unit else None,
            )
            for one in said
        ]
        last = said[-1]
        agreed = last.publish_agreed
        say.rate(case, actor=hats.deputy(last.seat), at=last.at, publish_agreed=agreed, parts=parts)


def _ended(case: Suggestion, plan: Plan, hats: Hats, now: datetime) -> None:
    """Concluded and closed at the moments told; or, when asked for, on the day after the deputies' period ended."""
    closed = plan.closed_at
    if case.state == SuggestionState.REPLIED and plan.concluded_at:
        say.conclude(case, actor=hats.clerk(), at=plan.concluded_at, on_record=True)
    elif case.state == SuggestionState.REPLIED and plan.settle and case.due_on:
        over = localtime(case.replied_at).replace(
            year=case.due_on.year, month=case.due_on.month, day=case.due_on.day
        ) + timedelta(days=1)
        if over + LATER > now:
            return
        say.conclude(case, actor=hats.clerk(), at=over, on_record=True)
        closed = closed or over + LATER
    if closed and case.state == SuggestionState.RATED and not case.redo_wanted:
        say.close(case, actor=hats.clerk(), at=closed)
    if plan.archived_at and case.state == SuggestionState.CLOSED:
        case.archive_number = plan.archive_number
        say.archive(case, actor=hats.clerk(), at=plan.archived_at, note=str(_("按原件录入")))
