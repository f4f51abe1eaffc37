"""R8: what a hostile visitor tries first. Forms that somebody else made, addresses that lead away, a planted session."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from lianluo.suggestions.models import Suggestion
from lianluo.trail.models import Event
from tests.cast import PASSWORD
from tests.matrix import PUBLIC, ROWS, keys_by_status
from tests.walking import SURE, Walk

pytestmark = pytest.mark.django_db
WHY = "the test counts what was written"


def written() -> tuple[int, int]:
    return Event.objects.everywhere(WHY).count(), Suggestion.objects.everywhere(WHY).count()


@pytest.mark.parametrize("trick", ["no token", "foreign origin"])
def test_a_form_that_another_site_made_does_nothing(walk: Walk, trick: str) -> None:
    """Every address that takes forms, as somebody who might send them."""
    passed = []
    for name, row in ROWS.items():
        may = keys_by_status(row.post or row.get)
        keys = sorted(may.get(302, set()) | may.get(200, set()))
        if not keys or name in PUBLIC:
            continue
        client = Client(enforce_csrf_checks=True)
        session = settings.SESSION_COOKIE_NAME
        client.cookies[session] = walk.clients["home", keys[0]].cookies[session].value
        sent, headers = dict(SURE), {}
        if trick == "foreign origin":
            client.get(reverse("account_login"))
            client.cookies["csrftoken"] = "a" * 32
            sent["csrfmiddlewaretoken"], headers = "a" * 32, {"Origin": "https://evil.example"}
        before = written()
        answer = client.post(walk.path(name, row.args), sent, headers=headers)
        if answer.status_code not in (403, 405) or written() != before:
            passed.append(f"{name}: {answer.status_code}")
    assert passed == []


@pytest.mark.parametrize(
    "wanted", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_no_address_leads_away(shared_cast: Any, wanted: str) -> None:
    signing_in = Client().post(
        f"{reverse('account_login')}?next={wanted}", {"login": "wang", "password": PASSWORD, "next": wanted}
    )
    looks = Client().post(reverse("ui:preferences"), {"theme": "dark", "next": wanted})
    leaving = shared_cast.client("wang").post(reverse("account_logout"), {"next": wanted})
    for answer in (signing_in, looks, leaving):
        assert answer.status_code == 302
        assert "evil" not in answer["Location"]
        assert answer["Location"].startswith("/")


def test_another_host_is_not_answered(shared_cast: Any) -> None:
    assert Client().get(reverse("account_login"), headers={"Host": "evil.example"}).status_code == 400
    page = Client().get(reverse("account_login"), headers={"X-Forwarded-Host": "evil.example"})
    assert "evil.example" not in page.content.decode()


def test_a_session_that_was_planted_is_not_used(shared_cast: Any) -> None:
    client = Client()
    client.get(reverse("account_login"))
    client.cookies["sessionid"] = "planted0planted0planted0planted0"
    client.post(reverse("account_login"), {"login": "wang", "password": PASSWORD})
    assert client.cookies["sessionid"].value != "planted0planted0planted0planted0"
    stranger = Client()
    stranger.cookies["sessionid"] = "planted0planted0planted0planted0"
    assert stranger.get(reverse("ui:mine")).status_code == 302


def test_fields_that_no_form_has_change_nothing(walk: Walk) -> None:
    case = walk.stock.draft
    foreign = {
        "title": "关于完善乡村道路养护机制的建议", "situation": "路面破损。", "proposals": "加强养护。",
        "state": "closed", "number": "9999", "congress": walk.cast.neighbour.congress.pk, "lead": "1", "id": "1",
        "version": str(case.version) if hasattr(case, "version") else "",
    }  # fmt: skip
    walk.clients["home", "li"].post(reverse("suggestions:save", args=[case.pk]), foreign)
    after = Suggestion.objects.everywhere(WHY).get(pk=case.pk)
    assert (after.state, after.number, after.congress_id, after.lead_id) == (
        case.state, case.number, case.congress_id, case.lead_id,
    )  # fmt: skip


def test_a_request_is_not_given_back(shared_cast: Any) -> None:
    answer = Client().trace(reverse("account_login"), headers={"X-Secret": "do-not-echo"})
    assert "do-not-echo" not in answer.content.decode()
