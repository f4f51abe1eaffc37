"""The pages and answers that belong to no room."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from lianluo.people.models import Account
from lianluo.ui import pages


def asked(data: dict[str, str], actor: Any = None) -> HttpRequest:
    request = RequestFactory().post("/somewhere/", data)
    request.actor = actor
    return request


def test_asking_once_keeps_everything_that_was_sent() -> None:
    question = pages.ask(
        asked({"reason": "重复", "next": "/s/"}), title="撤回第0028号的交办？", button="撤回第0028号"
    )
    assert question is not None
    page = question.content.decode()
    assert 'name="reason" value="重复"' in page
    assert 'name="confirmed" value="1"' in page


def test_a_confirmed_form_is_not_asked_again() -> None:
    assert pages.ask(asked({"confirmed": "1"}), title="撤回？") is None


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_back_never_leaves_the_site(wanted: str) -> None:
    assert pages.back(asked({"next": wanted}), "/home/").url == "/home/"
    assert pages.back(asked({"next": "/s/412/"}), "/home/").url == "/s/412/"


@pytest.mark.parametrize("sent", ["https://evil.example/x", "//evil.example", "javascript:alert(1)", ""])
def test_the_page_before_is_one_of_ours_or_the_first(sent: str) -> None:
    def came(referer: str) -> str:
        return pages.came_from(RequestFactory().post("/somewhere/", headers={"Referer": referer}))

    assert came(sent) == "/"
    assert came("http://testserver/desk/accounts/?q=1") == "http://testserver/desk/accounts/?q=1"


def test_a_refusal_carries_its_reason() -> None:
    answer = pages.refused(asked({}), "本轮已经答复，不能再延期。")
    assert answer.status_code == 403
    assert "本轮已经答复" in answer.content.decode()


def test_theme_and_size_stay_in_a_cookie_and_with_the_account(cast: Any) -> None:
    browser = cast.client("wang")
    answer = browser.post("/ui/preferences/", {"theme": "dark", "size": "large", "next": "/mine/"})
    assert answer.url == "/mine/"
    page = browser.get("/mine/").content.decode()
    assert 'data-theme="dark" data-size="large"' in page
    account = Account.objects.get(username="wang")
    assert (account.theme, account.text_size) == ("dark", "large")
    other = cast.client("wang")
    assert 'data-theme="dark"' in other.get("/mine/").content.decode()


def test_a_theme_that_does_not_exist_is_not_kept(client: Client, db: None) -> None:
    assert "theme" not in client.post("/ui/preferences/", {"theme": "pink"}).cookies


def test_language_switches(cast: Any) -> None:
    browser = cast.client("wang")
    browser.post("/ui/preferences/", {"lang": "en"})
    assert 'lang="en"' in browser.get("/mine/").content.decode()


def test_one_person_at_two_levels_changes_place(cast: Any, now: Any) -> None:
    from lianluo.people.models import Role
    from lianluo.people.roles import RoleKind

    account = cast.home.accounts["wang"]
    Role.objects.create(
        congress=cast.lower.congress, account=account, kind=RoleKind.LIAISON, starts_on=now.date()
    )
    browser = cast.client("wang")
    assert "长沙市人民代表大会" in browser.get("/places/").content.decode()
    browser.post("/places/", {"congress": cast.lower.congress.pk})
    assert "<b>长沙市人民代表大会</b>" in browser.get("/mine/").content.decode()
    assert browser.post("/places/", {"congress": cast.upper.congress.pk}).status_code == 404


def test_the_style_guide_is_for_the_system_administrator(cast: Any) -> None:
    assert cast.client("han").get("/ui/states/").status_code == 200
    assert cast.client("wang").get("/ui/states/").status_code == 404


def test_the_app_can_be_installed(client: Client, db: None) -> None:
    facts = client.get("/manifest.webmanifest").json()
    assert facts["display"] == "standalone"
    assert {icon["sizes"] for icon in facts["icons"]} == {"192x192", "512x512"}
    assert client.get("/offline/").status_code == 200


def test_a_toast_can_take_it_back(cast: Any) -> None:
    from django.contrib.messages import constants
    from django.contrib.messages.storage.base import Message

    from lianluo.ui.components.toasts import toast

    message = Message(constants.SUCCESS, "第0031号已移出您的待办", extra_tags='{"undo": "/x/"}')
    assert 'action="/x/"' in toast(message, "t0ken")
    assert "撤销" in toast(message, "t0ken")


def test_pages_render_returns_a_page() -> None:
    answer = pages.render(asked({}), "ui/refused.html", {"reason": "x"}, status=409)
    assert isinstance(answer, HttpResponse)
    assert answer.status_code == 409
