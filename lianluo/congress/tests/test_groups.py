"""Delegations, groups, electoral units, office names, switching on."""

from datetime import date, datetime, timedelta

import pytest

from lianluo.congress.activation import activate, deactivate
from lianluo.congress.groups import (
    copy_groups,
    electoral_units_from_below,
    retire_group,
    revive_group,
    save_group,
)
from lianluo.congress.models import Congress, Delegation, DeputyGroup, ElectoralUnit
from lianluo.congress.offices import drop_office_name, name_office, office_name
from lianluo.congress.refusals import Refusal
from lianluo.congress.sessions import begin_term
from tests.cast import TODAY, Cast


def test_a_name_is_given_once_in_a_term(cast: Cast, now: datetime) -> None:
    double = Delegation(congress=cast.home.congress, term=cast.home.term, name="第一代表团")
    with pytest.raises(Refusal, match="已有“第一代表团”"):
        save_group(double, actor=cast.qian, at=now)


def test_retired_groups_keep_what_refers_to_them(cast: Cast, now: datetime) -> None:
    first = cast.home.delegations[0]
    retire_group(first, actor=cast.qian, at=now)
    assert not Delegation.objects.within(cast.home.congress.scope).get(pk=first.pk).is_active
    assert first.seats.count() == 2
    revive_group(first, actor=cast.qian, at=now)
    assert Delegation.objects.within(cast.home.congress.scope).get(pk=first.pk).is_active


def test_a_new_term_takes_over_the_delegations_in_use_once(cast: Cast, now: datetime) -> None:
    new = begin_term(
        cast.home.congress, number=15, starts_on=date(2028, 1, 10), seats_total=None, actor=cast.han, at=now
    )
    save_group(
        DeputyGroup(congress=cast.home.congress, term=cast.home.term, name="岳麓小组"), actor=cast.han, at=now
    )
    retire_group(cast.home.delegations[1], actor=cast.han, at=now)
    assert copy_groups(cast.home.term, new, actor=cast.han, at=now) == 2
    assert copy_groups(cast.home.term, new, actor=cast.han, at=now) == 0
    assert [d.name for d in new.delegations.all()] == ["第一代表团"]
    assert [d.name for d in cast.home.term.delegations.all()] == ["第一代表团", "第二代表团"]


def test_the_congresses_below_elect(cast: Cast, now: datetime) -> None:
    assert electoral_units_from_below(cast.home.congress, actor=cast.qian, at=now) == 2
    assert electoral_units_from_below(cast.home.congress, actor=cast.qian, at=now) == 0
    found = ElectoralUnit.objects.within(cast.home.congress.scope)
    assert [(e.name, e.elector.short_name) for e in found] == [
        ("长沙市", "长沙市人大"),
        ("株洲市", "株洲市人大"),
    ]


def test_a_handler_changes_no_delegation(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refusal, match="联工委负责人"):
        retire_group(cast.home.delegations[0], actor=cast.zhao, at=now)


def test_the_office_is_called_what_it_was_called_that_day(cast: Cast, now: datetime) -> None:
    congress = cast.home.congress
    name_office(
        congress,
        name="选举任免联络工委",
        short="联工委",
        valid_from=date(2013, 1, 1),
        actor=cast.qian,
        at=now,
    )
    coming = name_office(
        congress,
        name="代表工作委员会",
        short="代表工委",
        valid_from=TODAY + timedelta(days=9),
        actor=cast.qian,
        at=now,
    )
    assert office_name(congress, TODAY).short == "联工委"
    assert office_name(congress, TODAY + timedelta(days=9)).short == "代表工委"
    drop_office_name(coming, actor=cast.qian, at=now)
    assert office_name(congress, TODAY + timedelta(days=9)).short == "联工委"


def test_a_name_in_use_is_not_deleted(cast: Cast, now: datetime) -> None:
    row = name_office(cast.home.congress, name="甲", short="甲", valid_from=TODAY, actor=cast.qian, at=now)
    with pytest.raises(Refusal, match="已经启用"):
        drop_office_name(row, actor=cast.qian, at=now)


def test_without_a_name_the_level_decides(cast: Cast) -> None:
    assert office_name(cast.home.congress, TODAY).short == "代表工委"
    assert office_name(cast.congresses["430104101"], TODAY).short == "主席团"


def test_the_administrator_switches_on_below_and_nowhere_else(cast: Cast, now: datetime) -> None:
    town = cast.congresses["430104"]
    deactivate(town, actor=cast.han, at=now)
    activate(town, actor=cast.han, at=now)
    assert Congress.objects.within(town.scope).get().active
    with pytest.raises(Refusal, match="本级及下级"):
        deactivate(cast.neighbour.congress, actor=cast.han, at=now)
    with pytest.raises(Refusal, match="系统管理员"):
        deactivate(town, actor=cast.qian, at=now)
