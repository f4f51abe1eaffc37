"""`run.py import`: checks by itself, writes only with --go, goes on where it was cut off."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from lianluo.congress.models import Unit
from lianluo.exchange.tests.hands import as_csv
from lianluo.people.models import Seat
from tests.cast import Cast

HEAD = ("单位名称", "简称", "主管单位")


def _told(*words: Any) -> str:
    out = StringIO()
    call_command("import_table", *map(str, words), stdout=out, stderr=StringIO())
    return out.getvalue()


def _file(folder: Path, *rows: tuple[str, ...], name: str = "单位.csv") -> Path:
    path = folder / name
    path.write_bytes(as_csv(rows, "gbk"))
    return path


def test_it_checks_and_only_writes_with_go(cast: Cast, tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD, ("湖南省数据局", "省数据局", ""), ("教育厅", "", ""))
    out = _told("units", path, "--as", "qian")
    assert "可以导入 1" in out
    assert "第 3 行" in out
    assert "GB18030" in out
    rows = Unit.objects.within(cast.home.congress.scope).filter(name="湖南省数据局")
    assert not rows.exists()
    errors = tmp_path / "错误.csv"
    assert "已导入 1" in _told("units", path, "--as", "qian", "--go", "--errors", errors)
    assert rows.count() == 1
    assert "本级已有" in errors.read_text(encoding="utf-8-sig")
    assert "以前导入过 1" in _told("units", path, "--as", "qian", "--go")
    assert rows.count() == 1


def test_a_roster_needs_no_more_words_than_its_file(cast: Cast, tmp_path: Path) -> None:
    path = _file(tmp_path, ("姓名", "代表团"), ("张伟", "第一代表团"), name="名册.csv")
    assert "已导入 1" in _told("deputies", path, "--as", "qian", "--go")
    assert Seat.objects.within(cast.home.congress.scope).filter(person__name="张伟").count() == 1


def test_people_and_units_for_the_whole_file_are_named(cast: Cast, tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        ("留言主题", "正文", "提出时间"),
        ("关于电梯的建议", "请补贴。", "2024-05-06"),
        name="留言.csv",
    )
    words = ("suggestions", path, "--as", "wang", "--set", "lead=李建国", "--map", "正文=proposals")
    assert "可以导入 1" in _told(*words)
    with pytest.raises(CommandError, match="有 0 个"):
        _told(*words, "--set", "unit=没有这个局")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(("--as", "nobody-here"), "没有这个账号"), (("--as", "sun"), "没有身份"), (("--as", "li"), "办理")],
)
def test_who_may_not_is_told_so(cast: Cast, tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        _told("suggestions", _file(tmp_path, HEAD, ("甲", "", "")), *words)


def test_a_file_that_is_not_there_is_said(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="读不到文件"):
        _told("units", tmp_path / "没有.csv", "--as", "qian")
