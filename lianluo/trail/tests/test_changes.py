"""The database keeps every change of a tracked row, whoever made it and however."""

from typing import Any

import pghistory
from django.db import connection

from lianluo.congress.models import Unit
from lianluo.people.models import Person
from lianluo.trail.changes import changes, tracked_models


def test_a_change_says_who_what_before_and_after(cast: Any) -> None:
    unit = cast.home.units["education"]
    with pghistory.context(actor="韩雪", why="机构改革"):
        unit.name = "教育和体育厅"
        unit.save()
    latest = changes(unit)[0]
    assert (latest.who, latest.why, latest.verb, latest.label) == ("韩雪", "机构改革", "修改", "单位")
    assert [(f.label, f.before, f.after) for f in latest.fields] == [("全称", "教育厅", "教育和体育厅")]


def test_raw_sql_and_bulk_updates_are_kept_too(cast: Any) -> None:
    unit = cast.home.units["education"]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE congress_unit SET short_name = '教体厅' WHERE id = %s", [unit.pk])
    Unit.objects.within(cast.home.congress.scope).update(is_dispatcher=True)
    second, first = changes(unit)[:2]
    assert (first.fields[0].after, first.who) == ("教体厅", "系统")
    assert (second.fields[0].before, second.fields[0].after) == ("否", "是")


def test_the_account_of_the_request_is_named(cast: Any) -> None:
    unit = cast.home.units["education"]
    with pghistory.context(user=cast.home.accounts["han"].pk):
        Unit.objects.within(cast.home.congress.scope).filter(pk=unit.pk).update(order=9)
    assert changes(unit)[0].who == "韩雪"


def test_sealed_fields_stay_sealed(cast: Any) -> None:
    person = cast.home.seats["li"].person
    person.phone = "13999998888"
    person.save()
    latest = changes(Person.objects.get(pk=person.pk))[0]
    assert ("手机号码", "已加密", "已加密") in [(f.label, f.before, f.after) for f in latest.fields]
    assert "1399999" not in str(latest)


def test_choices_are_shown_in_words(cast: Any) -> None:
    session = cast.home.open_session()
    fields = {f.label: (f.before, f.after) for f in changes(session)[0].fields}
    assert fields["状态"] == ("已闭幕", "正在举行")


def test_the_beginning_is_in_it(cast: Any) -> None:
    first = changes(cast.home.units["court"])[-1]
    assert first.verb == "新建"
    assert ("全称", "空", "高级人民法院") in [(f.label, f.before, f.after) for f in first.fields]


def test_a_page_of_changes_costs_three_queries(cast: Any, at_most_queries: Any) -> None:
    with at_most_queries(3):
        changes(cast.home.units["court"])


def test_what_is_tracked_is_known() -> None:
    names = {model.__name__ for model in tracked_models()}
    assert {"Account", "Person", "Role", "Rule", "Seat", "Session", "Unit"} <= names


def test_a_deletion_by_sql_is_kept_too(cast: Any) -> None:
    role = cast.home.accounts["liu"].roles.within(cast.home.congress.scope).get()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM people_role WHERE id = %s", [role.pk])
    latest = changes(role)[0]
    assert (latest.verb, latest.fields) == ("删除", [])
