"""Files of a case: taken in after inspection, given out only to whom the room lets."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeAlias

from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.http import FileResponse

from lianluo.kernel.ciphers import sm3_of
from lianluo.kernel.text import _
from lianluo.kernel.verdict import Verdict
from lianluo.people.actor import Actor
from lianluo.trail.filetypes import JPEG, PDF, PNG, Unfit, clean_name, inspect
from lianluo.trail.models import Attachment, Case
from lianluo.trail.refusals import Refused

DEFAULT_LIMIT = 50 * 1024 * 1024
SHOWN_IN_PLACE = {kind.media_type for kind in (PDF, JPEG, PNG)}

IN_PLACE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""What an opened file may load: nothing. Browsers draw a PDF with styles of their own, and not in a sandbox."""

Upload: TypeAlias = "UploadedFile[Any]"
May = Callable[[Actor, Attachment], Verdict]


def limit() -> int:
    """How many bytes one file may have (`ATTACHMENT_LIMIT`)."""
    return int(getattr(settings, "ATTACHMENT_LIMIT", DEFAULT_LIMIT))


def attach(case: Case, upload: Upload, *, actor: Actor, at: datetime, kind: str = "") -> Attachment:
    """Keep `upload` with `case`. Raises `Unfit` with a sentence when it is not taken.

    The caller puts `as_facts([attachment])` into the facts of the step that brings the file: from then on
    `verify` notices when the file or its row is changed.
    """
    name = clean_name(upload.name or "")
    stream: Any = upload.file
    found = inspect(name, upload.size or 0, stream, limit=limit())
    stream.seek(0)
    digest = sm3_of(stream)
    stream.seek(0)
    attachment = Attachment(
        congress_id=case.congress_id,
        case_type=case.flow_name,
        case_id=case.pk,
        name=name,
        media_type=found.media_type,
        size=upload.size or 0,
        sm3=digest,
        kind=kind,
        account_id=actor.account_id,
        at=at,
    )
    attachment.file.save("", File(stream), save=False)
    attachment.save(force_insert=True)
    return attachment


def copy(attachment: Attachment, case: Case) -> Attachment:
    """The same bytes with another case: sender, time and digest stay, the stored file is its own."""
    kept = ("name", "media_type", "size", "sm3", "kind", "account_id", "at")
    facts = {name: getattr(attachment, name) for name in kept}
    twin = Attachment(congress_id=case.congress_id, case_type=case.flow_name, case_id=case.pk, **facts)
    with attachment.file.open("rb") as stored:
        twin.file.save("", File(stored), save=False)
    twin.save(force_insert=True)
    return twin


def attach_all(
    case: Case, uploads: Iterable[Upload], *, actor: Actor, at: datetime, kind: str = "", most: int = 20
) -> list[Attachment]:
    """Keep several files, all or none."""
    files = list(uploads)
    if len(files) > most:
        raise Unfit(_("一次最多上传 {most} 个文件，您选了 {count} 个。"), most=most, count=len(files))
    for one in files:
        inspect(clean_name(one.name or ""), one.size or 0, one.file, limit=limit())  # type: ignore[arg-type]
    return [attach(case, one, actor=actor, at=at, kind=kind) for one in files]


def attachments_of(*cases: Case) -> list[Attachment]:
    """The files of cases that the reader may see."""
    wanted = Q(pk__in=())
    for case in cases:
        wanted |= Q(case_type=case.flow_name, case_id=case.pk)
    return list(Attachment.objects.everywhere("the files of cases in hand").filter(wanted))


def send(attachment: Attachment, *, actor: Actor, may: May, in_place: bool = False) -> FileResponse:
    """The file as a download (`in_place`: PDF and pictures may open in the browser). Raises `Refused` with the reason.

    The browser must not guess another type, and nothing in the file may run.
    """
    if not (verdict := may(actor, attachment)):
        raise Refused(str(verdict.reason))
    try:
        stored = attachment.file.open("rb")
    except OSError as error:
        raise Refused(
            str(_("文件「{name}」暂时取不到，请联系系统管理员。")).format(name=attachment.name)
        ) from error
    shown = in_place and attachment.media_type in SHOWN_IN_PLACE
    response = FileResponse(
        stored, as_attachment=not shown, filename=attachment.name, content_type=attachment.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = IN_PLACE if shown else f"{IN_PLACE}; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
