"""全卷: what a reader can take away, what stays with the house, and that a changed history is said in it."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from lianluo.papers import pdf
from lianluo.suggestions import policy, tasks
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.papers import whole as forms
from lianluo.suggestions.papers.whole.names import LONGEST, Names
from lianluo.suggestions.selectors.whole import whole_file
from lianluo.suggestions.states import Mode
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Attachment
from lianluo.trail.roots import seal_day
from lianluo.ui.models import LongWork, WorkState
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAPER = pytest.mark.skipif(pdf.engine() is None, reason="needs Pango")


@pytest.fixture
def printing() -> None:
    """Named by the tests that lay out pages."""


@pytest.fixture(autouse=True)
def unprinted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Laying out pages takes long: only the tests about it do it."""
    if "printing" not in request.fixturenames:
        monkeypatch.setattr(pdf, "engine", lambda: None)


@pytest.fixture
def rated(cast: Cast, now: datetime) -> Suggestion:
    """A whole life, with two files of one name."""
    case = lives.draft(cast.home, now)
    files = [SimpleUploadedFile("走访记录.pdf", b"%PDF-1.7\n" + n) for n in (b"1", b"2")]
    say.add_files(case, files, actor=cast.li, at=now)
    say.submit(case, actor=cast.li, at=now)
    say.accept(case, actor=cast.wang, at=now, topic="agriculture")
    task = say.Task(unit=cast.home.units["education"], mode=Mode.SOLE)
    say.assign(case, [task], actor=cast.wang, at=now)
    lives.pass_on_to_units(cast.home, case, now)
    say.sign_for(case.handlings.get(), actor=cast.home.actor("zhao"), at=now)
    lives.give_answer(cast.home, case, now)
    say.rate(case, actor=cast.li, at=now, attitude="satisfied", result="basic", comment="请继续推进。")
    return case


def url(case: Suggestion) -> str:
    return reverse("suggestions:whole", args=[case.pk])


def made(cast: Cast, who: str, case: Suggestion, kind: str = "zip") -> Any:
    """What `who` gets: at once, or from the page of the work when the worker has done it."""
    client = cast.client(who)
    answer = client.post(url(case), {"as": kind})
    if answer.status_code == 302:
        work = LongWork.objects.everywhere("a test").latest("pk")
        tasks.make_whole(work.pk, suggestion=case.pk, kind=kind)
        answer = client.get(reverse("ui:work_file", args=[work.pk]))
    assert answer.status_code == 200
    return io.BytesIO(b"".join(answer.streaming_content))


def taken(cast: Cast, who: str, case: Suggestion) -> zipfile.ZipFile:
    return zipfile.ZipFile(made(cast, who, case))


def text_of(pack: zipfile.ZipFile, name: str) -> str:
    return pack.read(name).decode()


def history(pack: zipfile.ZipFile) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text_of(pack, "历史/history.jsonl").splitlines()]


def change_history(case: Suggestion, seq: int) -> None:
    """What somebody with the database's own password might try."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE trail_event DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE trail_event SET actor_name = '别人' WHERE case_type = 'suggestion' AND case_id = %s AND seq = %s",
            [case.pk, seq],
        )


def test_the_office_takes_everything_in_one_zip(cast: Cast, rated: Suggestion) -> None:
    pack = taken(cast, "wang", rated)
    names = set(pack.namelist())
    assert pack.testzip() is None
    assert {"说明.txt", "全卷.html", "全卷.css", "正文/现行正文.txt", "历史/history.jsonl"} <= names
    assert {"附件/01 走访记录.pdf", "附件/02 走访记录.pdf"} <= names
    unit = cast.home.units["education"]
    assert {f"文书/交办单 {unit}.docx", f"文书/答复函 {unit} 第1轮.docx"} <= names
    assert pack.read("附件/02 走访记录.pdf") == b"%PDF-1.7\n2"
    readme = text_of(pack, "说明.txt")
    assert "2 个附件核对无误" in readme
    assert bytes(rated.trail_hash).hex() in readme
    assert all(name in readme for name in names - {"说明.txt"})


def test_the_words_documents_are_word_documents(cast: Cast, rated: Suggestion) -> None:
    from docx import Document

    pack = taken(cast, "wang", rated)
    papers = [name for name in pack.namelist() if name.endswith(".docx")]
    said = ["".join(p.text for p in Document(io.BytesIO(pack.read(name))).paragraphs) for name in papers]
    assert any("二十三个村已全部列入今年项目" in one for one in said)


def test_every_edition_of_the_text_is_in_it(cast: Cast, now: datetime) -> None:
    case = lives.returned(cast.home, now)
    say.save_draft(case, lives.text(proposals="改为二十五个村。"), actor=cast.li, at=now)
    say.submit(case, actor=cast.li, at=now)
    pack = taken(cast, "li", case)
    first, second = (name for name in pack.namelist() if "次提交" in name)
    assert "二十三个村" in text_of(pack, first)
    assert "二十五个村" in text_of(pack, second)


def test_the_history_can_be_checked_with_nothing_but_the_recipe(
    cast: Cast, rated: Suggestion, tmp_path: Path
) -> None:
    """The lines of 说明.txt, run as they stand, by a Python that knows nothing of the house."""
    pack = taken(cast, "wang", rated)
    pack.extractall(tmp_path)
    path = tmp_path / "历史" / "history.jsonl"
    assert "完整无误" in checked(tmp_path)
    path.write_text(path.read_text().replace("请继续推进", "请不要推进"))
    assert "AssertionError" in checked(tmp_path)


def checked(folder: Path) -> str:
    """What the recipe says about an unpacked zip."""
    readme = (folder / "说明.txt").read_text()
    recipe = readme[readme.index("import hashlib") : readme.index("三、目录")]
    command = [sys.executable, "-c", recipe]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if "unsupported hash type" in done.stderr:
        pytest.skip("this Python's OpenSSL has no SM3")
    return done.stdout + done.stderr


def test_what_a_unit_keeps_inside_is_in_its_own_file_only(cast: Cast, now: datetime, tmp_path: Path) -> None:
    """The steps of the office's file then jump, and the recipe still agrees."""
    case = lives.signed_for(cast.home, now)
    part = case.handlings.get()
    say.note(part, actor=cast.zhao, at=now, on=now.date(), text="处里还在算账", inside=True)
    say.note(part, actor=cast.zhao, at=now, on=now.date(), text="已派人到现场看过")
    for who, sees in (("zhao", True), ("li", False), ("wang", False)):
        pack = taken(cast, who, case)
        words = text_of(pack, "全卷.html") + text_of(pack, "历史/history.jsonl")
        assert "已派人到现场看过" in words
        assert ("处里还在算账" in words) == sees
    pack.extractall(tmp_path)
    assert "完整无误" in checked(tmp_path)


def test_deputies_read_the_words_of_the_page_and_the_digests(cast: Cast, rated: Suggestion) -> None:
    pack = taken(cast, "li", rated)
    assert not any("交办单" in name for name in pack.namelist())
    steps = history(pack)
    assert not any("content" in step for step in steps)
    assert steps[-1]["hash"] == history(taken(cast, "wang", rated))[-1]["hash"]
    assert not any(step["case"].startswith("reply") for step in steps)


def test_a_unit_finds_its_own_drafting_in_it(cast: Cast, rated: Suggestion) -> None:
    assert any(step["case"].startswith("reply") for step in history(taken(cast, "zhao", rated)))


def test_a_changed_history_is_said_everywhere(cast: Cast, rated: Suggestion) -> None:
    change_history(rated, 3)
    assert "核对不一致" in cast.client("wang").get(url(rated)).content.decode()
    pack = taken(cast, "wang", rated)
    for name in ("说明.txt", "全卷.html"):
        assert "核对不一致：1 条历史与记录的摘要对不上" in text_of(pack, name)
        assert "第 3 步起与记录的摘要对不上" in text_of(pack, name)


def test_a_changed_attachment_goes_along_and_is_named(cast: Cast, rated: Suggestion) -> None:
    kept = Attachment.objects.everywhere("a test").filter(case_id=rated.pk).order_by("pk")
    first, second = kept
    Path(first.file.path).write_bytes(b"%PDF-1.7\nforged")
    Path(second.file.path).unlink()
    pack = taken(cast, "wang", rated)
    assert pack.read("附件/01 走访记录.pdf").endswith(b"forged")
    readme = text_of(pack, "说明.txt")
    assert "2 个附件缺失或被改动过" in readme
    assert "文件取不到，没有收入" in readme
    assert "附件/02 走访记录.pdf" not in pack.namelist()


def test_the_root_of_the_day_stands_in_it_once_it_is_sealed(
    cast: Cast, rated: Suggestion, now: datetime
) -> None:
    assert "还没有封存" in text_of(taken(cast, "wang", rated), "说明.txt")
    root = seal_day(at=now)
    assert root is not None
    assert bytes(root.root).hex() in text_of(taken(cast, "wang", rated), "说明.txt")


def test_a_confidential_proposer_stays_unnamed(cast: Cast, now: datetime) -> None:
    """The digests of the proposer's own steps would give the name to whoever tries all names."""
    case = lives.draft(cast.home, now)
    Suggestion.objects.everywhere("a test").filter(pk=case.pk).update(confidential=True)
    case.refresh_from_db()
    say.submit(case, actor=cast.li, at=now)
    say.accept(case, actor=cast.wang, at=now, topic="agriculture")
    task = say.Task(unit=cast.home.units["education"], mode=Mode.SOLE)
    say.assign(case, [task], actor=cast.wang, at=now)
    lives.pass_on_to_units(cast.home, case, now)
    pack = taken(cast, "zhao", case)
    for name in pack.namelist():
        shown = text_of(pack, name) if name.endswith((".txt", ".html", ".jsonl")) else ""
        assert "李建国" not in shown, name
    steps = history(pack)
    assert steps
    assert not any("hash" in step or "previous" in step for step in steps)
    case.refresh_from_db()
    assert bytes(case.trail_hash).hex() not in text_of(pack, "说明.txt")
    assert "李建国" in text_of(taken(cast, "wang", case), "正文/现行正文.txt")


def test_whoever_only_reads_it_is_refused_with_the_reason(cast: Cast, rated: Suggestion) -> None:
    answer = cast.client("zhou").get(url(rated))
    assert answer.status_code == 403
    assert "全卷只给提出建议的代表、承办单位和经办机关下载" in answer.content.decode()
    assert cast.client("zhou").post(url(rated), {"as": "zip"}).status_code == 403
    assert cast.neighbour.client("wang").get(url(rated)).status_code == 404
    assert (
        "全卷" not in cast.client("zhou").get(reverse("suggestions:case", args=[rated.pk])).content.decode()
    )


def test_a_draft_has_no_file(cast: Cast, now: datetime) -> None:
    verdict = policy.may_take_whole(cast.li, lives.draft(cast.home, now))
    assert not verdict
    assert "还没有提交" in str(verdict.reason)


def test_an_unknown_form_is_not_found(cast: Cast, rated: Suggestion) -> None:
    assert cast.client("wang").post(url(rated), {"as": "exe"}).status_code == 404


@PAPER
@pytest.mark.usefixtures("printing")
def test_the_pdf_is_read_again(cast: Cast, rated: Suggestion, tmp_path: Path) -> None:
    paper = made(cast, "wang", rated, "pdf").read()
    assert paper.startswith(b"%PDF-")
    assert taken(cast, "wang", rated).read("全卷.pdf").startswith(b"%PDF-")
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    file = tmp_path / "whole.pdf"
    file.write_bytes(paper)
    text = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout
    plain = "".join(text.split())
    for words in ("代表建议全卷", "历史核对无误", "二十三个村已全部列入今年项目", "请继续推进。", "—1/"):
        assert words in plain
    assert bytes(rated.trail_hash).hex() in plain


def test_without_pango_a_sentence_stands_in_for_the_pdf(
    cast: Cast, rated: Suggestion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "engine", lambda: None)
    wang = cast.client("wang")
    page = wang.get(url(rated)).content.decode()
    assert "没有排版部件 Pango" in page
    assert "下载 PDF" not in page
    answer = wang.post(url(rated), {"as": "pdf"})
    assert answer.status_code == 403
    assert pdf.INSTALL in answer.content.decode()
    names = taken(cast, "wang", rated).namelist()
    assert "全卷.html" in names
    assert "全卷.pdf" not in names


@PAPER
@pytest.mark.usefixtures("printing")
def test_what_takes_long_is_made_by_the_worker(cast: Cast, rated: Suggestion) -> None:
    answer = cast.client("zhao").post(url(rated), {"as": "zip"})
    work = LongWork.objects.everywhere("a test").get()
    assert answer.url == reverse("ui:work", args=[work.pk])
    tasks.make_whole(work.pk, suggestion=rated.pk, kind="zip")
    work.refresh_from_db()
    assert work.state == WorkState.DONE
    assert work.result_name.startswith(f"全卷 {rated.number} ")


def test_without_pages_to_lay_out_only_what_is_large_waits(
    cast: Cast, rated: Suggestion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "engine", lambda: None)
    assert cast.client("zhao").post(url(rated), {"as": "zip"}).status_code == 200
    monkeypatch.setattr(forms, "QUICK_BYTES", 10)
    assert cast.client("zhao").post(url(rated), {"as": "zip"}).status_code == 302


def test_the_worker_asks_again_whether_it_may(cast: Cast, rated: Suggestion, now: datetime) -> None:
    work = LongWork.objects.create(
        congress=cast.home.congress, account=cast.home.accounts["zhou"], label="x", total=1, started_at=now
    )
    tasks.make_whole(work.pk, suggestion=rated.pk, kind="zip")
    work.refresh_from_db()
    assert work.state == WorkState.FAILED


def test_names_can_be_unpacked_everywhere() -> None:
    name = Names()
    assert name("附件", "a.pdf") == "附件/a.pdf"
    assert name("附件", "A.PDF") == "附件/A (2).PDF"
    assert name("附件", "../../etc/passwd") == "附件/passwd"
    assert name("", "con.txt") == "_con.txt"
    long = name("附件", "很长的名字" * 60 + ".docx")
    assert long.endswith(".docx")
    assert len(long.removeprefix("附件/").encode()) <= LONGEST


def test_a_file_of_the_unit_proving_that_the_deputy_was_told_is_in_it(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    handling = case.handlings.get()
    proof = SimpleUploadedFile("告知函.pdf", b"%PDF-1.7\n")
    ask = {"until": date(2026, 9, 20), "reason": "需要联合调查。", "told_on": now.date()}
    say.ask_longer(
        handling, **ask, told_deputy="书面告知。", proof=proof, actor=cast.home.actor("zhao"), at=now
    )
    found = whole_file(case.pk, cast.li, now)
    assert found is not None
    assert any("延期申请" in chain.label for chain in found.chains)
    assert "附件/01 告知函.pdf" in taken(cast, "li", case).namelist()
