"""A suggestion that lies in Word already: chosen as a file, or copied and pasted."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect

from lianluo.papers.tests.test_reading import saved as file_of
from lianluo.suggestions import services as say
from lianluo.suggestions.tests.test_word import SITUATION, TITLE, WRITTEN, whole
from tests.cast import Cast

Check = Callable[[Page], None]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FROM_WORD = """<html><head><style>p.MsoNormal {margin:0}</style></head><body>
<p class=MsoNormal>去年十一月水位
偏低。</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>建立补水机制。</p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>明确单位。</p></body></html>"""
FROM_PAGE = (
    "<ol style='list-style-type: cjk-ideographic' start=3><li><p>增设闸口。</p></li><li>定期监测。</li></ol>"
)


def paste(field: Locator, html: str) -> None:
    """What the keyboard does: the field receives what is on the clipboard."""
    field.focus()
    field.evaluate(
        """(field, html) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/html", html);
          clipboardData.setData("text/plain", "the plain form");
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        html,
    )


def choose(page: Page) -> None:
    page.get_by_text("从文件填入").click()
    content = file_of(whole()).read()
    page.get_by_label("已经用 Word 写好了").set_input_files(
        {"name": "我的建议.docx", "mimeType": DOCX, "buffer": content}
    )
    page.get_by_role("button", name="读取文件").click()


def test_a_file_fills_the_draft_on_the_phone(
    cast: Cast, now: datetime, phone: Any, assert_accessible: Check
) -> None:
    draft = say.start_draft(actor=cast.li, at=now, text=say.Text())
    page = phone(cast.client("li"))
    page.goto(f"/suggestions/{draft.pk}/write/")
    choose(page)
    expect(page.get_by_label("标题")).to_have_value(TITLE)
    expect(page.get_by_label("情况与问题")).to_have_value(SITUATION)
    expect(page.get_by_label("具体建议")).to_have_value(WRITTEN)
    assert_accessible(page)
    page.get_by_role("button", name="下一步：补充信息").click()
    expect(page.get_by_label("这件建议怎么形成的")).to_be_visible()


def test_what_was_typed_is_asked_about_and_kept(
    cast: Cast, now: datetime, desk: Any, assert_accessible: Check
) -> None:
    draft = say.start_draft(actor=cast.li, at=now, text=say.Text())
    page = desk(cast.client("li"))
    page.goto(f"/suggestions/{draft.pk}/write/")
    page.get_by_label("情况与问题").fill("我先写了一句。")
    choose(page)
    expect(page.get_by_role("heading", name="文件里读到这些")).to_be_visible()
    expect(page.get_by_text("我先写了一句")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="填入草稿").click()
    expect(page.get_by_label("情况与问题")).to_have_value(f"我先写了一句。\n{SITUATION}")
    expect(page.get_by_label("标题")).to_have_value(TITLE)
    assert page.get_by_role("dialog").count() == 0


def test_pasting_keeps_paragraphs_and_the_numbers_of_lists(cast: Cast, now: datetime, desk: Any) -> None:
    draft = say.start_draft(actor=cast.li, at=now, text=say.Text())
    page = desk(cast.client("li"))
    page.goto(f"/suggestions/{draft.pk}/write/")
    field = page.get_by_label("具体建议")
    paste(field, FROM_WORD)
    expect(field).to_have_value("去年十一月水位偏低。\n一、建立补水机制。\n1. 明确单位。")
    field.fill("")
    paste(field, FROM_PAGE)
    expect(field).to_have_value("三、增设闸口。\n四、定期监测。")
    expect(page.locator("[data-saved]").last).to_contain_text("已保存")
    draft.refresh_from_db()
    assert draft.proposals == "三、增设闸口。\n四、定期监测。"
