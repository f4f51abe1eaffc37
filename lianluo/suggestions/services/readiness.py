"""What a reply must have before it goes to the signature, by the rules of the day (2-domain 1.9, 1.12)."""

from datetime import datetime

from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import Sentence, _
from lianluo.suggestions.models import Reply
from lianluo.suggestions.selectors.letters import promised
from lianluo.suggestions.services.contacts import demand_contact
from lianluo.suggestions.services.opinions import demand_opinions, missing_opinions
from lianluo.trail.steps import Refused


def demand_ready(reply: Reply, at: datetime) -> None:
    """Raises `Refused` with the first thing that is missing."""
    demand_contact(reply.handling, at)
    demand_opinions(reply, missing_opinions(reply.handling), at)
    if reply.handling.role.answers_deputy:
        demand_class(reply, RuleBook(reply.congress, localdate(at)))


def demand_class(reply: Reply, book: RuleBook) -> None:
    """A class that promises lists its promises; one that declines says why."""
    row = next((one for one in book.answer_classes() if one.code == reply.reply_class), None)
    if row is None:
        return
    if row.is_promise and not promised(reply):
        raise Refused(
            Sentence(_("{code} 类答复要列出承诺事项：做什么、谁负责、什么时候完成。"), code=row.code)
        )
    if row.needs_explanation and not reply.explanation.strip():
        raise Refused(Sentence(_("{code} 类答复要写明不能解决的原因。"), code=row.code))
