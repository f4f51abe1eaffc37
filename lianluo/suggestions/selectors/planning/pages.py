"""What the pages of a meeting show, gathered in few queries."""

from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils.dateparse import parse_datetime
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lianluo.congress.models import Session, Unit
from lianluo.congress.rules import RuleBook
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import PLAN
from lianluo.suggestions.models import AssignmentPlan, PlanRow, Suggestion
from lianluo.suggestions.selectors.assigning import choosable
from lianluo.suggestions.selectors.committees import committees
from lianluo.suggestions.selectors.planning import figures
from lianluo.suggestions.selectors.planning.words import reasons, ways
from lianluo.suggestions.selectors.timeline import timeline
from lianluo.suggestions.selectors.visible import known
from lianluo.suggestions.states import Mode, SuggestionState
from lianluo.trail.models import Event


def waiting_by_session(actor: Actor, at: datetime) -> list[tuple[str, str, int]]:
    """What waits for its units: key of the session ("" between sessions), its name, how many. Two queries."""
    rows = Suggestion.objects.within(actor.scope).filter(state=SuggestionState.ACCEPTED)
    many = dict(rows.order_by().values_list("session").annotate(n=Count("pk")))
    held = Session.objects.within(actor.scope).filter(pk__in=[pk for pk in many if pk]).select_related("term")
    found = [(str(one.pk), str(one), many[one.pk]) for one in held]
    none = [("", _("闭会期间收到的"), many[None])] if many.get(None) and actor.is_liaison else []
    return found + none


def plan_facts(plan: AssignmentPlan, actor: Actor, at: datetime) -> dict[str, Any]:
    """Figures, loads, history and open moves of a plan."""
    day, counted = localdate(at), figures.counted(plan)
    units, book = choosable(plan.congress, day), RuleBook(plan.congress, day)
    steps = Event.objects.within(actor.scope).filter(case_type="plan", case_id=plan.pk).order_by("pk")
    return {
        "plan": plan,
        "figures": figures.figures(counted),
        "loads": figures.by_unit(counted, units),
        "committees": figures.by_committee(counted, committees(plan.congress, day)),
        "topics": figures.by_topic(counted, book),
        "undecided": counted.undecided,
        "co_term": Mode.CO.said(book.text("handling.co_term")),
        "moves": [move.name for move in PLAN.open_moves(actor, plan)],
        "history": timeline(steps, ()),
        "agreed": [one | {"at": parse_datetime(one["at"])} for one in plan.agreed],
        "own_agreed": any(one["unit"] in actor.units("dispatcher") for one in plan.agreed),
        "by_rule": policy.may_carry_out_by_rule(actor, plan, book),
    }


def row_facts(row: PlanRow, actor: Actor, at: datetime) -> dict[str, Any]:
    """One row with its text, the records that speak for units, and what the offices said."""
    day = localdate(at)
    units, book = choosable(actor.congress, day), RuleBook(actor.congress, day)
    named = ways(row, units, book.text("handling.co_term"))
    open_row = row.outcome != "done"
    known([row.suggestion], actor)
    return {
        "row": row,
        "case": row.suggestion,
        "plan": row.plan,
        "ways": named,
        "reasons": reasons(row, units),
        "said": [_comment(one, units) for one in row.said],
        "topic": next((one.label for one in book.topics() if one.code == row.suggestion.topic), ""),
        "start": _start(row),
        "may_change": open_row and bool(PLAN.judge(actor, row.plan, "change")),
        "may_comment": open_row and bool(PLAN.judge(actor, row.plan, "comment")),
    }


def _start(row: PlanRow) -> dict[str, Any]:
    """What the form begins with."""
    answering = [task["unit"] for task in row.tasks if task["mode"] != "co"]
    first = answering[0] if answering else None
    others = [task["unit"] for task in row.tasks if task["unit"] != first]
    apart = any(task["mode"] == "separate" for task in row.tasks)
    return {"first": first, "others": others, "apart": apart, "committee": row.committee_id}


def _comment(one: dict[str, Any], units: dict[int, Unit]) -> dict[str, Any]:
    return one | {"unit": units.get(one["unit"] or 0), "at": parse_datetime(one["at"])}
