"""Files of a reply: what goes with it, and the copy with the seal once it is printed and signed."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.suggestions.flow import REPLY
from lianluo.suggestions.models import Reply
from lianluo.suggestions.services.evidence import keep_files
from lianluo.suggestions.states import DROPPED, SIGNED, WITH, ReplyState
from lianluo.trail.attachments import Upload
from lianluo.trail.models import Attachment, Event
from lianluo.trail.steps import Refused, advance

SCANS = (".pdf", ".jpg", ".jpeg", ".png", ".ofd")


@transaction.atomic
def bring(
    reply: Reply, *, actor: Actor, at: datetime, files: Sequence[Upload], signed: bool = False
) -> Event:
    """附件 while it is written; 盖章扫描件 when it is to be signed or was."""
    early = reply.state == ReplyState.DRAFTING
    if signed and early:
        raise Refused(_("送签以后才上传盖章的扫描件。"))
    if not signed and not early:
        raise Refused(_("答复送审以后不能再加附件；请先退回拟稿。"))
    if signed and any(not (one.name or "").lower().endswith(SCANS) for one in files):
        raise Refused(_("盖章的扫描件要是 PDF、OFD 或者图片。"))
    kept = keep_files(reply, files, SIGNED if signed else WITH, actor=actor, at=at)
    return advance(REPLY, reply, "bring", actor=actor, at=at, facts={"files": kept, "signed": signed})


@transaction.atomic
def drop(reply: Reply, file: Attachment, *, actor: Actor, at: datetime) -> Event:
    """Taken away from the draft; the history keeps that it was there."""
    event = advance(REPLY, reply, "drop", actor=actor, at=at, facts={"name": file.name, "file": file.pk})
    rows = Attachment.objects.within(actor.scope).filter(case_type="reply", case_id=reply.pk, kind=WITH)
    rows.filter(pk=file.pk).update(kind=DROPPED)
    return event
