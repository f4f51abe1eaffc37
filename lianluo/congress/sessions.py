"""Terms and sessions. Opening and closing are acts with a time; what is open decides the route of a suggestion."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from lianluo.congress import policy
from lianluo.congress.levels import SessionState
from lianluo.congress.models import Congress, Session, Term
from lianluo.congress.refusals import Refusal, demand
from lianluo.congress.signed import signed
from lianluo.kernel.prepared import Prepared


def current_term(congress: Congress, on: date) -> Term | None:
    """The term that runs on the day `on`: the latest that has begun and not ended."""
    begun = Term.objects.within(congress.scope).filter(starts_on__lte=on)
    return begun.filter(Q(ends_on=None) | Q(ends_on__gte=on)).order_by("-number").first()


def current_session(congress: Congress, at: datetime) -> Session | None:
    """The session that is open at `at`; None in recess. Reads the acts, so it is right for past moments too."""
    held = _held(congress=congress.pk, at=at)
    return next((one for one in held if one.closed_at is None or one.closed_at > at), None)


def last_session(congress: Congress, at: datetime) -> Session | None:
    """The open session, else the one closed last: the one to whose number items between sessions belong."""
    return next(iter(_held(congress=congress.pk, at=at)), None)


def _held_until(congress: int, at: datetime) -> QuerySet[Session]:
    rows: QuerySet[Session] = Session.objects.everywhere("the sessions of the congress that is named")
    return rows.filter(congress=congress, opened_at__lte=at).select_related("term").order_by("-opened_at")


_held = Prepared(_held_until, congress=int, at=datetime)
"""The sessions that had been opened, the latest first: every page says which is held."""


@transaction.atomic
def begin_term(
    congress: Congress,
    *,
    number: int,
    starts_on: date,
    seats_total: int | None,
    actor: policy.Worker,
    at: datetime,
) -> Term:
    """Start the term `number`; the term before it ends the day before (地方组织法 art. 9: five years)."""
    demand(policy.may_edit_terms(actor, congress))
    rows = Term.objects.within(congress.scope)
    latest = rows.select_for_update().order_by("-number").first()
    if latest and number <= latest.number:
        raise Refusal(_("届次应大于已有的{term}。").format(term=latest))
    if latest and starts_on <= latest.starts_on:
        raise Refusal(_("新一届应晚于{term}开始。").format(term=latest))
    with signed(actor):
        if latest and (latest.ends_on is None or latest.ends_on >= starts_on):
            latest.ends_on = date.fromordinal(starts_on.toordinal() - 1)
            latest.save(update_fields=["ends_on"])
        return Term.objects.create(
            congress=congress, number=number, starts_on=starts_on, seats_total=seats_total
        )


@transaction.atomic
def correct_term(
    term: Term, *, starts_on: date, ends_on: date | None, seats_total: int | None, actor: policy.Worker
) -> Term:
    """Correct the days or the decided number of deputies of a term."""
    demand(policy.may_edit_terms(actor, term.congress))
    if ends_on and ends_on <= starts_on:
        raise Refusal(_("结束日期应晚于开始日期。"))
    term.starts_on, term.ends_on, term.seats_total = starts_on, ends_on, seats_total
    with signed(actor):
        term.save(update_fields=["starts_on", "ends_on", "seats_total"])
    return term


@transaction.atomic
def plan_session(
    term: Term,
    *,
    number: int,
    opens_on: date,
    closes_on: date,
    deadline_at: datetime | None,
    actor: policy.Worker,
    at: datetime,
) -> Session:
    """Plan a session of `term`."""
    demand(policy.may_run_sessions(actor, term.congress))
    _in_order(opens_on, closes_on)
    if Session.objects.within(term.congress.scope).filter(term=term, number=number).exists():
        raise Refusal(_("{term}已有第 {n} 次会议。").format(term=term, n=number))
    with signed(actor):
        return Session.objects.create(
            congress=term.congress,
            term=term,
            number=number,
            opens_on=opens_on,
            closes_on=closes_on,
            deadline_at=deadline_at,
        )


@transaction.atomic
def replan_session(
    session: Session,
    *,
    opens_on: date,
    closes_on: date,
    deadline_at: datetime | None,
    actor: policy.Worker,
    at: datetime,
) -> Session:
    """Change the days of a session that has not closed."""
    demand(policy.may_run_sessions(actor, session.congress))
    _in_order(opens_on, closes_on)
    if session.state == SessionState.CLOSED:
        raise Refusal(_("{session}已经闭幕，日期不能再改。").format(session=session))
    session.opens_on, session.closes_on, session.deadline_at = opens_on, closes_on, deadline_at
    with signed(actor):
        session.save(update_fields=["opens_on", "closes_on", "deadline_at"])
    return session


@transaction.atomic
def open_session(session: Session, *, actor: policy.Worker, at: datetime) -> Session:
    """Open: from this moment suggestions go through delegations and the secretariat (2-domain 11, trap 5)."""
    demand(policy.may_run_sessions(actor, session.congress))
    now_open = Session.objects.within(session.congress.scope).filter(state=SessionState.OPEN).first()
    if now_open and now_open.pk != session.pk:
        raise Refusal(_("{session}还没有闭幕，不能同时召开两次会议。").format(session=now_open))
    with signed(actor):
        return _switch(session, SessionState.PLANNED, SessionState.OPEN, opened_at=at)


@transaction.atomic
def close_session(session: Session, *, actor: policy.Worker, at: datetime) -> Session:
    """Close: from this moment suggestions go to the standing committee's deputies' body, or the presidium."""
    demand(policy.may_run_sessions(actor, session.congress))
    with signed(actor):
        return _switch(session, SessionState.OPEN, SessionState.CLOSED, closed_at=at)


def _switch(session: Session, source: SessionState, target: SessionState, **times: datetime) -> Session:
    rows = Session.objects.within(session.congress.scope).filter(pk=session.pk, state=source)
    if not rows.update(state=target, **times):
        raise Refusal(
            _("{session}现在不是“{state}”，请刷新后再看。").format(session=session, state=source.label)
        )
    session.refresh_from_db()
    return session


def _in_order(opens_on: date, closes_on: date) -> None:
    if closes_on < opens_on:
        raise Refusal(_("闭幕日期不能早于开幕日期。"))
