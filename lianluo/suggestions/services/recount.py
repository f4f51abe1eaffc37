"""期限重算: deadlines counted again wait for the head of the office; approved ones are changed by a job.

Law and promise: a granted extension stays, a clock keeps the rule of its first day unless the office lets a later
rule hold for it, and no day that people were told changes by itself.
"""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from lianluo.congress.calendar import work_calendar
from lianluo.congress.models import Congress
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import RECOUNT
from lianluo.suggestions.models import Handling, Publication, Recount, RecountRow
from lianluo.suggestions.services.tell import tell_office
from lianluo.suggestions.states import Outcome, RecountState
from lianluo.trail.models import Clock, Event
from lianluo.trail.recount import PREPARERS, Difference, differences, running_by
from lianluo.trail.steps import Refused, advance, begin
from lianluo.ui import work

WHY = "a change of calendar or rule reaches the congresses below"
CASES = ("suggestion", "handling", "publication")


@transaction.atomic
def prepare(found: list[Difference], cause: str, actor: Any, at: datetime) -> int:
    """One recount for every congress that is reached; nothing changes yet. Returns how many deadlines."""
    by_congress: dict[int, list[Difference]] = defaultdict(list)
    for one in found:
        if one.clock.case_type in CASES:
            by_congress[one.clock.congress_id].append(one)
    return sum(_prepare(rows, cause, actor, at) for rows in by_congress.values())


def _prepare(found: list[Difference], cause: str, actor: Any, at: datetime) -> int:
    congress = found[0].clock.congress
    earlier = _replaced(congress, actor, at)
    found = [*found, *_again(earlier, {one.clock.pk for one in found})]
    own = actor if isinstance(actor, Actor) and actor.congress.pk == congress.pk else None
    recount = Recount(congress=congress, cause=cause, rule_on=found[0].rule_on, prepared_at=at)
    begin(RECOUNT, recount, actor=own, at=at, facts={"cause": cause, "n": len(found)})
    places = _places(found)
    kept = {row.clock_id: row.note for row in earlier if row.outcome == Outcome.KEPT}
    RecountRow.objects.bulk_create(_row(recount, one, places, kept) for one in found)
    tell_office("recount_ready", congress, at, str(len(found)))
    return len(found)


def _replaced(congress: Congress, actor: Any, at: datetime) -> list[RecountRow]:
    """An older recount that nobody has decided gives way to the new one, which takes its deadlines along."""
    rows = Recount.objects.everywhere(WHY).filter(congress=congress, state=RecountState.OPEN)
    older = rows.select_for_update(of=("self",)).first()
    if older is None:
        return []
    advance(RECOUNT, older, "replace", actor=None, at=at)
    return list(older.rows.select_related("clock__congress"))


def _again(earlier: list[RecountRow], known: set[int]) -> list[Difference]:
    by_day: dict[date | None, set[int]] = defaultdict(set)
    for row in earlier:
        if row.clock_id not in known:
            by_day[row.recount.rule_on].add(row.clock_id)
    found: list[Difference] = []
    for day, ids in by_day.items():
        rows = Clock.objects.everywhere(WHY).filter(pk__in=ids)
        found += [one for one in differences(rows, work_calendar(), rule_on=day) if one.moves]
    return found


def _places(found: list[Difference]) -> dict[tuple[str, int], tuple[int, int | None]]:
    """Kind and id of a case → its suggestion and its unit."""
    ids: dict[str, list[int]] = {kind: [] for kind in CASES}
    for one in found:
        ids[one.clock.case_type].append(one.clock.case_id)
    handlings = Handling.objects.everywhere(WHY).filter(pk__in=ids["handling"])
    publications = Publication.objects.everywhere(WHY).filter(pk__in=ids["publication"])
    places: dict[tuple[str, int], tuple[int, int | None]] = {
        ("suggestion", pk): (pk, None) for pk in ids["suggestion"]
    }
    for pk, case, unit in handlings.values_list("pk", "suggestion", "unit"):
        places["handling", pk] = case, unit
    for pk, case, unit in publications.values_list("pk", "suggestion", "reply__handling__unit"):
        places["publication", pk] = case, unit
    return places


def _row(recount: Recount, one: Difference, places: Any, kept: dict[int, str]) -> RecountRow:
    clock, new = one.clock, one.new
    suggestion, unit = places[clock.case_type, clock.case_id]
    return RecountRow(
        recount=recount,
        clock=clock,
        suggestion_id=suggestion,
        unit_id=unit,
        kind=clock.kind,
        was=clock.due_on,
        becomes=one.due,
        statutory_on=new.due,
        hard_on=new.hard_due,
        certain=new.certain,
        assumed=new.rule.assumed,
        steps=list(new.facts),
        outcome=Outcome.KEPT if clock.pk in kept else Outcome.WAITING,
        note=kept.get(clock.pk, ""),
    )


@transaction.atomic
def apply_rule(congress: Congress, key: str, *, actor: Actor, at: datetime) -> int:
    """The office lets today's rule hold for clocks that ran before it: prepared like any other recount."""
    _demand_head(actor)
    rows = running_by(key, congress).within(congress.scope)
    found = [one for one in differences(rows, work_calendar(), rule_on=localdate(at)) if one.moves]
    if not found:
        raise Refused(_("正在走的期限按这条规则重算没有变化。"))
    return prepare(found, key, actor, at)


def keep(row: RecountRow, *, actor: Actor, at: datetime, note: str) -> None:
    """Leave one deadline as people were told, with the reason."""
    _demand_open(row, actor)
    if not note.strip():
        raise Refused(_("请写明为什么不改。"))
    row.outcome, row.note, row.at = Outcome.KEPT, note.strip()[:300], at
    row.save(update_fields=["outcome", "note", "at"])


def take_in(row: RecountRow, *, actor: Actor, at: datetime) -> None:
    """Let one that was left out be changed after all."""
    _demand_open(row, actor)
    row.outcome, row.note, row.at = Outcome.WAITING, "", at
    row.save(update_fields=["outcome", "note", "at"])


def _demand_head(actor: Actor) -> None:
    if not (verdict := policy.may_decide_recount(actor, None)):
        raise Refused(str(verdict.reason))


def _demand_open(row: RecountRow, actor: Actor) -> None:
    _demand_head(actor)
    if row.recount.state != RecountState.OPEN:
        raise Refused(_("这次重算已经核准或者作废，不能再改。"))


@transaction.atomic
def approve(recount: Recount, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """The head agrees: all rows but those left out are changed by a job."""
    waiting = recount.rows.filter(outcome=Outcome.WAITING).count()
    facts = {"n": waiting, "kept": recount.rows.filter(outcome=Outcome.KEPT).count(), "note": note}
    work_id = _start(recount, waiting, actor, at)
    return advance(RECOUNT, recount, "approve", actor=actor, at=at, facts=facts, decided_at=at, work=work_id)


@transaction.atomic
def resume(recount: Recount, *, actor: Actor, at: datetime) -> Event:
    """Go on where a job broke off: rows that are done are not done again."""
    waiting = recount.rows.filter(outcome=Outcome.WAITING).count()
    work_id = _start(recount, waiting, actor, at)
    return advance(RECOUNT, recount, "resume", actor=actor, at=at, facts={"n": waiting}, work=work_id)


def _start(recount: Recount, waiting: int, actor: Actor, at: datetime) -> int:
    label, task = str(_("重新计算期限")), "suggestions.apply_recount"
    started = work.start(
        actor, label, waiting, task, at=at, back_url=f"{reverse('suggestions:recounts')}?recount={recount.pk}",
        recount_id=recount.pk,
    )  # fmt: skip
    return started.pk


@transaction.atomic
def discard(recount: Recount, *, actor: Actor, at: datetime, note: str) -> Event:
    """Everything stays as people were told."""
    if not note.strip():
        raise Refused(_("请写明为什么不改。"))
    recount.rows.filter(outcome=Outcome.WAITING).update(outcome=Outcome.KEPT, note=note.strip()[:300], at=at)
    return advance(RECOUNT, recount, "discard", actor=actor, at=at, facts={"note": note}, decided_at=at)


def register() -> None:
    PREPARERS.add("suggestions", prepare)
