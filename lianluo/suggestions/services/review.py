"""From the deputy's hand to a numbered suggestion: submitting and the two gates."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from lianluo.congress.models import Session
from lianluo.congress.numbers import draw
from lianluo.congress.rules import RuleBook
from lianluo.congress.sessions import current_session, last_session
from lianluo.kernel.numbering import format_number
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Revision, Suggestion
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.delegation import head_id
from lianluo.suggestions.services.files import files_of
from lianluo.suggestions.services.joint import latest
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import Kind, SuggestionState
from lianluo.trail.files import as_facts
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, Stale, advance


@dataclass(frozen=True, kw_only=True)
class Talk:
    """The conversation with the deputy that any outcome but acceptance demands (2-domain 1.5)."""

    how: str
    on: str
    with_whom: str = ""
    note: str = ""


@transaction.atomic
def submit(suggestion: Suggestion, *, actor: Actor, at: datetime, edition: int | None = None) -> Event:
    """Send it in: to the delegation while a session is open, else to the deputies' body (代表法 art. 24, 36).

    `edition` is the one that was looked at: `Stale` when the text was changed since."""
    latest(suggestion)
    if edition is not None and edition != suggestion.edition:
        raise Stale(_("正文刚在另一台设备上改过，还没有提交。请再看一遍，然后提交。"))
    session = current_session(suggestion.congress, at)
    move = sending(suggestion, session)
    _by_rule(suggestion, at, in_session=session is not None)
    files = files_of(suggestion)
    event = advance(
        SUGGESTION,
        suggestion,
        move,
        actor=actor,
        at=at,
        facts={
            "title": suggestion.title,
            "revision": suggestion.revisions.count() + 1,
            "files": as_facts(files),
            "kind": suggestion.kind,
        },
        session=session,
        submitted_at=suggestion.submitted_at or at,
        invited_ids=[],
    )
    _keep_revision(suggestion, actor, at)
    clocks.follow_move(suggestion, move, at)
    tell("submitted", suggestion, at)
    return event


def sending(suggestion: Suggestion, session: Session | None) -> str:
    """The move that sends it: what was entered from paper is confirmed and goes the same way."""
    verb = "confirm" if suggestion.state == SuggestionState.ENTERED else "submit"
    return f"{verb}_in_session" if session else verb


def _by_rule(suggestion: Suggestion, at: datetime, *, in_session: bool) -> None:
    book = RuleBook(suggestion.congress, localdate(at))
    head = head_id(suggestion) if suggestion.kind == Kind.DELEGATION else 0
    if not (verdict := policy.may_submit_by_rule(suggestion, book, head=head, in_session=in_session)):
        raise Refused(str(verdict.reason))


def _keep_revision(suggestion: Suggestion, actor: Actor, at: datetime) -> None:
    Revision.objects.create(
        suggestion=suggestion,
        number=suggestion.revisions.count() + 1,
        title=suggestion.title,
        situation=suggestion.situation,
        proposals=suggestion.proposals,
        author_id=actor.person_id,
        at=at,
    )


@transaction.atomic
def pass_on(suggestion: Suggestion, *, actor: Actor, at: datetime, note: str = "") -> Event:
    """The delegation's staff finds it in order."""
    event = advance(SUGGESTION, suggestion, "pass_on", actor=actor, at=at, facts=_facts(note=note))
    clocks.follow_move(suggestion, "pass_on", at)
    tell("passed_on", suggestion, at)
    return event


@transaction.atomic
def send_back(suggestion: Suggestion, *, actor: Actor, at: datetime, advice: str) -> Event:
    """Back to the deputy with advice; nothing of the text is lost."""
    event = advance(SUGGESTION, suggestion, "send_back", actor=actor, at=at, facts={"advice": advice})
    clocks.follow_move(suggestion, "send_back", at)
    tell("sent_back", suggestion, at, note=advice)
    return event


@transaction.atomic
def accept(suggestion: Suggestion, *, actor: Actor, at: datetime, topic: str, number: str = "") -> Event:
    """Accept it as a suggestion and give it its number, drawn in the same transaction, or the one that it has
    already in the ledger from which it is entered; that one belongs to no series."""
    series, seq, number = ("", None, number) if number else draw_number(suggestion, at)
    event = advance(
        SUGGESTION,
        suggestion,
        "accept",
        actor=actor,
        at=at,
        facts={"number": number, "topic": topic},
        series=series,
        series_no=seq,
        number=number,
        topic=topic,
        accepted_at=at,
    )
    clocks.follow_move(suggestion, "accept", at)
    tell("accepted", suggestion, at)
    return event


@transaction.atomic
def refer(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str, talk: Talk) -> Event:
    """参阅件: kept for reference, after talking with the deputy."""
    facts = {"reason": reason, "talk": asdict(talk)}
    event = advance(SUGGESTION, suggestion, "refer", actor=actor, at=at, facts=facts)
    clocks.follow_move(suggestion, "refer", at)
    tell("referred", suggestion, at, note=reason)
    return event


@transaction.atomic
def not_accept(
    suggestion: Suggestion, *, actor: Actor, at: datetime, ground: str, reason: str, talk: Talk
) -> Event:
    """不作建议处理: with a ground of the congress's list and the record of the talk."""
    facts = {"ground": ground, "reason": reason, "talk": asdict(talk)}
    event = advance(SUGGESTION, suggestion, "not_accept", actor=actor, at=at, facts=facts)
    clocks.follow_move(suggestion, "not_accept", at)
    tell("not_accepted", suggestion, at, note=reason)
    return event


def draw_number(suggestion: Suggestion, at: datetime) -> tuple[str, int, str]:
    """The series, how many-th of it, and the number as it is written, by the congress's pattern (2-domain 1.7)."""
    book = RuleBook(suggestion.congress, localdate(at))
    session: Session | None = suggestion.session or last_session(suggestion.congress, at)
    if suggestion.session:
        series, pattern = f"suggestion:session:{suggestion.session_id}", book.text("number.session")
    else:
        series, pattern = (
            f"suggestion:{_recess_series(suggestion, session, book, at)}",
            book.text("number.recess"),
        )
    facts = {"term": suggestion.term.number, "session": session.number if session else ""}
    while True:
        seq = draw(suggestion.congress, series)
        number = format_number(pattern, seq=seq, year=localdate(at).year, **facts)
        if not _taken(suggestion, series, number):
            return series, seq, number


def _taken(suggestion: Suggestion, series: str, number: str) -> bool:
    """Given in this series, or come from a ledger of the same session: such a number is not drawn again."""
    rows = Suggestion.objects.within(suggestion.congress.scope).filter(number=number)
    from_ledger = Q(series="", term=suggestion.term_id, session=suggestion.session_id)
    return bool(rows.filter(Q(series=series) | from_ledger).exists())


def _recess_series(suggestion: Suggestion, session: Session | None, book: RuleBook, at: datetime) -> str:
    """When the numbers between sessions begin anew: each year (and with a new term), after each
    session, or each term."""
    when = book.text("number.recess_series")
    if when == "session" and session:
        return f"after:{session.pk}"
    if when == "term":
        return f"term:{suggestion.term_id}"
    year = localdate(at).year
    begun_this_year = suggestion.term.starts_on.year == year
    return f"year:{year}:term:{suggestion.term_id}" if begun_this_year else f"year:{year}"


def _facts(**facts: str) -> dict[str, str]:
    return {name: value for name, value in facts.items() if value}
