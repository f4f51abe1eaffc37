"""代录: staff takes in a suggestion on paper; it is the deputy's only when the deputy confirms it (2-domain 1.4)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.sessions import current_session
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.people.models import Seat
from lianluo.people.roles import SeatState
from lianluo.suggestions import policy
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services.drafts import Text, fill
from lianluo.suggestions.services.joint import latest
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import FORM
from lianluo.trail.attachments import Upload, attach
from lianluo.trail.files import as_facts
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance, begin


@transaction.atomic
def enter(
    seat: Seat, text: Text, *, received_on: date, form: Upload, actor: Actor, at: datetime
) -> Suggestion:
    """Take in what `seat` handed in on paper, with the scanned form. Nobody but the deputy reads it until it is
    confirmed. Raises `Refused` or, about the file, `Unfit`."""
    in_session = current_session(seat.congress, at) is not None
    if not (verdict := policy.may_enter(actor, seat, in_session=in_session)):
        raise Refused(str(verdict.reason))
    if seat.state != SeatState.ACTIVE:
        raise Refused(_("只能为本级人大的在任代表代录。"))
    if received_on > localdate(at):
        raise Refused(_("收到日期不能晚于今天。"))
    case = Suggestion(
        congress=seat.congress,
        term=seat.term,
        lead=seat,
        delegation=seat.delegation,
        signer_ids=[seat.pk],
        created_at=at,
        saved_at=at,
        received_on=received_on,
        entered_by=actor.account_id,
    )
    fill(case, text)
    begin(SUGGESTION, case, actor=actor, at=at)
    case.wished_units.set(text.wished_units)
    files = [attach(case, form, actor=actor, at=at, kind=FORM)]
    facts = {"received_on": received_on.isoformat(), "files": as_facts(files)}
    advance(SUGGESTION, case, "enter", actor=actor, at=at, facts=facts)
    tell("entered", case, at, note=str(actor.name))
    return case


@transaction.atomic
def take_over(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """The deputy makes it the own draft, to write on; the scanned form stays with it."""
    latest(suggestion)
    return advance(SUGGESTION, suggestion, "take_over", actor=actor, at=at)


@transaction.atomic
def disown(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """The deputy did not raise it: it ends here, and whoever entered it is told."""
    latest(suggestion)
    facts = {"note": note} if note else {}
    event = advance(SUGGESTION, suggestion, "disown", actor=actor, at=at, facts=facts)
    tell("disowned", suggestion, at, note=note)
    return event
