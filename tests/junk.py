"""What a careless or hostile sender puts into a form: each kind once found to break somebody's software."""

import json
import random
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile

WORDS = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\ud7ff\ue000",
    "\u202e反写",
    "𠮷𡈽𪚥",
    "🙂" * 40,
    "0",
    "-1",
    "1.5",
    "1e309",
    "NaN",
    "99999999999999999999999999",
    "२०२६",
    "²",
    "null",
    "true",
    "[]",
    "{}",
    "2026-02-30",
    "0001-01-01",
    "9999-12-31",
    "2026-13-01",
    "99999-01-01",
    "25:61",
    "' OR 1=1 --",
    '"><script>alert(1)</script>',
    "{{ 7*7 }}{% load x %}",
    "%s%s%n%d",
    "%(name)s",
    "{0.__class__}",
    "../../etc/passwd",
    "C:\\con",
    '=HYPERLINK("x")',
    "\r\nSet-Cookie: a=b",
    "长" * 3000,
    "x" * 70_000,
    "\n" * 5000,
    "、，。；" * 200,
)


def word(chance: random.Random) -> str:
    """One of them, or a random string of any characters."""
    if chance.random() < 0.8:
        return chance.choice(WORDS)
    return "".join(chr(chance.randrange(1, 0xD7FF)) for _ in range(chance.randrange(1, 200)))


def file(chance: random.Random) -> SimpleUploadedFile:
    """A file that is not what it says."""
    name, content = chance.choice(FILES)
    return SimpleUploadedFile(name, content, chance.choice(("application/pdf", "text/html", "x/y", "")))


def bomb() -> bytes:
    """Two megabytes of nothing in two kilobytes, as a Word file."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 2_000_000)
    return kept.getvalue()


FILES = (
    ("空.docx", b""),
    ("a.pdf", b"MZ\x90\x00"),
    ("a.docx", b"PK\x03\x04broken"),
    ("炸.docx", bomb()),
    ("..\\..\\x.xlsx", b"PK\x05\x06" + b"\0" * 18),
    ("a.exe", b"MZ" * 100),
    ("a.svg", b"<svg onload=alert(1)>"),
    ("名" * 200 + ".txt", "说明".encode()),
    ("a.csv", "标题,内容\n=1+1,@x\n".encode("gb18030")),
    ("a.json", json.dumps({"a": [1] * 100}).encode()),
)


def spoilt(fields: list[tuple[str, str]], chance: random.Random) -> dict[str, Any]:
    """The form with some fields replaced, left out, doubled, or turned into files."""
    sent: dict[str, Any] = {}
    for name, value in fields:
        fate = chance.random()
        if fate < 0.35:
            sent[name] = word(chance)
        elif fate < 0.42:
            sent[name] = [word(chance), word(chance)]
        elif fate < 0.47:
            sent[name] = file(chance)
        elif fate > 0.55:
            sent[name] = value
    if chance.random() < 0.2:
        sent[word(chance)[:50] or "x"] = word(chance)
    return sent


def body(chance: random.Random) -> tuple[bytes, str]:
    """A body that is no form at all, with what it says to be."""
    content = chance.choice(
        (b"", b"\xff\xfe\x00", b"{", b"a=%ZZ&b=%", b"=" * 1000, b"&" * 3000, b"x" * 100_000)
    )
    kinds = ("application/json", "multipart/form-data", "multipart/form-data; boundary=", "text/plain")
    return content, chance.choice((*kinds, "application/x-www-form-urlencoded; charset=utf-7", "x"))
