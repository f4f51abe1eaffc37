"""附件: files that go with a draft, within the limits of the congress; each submission keeps their digests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services.joint import latest
from lianluo.suggestions.states import DROPPED, FORM
from lianluo.trail.attachments import Upload, attach, limit
from lianluo.trail.filetypes import Unfit, clean_name, inspect
from lianluo.trail.models import Attachment
from lianluo.trail.steps import Refused


@dataclass(frozen=True, slots=True)
class Limits:
    """How many files, and how large each may be."""

    most: int
    megabytes: int


def limits_of(suggestion: Suggestion, at: datetime) -> Limits:
    """The congress's own rules; never more than the machine takes at all."""
    book = RuleBook(suggestion.congress, localdate(at))
    return Limits(book.count("attachment.most"), min(book.count("attachment.megabytes"), limit() // 2**20))


def files_of(suggestion: Suggestion) -> list[Attachment]:
    """What goes with it now."""
    rows = Attachment.objects.within(suggestion.congress.scope)
    rows = rows.filter(case_type="suggestion", case_id=suggestion.pk).exclude(kind=DROPPED)
    return list(rows.order_by("pk"))


@transaction.atomic
def add_files(
    suggestion: Suggestion, uploads: Iterable[Upload], *, actor: Actor, at: datetime
) -> list[Attachment]:
    """Keep the files with the draft, all or none. Raises `Unfit` with the sentence about the first that is not taken."""
    latest(suggestion)
    _must_write(suggestion, actor)
    files = list(uploads)
    if not files:
        raise Unfit(_("请先选择文件。"))
    kept = [one for one in files_of(suggestion) if one.kind != FORM]
    allowed = limits_of(suggestion, at)
    if len(kept) + len(files) > allowed.most:
        sentence = _("每件建议最多 {most} 个附件，已有 {kept} 个，这次选了 {count} 个。")
        raise Unfit(sentence, most=allowed.most, kept=len(kept), count=len(files))
    for one in files:
        inspect(clean_name(one.name or ""), one.size or 0, one.file, limit=allowed.megabytes * 2**20)  # type: ignore[arg-type]
    return [attach(suggestion, one, actor=actor, at=at) for one in files]


@transaction.atomic
def drop_file(suggestion: Suggestion, file: Attachment, *, actor: Actor) -> None:
    """Take a file out of the draft. One that was handed in before stays with the history of that submission."""
    _must_write(suggestion, actor)
    if file.kind == FORM:
        raise Refused(_("这是纸质建议的扫描件，不能删去。"))
    if suggestion.submitted_at and file.at <= suggestion.submitted_at:
        Attachment.objects.within(actor.scope).filter(pk=file.pk).update(kind=DROPPED)
        return
    stored = file.file
    file.delete()
    transaction.on_commit(lambda: stored.delete(save=False))


def _must_write(suggestion: Suggestion, actor: Actor) -> None:
    if not (verdict := policy.may_write(actor, suggestion)):
        raise Refused(str(verdict.reason))
