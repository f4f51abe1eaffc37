"""One text for a bundle: carried over into each one's own reply, or by rule delivered for all (2-domain 1.3)."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as now_

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions.models import Handling, Reply, Suggestion
from lianluo.suggestions.services import bundle
from lianluo.suggestions.services.answers import FIELDS, Answer, deliver, open_reply, write_reply
from lianluo.suggestions.states import HandlingState, ReplyState
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused


def siblings(handling: Handling) -> list[Handling]:
    """The same unit's parts of the same bundle on which it works now."""
    if not handling.suggestion.bundle_size:
        return []
    others = {one.pk: one for one in bundle.whole(handling.suggestion) if one.pk != handling.suggestion_id}
    rows = Handling.objects.everywhere("parts of one bundle, of which one part is in hand")
    rows = rows.filter(suggestion__in=others, unit=handling.unit_id, state=HandlingState.SIGNED)
    found = list(rows.select_related("unit", "congress").order_by("pk"))
    for one in found:
        one.suggestion = others[one.suggestion_id]
    return found


def unwritten(handling: Handling) -> bool:
    """Nothing was written for it yet; what somebody wrote is never overwritten."""
    reply = open_reply(handling)
    return reply is None or (reply.state == ReplyState.DRAFTING and not reply.body.strip())


@transaction.atomic
def carry_over(handling: Handling, *, actor: Actor, at: datetime) -> int:
    """The text written for this one becomes the draft of those that have none. How many there were.

    Number, title and the lead's name change to each one's own; the document number is left open: each is a letter of
    its own. Raises `Refused` when there is nothing to carry, or nowhere.
    """
    reply = open_reply(handling) or handling.replies.order_by("-round").first()
    if reply is None or not reply.body.strip():
        raise Refused(_("这一件的答复还没有写，写好以后再带到其他几件。"))
    others = [one for one in siblings(handling) if unwritten(one)]
    if not others:
        raise Refused(_("其他几件都已有答复稿，或者还没有签收。"))
    for one in others:
        write_reply(one, _for(one.suggestion, handling.suggestion, reply), actor=actor, at=at)
    return len(others)


def _for(suggestion: Suggestion, source: Suggestion, reply: Reply) -> Answer:
    """The text as it would stand under the other one's number."""
    words = [
        (source.title, suggestion.title),
        (source.number_words, suggestion.number_words),
        (str(source.lead.person), "" if suggestion.confidential else str(suggestion.lead.person)),
    ]
    body = reply.body
    for here, there in words:
        body = body.replace(here, there) if here and there else body
    return replace(_same(reply), body=body, document_number="", number_reason="")


def _same(reply: Reply) -> Answer:
    return Answer(**{name: getattr(reply, name) for name in FIELDS})


@transaction.atomic
def deliver_by_rule(reply: Reply, *, actor: Actor, at: datetime) -> Event:
    """Deliver it; where the congress does not ask for separate answers, the same letter answers the whole bundle."""
    book = RuleBook(reply.congress, localdate(at))
    together = [] if book.flag("merge.answer_each") else siblings(reply.handling)
    event = deliver(reply, actor=actor, at=at)
    for one in together:
        there = open_reply(one)
        if there is None or there.state == ReplyState.DRAFTING:
            _deliver_same(one, reply, actor, at)
    return event


def _deliver_same(handling: Handling, reply: Reply, actor: Actor, at: datetime) -> None:
    """The letter that was just signed answers this one too, under the same number; what is missing names which one."""
    answer = _same(reply)
    if handling.unit.document_pattern:
        answer = replace(answer, number_reason=now_("并案，同一件答复函"))
    same = write_reply(handling, answer, actor=actor, at=at)
    same.handling = handling
    try:
        deliver(same, actor=actor, at=at)
    except Refused as why:
        raise Refused(f"{handling.suggestion.number_words}：{why}") from why
