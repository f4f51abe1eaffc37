"""Twenty deputies and one suggestion: asked, confirmed, asked again after a change, sent in, and one name taken back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.test import Client
from playwright.sync_api import Page, expect

from lianluo.people.models import Account, Person, Seat
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import Kind, SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.trail.verify import verify
from tests.cast import SINCE, Cast, Place

Check = Callable[[Page], None]
SURNAMES = "邓彭曾萧田董潘袁蔡蒋余于杜叶程苏魏"


def more_deputies(place: Place) -> list[str]:
    """Seventeen more in the second delegation, so that twenty can sign."""
    keys = []
    for n, surname in enumerate(SURNAMES):
        person = Person.objects.create(name=f"{surname}明远", phone=f"1390000{n:04}")
        facts = {"last_congress": place.congress, "home": place.congress, "person": person}
        account = Account.objects.create(username=f"deputy{n}", display_name=person.name, **facts)
        seat = Seat.objects.create(
            congress=place.congress,
            person=person,
            term=place.term,
            delegation=place.delegations[1],
            card_number=f"1{n:03}",
            starts_on=SINCE,
        )
        place.accounts[account.username], place.seats[account.username] = account, seat
        keys.append(account.username)
    return keys


def client(cast: Cast, key: str) -> Client:
    return cast.home.client(key)


def the_case() -> Suggestion:
    return Suggestion.objects.everywhere("test").get()


def confirm(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="确认联名").first.click()
    page.get_by_role("button", name="确认联名").click()
    expect(page.get_by_text("已确认联名").first).to_be_visible()


def test_twenty_sign_and_one_takes_the_name_back(
    cast: Cast, now: datetime, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    many = more_deputies(cast.home)
    draft = lives.draft(cast.home, now)
    li, wu, zhou, deng = (
        phone(client(cast, "li")),
        phone(client(cast, "wu")),
        desk(client(cast, "zhou")),
        None,
    )
    ask_everybody(li, draft, assert_accessible)
    assert len(the_case().invited_ids) == 19
    wu.goto("/")
    assert_accessible(wu)
    wu.get_by_role("link", name="确认联名").first.click()
    assert_accessible(wu)
    wu.get_by_role("button", name="确认联名").click()
    expect(wu.get_by_text("已确认联名").first).to_be_visible()
    confirm(zhou)
    deng = phone(client(cast, many[0]))
    confirm(deng)
    for key in many[1:]:
        say.cosign(the_case(), actor=cast.home.actor(key), at=now)
    assert len(the_case().signer_ids) == 20

    change_a_word(li, draft)
    assert len(the_case().signer_ids) == 1
    confirm(wu)
    zhou.goto(f"/suggestions/{draft.pk}/cosign/")
    expect(zhou.get_by_text("您确认以后，正文改了这些")).to_be_visible()
    assert_accessible(zhou)
    zhou.get_by_role("button", name="确认联名").click()
    confirm(deng)
    for key in many[1:]:
        say.cosign(the_case(), actor=cast.home.actor(key), at=now)

    send(li, draft, assert_accessible)
    case = the_case()
    assert (case.state, case.kind, len(case.signer_ids)) == (SuggestionState.REVIEW, Kind.JOINT, 20)
    take_back(deng, draft)
    case = the_case()
    assert (case.state, len(case.signer_ids)) == (SuggestionState.REVIEW, 19)
    li.goto(f"/suggestions/{draft.pk}/")
    expect(li.get_by_text("李建国等 19 名代表").first).to_be_visible()
    assert_accessible(li)
    zhou.goto(f"/suggestions/{draft.pk}/")
    expect(zhou.get_by_text("已退出：邓明远").first).to_be_visible()
    expect(zhou.get_by_text("联名 19 人").first).to_be_visible()
    assert verify() == []


def ask_everybody(li: Page, draft: Suggestion, assert_accessible: Check) -> None:
    li.goto(f"/suggestions/{draft.pk}/invite/")
    assert_accessible(li)
    li.get_by_role("combobox", name="邀请哪些代表").fill("吴秀兰")
    li.get_by_role("option", name="吴秀兰").click()
    li.get_by_label("或者邀请整个代表团").select_option(label="第二代表团")
    li.get_by_role("button", name="发出邀请").click()
    expect(li.get_by_text("已邀请 19 名代表联名").first).to_be_visible()
    assert_accessible(li)


def change_a_word(li: Page, draft: Suggestion) -> None:
    li.goto(f"/suggestions/{draft.pk}/write/")
    li.get_by_label("具体建议").fill("一、把二十三个村今年内全部纳入农村供水保障项目。\n二、明确资金来源。")
    li.get_by_role("button", name="下一步：补充信息").click()
    li.get_by_label("这件建议怎么形成的").select_option("research")
    li.get_by_role("button", name="下一步：看一遍").click()
    expect(li.get_by_text("还有 19 名代表没有确认现在的正文")).to_be_visible()


def send(li: Page, draft: Suggestion, assert_accessible: Check) -> None:
    li.goto(f"/suggestions/{draft.pk}/check/")
    expect(li.get_by_text("没有确认现在的正文")).to_have_count(0)
    assert_accessible(li)
    li.get_by_role("button", name="提交").click()
    expect(li.get_by_role("heading", name="已提交")).to_be_visible()


def take_back(deng: Page, draft: Suggestion) -> None:
    deng.goto(f"/suggestions/{draft.pk}/uncosign/")
    deng.get_by_label("退出的原因").fill("本人另有一件同样的建议。")
    deng.get_by_role("button", name="退出联名").click()
    expect(deng.get_by_text("已退出联名").first).to_be_visible()
