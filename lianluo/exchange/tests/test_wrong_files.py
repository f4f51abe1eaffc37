"""Files that cannot be taken: each gets its sentence, and nothing of it is kept."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lianluo.exchange.models import Batch
from lianluo.exchange.reading import Unreadable, open_table
from lianluo.exchange.tests.hands import as_csv, as_xlsx, opened
from tests.cast import Cast

ROWS = [("单位名称", "简称"), ("湖南省数据局", "省数据局")]
LIMIT = 50 * 2**20


def _zip(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def _with_macro() -> bytes:
    out = BytesIO(as_xlsx(ROWS))
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"macro")
    return out.getvalue()


def _bomb() -> bytes:
    out = BytesIO(as_xlsx(ROWS))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/x.bin", b"0" * (300 * 2**20))
    return out.getvalue()


def _locked() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 600
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 600
    )


WRONG: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("空.xlsx", lambda: b"", "空"),
    ("空.csv", lambda: b"", "空"),
    ("锁.xlsx", _locked, "设有密码"),
    ("宏.xlsx", _with_macro, "带有宏"),
    ("炸弹.xlsx", _bomb, "解开后过大"),
    ("坏.xlsx", lambda: as_xlsx(ROWS)[:900], "损坏"),
    ("图.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "不"),
    ("函.pdf", lambda: b"%PDF-1.7\n", "只接受"),
    ("只有栏目.csv", lambda: as_csv(ROWS[:1]), "没有内容"),
    ("一栏.csv", "单位名称\n湖南省数据局\n".encode, "只读出一栏"),
    ("乱.jsonl", '{"单位名称": "甲"}\n不是\n'.encode, "第 2 行不是 JSON"),
    ("深.jsonl", '{"单位名称": {"全称": "甲"}, "简称": "乙"}\n'.encode, "还有一层数据"),
    ("二进制.csv", lambda: b"a,b\n\x00\x01,\x02\n", "不是文本表格"),
    ("没有文档.zip", lambda: _zip(读我__a=b"x"), "没有 docx"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "content", "words"), WRONG, ids=[one[0] for one in WRONG])
def test_a_wrong_file_gets_a_sentence_and_nothing_is_kept(
    cast: Cast, name: str, content: Callable[[], bytes], words: str, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    with pytest.raises(Exception, match=words) as raised:
        opened("units", content(), name, actor=cast.home.actor("qian"))
    assert not isinstance(raised.value, AssertionError | KeyError | TypeError)
    assert not Batch.objects.within(cast.home.congress.scope).exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_of_300_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "大.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(300 * 2**20)
    with pytest.raises(Exception, match="上限"):
        open_table(path, "大.xlsx", limit=LIMIT)


def test_the_sentence_stands_beside_the_field(cast: Cast) -> None:
    upload = SimpleUploadedFile("锁.xlsx", _locked())
    answer = cast.client("qian").post(reverse("exchange:new", args=["units"]), {"file": upload})
    assert answer.status_code == 200
    assert "设有密码" in answer.content.decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_text_tables_of_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "单位.csv"
    path.write_bytes(as_csv(ROWS, encoding))
    table = open_table(path, "单位.csv", limit=LIMIT)
    assert [line.cells for line in table.unmapped()] == [list(row) for row in ROWS]


def test_merged_cells_are_said_and_a_formula_without_result_stays_out(cast: Cast) -> None:
    def change(sheet: Any) -> None:
        sheet.merge_cells("A2:A3")
        sheet["B4"] = "=A4"

    rows = [("单位名称", "简称"), ("湖南省数据局", "省数据局"), ("", "省林业局"), ("湖南省统计局", "")]
    from lianluo.exchange.services import check, map_columns
    from tests.cast import NOW

    qian = cast.home.actor("qian")
    batch = opened("units", as_xlsx(rows, change), "单位.xlsx", actor=qian)
    map_columns(batch, dict(batch.mapping), {}, actor=qian, at=NOW)
    check(batch, actor=qian, at=NOW)
    told = " ".join([batch.error, *batch.remarks, *batch.problems.values_list("sentence", flat=True)])
    assert "合并" in told
    assert batch.stage == "refused" or "公式" in told


def test_other_columns_than_expected_are_asked_for(cast: Cast) -> None:
    from lianluo.exchange.services import map_columns
    from lianluo.trail.steps import Refused
    from tests.cast import NOW

    qian = cast.home.actor("qian")
    batch = opened("units", as_csv([("甲", "乙"), ("1", "2")]), "别的.csv", actor=qian)
    assert batch.mapping == {}
    with pytest.raises(Refused, match="还没有放好：全称"):
        map_columns(batch, {}, {}, actor=qian, at=NOW)


def test_unreadable_is_a_refusal() -> None:
    from lianluo.trail.steps import Refused

    assert issubclass(Unreadable, Refused)
