"""Terms, sessions and delegations on the page."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from lianluo.congress.levels import SessionState
from lianluo.congress.models import Delegation, ElectoralUnit, Session, Term
from lianluo.congress.sessions import current_session
from tests.cast import Cast


@pytest.fixture
def fifth(cast: Cast) -> Any:
    data = {"number": "5", "opens_on": "2026-11-01", "closes_on": "2026-11-05"}
    cast.client("qian").post(reverse("desk:session_new", args=[cast.home.term.pk]), data)
    return Session.objects.within(cast.home.congress.scope).get(number=5)


def test_the_deadline_for_suggestions_is_proposed_by_the_rules(fifth: Any) -> None:
    assert timezone.localtime(fifth.deadline_at).strftime("%m-%d %H:%M") == "11-04 12:00"


def test_opening_asks_once_and_says_what_switches(cast: Cast, fifth: Any) -> None:
    client, url = cast.client("qian"), reverse("desk:session_open", args=[fifth.pk])
    asked = client.post(url).content.decode()
    assert "第十四届第五次会议现在开幕？" in asked
    assert "大会议案组" in asked
    fifth.refresh_from_db()
    assert fifth.state == SessionState.PLANNED
    client.post(url, {"confirmed": "1"})
    assert current_session(cast.home.congress, timezone.now()) == fifth
    client.post(reverse("desk:session_close", args=[fifth.pk]), {"confirmed": "1"})
    assert current_session(cast.home.congress, timezone.now()) is None


def test_opening_twice_says_so_and_goes_back(cast: Cast, fifth: Any) -> None:
    client, url = cast.client("qian"), reverse("desk:session_open", args=[fifth.pk])
    client.post(url, {"confirmed": "1"})
    again = client.post(url, {"confirmed": "1"}, headers={"referer": reverse("desk:terms")}, follow=True)
    assert "请刷新后再看" in again.content.decode()


def test_a_link_alone_opens_nothing(cast: Cast, fifth: Any) -> None:
    assert cast.client("qian").get(reverse("desk:session_open", args=[fifth.pk])).status_code == 405


@pytest.mark.parametrize("name", ["session_edit", "session_open", "session_close"])
def test_next_doors_session_does_not_exist_here(cast: Cast, name: Any) -> None:
    url = reverse(f"desk:{name}", args=[cast.neighbour.session.pk])
    assert cast.client("qian").post(url, {"confirmed": "1"}).status_code == 404


def test_wang_opens_nothing(cast: Cast, fifth: Any) -> None:
    answer = cast.client("wang").post(reverse("desk:session_open", args=[fifth.pk]), {"confirmed": "1"})
    assert answer.status_code == 403
    assert "联工委负责人" in answer.content.decode()


def test_a_session_that_ends_before_it_begins_is_marked_at_the_field(cast: Cast) -> None:
    data = {"number": "6", "opens_on": "2026-11-05", "closes_on": "2026-11-01"}
    answer = cast.client("qian").post(reverse("desk:session_new", args=[cast.home.term.pk]), data)
    assert "closes_on" in answer.context["form"].errors


def test_han_begins_a_term_and_copies_the_delegations(cast: Cast) -> None:
    client = cast.client("han")
    client.post(reverse("desk:term_new"), {"number": "15", "starts_on": "2028-01-10", "seats_total": "774"})
    new = Term.objects.within(cast.home.congress.scope).get(number=15)
    client.post(reverse("desk:groups_copy", args=[new.pk]))
    found = Delegation.objects.within(cast.home.congress.scope).filter(term=new)
    assert [d.name for d in found] == ["第一代表团", "第二代表团"]


def test_a_correction_of_a_term(cast: Cast) -> None:
    url = reverse("desk:term_edit", args=[cast.home.term.pk])
    cast.client("han").post(url, {"starts_on": "2023-01-13", "seats_total": "774"})
    assert Term.objects.within(cast.home.congress.scope).get(pk=cast.home.term.pk).seats_total == 774


def test_delegations_are_made_changed_and_retired(cast: Cast) -> None:
    client, term = cast.client("qian"), cast.home.term
    url = reverse("desk:group_new", args=["delegation", term.pk])
    client.post(url, {"name": "解放军和武警代表团", "kind": "military", "order": "99"})
    row = Delegation.objects.within(cast.home.congress.scope).get(kind="military")
    client.post(
        reverse("desk:group_edit", args=["delegation", row.pk]),
        {"name": "军队代表团", "kind": "military", "order": "9"},
    )
    client.post(reverse("desk:group_retire", args=["delegation", row.pk]))
    row.refresh_from_db()
    assert (row.name, row.is_active) == ("军队代表团", False)
    page = client.get(reverse("desk:groups")).content.decode()
    assert "2 名代表" in page
    assert "已停用" in page


def test_a_taken_name_is_said_beside_the_form(cast: Cast) -> None:
    url = reverse("desk:group_new", args=["delegation", cast.home.term.pk])
    answer = cast.client("qian").post(url, {"name": "第一代表团", "kind": "region", "order": "1"})
    assert "已有“第一代表团”" in answer.content.decode()


def test_electoral_units_come_from_the_congresses_below(cast: Cast) -> None:
    cast.client("qian").post(reverse("desk:electoral_fill"))
    assert ElectoralUnit.objects.within(cast.home.congress.scope).count() == 2


def test_an_unknown_kind_of_group_is_not_found(cast: Cast) -> None:
    assert (
        cast.client("qian").get(reverse("desk:group_new", args=["club", cast.home.term.pk])).status_code
        == 404
    )


def test_next_doors_delegation_does_not_exist_here(cast: Cast) -> None:
    url = reverse("desk:group_retire", args=["delegation", cast.neighbour.delegations[0].pk])
    assert cast.client("qian").post(url).status_code == 404


def test_terms_show_their_sessions(cast: Cast) -> None:
    page = cast.client("qian").get(reverse("desk:terms")).content.decode()
    assert "第十四届第四次会议" in page
    assert "已闭幕" in page
    assert cast.home.session.closes_on == date(2026, 1, 25)
