"""A ledger comes in: file, columns, a name that fits nobody, the error table, and out again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lianluo.exchange.tests.hands import as_xlsx
from lianluo.suggestions.models import Suggestion
from lianluo.trail.verify import verify
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
Check = Callable[[Page], None]
LONG = "关于进一步加强农村义务教育阶段寄宿制学校冬季取暖、饮水和卫生条件保障工作并纳入省级民生实事项目的建议"
HEAD = (
    "建议题目",
    "建议内容",
    "领衔人",
    "提出日期",
    "主办单位",
    "交办日期",
    "答复类别",
    "文号",
    "答复内容",
    "答复日期",
)
GOOD = (LONG, "一、摸清底数。\n二、列入预算。", "李建国", "2024-01-20", "教育厅", "2024-02-20", "A", "湘教提〔2024〕8号",
        "已列入计划。", "2024-05-06")  # fmt: skip


def _rows() -> list[tuple[str, ...]]:
    unclear = ("关于加装电梯的建议", "请补贴。", "李建囯", "2024-01-21", "教育局", *[""] * 5)
    wrong = ("关于校车的建议", "请配车。", "吴秀兰", "2024-02-30", *[""] * 6)
    twice = ("关于乡村医生的建议", "", "吴秀兰", "2024-01-22", *[""] * 6)
    return [("二〇二四年代表建议台账",), HEAD, GOOD, unclear, wrong, twice]


def test_wang_takes_in_a_ledger(
    cast: Cast, desk: Any, phone: Any, assert_accessible: Check, tmp_path: Path
) -> None:
    file = tmp_path / "2024年台账.xlsx"
    file.write_bytes(as_xlsx(_rows()))
    wang = desk(cast.client("wang"))
    wang.goto("/exchange/")
    assert_accessible(wang)
    wang.get_by_role("link", name="导入代表建议").click()
    assert_accessible(wang)
    wang.get_by_label("选一个文件").set_input_files(file)
    wang.get_by_role("button", name="下一步：对栏目").click()
    expect(wang.get_by_label("“建议题目”放到")).to_have_value("title")
    expect(wang.get_by_label("“文号”放到")).to_have_value("document_number")
    assert_accessible(wang)
    wang.get_by_role("button", name="下一步：查问题").click()
    expect(wang.get_by_text("2024年2月没有 30 日。")).to_be_visible()
    assert_accessible(wang)
    _choose(wang)
    _load(wang, assert_accessible)
    assert Suggestion.objects.within(cast.home.congress.scope).count() == 2
    assert verify() == []
    _give_out(wang, assert_accessible)
    reader = phone(cast.client("wang"))
    reader.goto("/exchange/")
    assert_accessible(reader)


def _choose(wang: Page) -> None:
    wang.get_by_label("李建国").first.check()
    wang.get_by_label("教育厅").first.check()
    wang.get_by_role("button", name="记下选择，重新检查").click()
    expect(wang.get_by_text("记下了 2 个名字").first).to_be_visible()


def _load(wang: Page, assert_accessible: Check) -> None:
    wang.get_by_role("button", name="导入 2 件").click()
    expect(wang.get_by_text("已导入 2 件").first).to_be_visible()
    assert_accessible(wang)
    with wang.expect_download() as loaded:
        wang.get_by_role("link", name="下载错误表").first.click()
    assert loaded.value.suggested_filename == "2024年台账_错误.xlsx"


def _give_out(wang: Page, assert_accessible: Check) -> None:
    wang.goto("/exchange/")
    wang.get_by_role("link", name="导出代表建议").click()
    assert_accessible(wang)
    wang.get_by_label("文本表格（csv）").check()
    with wang.expect_download() as loaded:
        wang.get_by_role("button", name="导出").click()
    assert LONG in Path(loaded.value.path()).read_text(encoding="utf-8-sig")
