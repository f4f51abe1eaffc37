"""公开审核: every accepted suggestion and every reply waits until a person says how much of it goes out (2-domain 1.13)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.ciphers import sm3
from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor
from lianluo.suggestions import deadlines, policy
from lianluo.suggestions.flow import PUBLICATION
from lianluo.suggestions.masking import mask, private
from lianluo.suggestions.models import Publication, Reply, Suggestion
from lianluo.suggestions.services import clocks
from lianluo.suggestions.services.tell import tell
from lianluo.suggestions.states import OUT, WITH_TEXT, PublicationKind, PublicationState, PublicLevel
from lianluo.trail import clocks as trail
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused, advance, begin


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The public wording: its title and its text (whole, or a summary)."""

    title: str
    body: str

    @property
    def digest(self) -> str:
        return sm3(f"{self.title}\n{self.body}".encode()).hex()


def text_of(suggestion: Suggestion) -> str:
    """Situation and proposals as one text, with the headings of the form."""
    parts = [("一、情况与问题", suggestion.situation), ("二、具体建议", suggestion.proposals)]
    if not suggestion.situation.strip():
        return suggestion.proposals.strip()
    return "\n".join(f"{heading}\n{text.strip()}" for heading, text in parts)


def facts_of(publication: Publication, **facts: Any) -> dict[str, Any]:
    """What the history keeps of a step; `of` says whether the suggestion or a reply is meant."""
    return {"of": publication.kind} | {name: value for name, value in facts.items() if value != ""}


def original(publication: Publication) -> Edition:
    """What was written, for comparing."""
    reply, suggestion = publication.reply, publication.suggestion
    if reply is None:
        return Edition(title=suggestion.title, body=text_of(suggestion))
    title = f"{reply.handling.unit}关于{suggestion.cited_number}建议的答复"
    return Edition(title=title, body=reply.body.strip())


def names_kept_back(suggestion: Suggestion) -> list[str]:
    """Names that the public must not read, wherever they stand in the text: 保密 (2-domain 1.3)."""
    if not suggestion.confidential:
        return []
    others = suggestion.signatures.order_by("pk").values_list("seat__person__name", flat=True)
    return [str(suggestion.lead.person), *others]


@transaction.atomic
def open_publication(suggestion: Suggestion, reply: Reply | None, *, at: datetime) -> Publication:
    """Let a text wait for its review; contacts are masked in the public edition from the start."""
    kind = PublicationKind.REPLY if reply else PublicationKind.TEXT
    publication = Publication(
        congress=suggestion.congress, suggestion=suggestion, kind=kind, reply=reply, opened_at=at
    )
    written = original(publication)
    publication.title, publication.body = mask(written.title), mask(written.body)
    publication.masked = len(private(written.title)) + len(private(written.body))
    book = RuleBook(suggestion.congress, localdate(at))
    publication.proposal = policy.proposed_level(publication, book)
    begin(
        PUBLICATION,
        publication,
        actor=None,
        at=at,
        facts=facts_of(publication, proposal=publication.proposal),
    )
    return publication


@transaction.atomic
def renew(publication: Publication, *, at: datetime) -> Event:
    """The text itself became another one (divided, or one again): the public edition begins anew from it."""
    written = original(publication)
    title, body = mask(written.title), mask(written.body)
    masked = len(private(written.title)) + len(private(written.body))
    facts = facts_of(publication, digest=Edition(title=title, body=body).digest)
    changes = {"title": title, "body": body, "masked": masked}
    return advance(PUBLICATION, publication, "renew", actor=None, at=at, facts=facts, **changes)


def start_clock(publication: Publication, at: datetime) -> None:
    """The days for publishing run from the delivery of the reply, for the text as for the reply."""
    due = clocks.run(publication, deadlines.PUBLISH, localdate(at))
    Publication.objects.within(publication.congress.scope).filter(pk=publication.pk).update(due_on=due)
    publication.due_on = due


@transaction.atomic
def edit(publication: Publication, edition: Edition, *, actor: Actor, at: datetime) -> Event:
    """Keep another public wording; nothing goes out yet."""
    facts = facts_of(publication, digest=edition.digest)
    return advance(
        PUBLICATION,
        publication,
        "edit",
        actor=actor,
        at=at,
        facts=facts,
        title=edition.title,
        body=edition.body,
    )


def demand_fit(publication: Publication, state: PublicationState, edition: Edition) -> None:
    """Nothing that must stay private is left in what would go out, and there is a text where one is to go out."""
    if state in WITH_TEXT and not edition.body.strip():
        raise Refused(_("公开的正文还没有写。"))
    shown = edition.title + (f"\n{edition.body}" if state in WITH_TEXT else "")
    if kept := [name for name in names_kept_back(publication.suggestion) if name in shown]:
        text = _("代表要求不公开姓名，公开文本里还有：{names}。请隐去后再公开。")
        raise Refused(Sentence(text, names="、".join(kept)))
    if found := private(shown):
        raise Refused(
            Sentence(
                _("公开文本里还有电话、证件号或者邮箱：{found}。请隐去后再公开。"), found="、".join(found)
            )
        )


@transaction.atomic
def publish(
    publication: Publication, level: str, *, edition: Edition, actor: Actor, at: datetime, note: str = ""
) -> Event:
    """Let it out, whole, as a summary or by its title. Contacts that are left in the wording stop it."""
    state = PublicationState(level)
    if state not in OUT:
        raise Refused(_("请选择公开的方式。"))
    demand_fit(publication, state, edition)
    book = RuleBook(publication.congress, localdate(at))
    named = policy.shows_name(publication.suggestion, book)
    facts = facts_of(publication, level=level, digest=edition.digest, named=named, note=note)
    event = advance(
        PUBLICATION,
        publication,
        f"publish_{level}",
        actor=actor,
        at=at,
        facts=facts,
        title=edition.title,
        body=edition.body,
        name_shown=named,
        reason="",
        note=note,
        decided_at=at,
        published_at=at,
    )
    trail.stop(publication, "publish", at=at)
    said = f"{publication.get_kind_display()}：{state.label}"
    tell("made_public", publication.suggestion, at, note=said)
    return event


@transaction.atomic
def withhold(publication: Publication, *, reason: str, actor: Actor, at: datetime, note: str = "") -> Event:
    """Nothing of it goes out; the directory says the reason and no more."""
    book = RuleBook(publication.congress, localdate(at))
    known = {row.code: row for row in book.withhold_reasons()}
    if reason not in known:
        raise Refused(_("请选择不公开的理由。"))
    if known[reason].meaning and not note.strip():
        raise Refused(_("选这一项时，请写明原因。"))
    event = advance(
        PUBLICATION,
        publication,
        "withhold",
        actor=actor,
        at=at,
        facts=facts_of(publication, reason=known[reason].label, note=note),
        reason=reason,
        note=note,
        decided_at=at,
    )
    trail.stop(publication, "publish", at=at)
    tell(
        "kept_back",
        publication.suggestion,
        at,
        note=f"{publication.get_kind_display()}：{known[reason].label}",
    )
    return event


@transaction.atomic
def take_back(publication: Publication, *, reason: str, actor: Actor, at: datetime) -> Event:
    """Out of the public's sight, with the reason; what had been out stays in the history."""
    if not reason.strip():
        raise Refused(_("请写明撤下的理由。"))
    facts = facts_of(publication, reason=reason, level=publication.state)
    event = advance(
        PUBLICATION, publication, "take_back", actor=actor, at=at, facts=facts, note=reason, decided_at=at
    )
    tell("taken_back", publication.suggestion, at, note=reason)
    return event


def lapse(publication: Publication, reason: str, *, at: datetime) -> None:
    """It may not be out any longer, whoever wanted it: nobody has to remember that."""
    if publication.state in PUBLICATION.moves["lapse"].sources:
        facts = facts_of(publication, reason=reason, level=publication.state)
        advance(PUBLICATION, publication, "lapse", actor=None, at=at, facts=facts, note=reason, decided_at=at)
        trail.stop(publication, "publish", at=at)


def refuse(publication: Publication, *, at: datetime) -> None:
    """A deputy does not agree: a reply that is out with its text is taken back, one that waits goes out by title."""
    if publication.state in WITH_TEXT:
        lapse(publication, str(_("代表评价时不同意公开答复")), at=at)
    if publication.deputy_refused:
        return
    whole = publication.proposal in (PublicLevel.FULL, PublicLevel.SUMMARY)
    proposal = PublicLevel.TITLE if whole else publication.proposal
    facts, changes = facts_of(publication), {"deputy_refused": True, "proposal": proposal}
    advance(PUBLICATION, publication, "refused", actor=None, at=at, facts=facts, **changes)
