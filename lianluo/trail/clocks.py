"""Starting and stopping the clocks of a case. The deadline itself is counted by `congress.clock`."""

from datetime import date, datetime

from lianluo.congress.clock import Deadline
from lianluo.kernel.scoping import ScopedQuerySet
from lianluo.trail.models import Case, Clock


def start(case: Case, kind: str, deadline: Deadline, *, first: bool = False) -> Clock:
    """Let the clock `kind` run for `case`; one that still runs is replaced by this one. `first`: none can run yet."""
    if not first:
        _running(case, kind).delete()
    return Clock.objects.create(
        congress_id=case.congress_id,
        case_type=case.flow_name,
        case_id=case.pk,
        kind=kind,
        started_on=deadline.start,
        statutory_on=deadline.due,
        due_on=deadline.due,
        hard_on=deadline.hard_due,
        steps=list(deadline.facts),
        rule=deadline.rule.spec.key,
        certain=deadline.certain,
        assumed=deadline.rule.assumed,
    )


def stop(case: Case, *kinds: str, at: datetime) -> None:
    """Stop the running clocks `kinds` of `case`; those that do not run are left alone."""
    _running(case, *kinds).update(stopped_at=at)


def postpone(case: Case, *kinds: str, until: date) -> None:
    """Move the day that is due to `until`; the statutory day stays as it was counted."""
    _running(case, *kinds).update(due_on=until)


def carry(source: Case, target: Case, *kinds: str) -> date | None:
    """Let the running clocks `kinds` of `source` run for `target` too, as far on as they are; the first day due."""
    due = []
    for clock in _running(source, *kinds):
        due.append(clock.due_on)
        clock.pk, clock.case_type, clock.case_id = None, target.flow_name, target.pk
        clock._state.adding = True
        clock.save(force_insert=True)
    return min(due, default=None)


def of(case: Case) -> list[Clock]:
    """All clocks of `case`, the running ones first."""
    rows = Clock.objects.within(case.congress.scope).filter(case_type=case.flow_name, case_id=case.pk)
    return sorted(rows, key=lambda clock: (clock.stopped_at is not None, clock.due_on))


def _running(case: Case, *kinds: str) -> ScopedQuerySet:
    return Clock.objects.everywhere("the clocks of a case in hand").filter(
        case_type=case.flow_name, case_id=case.pk, kind__in=kinds, stopped_at=None
    )
