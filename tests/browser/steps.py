"""Steps that several stories take: find a page, press and confirm, pick a unit, speak with the deputy, answer."""

from playwright.sync_api import Page, expect

from lianluo.suggestions.models import Handling, Suggestion


def go(page: Page, case: Suggestion, *parts: str) -> None:
    """The page of a suggestion, or one below it."""
    page.goto("/".join(("/suggestions", str(case.pk), *parts, "")))


def at_part(page: Page, handling: Handling, name: str) -> None:
    """A page of one unit's part."""
    page.goto(f"/suggestions/handlings/{handling.pk}/{name}/")


def press_confirm(page: Page, name: str) -> None:
    """Press the button, and yes in the dialog that asks once."""
    page.get_by_role("button", name=name).first.click()
    page.get_by_role("dialog").get_by_role("button", name=name).click()


def says(page: Page, *words: str) -> None:
    """All of it can be read on the page."""
    for one in words:
        expect(page.get_by_text(one).locator("visible=true").first).to_be_visible()


def pick(page: Page, label: str, letters: str, name: str) -> None:
    """Choose a unit by its initials."""
    page.get_by_role("combobox", name=label).fill(letters)
    page.get_by_role("option", name=name).click()


def speak(page: Page, handling: Handling) -> None:
    """First the talk, then the reply: in every round."""
    at_part(page, handling, "contact")
    page.get_by_label("办理前").check()
    page.get_by_label("参加人员").fill("湿地处 陈晓")
    page.get_by_label("沟通内容").fill("介绍了调度办法，代表要求写明启动条件。")
    page.get_by_label("认可", exact=True).check()
    page.get_by_role("button", name="登记沟通").click()
    says(page, "已登记沟通")


def draft_reply(page: Page, handling: Handling, number: str, body: str, kind: str = "B") -> None:
    """Fill in the reply; nothing is pressed yet."""
    at_part(page, handling, "reply")
    page.get_by_label(kind, exact=False).first.check()
    page.get_by_label("发文字号").fill(number)
    page.get_by_label("正文").fill(body)


def sign_through(pages: dict[str, Page], handling: Handling) -> None:
    """Reviewed by Ma, signed by Hu."""
    for key, button, said in (("ma", "审核通过", "待签发"), ("hu", "签发送达", "答复送达代表")):
        at_part(pages[key], handling, "reply")
        press_confirm(pages[key], button) if key == "hu" else pages[key].get_by_role(
            "button", name=button
        ).click()
        says(pages[key], said)


def inform(page: Page, case: Suggestion) -> None:
    """The page of a suggestion with its facts; on the phone they come in from the side."""
    go(page, case)
    drawer = page.get_by_role("link", name="办理信息", exact=True)
    if drawer.is_visible():
        drawer.click()


def open_move(page: Page, case: Suggestion, name: str) -> None:
    """A move of the case or of a unit's part, from the page of the case."""
    inform(page, case)
    page.locator("#side").get_by_role("link", name=name, exact=True).first.click()


def open_todo(page: Page, words: str) -> None:
    """From the list of what is to be done."""
    page.goto("/")
    page.get_by_role("link", name=words).first.click()
