"""The roster of deputies in the desk."""

from typing import Any

import pytest
from django.urls import reverse

from lianluo.people.identity import check_digit
from lianluo.people.models import Person, Reveal, Seat
from lianluo.people.services import PersonFacts, correct_person

FIRST = "43010219800305113"
NUMBER = FIRST + check_digit(FIRST)


def url(name: str, *args: Any) -> str:
    return reverse(f"desk:{name}", args=args)


def text(response: Any) -> str:
    return str(response.content.decode()).replace("<wbr>", "")


def new_facts(cast: Any, **more: Any) -> dict[str, Any]:
    facts = {
        "name": "单志强",
        "id_number": NUMBER,
        "phone": "139 0000 1234",
        "term": cast.home.term.pk,
        "delegation": cast.home.delegations[1].pk,
        "card_number": "0700",
        "starts_on": "2026-05-20",
    }
    return facts | more


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("li", 200),
        ("wang", 200),
        ("he", 200),
        ("chen", 200),
        ("guo", 200),
        ("zhao", 403),
        ("han", 403),
        ("dong", 403),
    ],
)
def test_who_reads_the_roster(shared_cast: Any, key: str, status: int) -> None:
    assert shared_cast.client(key).get(url("deputies")).status_code == status


def test_the_roster_holds_the_own_congress_and_stays_small(shared_cast: Any, at_most_queries: Any) -> None:
    client = shared_cast.client("wang")
    with at_most_queries(12):
        page = text(client.get(url("deputies")))
    assert "李建国" in page
    assert "李（湖北）" not in page
    assert "138" not in page


def test_seats_next_door_are_not_there(shared_cast: Any) -> None:
    for place in ("neighbour", "upper", "lower"):
        seat = getattr(shared_cast, place).seats["li"]
        assert shared_cast.client("wang").get(url("deputy", seat.pk)).status_code == 404


def test_a_deputy_sees_colleagues_without_their_numbers(shared_cast: Any, at_most_queries: Any) -> None:
    client, seat = shared_cast.client("wu"), shared_cast.home.seats["li"]
    with at_most_queries(12):
        page = text(client.get(url("deputy", seat.pk)))
    assert "李建国" in page
    assert "手机号码" not in page
    assert "****" not in page


def test_wang_sees_masked_numbers_and_may_open_the_phone_only(shared_cast: Any) -> None:
    seat = shared_cast.home.seats["li"]
    page = text(shared_cast.client("wang").get(url("deputy", seat.pk)))
    assert "****" in page
    assert url("deputy_reveal", seat.pk, "phone") in page
    assert url("deputy_reveal", seat.pk, "id_number") not in page
    assert seat.person.phone not in page


def test_a_reveal_asks_what_for_and_is_kept(cast: Any) -> None:
    seat, client = cast.home.seats["li"], cast.client("wang")
    address = url("deputy_reveal", seat.pk, "phone")
    assert client.get(address).status_code == 405
    asked = text(client.post(address))
    assert "用途" in asked
    assert seat.person.phone not in asked
    assert not Reveal.objects.everywhere("the test looks").exists()
    shown = client.post(address, {"reason": "通知参加视察"})
    assert seat.person.phone in text(shown)
    assert "no-store" in shown["Cache-Control"]
    row = Reveal.objects.everywhere("the test looks").get()
    assert (row.account, row.reason) == (cast.home.accounts["wang"], "通知参加视察")
    assert seat.person.phone not in text(client.get(url("deputy", seat.pk)))


def test_a_reveal_without_the_right_shows_nothing(cast: Any) -> None:
    seat = cast.home.seats["li"]
    for key, field in (("wu", "phone"), ("wang", "id_number"), ("he", "id_number")):
        page = text(cast.client(key).post(url("deputy_reveal", seat.pk, field), {"reason": "通知参加视察"}))
        assert "不能查看" in page
        assert seat.person.phone not in page
    assert not Reveal.objects.everywhere("the test looks").exists()


def test_wang_enters_a_deputy_in_one_form(cast: Any) -> None:
    client = cast.client("wang")
    response = client.post(url("deputy_new"), new_facts(cast))
    seat = Seat.objects.within(cast.wang.scope).get(card_number="0700")
    assert response.url == url("deputy", seat.pk)
    assert seat.person.phone == "13900001234"
    assert "单志强" in text(client.get(f"{url('deputies')}?q=szq"))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"id_number": NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")}, "校验位"),
        ({"phone": "123"}, "11 位"),
        ({"card_number": "0001"}, "已经用过"),
        ({"name": ""}, "必填"),
    ],
)
def test_a_wrong_entry_leaves_nothing_behind(cast: Any, wrong: dict[str, str], why: str) -> None:
    before = Person.objects.count()
    page = text(cast.client("wang").post(url("deputy_new"), new_facts(cast, **wrong)))
    assert why in page
    assert Person.objects.count() == before


def test_moving_and_deciding_by_the_pages(cast: Any) -> None:
    seat, client = cast.home.seats["li"], cast.client("qian")
    to = cast.home.delegations[1]
    client.post(url("deputy_move", seat.pk), {"delegation": to.pk, "on": "2026-05-20"})
    client.post(
        url("deputy_decide", seat.pk, "end"),
        {"ground": "resigned", "on": "2026-05-20", "note": "常委会公告第3号"},
    )
    page = text(client.get(url("deputy", seat.pk)))
    assert "第一代表团 → 第二代表团" in page
    assert "辞职被接受；常委会公告第3号" in page
    assert "代表资格终止" in page


def test_a_decision_wants_a_ground_and_a_paper(cast: Any) -> None:
    seat = cast.home.seats["li"]
    page = text(cast.client("qian").post(url("deputy_decide", seat.pk, "suspend"), {"on": "2026-05-20"}))
    assert page.count('class="err"') == 2
    assert cast.li.is_deputy


def test_a_clerk_reads_why_deciding_is_closed(cast: Any) -> None:
    seat = cast.home.seats["li"]
    page = text(cast.client("wang").get(url("deputy", seat.pk)))
    assert "由代表工作机构负责人依据决定登记" in page
    assert cast.client("wang").post(url("deputy_decide", seat.pk, "end")).status_code == 403


def test_correcting_shows_no_number_and_keeps_it(cast: Any, now: Any) -> None:
    seat = cast.home.seats["li"]
    correct_person(seat, PersonFacts(name="李建国", id_number=NUMBER), actor=cast.wang, at=now)
    client = cast.client("wang")
    page = text(client.get(url("deputy_edit", seat.pk)))
    assert NUMBER not in page
    client.post(url("deputy_edit", seat.pk), {"name": "李建国", "employer": "岳麓区第一小学校长"})
    kept = Person.objects.get(pk=seat.person_id)
    assert (kept.id_number, kept.employer) == (NUMBER, "岳麓区第一小学校长")


@pytest.mark.parametrize("move", ["begin", "nothing"])
def test_a_move_that_is_not_in_the_table_is_not_found(cast: Any, move: str) -> None:
    assert cast.client("qian").get(url("deputy_decide", cast.home.seats["li"].pk, move)).status_code == 404
