"""全卷: everything of one suggestion that its page shows to a reader, with the proof of every history in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import Extension, Promise, Reply, Revision, Suggestion
from lianluo.suggestions.selectors import talks
from lianluo.suggestions.selectors.case import Answer, CaseFile, case_file
from lianluo.suggestions.selectors.timeline import events
from lianluo.suggestions.selectors.visible import visible
from lianluo.trail.models import Attachment, Case, DayRoot, Event
from lianluo.trail.roots import sealed_by
from lianluo.trail.verify import CaseProof, verify_cases


@dataclass(frozen=True, kw_only=True)
class Chain:
    """One history: whose it is, how its check came out, and the digest of its last step ("" when kept back)."""

    label: str
    proof: CaseProof
    digest: str

    @property
    def sentence(self) -> str:
        if self.proof.broken:
            return f"共 {self.proof.events} 步，第 {self.proof.broken} 步起与记录的摘要对不上"
        return f"共 {self.proof.events} 步，逐步相接，没有改动"


@dataclass(frozen=True, kw_only=True)
class Whole:
    """The whole file as `actor` may read it, at the moment `at`."""

    file: CaseFile
    actor: Actor
    at: datetime
    chains: Sequence[Chain]
    extensions: Sequence[Extension]

    @cached_property
    def events(self) -> Sequence[Event]:
        """The steps that the reader may read, oldest first. One query."""
        return events(self.case, self.file.handlings, self.actor)

    @cached_property
    def root(self) -> DayRoot | None:
        """The day root over the last step. One query."""
        return sealed_by(max((event.pk for event in self.events), default=0))

    @property
    def case(self) -> Suggestion:
        return self.file.suggestion

    @property
    def sound(self) -> bool:
        return not any(one.proof.broken for one in self.chains)

    @property
    def steps(self) -> int:
        return sum(one.proof.events for one in self.chains)

    @property
    def opinions(self) -> Sequence[Answer]:
        return self.file.opinions if policy.may_read_opinions(self.actor, self.case) else ()

    @property
    def sheets(self) -> list[int]:
        """The parts whose assignment sheet the reader may have."""
        return [one.pk for one in self.file.live if policy.may_have_sheet(self.actor, one)]

    @property
    def talks(self) -> list[talks.Entry]:
        """Talks and progress that the reader may read, oldest first."""
        if not policy.may_read_contacts(self.actor, self.case):
            return []
        found = [
            entry for one in self.file.handlings for entry in talks.entries(one, self.actor, self.file.veil)
        ]
        return sorted(found, key=lambda one: (one.on, one.id))

    @property
    def files(self) -> list[dict[str, Any]]:
        """The files that the page of the case offers: with the text, the answers, the talks."""
        found = [
            *self.file.attachments,
            *(row for one in (*self.answers, *self.opinions) for row in one.files),
        ]
        return found + [row for one in self.talks for row in one.files]

    @property
    def answers(self) -> list[Answer]:
        """The delivered answers to the deputies, oldest first."""
        return [one for turn in reversed(self.file.rounds) for one in turn.answers]

    @property
    def root_digest(self) -> str:
        return bytes(self.root.root).hex() if self.root else ""


def whole_file(pk: int, actor: Actor, at: datetime) -> Whole | None:
    """The whole file of the suggestion `pk`, or None when `actor` may not see it."""
    file = case_file(visible(actor), pk, actor, at)
    if file is None:
        return None
    asked = _extensions(file, actor)
    cases = list(_cases(file, asked, [*_promises(file, actor), *_drafts(file, actor)]))
    proofs = verify_cases([case for _label, case in cases])
    return Whole(
        file=file,
        actor=actor,
        at=at,
        chains=[
            Chain(label=label, proof=proof, digest=_head(case, file.suggestion))
            for (label, case), proof in zip(cases, proofs, strict=True)
        ],
        extensions=asked,
    )


def editions(whole: Whole) -> list[Revision]:
    """The text as it was each time it was handed in, oldest first; none for whoever may not read them. One query."""
    if not policy.may_read_editions(whole.actor, whole.case):
        return []
    return list(whole.case.revisions.all())


def attachments(whole: Whole) -> list[Attachment]:
    """The files that the page of the case offers, and the proofs of requests for more time. One query."""
    keys = [row["id"] for row in whole.files]
    parts = {one.pk: one for one in whole.file.handlings}
    asked = [
        one for one in whole.extensions if policy.may_read_talk_files(whole.actor, parts[one.handling_id])
    ]
    keys += [one.proof_id for one in asked if one.proof_id]
    return list(Attachment.objects.within(whole.actor.scope).filter(pk__in=keys).order_by("pk"))


def kept_back(suggestion: Suggestion) -> bool:
    """Are the digests kept from the reader? With a confidential proposer they would give the name away: names are
    few, and whoever tries them all against a digest finds the one that fits."""
    return suggestion.is_veiled


def _extensions(file: CaseFile, actor: Actor) -> list[Extension]:
    rows = Extension.objects.within(actor.scope).filter(handling__in=[one.pk for one in file.handlings])
    return list(rows.order_by("pk"))


def _drafts(file: CaseFile, actor: Actor) -> list[Reply]:
    """Written answers of the reader's own units: their drafting is nobody else's affair."""
    mine = [one.pk for one in file.handlings if one.unit_id in actor.units()]
    return list(Reply.objects.within(actor.scope).filter(handling__in=mine).order_by("pk")) if mine else []


def _promises(file: CaseFile, actor: Actor) -> list[Promise]:
    if not any(one.promises for one in (*file.opinions, *(a for turn in file.rounds for a in turn.answers))):
        return []
    rows = Promise.objects.within(actor.scope).filter(handling__in=[one.pk for one in file.handlings])
    return list(rows.order_by("pk"))


def _cases(file: CaseFile, asked: list[Extension], kept: list[Promise | Reply]) -> Iterator[tuple[str, Case]]:
    units = {one.pk: str(one.unit) for one in file.handlings}
    yield "建议", file.suggestion
    for handling in file.handlings:
        yield f"{units[handling.pk]}的办理", handling
    for extension in asked:
        yield f"{units[extension.handling_id]}的延期申请", extension
    for one in kept:
        what = "承诺" if isinstance(one, Promise) else f"第 {one.round} 轮答复的拟稿"
        yield f"{units[one.handling_id]}的{what}", one


def _head(case: Case, suggestion: Suggestion) -> str:
    return "" if kept_back(suggestion) else bytes(case.trail_hash).hex()
