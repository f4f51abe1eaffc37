"""Persons and seats: entering, moving, suspending, restoring, ending; and finding them."""

from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction

from lianluo.people.identity import check_digit
from lianluo.people.models import Person, Seat, SeatStep
from lianluo.people.refusal import Refused, Unfit
from lianluo.people.roles import EndGround, Gender, SeatState, SuspendGround
from lianluo.people.selectors import find_deputies, roster, seats_of, steps_of
from lianluo.people.services import (
    PersonFacts,
    SeatFacts,
    add_person,
    begin_seat,
    correct_person,
    decide_seat,
    move_seat,
)
from tests.cast import SINCE, TODAY

FIRST = "43010219800305112"
NUMBER = FIRST + check_digit(FIRST)


def seat_facts(cast: Any, **more: Any) -> SeatFacts:
    return SeatFacts(
        term=cast.home.term,
        delegation=cast.home.delegations[1],
        starts_on=TODAY,
        **{"card_number": "0099"} | more,
    )


def new_deputy(cast: Any, now: Any, name: str = "单志强") -> Seat:
    person = add_person(PersonFacts(name=name), actor=cast.wang, at=now)
    return begin_seat(person, seat_facts(cast), actor=cast.wang, at=now)


def test_wang_enters_a_person_and_the_number_tells_the_rest(cast: Any, now: Any) -> None:
    facts = PersonFacts(name=" 单志强 ", id_number=NUMBER.lower(), phone="139 0000 1234")
    person = add_person(facts, actor=cast.wang, at=now)
    assert (person.name, person.initials) == ("单志强", "szq")
    assert (person.birth_date, person.gender) == (date(1980, 3, 5), Gender.FEMALE)
    assert Person.objects.get(pk=person.pk).phone == "13900001234"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "甲", "id_number": "123"}, "id_number"),
        ({"name": "甲", "phone": "123"}, "phone"),
        ({"name": "甲", "id_number": NUMBER, "birth_date": date(1980, 3, 6)}, "birth_date"),
        ({"name": "甲", "id_number": NUMBER, "gender": Gender.MALE}, "gender"),
    ],
)
def test_what_contradicts_is_said_beside_the_field(cast: Any, now: Any, facts: Any, field: str) -> None:
    with pytest.raises(Unfit) as wrong:
        add_person(PersonFacts(**facts), actor=cast.wang, at=now)
    assert wrong.value.field == field


def test_nobody_is_entered_twice_even_after_the_key_was_changed(cast: Any, now: Any, settings: Any) -> None:
    add_person(PersonFacts(name="甲", id_number=NUMBER), actor=cast.wang, at=now)
    settings.FIELD_KEY = next(name for name in settings.FIELD_KEYS if name != settings.FIELD_KEY)
    with pytest.raises(Unfit, match="已登记为甲"):
        add_person(PersonFacts(name="乙", id_number=NUMBER), actor=cast.wang, at=now)


@pytest.mark.parametrize("key", ["li", "he", "lin", "han", "feng", "dong", "chen", "zhao"])
def test_only_the_deputies_office_keeps_the_roster(cast: Any, now: Any, key: str) -> None:
    with pytest.raises(Refused, match="代表工作机构"):
        add_person(PersonFacts(name="甲"), actor=getattr(cast, key), at=now)


def test_a_seat_begins_and_its_holder_is_a_deputy(cast: Any, now: Any) -> None:
    seat = new_deputy(cast, now)
    assert seat.state == SeatState.ACTIVE
    assert [step.move for step in steps_of([seat])] == ["begin"]
    assert seat in roster(cast.wang.scope)


def test_one_person_has_one_seat_in_a_congress(cast: Any, now: Any) -> None:
    seat = new_deputy(cast, now)
    with pytest.raises(Unfit, match="已经是本级人大代表"):
        begin_seat(seat.person, seat_facts(cast, card_number="0100"), actor=cast.wang, at=now)


def test_a_card_number_is_used_once(cast: Any, now: Any) -> None:
    new_deputy(cast, now)
    person = add_person(PersonFacts(name="另一人"), actor=cast.wang, at=now)
    with pytest.raises(Unfit) as wrong:
        begin_seat(person, seat_facts(cast), actor=cast.wang, at=now)
    assert wrong.value.field == "card_number"


def test_one_person_may_sit_above_and_below_but_not_side_by_side(cast: Any, now: Any) -> None:
    seat = new_deputy(cast, now)
    lower, neighbour = cast.lower, cast.neighbour
    facts = SeatFacts(term=lower.term, starts_on=TODAY)
    below = begin_seat(seat.person, facts, actor=lower.actor("wang"), at=now)
    assert {s.pk for s in seats_of(seat.person)} == {seat.pk, below.pk}
    with pytest.raises(Unfit, match="无隶属关系"):
        begin_seat(
            seat.person,
            SeatFacts(term=neighbour.term, starts_on=TODAY),
            actor=neighbour.actor("wang"),
            at=now,
        )


def test_a_seat_does_not_borrow_from_another_congress(cast: Any, now: Any) -> None:
    person = add_person(PersonFacts(name="甲"), actor=cast.wang, at=now)
    with pytest.raises(Unfit, match="本级"):
        begin_seat(person, SeatFacts(term=cast.neighbour.term, starts_on=TODAY), actor=cast.wang, at=now)


def test_moving_to_another_delegation_is_kept(cast: Any, now: Any) -> None:
    seat = new_deputy(cast, now)
    move_seat(seat, delegation=cast.home.delegations[0], actor=cast.wang, at=now, on=TODAY, note="调整")
    seat.refresh_from_db()
    assert seat.delegation == cast.home.delegations[0]
    assert steps_of([seat])[0].note == "第二代表团 → 第一代表团；调整"


def test_the_head_suspends_restores_and_ends_with_the_grounds_of_the_law(cast: Any, now: Any) -> None:
    seat = new_deputy(cast, now)
    decide_seat(seat, "suspend", actor=cast.qian, at=now, on=TODAY, ground=SuspendGround.DETAINED)
    assert seat.state == SeatState.SUSPENDED
    decide_seat(seat, "restore", actor=cast.qian, at=now, on=TODAY)
    assert seat.state == SeatState.ACTIVE
    decide_seat(
        seat, "end", actor=cast.qian, at=now, on=TODAY, ground=EndGround.RESIGNED, note="常委会公告第3号"
    )
    assert (seat.state, seat.ends_on) == (SeatState.ENDED, TODAY)
    steps = [(step.move, step.ground) for step in reversed(steps_of([seat]))]
    assert steps == [("begin", ""), ("suspend", "detained"), ("restore", ""), ("end", "resigned")]


def test_an_ended_seat_neither_moves_nor_comes_back(cast: Any, now: Any) -> None:
    seat = new_deputy(cast, now)
    decide_seat(seat, "end", actor=cast.qian, at=now, on=TODAY, ground=EndGround.DIED)
    for move in ("suspend", "restore", "end"):
        with pytest.raises(Refused, match="代表资格终止"):
            decide_seat(seat, move, actor=cast.qian, at=now, on=TODAY, ground=EndGround.DIED)
    with pytest.raises(Refused):
        move_seat(seat, delegation=cast.home.delegations[0], actor=cast.qian, at=now, on=TODAY)


def test_a_suspended_deputy_does_not_act_as_one(cast: Any, now: Any) -> None:
    assert cast.li.is_deputy
    seat = cast.home.seats["li"]
    decide_seat(seat, "suspend", actor=cast.qian, at=now, on=TODAY, ground=SuspendGround.DETAINED)
    assert not cast.li.is_deputy


@pytest.mark.parametrize(
    ("ground", "on"), [("", TODAY), ("bored", TODAY), (EndGround.DIED, date(2000, 1, 1))]
)
def test_a_ground_that_the_law_does_not_know_is_refused(cast: Any, now: Any, ground: str, on: date) -> None:
    with pytest.raises(Unfit):
        decide_seat(cast.home.seats["li"], "end", actor=cast.qian, at=now, on=on, ground=ground)


@pytest.mark.parametrize("key", ["wang", "li", "he", "chen", "han"])
def test_only_the_head_decides_on_a_seat(cast: Any, now: Any, key: str) -> None:
    with pytest.raises(Refused, match="负责人"):
        decide_seat(
            cast.home.seats["li"], "end", actor=getattr(cast, key), at=now, on=TODAY, ground=EndGround.DIED
        )


def test_the_office_next_door_decides_nothing_here(cast: Any, now: Any) -> None:
    for place in (cast.neighbour, cast.upper, cast.lower):
        with pytest.raises(Refused, match="不属于您所在的人大"):
            decide_seat(
                cast.home.seats["li"],
                "end",
                actor=place.actor("qian"),
                at=now,
                on=TODAY,
                ground=EndGround.DIED,
            )


def test_two_who_end_at_once_do_not_both_write(cast: Any, now: Any) -> None:
    here = cast.home.seats["li"]
    there = Seat.objects.within(cast.qian.scope).get(pk=here.pk)
    decide_seat(here, "end", actor=cast.qian, at=now, on=TODAY, ground=EndGround.DIED)
    with pytest.raises(Refused, match="刚刚由他人变更"):
        decide_seat(there, "end", actor=cast.qian, at=now, on=TODAY, ground=EndGround.MOVED)
    assert SeatStep.objects.everywhere("the test looks at its own").filter(move="end").count() == 1


def test_the_history_of_seats_cannot_be_changed(cast: Any, now: Any) -> None:
    new_deputy(cast, now)
    for sql in ("UPDATE people_seatstep SET note = 'x'", "DELETE FROM people_seatstep"):
        with pytest.raises(Exception, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_correcting_keeps_a_number_that_was_not_typed_again(cast: Any, now: Any) -> None:
    person = add_person(
        PersonFacts(name="甲", id_number=NUMBER, phone="13900001234"), actor=cast.wang, at=now
    )
    seat = begin_seat(person, seat_facts(cast), actor=cast.wang, at=now)
    facts = PersonFacts(name="甲乙", birth_date=person.birth_date, gender=person.gender)
    correct_person(seat, facts, actor=cast.wang, at=now)
    kept = Person.objects.get(pk=person.pk)
    assert (kept.name, kept.id_number, kept.phone) == ("甲乙", NUMBER, "13900001234")


@pytest.mark.parametrize("text", ["ljg", "LJG", "lijian", "李", "建国", "李 建国", "0001"])
def test_deputies_are_found_by_initials_pinyin_name_and_card(cast: Any, now: Any, text: str) -> None:
    person = cast.home.accounts["li"].person
    correct_person(cast.home.seats["li"], PersonFacts(name=person.name), actor=cast.wang, at=now)
    found = find_deputies(cast.wang.scope, text, on=TODAY)
    assert found[0].person.name == "李建国"


def test_a_deputy_is_found_by_the_whole_phone_but_not_by_a_part(cast: Any) -> None:
    phone = cast.home.accounts["li"].person.phone
    assert [s.person.name for s in find_deputies(cast.wang.scope, phone, on=TODAY)] == ["李建国"]
    assert find_deputies(cast.wang.scope, phone[:8], on=TODAY) == []


def test_the_picker_offers_only_the_own_congress_and_deputies_in_office(cast: Any, now: Any) -> None:
    seats = find_deputies(cast.wang.scope, "", on=TODAY)
    assert {seat.congress_id for seat in seats} == {cast.home.congress.pk}
    decide_seat(cast.home.seats["li"], "end", actor=cast.qian, at=now, on=SINCE, ground=EndGround.DIED)
    assert cast.home.seats["li"] not in find_deputies(cast.wang.scope, "", on=TODAY)
