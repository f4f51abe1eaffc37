"""Files that come with a step: kept, and named in the step's facts, so that a changed one is found."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from lianluo.congress.rules import RuleBook
from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor
from lianluo.trail.attachments import Upload, attach
from lianluo.trail.files import as_facts
from lianluo.trail.filetypes import Unfit
from lianluo.trail.models import Attachment, Case
from lianluo.trail.steps import Refused

MEGABYTE = 1024 * 1024


def keep_files(
    case: Case, files: Sequence[Upload], kind: str, *, actor: Actor, at: datetime
) -> list[dict[str, Any]]:
    """Keep `files` with `case` under the mark `kind`; what the step's facts say of them."""
    if not files:
        return []
    book = RuleBook(case.congress, localdate(at))
    most, size = book.count("attachment.most"), book.count("attachment.megabytes")
    if len(files) + _kept(case, kind) > most:
        raise Refused(Sentence(_("附件最多 {most} 个。"), most=most))
    if large := next((one for one in files if (one.size or 0) > size * MEGABYTE), None):
        raise Refused(Sentence(_("「{name}」超过 {size} MB。"), name=large.name, size=size))
    try:
        return as_facts([attach(case, one, actor=actor, at=at, kind=kind) for one in files])
    except Unfit as wrong:
        raise Refused(str(wrong)) from wrong


def _kept(case: Case, kind: str) -> int:
    rows = Attachment.objects.within(case.congress.scope).filter(case_type=case.flow_name, case_id=case.pk)
    return int(rows.filter(kind=kind).count())
