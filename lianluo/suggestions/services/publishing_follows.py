"""What publication follows from: acceptance, delivery, a rating that says no, and the end of a suggestion."""

from collections.abc import Callable

from lianluo.kernel.text import _
from lianluo.suggestions.models import Publication, Reply, Suggestion
from lianluo.suggestions.services.publication import lapse, open_publication, refuse, start_clock
from lianluo.suggestions.states import Mode, PublicationKind, PublicationState
from lianluo.trail.follow import follow
from lianluo.trail.models import Case, Event


def accepted(event: Event, case: Case) -> None:
    """The text of a numbered suggestion waits for its review."""
    suggestion = _suggestion(case.pk, case)
    if not _of(suggestion, kind=PublicationKind.TEXT):
        open_publication(suggestion, None, at=event.at)


def delivered(event: Event, case: Case) -> None:
    """A reply to deputies waits for its review from its delivery, and the text with it."""
    rows = Reply.objects.within(case.congress.scope).select_related(
        "handling__unit", "handling__suggestion__congress", "congress"
    )
    reply = rows.get(pk=case.pk)
    if reply.handling.mode == Mode.CO:
        return
    suggestion = reply.handling.suggestion
    start_clock(open_publication(suggestion, reply, at=event.at), event.at)
    for text in _of(suggestion, kind=PublicationKind.TEXT, state=PublicationState.REVIEW, due_on=None):
        start_clock(text, event.at)


def rated(event: Event, case: Case) -> None:
    """On the form the deputy may say no to publishing the reply."""
    if event.facts.get("publish_agreed", True):
        return
    suggestion = _suggestion(case.pk, case)
    for one in _of(suggestion, kind=PublicationKind.REPLY, reply__round=event.facts.get("round")):
        refuse(one, at=event.at)


def ended(event: Event, case: Case) -> None:
    """Withdrawn by the deputy: nothing of it is out any longer."""
    for one in _of(_suggestion(case.pk, case)):
        lapse(one, str(_("代表撤回建议")), at=event.at)


def reunited(event: Event, case: Case) -> None:
    """Its text is the first one's again: nothing of it goes out under this number."""
    for one in _of(_suggestion(case.pk, case)):
        lapse(one, str(_("分件已撤销")), at=event.at)


AFTER: dict[tuple[str, str], Callable[[Event, Case], None]] = {
    ("suggestion", "accept"): accepted,
    ("suggestion", "divided_off_numbered"): accepted,
    ("suggestion", "reunited"): reunited,
    ("reply", "sign"): delivered,
    ("suggestion", "rate"): rated,
    ("suggestion", "rerate"): rated,
    ("suggestion", "enter_rating"): rated,
    ("suggestion", "withdraw"): ended,
}


def followed(event: Event, case: Case) -> None:
    act = AFTER.get((event.case_type, event.move))
    if act:
        act(event, case)


def _suggestion(pk: int, case: Case) -> Suggestion:
    rows = Suggestion.objects.within(case.congress.scope).select_related("congress")
    suggestion: Suggestion = rows.get(pk=pk)
    return suggestion


def _of(suggestion: Suggestion, **wanted: object) -> list[Publication]:
    rows = Publication.objects.within(suggestion.congress.scope).filter(suggestion=suggestion, **wanted)
    return list(rows.select_related("suggestion", "reply", "congress"))


def register() -> None:
    follow(followed)
