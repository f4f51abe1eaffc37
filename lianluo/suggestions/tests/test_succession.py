"""A unit is closed in the middle: what it handled goes on with its heir."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from lianluo.congress.units import close_unit, rename_unit
from lianluo.notices.models import Notice
from lianluo.people.actor import RoleRef
from lianluo.suggestions import services as say
from lianluo.suggestions.papers.assignment import assignment_sheet
from lianluo.suggestions.selectors.case import case_file
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.services.succession import count_open
from lianluo.suggestions.states import HandlingState, Mode
from lianluo.suggestions.tests import lives
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_the_heir_goes_on_with_the_same_clock(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    old, heir = cast.home.units["education"], cast.home.units["health"]
    due = case.handlings.get().due_on
    assert count_open(old) == 1
    close_unit(old, heir=heir, on=now.date(), note="机构改革", actor=cast.qian, at=now)
    handling = case.handlings.get()
    case.refresh_from_db()
    assert (handling.unit, handling.due_on, handling.state) == (heir, due, HandlingState.SIGNED)
    assert heir.pk in case.unit_ids
    assert old.pk not in case.unit_ids
    assert count_open(old) == 0
    say.write_reply(handling, lives.answer(), actor=cast.liu, at=now)


def test_a_helper_that_inherits_the_lead_leads(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now, ("education", "health"))
    old, heir = cast.home.units["education"], cast.home.units["health"]
    close_unit(old, heir=heir, on=now.date(), note="机构改革", actor=cast.qian, at=now)
    live = case.handlings.exclude(state=HandlingState.CANCELLED)
    assert [(h.unit, h.mode) for h in live] == [(heir, "lead")]


def test_a_unit_that_is_gone_is_not_chosen(cast: Cast, now: datetime) -> None:
    unit = cast.home.units["health"]
    unit.valid_to = date(2026, 1, 1)
    verdict = say.judge_tasks([say.Task(unit=unit, mode=Mode.SOLE)], now.date())
    assert "已撤销" in str(verdict.reason)


def test_the_old_unit_sees_nothing_of_new_steps(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    close_unit(
        cast.home.units["education"],
        heir=cast.home.units["health"],
        on=now.date(),
        note="机构改革",
        actor=cast.qian,
        at=now,
    )
    zhao = replace(cast.zhao, roles=(RoleRef("unit_handler", cast.home.units["education"].pk),))
    with pytest.raises(Exception, match="承办单位"):
        say.sign_for(case.handlings.get(), actor=zhao, at=now)


def test_the_heirs_people_and_the_deputy_are_told(cast: Cast, now: datetime) -> None:
    lives.signed_for(cast.home, now)
    old, heir = cast.home.units["education"], cast.home.units["health"]
    close_unit(old, heir=heir, on=now.date(), note="机构改革", actor=cast.qian, at=now)
    told = Notice.objects.within(cast.home.congress.scope)
    assert told.get(account=cast.home.accounts["liu"], key="suggestion.inherited").title == (
        "教育厅撤销，1 件建议由本单位承接"
    )
    assert "由卫健委继续办理" in told.get(account=cast.home.accounts["li"], key="suggestion.reassigned").body


def test_history_and_papers_keep_the_names_of_their_day(cast: Cast, now: datetime) -> None:
    case, later = lives.signed_for(cast.home, now), now + timedelta(days=9)
    old, heir = cast.home.units["education"], cast.home.units["health"]
    day, who = later.date(), {"actor": cast.qian, "at": later}
    rename_unit(old, name="教育和科技厅", short_name="教科厅", on=day, **who)
    close_unit(old, heir=heir, on=day, note="机构改革", **who)
    page = cast.client("li").get(reverse("suggestions:case", args=[case.pk])).content.decode()
    page = page.replace("<wbr>", "")
    assert "教育厅签收" in page
    assert "卫健委签收" not in page
    assert "机构调整，由卫健委继续办理" in page
    assert assignment_sheet(lives.part(case)).unit == "教育厅"


def test_an_answer_stays_with_the_unit_that_gave_it(cast: Cast, now: datetime) -> None:
    case, later = lives.dissatisfied(cast.home, now), now + timedelta(days=9)
    say.rework(case, actor=cast.wang, at=later, note="请再次办理。")
    old, heir = cast.home.units["education"], cast.home.units["health"]
    close_unit(old, heir=heir, on=later.date(), note="机构改革", actor=cast.qian, at=later)
    lead = lives.part(case)
    assert lead.unit == heir
    file = case_file(visible(cast.wang), case.pk, cast.wang, later)
    assert file
    assert [(one.number, [answer.unit for answer in one.answers]) for one in file.rounds] == [(1, ["教育厅"])]


def test_a_paper_of_today_bears_the_new_name(cast: Cast, now: datetime) -> None:
    old = cast.home.units["education"]
    rename_unit(old, name="教育和科技厅", short_name="教科厅", on=now.date(), actor=cast.qian, at=now)
    assert assignment_sheet(lives.part(lives.assigned(cast.home, now))).unit == "教育和科技厅"
