"""Who decides what goes out, and how much of it may (2-domain 1.13)."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions.policy.by_rule import Book
from lianluo.suggestions.states import NUMBERED, Consent, PublicAttribute, PublicLevel

if TYPE_CHECKING:
    from lianluo.suggestions.models import Publication, Suggestion

ATTRIBUTES = {
    PublicAttribute.WITHHELD: _("承办单位定为不予公开，只能公开标题。"),
    PublicAttribute.REQUEST: _("承办单位定为依申请公开，不主动公开正文。"),
}


def reviews_publications(actor: Actor) -> Verdict:
    """The deputies' body reviews: answers and disclosure are looked at together (国办发〔2014〕46号)."""
    return YES if actor.is_liaison else no(_("由联工委审核公开。"))


def may_review_publication(actor: Actor, publication: "Publication") -> Verdict:
    return reviews_publications(actor)


def may_go_out(publication: "Publication") -> Verdict:
    """Only what was accepted as a suggestion and still is one."""
    if publication.suggestion.state not in NUMBERED:
        return no(_("这件建议已经不再办理，不公开。"))
    return YES


def may_show_text(publication: "Publication") -> Verdict:
    """More than the title: the deputy's consent for all, the unit's attribute and the deputies' word for a reply."""
    if publication.suggestion.consent == Consent.TITLE:
        return no(_("代表只同意公开标题。"))
    if publication.reply is not None and publication.reply.public_attribute in ATTRIBUTES:
        return no(ATTRIBUTES[PublicAttribute(publication.reply.public_attribute)])
    if publication.deputy_refused:
        return no(_("代表评价时不同意公开答复。"))
    return YES


def may_publish_text(actor: Actor, publication: "Publication") -> Verdict:
    if not (verdict := may_review_publication(actor, publication)):
        return verdict
    return may_go_out(publication) and may_show_text(publication)


def may_publish_title(actor: Actor, publication: "Publication") -> Verdict:
    return may_review_publication(actor, publication) and may_go_out(publication)


def proposed_level(publication: "Publication", book: Book) -> PublicLevel:
    """What the rule proposes, no more than may go out. A person decides."""
    by_rule = {"none": PublicLevel.WITHHELD, "title": PublicLevel.TITLE, "summary": PublicLevel.SUMMARY}
    wanted = by_rule.get(book.text("publish.default"), PublicLevel.FULL)
    if wanted in (PublicLevel.FULL, PublicLevel.SUMMARY) and not may_show_text(publication):
        return PublicLevel.TITLE
    return wanted


def shows_name(suggestion: "Suggestion", book: Book) -> bool:
    """By rule, and never where the deputy asked to stay unnamed (2-domain 1.3: QD 18, SD 11)."""
    return book.flag("publish.name") and not suggestion.confidential
