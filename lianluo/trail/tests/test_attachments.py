"""Files come in under a random name, go out under their own, and are missed when they change."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from lianluo.kernel.ciphers import sm3
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.trail.attachments import attach, attach_all, attachments_of, send
from lianluo.trail.files import as_facts
from lianluo.trail.filetypes import Unfit, inspect
from lianluo.trail.findings import Fault
from lianluo.trail.models import Attachment
from lianluo.trail.steps import Refused, advance, begin
from lianluo.trail.tests.errands import ERRAND, Errand
from lianluo.trail.tests.test_filetypes import PDF_BYTES, WORD
from lianluo.trail.verify import verify


@pytest.fixture
def case(errands: Any, now: datetime, settings: Any, tmp_path: Path) -> Errand:
    settings.MEDIA_ROOT = tmp_path
    made = Errand(congress=errands.home.congress, what="送材料")
    begin(ERRAND, made, actor=errands.wang, at=now)
    return made


def pdf(name: str = "关于教育的答复.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF_BYTES, "text/html")


def anyone(actor: Actor, attachment: Attachment) -> Verdict:
    return YES


def nobody(actor: Actor, attachment: Attachment) -> Verdict:
    return no("这份文件不对您公开。")


def test_a_file_is_kept_under_a_name_that_tells_nothing(case: Errand, errands: Any, now: datetime) -> None:
    kept = attach(case, pdf("../../关于教育的答复.pdf"), actor=errands.wang, at=now)
    assert (kept.name, kept.media_type, kept.size) == (
        "关于教育的答复.pdf",
        "application/pdf",
        len(PDF_BYTES),
    )
    assert bytes(kept.sm3) == sm3(PDF_BYTES)
    folder, _slash, stored = kept.file.name.rpartition("/")
    assert folder == "2026/05"
    assert len(stored) == 32
    assert Path(kept.file.path).read_bytes() == PDF_BYTES
    assert attachments_of(case) == [kept]


def test_the_senders_word_on_the_type_counts_for_nothing(case: Errand, errands: Any, now: datetime) -> None:
    fake = SimpleUploadedFile("a.pdf", b"<html>", "application/pdf")
    with pytest.raises(Unfit, match="内容不是 PDF"):
        attach(case, fake, actor=errands.wang, at=now)
    assert attachments_of(case) == []


def test_the_limit_is_a_setting(case: Errand, errands: Any, now: datetime, settings: Any) -> None:
    settings.ATTACHMENT_LIMIT = 2**20
    large = SimpleUploadedFile("a.pdf", PDF_BYTES + bytes(2**20))
    with pytest.raises(Unfit, match="超过单个文件 1 MB"):
        attach(case, large, actor=errands.wang, at=now)


def test_several_files_come_all_or_not_at_all(case: Errand, errands: Any, now: datetime) -> None:
    files = [pdf(), SimpleUploadedFile("b.docx", WORD), SimpleUploadedFile("c.exe", b"MZ")]
    with pytest.raises(Unfit, match="只接受"):
        attach_all(case, files, actor=errands.wang, at=now)
    assert attachments_of(case) == []
    assert len(attach_all(case, files[:2], actor=errands.wang, at=now)) == 2


def test_twenty_one_files_are_too_many(case: Errand, errands: Any, now: datetime) -> None:
    with pytest.raises(Unfit, match="您选了 21 个"):
        attach_all(case, [pdf()] * 21, actor=errands.wang, at=now)


def test_it_goes_out_under_its_own_name_and_as_what_it_is(case: Errand, errands: Any, now: datetime) -> None:
    kept = attach(case, pdf(), actor=errands.wang, at=now)
    answer = send(kept, actor=errands.li, may=anyone)
    assert b"".join(answer.streaming_content) == PDF_BYTES
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%E5%85%B3%E4%BA%8E")
    assert answer["Content-Security-Policy"].endswith("sandbox")


def test_a_pdf_may_open_in_place_and_a_word_file_not(case: Errand, errands: Any, now: datetime) -> None:
    word = attach(case, SimpleUploadedFile("b.docx", WORD), actor=errands.wang, at=now)
    shown = send(attach(case, pdf(), actor=errands.wang, at=now), actor=errands.li, may=anyone, in_place=True)
    assert shown["Content-Disposition"].startswith("inline")
    assert send(word, actor=errands.li, may=anyone, in_place=True)["Content-Disposition"].startswith(
        "attachment"
    )


def test_who_may_not_reads_why(case: Errand, errands: Any, now: datetime) -> None:
    kept = attach(case, pdf(), actor=errands.wang, at=now)
    with pytest.raises(Refused, match="不对您公开"):
        send(kept, actor=errands.sun, may=nobody)


def test_a_lost_file_says_so(case: Errand, errands: Any, now: datetime) -> None:
    kept = attach(case, pdf(), actor=errands.wang, at=now)
    Path(kept.file.path).unlink()
    with pytest.raises(Refused, match="暂时取不到"):
        send(kept, actor=errands.li, may=anyone)


@pytest.fixture
def brought(case: Errand, errands: Any, now: datetime) -> Attachment:
    """A file that a step of the history names."""
    kept = attach(case, pdf(), actor=errands.wang, at=now)
    advance(ERRAND, case, "note", actor=errands.wang, at=now, facts={"files": as_facts([kept])})
    return kept


def test_history_names_the_file_and_all_is_well(brought: Attachment) -> None:
    assert verify(with_files=True) == []


@pytest.mark.parametrize(
    "change", ["UPDATE {} SET sm3 = '\\x00' WHERE id = %s", "DELETE FROM {} WHERE id = %s"]
)
def test_a_changed_row_of_a_file_is_found(brought: Attachment, change: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(change.format(Attachment._meta.db_table), [brought.pk])
    (found,) = verify()
    assert (found.fault, found.case_id, found.seq) == (Fault.FILE, brought.case_id, 2)


def test_changed_bytes_are_found_when_files_are_read(brought: Attachment) -> None:
    Path(brought.file.path).write_bytes(PDF_BYTES + b" ")
    assert verify() == []
    (found,) = verify(with_files=True)
    assert (found.fault, found.note) == (Fault.FILE, "关于教育的答复.pdf")


def test_a_gigabyte_never_reaches_the_disk(settings: Any, rf: Any) -> None:
    """What comes after the limit is dropped on the way in; the rest of the form still arrives."""
    settings.ATTACHMENT_LIMIT = 2**20
    request = rf.post(
        "/", {"file": SimpleUploadedFile("a.pdf", PDF_BYTES + bytes(9 * 2**20)), "note": "说明"}
    )
    received = request.FILES["file"]
    assert 2**20 < received.size < 2**20 + 2**17
    assert request.POST["note"] == "说明"
    with pytest.raises(Unfit, match="超过单个文件 1 MB"):
        inspect("a.pdf", received.size, received.file, limit=2**20)


def test_what_is_small_enough_arrives_whole(settings: Any, rf: Any) -> None:
    settings.ATTACHMENT_LIMIT = 2**20
    content = PDF_BYTES + bytes(2**20 - len(PDF_BYTES))
    request = rf.post("/", {"file": SimpleUploadedFile("a.pdf", content)})
    assert request.FILES["file"].read() == content
