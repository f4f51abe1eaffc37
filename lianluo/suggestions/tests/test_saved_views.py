"""What people kept of a list outlives a new name of the list."""

from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from lianluo.suggestions.lists.pages import OWN
from lianluo.ui.models import SavedView
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LIST = "suggestions:list"


def kept(cast: Cast, key: str, page: str, name: str = "我的视图", **facts: Any) -> SavedView:
    account = cast.home.accounts[key]
    view: SavedView = SavedView.objects.create(
        congress=cast.home.congress, account=account, page=page, name=name, **facts
    )
    return view


def migrate() -> None:
    module = import_module("lianluo.suggestions.migrations.0016_saved_views_of_each_desk")
    with connection.cursor() as cursor:
        cursor.execute(module.FORWARD)


def opened(cast: Cast, key: str) -> str:
    return str(cast.client(key).get(reverse(LIST)).content.decode())


@pytest.mark.parametrize(
    ("key", "page"),
    [("gao", "unit_suggestions"), ("guo", "suggestions"), ("he", "suggestions"), ("zhao", "unit_suggestions"),
     ("wang", "suggestions"), ("chen", "suggestions"), ("lin", "suggestions")],
)  # fmt: skip
def test_views_of_the_one_list_appear_on_the_list_of_ones_desk(cast: Cast, key: str, page: str) -> None:
    kept(cast, key, page, query="key=yes", is_default=True)
    migrate()
    shown = opened(cast, key)
    assert "我的视图" in shown
    assert "重点督办" in shown


def test_one_does_not_open_two_lists_by_default_and_nothing_newer_is_lost(cast: Cast) -> None:
    old = kept(cast, "gao", "unit_suggestions", query="mine=signed", is_default=True)
    same = kept(cast, "gao", "unit_suggestions", "在办的")
    newer = kept(cast, "gao", "office_suggestions", "在办的", query="key=yes", is_default=True)
    migrate()
    for view in (old, same, newer):
        view.refresh_from_db()
    assert (old.page, old.is_default) == ("office_suggestions", False)
    assert (same.page, newer.query, newer.is_default) == ("unit_suggestions", "key=yes", True)


def test_own_columns_go_along_with_what_the_office_needs(cast: Cast) -> None:
    own = kept(cast, "gao", "unit_suggestions", "", columns=["number", "title", "due"], size=50)
    migrate()
    own.refresh_from_db()
    assert (own.page, own.columns, own.size) == (
        "office_suggestions", ["number", "title", "due", "office"], 50
    )  # fmt: skip
    assert "在本机构" in opened(cast, "gao")


def test_next_door_and_twice_change_nothing(cast: Cast) -> None:
    there = SavedView.objects.create(
        congress=cast.neighbour.congress,
        account=cast.home.accounts["gao"],
        page="unit_suggestions",
        name="邻",
    )
    kept(cast, "gao", "unit_suggestions")
    migrate()
    migrate()
    there.refresh_from_db()
    assert there.page == "unit_suggestions"
    assert SavedView.objects.within(cast.home.congress.scope).get().page == "office_suggestions"


def test_a_list_keeps_its_name_or_brings_its_views_along() -> None:
    """Whoever changes a name here writes a migration as 0016 is one."""
    assert {page.name for page in OWN} == {
        "suggestions",
        "unit_suggestions",
        "office_suggestions",
        "committee_suggestions",
        "delegation_suggestions",
    }
