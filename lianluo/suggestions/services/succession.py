"""撤并: when a unit is closed, what it still handles goes to its heir, with the history of it (2-domain 1.6)."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Unit
from lianluo.congress.units import SUCCESSIONS, Succession
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import HANDLING, PROMISE
from lianluo.suggestions.models import Handling, Promise, Suggestion
from lianluo.suggestions.notices.whom import signers
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.assignment import keep_units
from lianluo.suggestions.services.tell import tell, tell_heir
from lianluo.suggestions.states import UNANSWERED, UNKEPT, HandlingState, Mode
from lianluo.trail.steps import advance

OPEN = (*UNANSWERED, HandlingState.REPLIED)


def open_at(unit: Unit) -> Any:
    """What the unit has not brought to its end; what is closed counts while something promised is not kept."""
    owed = Q(state=HandlingState.DONE, pk__in=promised_by(unit).values("handling"))
    return Handling.objects.within(unit.congress.scope).filter(Q(state__in=OPEN) | owed, unit=unit)


def promised_by(unit: Unit) -> Any:
    """Promises that the unit still has to keep."""
    return Promise.objects.within(unit.congress.scope).filter(unit=unit, state__in=UNKEPT)


def count_open(unit: Unit) -> int:
    return int(open_at(unit).count())


def move_to_heir(unit: Unit, heir: Unit, actor: Any, at: datetime) -> int:
    """Inside the transaction that closes the unit. Where the heir takes part already, the two parts become one.

    Talks, notes and files stand with the handling and go along; who handles it in the heir is still to be named.
    """
    moved, note = 0, _("机构调整，由{to}继续办理").format(to=heir)
    rows = (
        open_at(unit)
        .select_related("suggestion__congress", "suggestion__lead__person", "congress", "unit")
        .select_for_update(of=("self",))
    )
    for handling in rows.order_by("pk"):
        _move(handling, unit, heir, actor, at)
        if handling.state in UNANSWERED:
            tell("reassigned", handling.suggestion, at, note=note, to=signers(handling.suggestion))
        moved += 1
    if moved:
        tell_heir(unit, heir, moved, at)
    facts = {"from": str(unit), "to": str(heir)}
    for promise in promised_by(unit).select_related("congress").select_for_update(of=("self",)):
        advance(PROMISE, promise, "inherit", actor=actor, at=at, facts=facts, unit=heir)
    return moved


def _move(handling: Handling, unit: Unit, heir: Unit, actor: Actor, at: datetime) -> None:
    facts = {"from": str(unit), "to": str(heir), "from_unit": unit.pk, "from_name": unit.name}
    already = _part_of(heir, handling.suggestion)
    if already and handling.mode == Mode.CO and handling.state in HANDLING.moves["cancel"].sources:
        advance(HANDLING, handling, "cancel", actor=actor, at=at, facts=facts)
        clocks.follow_handling(handling, "cancel", at)
    elif already is None:
        advance(HANDLING, handling, "inherit", actor=actor, at=at, facts=facts, unit=heir, handler=None)
    else:
        _merge(already, handling, heir, actor, at, facts)
    keep_units(handling.suggestion)


def _merge(
    already: Handling, handling: Handling, heir: Unit, actor: Actor, at: datetime, facts: dict[str, Any]
) -> None:
    """The heir helped so far and now leads: its own part ends and it takes over the leading one."""
    if already.state in HANDLING.moves["cancel"].sources:
        advance(HANDLING, already, "cancel", actor=actor, at=at, facts=facts)
        clocks.follow_handling(already, "cancel", at)
        advance(HANDLING, handling, "inherit", actor=actor, at=at, facts=facts, unit=heir, handler=None)


def _part_of(heir: Unit, suggestion: Suggestion) -> Handling | None:
    rows = suggestion.handlings.filter(unit=heir).exclude(state=HandlingState.CANCELLED)
    return rows.select_related("congress").first()


def register() -> None:
    SUCCESSIONS.add(
        "suggestions", Succession(label=_("正在办理的代表建议"), count=count_open, move=move_to_heir)
    )
