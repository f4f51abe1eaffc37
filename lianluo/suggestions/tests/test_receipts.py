"""Receipts: what was taken, by whom, with a digest that can be reckoned again; and silence that counts as a receipt."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from lianluo.congress.models import Rule
from lianluo.notices.models import Notice
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Handling, Receipt
from lianluo.suggestions.services.receipts import check
from lianluo.suggestions.states import HandlingState, Mode
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Event
from lianluo.trail.steps import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LATER = timedelta(days=30)


def unsigned(cast: Cast, now: datetime) -> Handling:
    handling: Handling = lives.assigned(cast.home, now).handlings.get()
    return handling


def test_a_receipt_can_be_reckoned_again(cast: Cast, now: datetime) -> None:
    receipt = Receipt.objects.within(cast.wang.scope).get(
        handling__suggestion=lives.signed_for(cast.home, now)
    )
    assert check(receipt).sound
    assert check(receipt).unchanged
    receipt.received = receipt.received.replace("二十三", "二十四")
    assert not check(receipt).sound


def test_a_forged_receipt_does_not_fit_the_history(cast: Cast, now: datetime) -> None:
    from lianluo.kernel.ciphers import sm3

    receipt = Receipt.objects.within(cast.wang.scope).get(
        handling__suggestion=lives.signed_for(cast.home, now)
    )
    receipt.received = receipt.received.replace("二十三", "二十四")
    receipt.digest = sm3(receipt.received.encode()).hex()
    proof = check(receipt)
    assert proof.kept
    assert not proof.history


def test_unit_office_and_deputies_body_open_the_receipt(cast: Cast, now: datetime) -> None:
    handling = lives.signed_for(cast.home, now).handlings.get()
    url = reverse("suggestions:receipt", args=[handling.pk])
    for key in ("zhao", "gao", "wang"):
        page = cast.client(key).get(url, {"check": "1"}).content.decode()
        assert Receipt.objects.within(cast.wang.scope).get().digest in page
        assert "核对无误" in page
    assert cast.client("li").get(url).status_code == 403


def test_silence_counts_as_signed(cast: Cast, now: datetime) -> None:
    handling = unsigned(cast, now)
    assert say.look_after_receipts(cast.home.congress, now) == 0
    assert say.look_after_receipts(cast.home.congress, now + LATER) == 1
    handling.refresh_from_db()
    assert handling.state == HandlingState.SIGNED
    assert handling.receipt.deemed
    step = Event.objects.within(cast.wang.scope).get(move="take_as_signed")
    assert step.account_id is None
    told = Notice.objects.within(cast.wang.scope).filter(key="suggestion.taken_as_signed")
    assert told.filter(account=cast.home.accounts["zhao"]).exists()
    assert say.look_after_receipts(cast.home.congress, now + LATER) == 0


def test_where_late_objections_are_heard_the_unit_is_told_once(cast: Cast, now: datetime) -> None:
    handling = unsigned(cast, now)
    day = now.date()
    Rule.objects.create(
        congress=cast.home.congress, key="objection.late_accepted", value=True, valid_from=day
    )
    for night in (LATER, LATER + timedelta(days=1)):
        say.look_after_receipts(cast.home.congress, now + night)
    handling.refresh_from_db()
    assert handling.state == HandlingState.ASSIGNED
    told = Notice.objects.within(cast.wang.scope).filter(key="suggestion.not_signed")
    assert told.filter(account=cast.home.accounts["zhao"]).count() == 1


def test_the_office_gives_one_to_several_of_its_units(cast: Cast, now: datetime) -> None:
    case = lives.at_office(cast.home, now)
    education, health = cast.home.units["education"], cast.home.units["health"]
    say.split(
        case.handlings.get(), education, [health], actor=cast.gao, at=now, note="学校饮水由卫健委协助。"
    )
    found = {one.unit: (one.mode, one.state) for one in case.handlings.all()}
    assert found == {education: (Mode.LEAD, "assigned"), health: (Mode.CO, "assigned")}
    with pytest.raises(Refused):
        say.split(case.handlings.get(unit=education), education, [health], actor=cast.gao, at=now)


def test_the_office_splits_only_among_its_own_and_by_rule(cast: Cast, now: datetime) -> None:
    handling = lives.at_office(cast.home, now).handlings.get()
    court, health = cast.home.units["court"], cast.home.units["health"]
    with pytest.raises(Refused, match="本机构"):
        say.split(handling, handling.unit, [court], actor=cast.gao, at=now)
    Rule.objects.create(
        congress=cast.home.congress, key="dispatch.may_split", value=False, valid_from=now.date()
    )
    with pytest.raises(Refused, match="本级规则"):
        say.split(handling, handling.unit, [health], actor=cast.gao, at=now)


def test_the_split_page_names_what_is_missing(cast: Cast, now: datetime) -> None:
    handling = lives.at_office(cast.home, now).handlings.get()
    url = reverse("suggestions:split", args=[handling.pk])
    answer: Any = cast.client("gao").post(url, {"first": handling.unit_id})
    assert "请至少选一个会办单位" in answer.content.decode()


def test_only_the_committee_that_supervises_gives_instructions(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    committee = cast.home.units["committee"]
    say.supervise(case, actor=cast.wang, at=now, committee=committee)
    with pytest.raises(Refused, match="委员会"):
        say.instruct(case, actor=cast.wang, at=now, note="请加快。")
    say.instruct(case, actor=cast.guo, at=now, note="请六月底前当面沟通。")
    told = Notice.objects.within(cast.wang.scope).filter(key="suggestion.instructed")
    assert told.filter(account=cast.home.accounts["zhao"]).count() == 1


def test_who_never_signed_is_found_after_the_answer_too(cast: Cast, now: datetime) -> None:
    """Once the opinion is overdue the lead unit may answer without it; the helper's receipt is missing all the same."""
    case = lives.assigned(cast.home, now, units=("education", "health"))
    lead = case.handlings.get(mode=Mode.LEAD)
    say.sign_for(lead, actor=cast.zhao, at=now)
    lives.give_answer(cast.home, case, now + timedelta(days=40), without_opinions=True)
    case.refresh_from_db()
    assert (case.state, case.handlings.get(mode=Mode.CO).state) == ("replied", "assigned")
    page = cast.client("wang").get(reverse("suggestions:list"), {"receipt": "missing"}).content.decode()
    assert case.title[2:-3] in page
