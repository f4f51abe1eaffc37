"""A suggestion that was written in Word comes into the form; nothing that was typed is replaced unasked."""

import io
import random
import zipfile
from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from lianluo.papers.tests.test_reading import item, number_list, saved
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.parting import parts
from lianluo.suggestions.tests import lives
from tests.cast import Cast

TITLE = "关于恢复洞庭湖区候鸟栖息地枯水期生态补水的建议"
SITUATION = "去年十一月城陵矶水位偏低，一带泥滩提前干涸。"


def whole() -> Any:
    document = Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("一、情况与问题")
    document.add_paragraph(SITUATION)
    document.add_paragraph("二、具体建议")
    number_list(document, "90", ("chineseCountingThousand", "%1、"), ("decimal", "%2."))
    item(document, "建立枯水期应急补水机制。", "90")
    item(document, "明确调度单位。", "90", 1)
    item(document, "增设补水闸口。", "90")
    return document


WRITTEN = "一、建立枯水期应急补水机制。\n1. 明确调度单位。\n二、增设补水闸口。"


def upload(content: bytes | None = None, name: str = "我的建议.docx") -> Any:
    return SimpleUploadedFile(name, saved(whole()).read() if content is None else content)


@pytest.fixture
def li(cast: Cast) -> Client:
    return cast.client("li")


@pytest.fixture
def empty(cast: Cast, now: datetime) -> Suggestion:
    return say.start_draft(actor=cast.li, at=now, text=say.Text())


def read(answer: Any) -> str:
    return str(answer.content.decode()).replace("<wbr>", "")


def choose(li: Client, draft: Suggestion, file: Any, **typed: str) -> Any:
    page = reverse("suggestions:write", args=[draft.pk])
    form = {"title": "", "situation": "", "proposals": "", "read": "1", **typed}
    return li.post(page, form | {"version": draft.edition, "word": file}, follow=True)


def decide(li: Client, draft: Suggestion, keep: str, **facts: Any) -> Any:
    draft.refresh_from_db()
    text = {"title": TITLE, "situation": SITUATION, "proposals": WRITTEN, "version": draft.edition}
    return li.post(reverse("suggestions:word", args=[draft.pk]), text | {"keep": keep} | facts, follow=True)


def fields(draft: Suggestion) -> tuple[str, str, str]:
    draft.refresh_from_db()
    return draft.title, draft.situation, draft.proposals


def test_an_empty_draft_is_filled_with_numbers_and_all(li: Client, empty: Suggestion) -> None:
    page = read(choose(li, empty, upload()))
    assert "已填入 Word 文件里的文字" in page
    assert fields(empty) == (TITLE, SITUATION, WRITTEN)


def test_what_was_typed_stays_until_the_writer_has_chosen(li: Client, empty: Suggestion) -> None:
    page = read(choose(li, empty, upload(), title="关于补水的建议", situation="我先写了一句。"))
    assert "草稿里已经写了内容" in page
    assert "建立枯水期应急补水机制" in page
    assert fields(empty) == ("关于补水的建议", "我先写了一句。", "")


@pytest.mark.parametrize(
    ("keep", "kept"),
    [
        ("both", ("关于补水的建议", f"我先写了一句。\n{SITUATION}", WRITTEN)),
        ("file", (TITLE, SITUATION, WRITTEN)),
        ("mine", ("关于补水的建议", "我先写了一句。", "")),
    ],
)
def test_the_writer_chooses_and_twice_is_once(
    li: Client, empty: Suggestion, keep: str, kept: tuple[str, str, str]
) -> None:
    choose(li, empty, upload(), title="关于补水的建议", situation="我先写了一句。")
    for _time in range(2):
        decide(li, empty, keep)
    assert fields(empty) == kept


def test_a_draft_that_changed_elsewhere_is_asked_about_again(li: Client, empty: Suggestion) -> None:
    choose(li, empty, upload(), situation="我先写了一句。")
    answer = decide(li, empty, "file", version=0)
    assert answer.status_code == 409
    assert "另一台设备" in read(answer)
    assert fields(empty)[1] == "我先写了一句。"


def test_too_much_text_is_said_and_not_cut(li: Client, empty: Suggestion) -> None:
    choose(li, empty, upload(), situation="长" * 19_990)
    answer = decide(li, empty, "both")
    assert answer.status_code == 422
    assert "请精简" in read(answer)
    assert fields(empty)[1] == "长" * 19_990


def test_names_and_numbers_of_people_are_shown_and_left_out(li: Client, empty: Suggestion) -> None:
    document = whole()
    document.add_paragraph("领衔代表：李建国")
    document.add_paragraph("联系电话：13800000000")
    document.add_paragraph("2026年1月22日")
    page = read(choose(li, empty, upload(saved(document).read())))
    assert "不填入的几行" in page
    assert "13800000000" in page
    assert fields(empty) == ("", "", "")


def packed(**entries: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return stream.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
WRONG = [
    (b"%PDF-1.7\n", "我的建议.pdf", "不是 Word 文件"),
    (b"%PDF-1.7\n", "我的建议.docx", "与扩展名不符"),
    (OLD, "我的建议.doc", "旧版 Office 格式"),
    (OLD + "EncryptedPackage".encode("utf-16-le"), "我的建议.docx", "设有密码"),
    (packed(word__document_xml=b"<a/>", word__vbaProject_bin=b"x"), "我的建议.docx", "带有宏"),
    (packed(word__document_xml=b" " * 20_971_521), "我的建议.docx", "解开后过大"),
    (
        packed(word__document_xml=random.Random(1).randbytes(10_500_000).hex().encode()),
        "我的建议.docx",
        "打不开",
    ),
    (packed(word__document_xml=b"<not closed"), "我的建议.docx", "打不开"),
    (b"", "我的建议.docx", "是空的"),
    (b"hello", "我的建议.docx", "内容不是"),
]


@pytest.mark.parametrize(
    ("content", "name", "said"), WRONG, ids=[said for *_file, said in WRONG[:-4]] + list("abcd")
)
def test_a_wrong_file_gets_a_sentence_and_what_was_typed_stays(
    li: Client, empty: Suggestion, content: bytes, name: str, said: str
) -> None:
    page = read(choose(li, empty, upload(content, name), situation="我先写了一句。"))
    assert said in page
    assert "我先写了一句。" in page
    assert fields(empty) == ("", "我先写了一句。", "")


def test_no_file_and_a_file_without_words(li: Client, empty: Suggestion) -> None:
    assert "请先选择 Word 文件" in read(choose(li, empty, ""))
    assert "里没有文字" in read(choose(li, empty, upload(saved(Document()).read())))


def test_a_text_that_was_sent_takes_no_file(cast: Cast, now: datetime, li: Client) -> None:
    case = lives.submitted(cast.home, now)
    assert decide(li, case, "file").status_code == 403
    case.refresh_from_db()
    assert case.title == lives.TITLE


def test_a_title_on_two_lines_below_the_name_of_the_paper() -> None:
    found = parts(
        ["代表建议", "关于加快补齐洞庭湖区", "饮水短板的建议", "有二十三个村缺水。", "建议：", "修水厂。"]
    )
    assert found.title == "关于加快补齐洞庭湖区饮水短板的建议"
    assert (found.situation, found.proposals, found.left) == ("有二十三个村缺水。", "修水厂。", ("代表建议",))


def test_a_sentence_that_leads_over_stays_with_the_proposals() -> None:
    found = parts(["标题：补水", "缺水。", "为此，提出以下建议：", "一、修水厂。"])
    assert found == type(found)("补水", "缺水。", "为此，提出以下建议：\n一、修水厂。", ())


def test_without_a_heading_all_stays_in_one_place() -> None:
    found = parts(["关于补水的建议", "缺水。", "请修水厂。"])
    assert (found.situation, found.proposals) == ("缺水。\n请修水厂。", "")


def test_numbered_headings_of_one_row_stay_together() -> None:
    found = parts(
        ["关于补水的建议", "一、现状", "缺水。", "二、存在的问题", "水质差。", "三、工作建议", "修水厂。"]
    )
    assert found.situation == "一、现状\n缺水。\n二、存在的问题\n水质差。"
    assert found.proposals == "修水厂。"
