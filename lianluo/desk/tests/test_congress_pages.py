"""The pages of the congress floor: who may look, who may change, and that each stays within its budget."""

from typing import Any

import pytest
from django.urls import reverse

from conftest import QueryLimit
from lianluo.congress import policy
from lianluo.congress.levels import Level
from lianluo.congress.models import Congress
from lianluo.people.roles import RoleKind
from tests.cast import Cast

PAGES = [
    "tree",
    "units",
    "units_tree",
    "unit_new",
    "terms",
    "term_new",
    "groups",
    "rules",
    "calendar",
    "calendar_changes",
    "offices",
]
LOOKERS = ("han", "feng", "dong", "wang", "qian")
OUTSIDERS = ("li", "zhao", "xu", "hu", "guo", "chen", "tang", "he", "lin", "gao")
LEAD_ONLY = {"unit_new"}
ADMIN_ONLY = {"term_new"}


@pytest.mark.parametrize("name", PAGES)
def test_han_opens_every_page_within_twelve_queries(
    cast: Cast, at_most_queries: QueryLimit, name: Any
) -> None:
    client = cast.client("han")
    with at_most_queries(12):
        assert client.get(reverse(f"desk:{name}")).status_code == 200


@pytest.mark.parametrize("who", LOOKERS)
@pytest.mark.parametrize("name", [p for p in PAGES if p not in LEAD_ONLY | ADMIN_ONLY])
def test_the_deputies_body_and_the_three_administrators_may_look(
    shared_cast: Cast, who: Any, name: Any
) -> None:
    assert shared_cast.client(who).get(reverse(f"desk:{name}")).status_code == 200


@pytest.mark.parametrize("who", OUTSIDERS)
@pytest.mark.parametrize("name", PAGES)
def test_others_read_why_not(shared_cast: Cast, who: Any, name: Any) -> None:
    answer = shared_cast.client(who).get(reverse(f"desk:{name}"))
    assert answer.status_code == 403
    assert "。" in answer.content.decode()


def test_who_is_not_signed_in_goes_to_the_door(db: None, client: Any) -> None:
    answer = client.get(reverse("desk:units"))
    assert answer.status_code == 302
    assert reverse("account_login") in answer["Location"]


def test_sun_who_holds_nothing_is_told_so(cast: Cast) -> None:
    answer = cast.client("sun").get(reverse("desk:units_tree"))
    assert answer.status_code == 403
    assert "没有任职" in answer.content.decode()


def test_the_words_of_the_policy_are_those_of_the_roles() -> None:
    assert policy.SYSTEM_ADMIN == RoleKind.SYSTEM_ADMIN
    assert policy.SECURITY_ADMIN == RoleKind.SECURITY_ADMIN
    assert policy.AUDITOR == RoleKind.AUDITOR
    assert policy.LIAISON == RoleKind.LIAISON
    assert policy.LIAISON_LEAD == RoleKind.LIAISON_LEAD


def test_the_rail_leads_there_only_whom_it_helps(cast: Cast) -> None:
    assert reverse("desk:calendar") in cast.client("wang").get(reverse("desk:units")).content.decode()
    assert reverse("desk:calendar") not in cast.client("li").get(reverse("ui:mine")).content.decode()


def _is_on(congress: Congress) -> bool:
    return Congress.objects.within(congress.scope).get().active


def test_han_walks_down_the_tree_and_switches_a_county_off_and_on(cast: Cast) -> None:
    county, client = cast.congresses["430104"], cast.client("han")
    page = client.get(reverse("desk:tree_of", args=[county.pk]))
    assert "岳麓区人民代表大会" in page.content.decode()
    url = reverse("desk:tree_switch", args=[county.pk])
    asked = client.post(url)
    assert "停用岳麓区人民代表大会？" in asked.content.decode()
    county.refresh_from_db()
    assert county.active
    client.post(url, {"confirmed": "1"})
    assert not _is_on(county)
    client.post(url)
    assert _is_on(county)


def test_qian_sees_the_tree_and_switches_nothing(cast: Cast) -> None:
    county, client = cast.congresses["430104"], cast.client("qian")
    answer = client.post(reverse("desk:tree_switch", args=[county.pk]), {"confirmed": "1"}, follow=True)
    assert "启用人大只能由系统管理员办理" in answer.content.decode()
    county.refresh_from_db()
    assert county.active


def test_the_tree_ends_at_the_own_congress(cast: Cast) -> None:
    for place in (cast.neighbour, cast.upper):
        assert cast.client("han").get(reverse("desk:tree_of", args=[place.congress.pk])).status_code == 404


def test_a_congress_below_is_found_by_name_and_by_code(cast: Cast) -> None:
    client = cast.client("han")
    for words in ("莲花", "430104"):
        page = client.get(reverse("desk:tree"), {"q": words}).content.decode()
        assert "莲花镇人民代表大会" in page
    assert "没有找到" in client.get(reverse("desk:tree"), {"q": "火星"}).content.decode()


def test_the_township_says_that_nothing_is_below(cast: Cast) -> None:
    town = cast.congresses["430104101"]
    assert town.level == Level.TOWNSHIP
    page = cast.client("han").get(reverse("desk:tree_of", args=[town.pk])).content.decode()
    assert "没有下级人大" in page


def test_qian_names_the_office_and_takes_a_coming_name_back(cast: Cast) -> None:
    client, url = cast.client("qian"), reverse("desk:offices")
    client.post(url, {"name": "常委会代表工委", "short": "代表工委", "valid_from": "2099-01-01"})
    page = client.get(url)
    row = page.context["names"][0]
    assert row.short == "代表工委"
    client.post(reverse("desk:office_drop", args=[row.pk]))
    assert not client.get(url).context["names"]
