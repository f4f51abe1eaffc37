"""一事一案: one suggestion with two matters becomes two, and may become one again while neither was moved on.

The office gives paragraphs to one, to the other or to both and writes two titles; it changes no other word. Names stay
under both, and both rest until the lead deputy has agreed (decision 0113).
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from lianluo.kernel.text import _
from lianluo.notices.recipients import Recipients
from lianluo.people.actor import Actor
from lianluo.suggestions.dividing import LANDS, Half, divide, paragraphs
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.models import Division, Publication, Revision, Suggestion
from lianluo.suggestions.services import bundle, clocks
from lianluo.suggestions.services.halves import begin_second, hand_files, put_back_files
from lianluo.suggestions.services.joint import text_now
from lianluo.suggestions.services.publication import renew
from lianluo.suggestions.services.review import Talk
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import OUT, Divided, Edited, PublicationKind, SuggestionState
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance

HAND = "the two of a division of which one is in hand"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Who gets what: titles, paragraphs by key, files by key, and the second one's class of content."""

    titles: tuple[str, str]
    lands: Mapping[str, str]
    files: Mapping[str, str] = field(default_factory=dict)
    topic: str = ""
    reason: str = ""


def halves(suggestion: Suggestion, plan: Plan) -> tuple[Half, Half]:
    """The two texts as they would be. Raises `Refused` with what is missing."""
    rows = paragraphs(suggestion.situation, suggestion.proposals)
    lands = {row.key: plan.lands.get(row.key, "") for row in rows}
    if any(place not in LANDS for place in (*lands.values(), *plan.files.values())):
        raise Refused(_("每一段都要选归到哪一件。"))
    first, second = divide(rows, lands, plan.titles)
    if not (first.title and second.title):
        raise Refused(_("请给两件各写一个标题。"))
    if first.title == second.title:
        raise Refused(_("两件的标题要能分清。"))
    if not (first.proposals and second.proposals):
        raise Refused(_("两件都要有具体建议。"))
    if (first.situation, first.proposals) == (second.situation, second.proposals):
        raise Refused(_("两件的内容一样，没有分开。"))
    return first, second


@transaction.atomic
def divide_in_two(suggestion: Suggestion, plan: Plan, *, actor: Actor, at: datetime) -> Event:
    """The one in hand becomes the first and keeps its number; the second begins where the first stands."""
    texts, original = halves(suggestion, plan), text_now(suggestion)
    bundle.lock({suggestion.pk})
    if not (verdict := SUGGESTION.judge(actor, suggestion, "divide")):
        raise Refused(str(verdict.reason))
    if _text_publication(suggestion, state__in=OUT):
        raise Refused(_("这件的正文已经公开，请先撤下再分件。"))
    second = begin_second(suggestion, texts[1], plan.topic, actor=actor, at=at)
    facts = {"other": second.number, "titles": list(plan.titles), "reason": plan.reason}
    event = _change(suggestion, "divide", texts[0], actor, at, facts=facts, division=Divided.WAITS)
    _editions(suggestion, original, Edited.DIVIDED, actor, at)
    _editions(second, original, Edited.DIVIDED, actor, at)
    Division.objects.create(
        first=suggestion,
        second=second,
        original=original,
        lands=dict(plan.lands),
        files=hand_files(suggestion, second, plan.files),
        reason=plan.reason,
        state_then=suggestion.state,
        at=at,
    )
    _renew(suggestion, at)
    said = "\n".join(part for part in (plan.titles[1], plan.reason) if part)
    tell("division_asked", suggestion, at, note=said)
    if others := set(suggestion.signer_ids) - {suggestion.lead_id}:
        tell("divided", suggestion, at, note=said, to=Recipients.seats(*sorted(others)))
    return event


@transaction.atomic
def agree_division(suggestion: Suggestion, *, actor: Actor, at: datetime) -> Event:
    """The lead deputy agrees: both go on."""
    event = _agreed(suggestion, "agree_division", {}, actor, at)
    tell("division_agreed", suggestion, at)
    return event


@transaction.atomic
def record_division(suggestion: Suggestion, *, actor: Actor, at: datetime, talk: Talk) -> Event:
    """The lead deputy agreed by word of mouth; who spoke, when and how is kept."""
    event = _agreed(suggestion, "record_division", {"talk": asdict(talk)}, actor, at)
    tell("division_recorded", suggestion, at, note=talk.note)
    return event


def _agreed(suggestion: Suggestion, move: str, facts: dict[str, Any], actor: Actor, at: datetime) -> Event:
    division = _division(suggestion)
    other = _other(division, suggestion)
    event = advance(SUGGESTION, suggestion, move, actor=actor, at=at, facts=facts, division=Divided.AGREED)
    if other.division == Divided.WAITS and other.state in SUGGESTION.moves["division_answered"].sources:
        said = {"other": suggestion.title}
        advance(
            SUGGESTION, other, "division_answered", actor=actor, at=at, facts=said, division=Divided.AGREED
        )
    return event


@transaction.atomic
def refuse_division(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str) -> Event:
    """The lead deputy does not agree: it is one again."""
    division, facts = _division(suggestion), {"reason": reason}
    _may_reunite(division)
    event = advance(SUGGESTION, suggestion, "refuse_division", actor=actor, at=at, facts=facts)
    _together(division, suggestion, reason, actor, at)
    tell("division_refused", division.first, at, note=reason)
    return event


@transaction.atomic
def reunite(suggestion: Suggestion, *, actor: Actor, at: datetime, reason: str) -> Event:
    """The office takes the division back; the second one ends and its number is never used again."""
    division = _division(suggestion)
    if not (verdict := SUGGESTION.judge(actor, suggestion, "reunite")):
        raise Refused(str(verdict.reason))
    _may_reunite(division)
    event = advance(SUGGESTION, suggestion, "reunite", actor=actor, at=at, facts={"reason": reason})
    _together(division, suggestion, reason, actor, at)
    return event


def _together(division: Division, hand: Suggestion, reason: str, actor: Actor, at: datetime) -> None:
    """Text, files and standing as before; `hand` is the one of the two that was moved already."""
    first, second = (hand if hand.pk == one.pk else one for one in (division.first, division.second))
    before = Half(**division.original)
    still = Divided.AGREED if _live(first).exclude(pk=division.pk).exists() else ""
    facts = {"reason": reason, "other": second.number or second.title}
    _change(first, "restored", before, actor, at, facts=facts, division=still)
    _editions(first, division.original, Edited.REUNITED, actor, at)
    put_back_files(first, division.files)
    _renew(first, at)
    facts = {"reason": reason, "other": first.number or first.title}
    advance(SUGGESTION, second, "reunited", actor=actor, at=at, facts=facts, division=Divided.UNDONE)
    clocks.follow_move(second, "reunited", at)
    Division.objects.everywhere(HAND).filter(pk=division.pk).update(undone_at=at)
    tell("reunited", first, at, note=reason)


def _may_reunite(division: Division) -> None:
    for one in (division.first, division.second):
        latest_of = _live(one).order_by("-pk").first()
        if latest_of != division:
            raise Refused(_("后来又分过一次件，请先撤销后一次。"))
        if one.state != division.state_then or one.bundle_size:
            raise Refused(_("其中一件已经往下办理，不能再并回一件。"))


def _change(
    suggestion: Suggestion, move: str, text: Half, actor: Actor, at: datetime, **changes: Any
) -> Event:
    """Make the move and write the text with it."""
    words, facts = asdict(text), changes.pop("facts")
    edition = suggestion.edition + 1
    return advance(
        SUGGESTION, suggestion, move, actor=actor, at=at, facts=facts, edition=edition, **words, **changes
    )


def _editions(
    suggestion: Suggestion, original: dict[str, str], step: str, actor: Actor, at: datetime
) -> None:
    """The original stays the edition before this one, also where it was taken over without editions."""
    rows = list(suggestion.revisions.all())
    made = {"suggestion": suggestion, "author_id": actor.person_id, "at": at}
    if not rows:
        before = {"at": suggestion.submitted_at or at, "author_id": suggestion.lead.person_id}
        rows.append(Revision.objects.create(number=1, **made | before | original))
    Revision.objects.create(number=rows[-1].number + 1, step=step, **made | text_now(suggestion))


def _text_publication(suggestion: Suggestion, **wanted: Any) -> Publication | None:
    rows = Publication.objects.within(suggestion.congress.scope).filter(kind=PublicationKind.TEXT, **wanted)
    found: Publication | None = (
        rows.filter(suggestion=suggestion).select_related("suggestion__lead__person", "congress").first()
    )
    return found


def _renew(suggestion: Suggestion, at: datetime) -> None:
    """What waits for the public begins anew from the changed text."""
    if (publication := _text_publication(suggestion)) and suggestion.state == SuggestionState.ACCEPTED:
        publication.suggestion = suggestion
        renew(publication, at=at)


def _live(suggestion: Suggestion) -> Any:
    rows = Division.objects.everywhere(HAND).filter(undone_at=None)
    return rows.filter(Q(first=suggestion) | Q(second=suggestion))


def _division(suggestion: Suggestion) -> Division:
    """The last one that still holds, with both locked and read afresh; the one in hand keeps what it was seen as."""
    found: Division | None = _live(suggestion).order_by("-pk").first()
    if found is None:
        raise Refused(_("这件没有分过件。"))
    bundle.lock({found.first_id, found.second_id})
    rows = Suggestion.objects.everywhere(HAND).select_related(*bundle.BESIDE)
    found.first, found.second = rows.get(pk=found.first_id), rows.get(pk=found.second_id)
    return found


def _other(division: Division, suggestion: Suggestion) -> Suggestion:
    return division.second if division.first_id == suggestion.pk else division.first
