"""R7: what is taken is known by its bytes; everything else is refused with a sentence that says why."""

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianluo.trail.filetypes import (
    DOCX,
    GIF,
    JPEG,
    OFD,
    PDF,
    PNG,
    PPTX,
    XLSX,
    FileType,
    Unfit,
    clean_name,
    inspect,
)

LIMIT = 10 * 2**20
PDF_BYTES = b"%PDF-1.7\n%%EOF"


def packed(*names: str, content: bytes = b"<x/>", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name in names:
            archive.writestr(name, content)
    return made.getvalue()


def seen(name: str, content: bytes, size: int | None = None) -> FileType:
    return inspect(name, len(content) if size is None else size, io.BytesIO(content), limit=LIMIT)


WORD = packed("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("答复.pdf", PDF_BYTES, PDF),
        ("建议.docx", WORD, DOCX),
        ("清单.XLSX", packed("[Content_Types].xml", "xl/workbook.xml"), XLSX),
        ("汇报.pptx", packed("ppt/presentation.xml"), PPTX),
        ("公文.ofd", packed("OFD.xml", "Doc_0/Document.xml"), OFD),
        ("现场.jpeg", b"\xff\xd8\xff\xe0" + bytes(20), JPEG),
        ("现场.png", b"\x89PNG\r\n\x1a\n" + bytes(20), PNG),
        ("图.gif", b"GIF89a" + bytes(20), GIF),
    ],
)
def test_what_is_taken(name: str, content: bytes, kind: FileType) -> None:
    assert seen(name, content) is kind


def swollen() -> bytes:
    """30 MB of zeros in some 30 kB."""
    return packed("word/document.xml", content=bytes(30 * 2**20))


def locked() -> bytes:
    content = bytearray(WORD)
    for place in range(len(content) - 4):
        if content[place : place + 4] == b"PK\x01\x02":
            content[place + 8] |= 1
    return bytes(content)


def overlapping() -> bytes:
    """The directory promises more packed bytes than the file has."""
    content = bytearray(WORD)
    place = content.find(b"PK\x01\x02")
    content[place + 20 : place + 24] = (10**8).to_bytes(4, "little")
    return bytes(content)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("空.pdf", b"", "是空的"),
        ("程序.exe", b"MZ" + bytes(40), "只接受"),
        ("程序.pdf", b"MZ" + bytes(40), "内容不是 PDF"),
        ("网页.pdf", b"<html><script>", "内容不是 PDF"),
        ("图.svg", b"<svg onload=alert(1)>", "只接受"),
        ("答复.docx", PDF_BYTES, "与扩展名不符"),
        ("答复.pdf.exe", PDF_BYTES, "与扩展名不符"),
        ("答复", PDF_BYTES, "与扩展名不符"),
        ("旧.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(40), "旧版 Office"),
        ("宏.docm", packed("word/document.xml", "word/vbaProject.bin"), "带有宏"),
        ("宏.docx", packed("word/document.xml", "word/VBAPROJECT.BIN"), "带有宏"),
        ("宏.xlsx", packed("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "带有宏"),
        ("控件.docx", packed("word/document.xml", "word/activeX/activeX1.bin"), "带有宏"),
        ("包.zip", packed("a.txt"), "压缩包"),
        ("包.docx", packed("a.txt"), "压缩包"),
        ("坏.docx", WORD[:-30], "已损坏"),
        ("坏.docx", b"PK\x03\x04" + bytes(50), "已损坏"),
        ("炸弹.docx", swollen(), "解开后过大"),
        ("炸弹.docx", overlapping(), "解开后过大"),
        ("越界.docx", packed("word/document.xml", "../../etc/passwd"), "越界"),
        ("越界.docx", packed("word/document.xml", "C:\\windows\\x.dll"), "越界"),
        ("密.docx", locked(), "密码"),
    ],
)
def test_what_is_refused_and_why(name: str, content: bytes, words: str) -> None:
    with pytest.raises(Unfit, match=words) as refusal:
        seen(name, content)
    assert name in str(refusal.value)


def test_five_thousand_parts_are_too_many() -> None:
    many = packed("word/document.xml", *(f"word/{n}.xml" for n in range(5_000)), content=b"", method=0)
    with pytest.raises(Unfit, match="解开后过大"):
        seen("多.docx", many)


def test_too_large_says_how_much_is_allowed() -> None:
    with pytest.raises(Unfit, match="超过单个文件 10 MB 的上限"):
        seen("录像.pdf", PDF_BYTES, size=2**30)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("关于教育的建议.docx", "关于教育的建议.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\li\\答复.pdf", "答复.pdf"),
        ("答复\u202egpj.exe", "答复gpj.exe"),
        ("a\0b\nc.pdf", "abc.pdf"),
        (".htaccess", "htaccess"),
        ("", "附件"),
        ("...", "附件"),
        ('a"b<c>.pdf', "a_b_c_.pdf"),
        ("长" * 300 + ".docx", "长" * 195 + ".docx"),
    ],
)
def test_names_lose_their_tricks(given_: str, kept: str) -> None:
    assert clean_name(given_) == kept


@given(st.text(max_size=300))
def test_every_name_becomes_harmless(name: str) -> None:
    kept = clean_name(name)
    assert 0 < len(kept) <= 200
    assert not set(kept) & set('/\\\0\n\r<>:"|?*')
    assert not kept.startswith(".")


def outcome(name: str, content: bytes) -> tuple[FileType | None, str]:
    """The type, or the words of the refusal; anything else that is raised fails the test."""
    try:
        return seen(name, content), ""
    except Unfit as refusal:
        return None, str(refusal)


@given(st.binary(max_size=300), st.sampled_from(["a.pdf", "a.docx", "a.png", "a"]), st.booleans())
def test_any_bytes_are_taken_or_refused_in_words(content: bytes, name: str, zipped: bool) -> None:
    content = b"PK\x03\x04" + content if zipped else content
    kind, words = outcome(name, content)
    assert name.rsplit(".", maxsplit=1)[-1] in kind.extensions if kind else len(words) > 10


def bitten(content: bytes, place: int, value: int) -> bytes:
    changed = bytearray(content)
    changed[place % len(changed)] = value
    return bytes(changed)


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_a_damaged_document_never_breaks_the_inspection(place: int, value: int) -> None:
    kind, words = outcome("a.docx", bitten(WORD, place, value))
    assert kind is DOCX or words


def test_the_refusal_is_one_that_views_know() -> None:
    from lianluo.trail.steps import Refused

    caught: list[Any] = []
    try:
        seen("空.pdf", b"")
    except Refused as refusal:
        caught.append(refusal)
    assert caught
