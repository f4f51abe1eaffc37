"""A list: filters in the address, views, columns, sheet, bulk moves — all at one address."""

from io import BytesIO
from typing import Any

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
from openpyxl import load_workbook

from lianluo.congress.models import Unit
from lianluo.people.models import Account
from lianluo.ui.lists import LISTS, sheet
from lianluo.ui.models import LongWork, SavedView
from lianluo.ui.tests.sample import UnitList

VIEW = UnitList.as_view()
if UnitList.name not in LISTS:
    LISTS.add(UnitList.name, UnitList)


class Browser:
    """Asks the sample list as one actor, without an address of its own in the site."""

    def __init__(self, actor: Any) -> None:
        self.actor = actor
        self.account = Account.objects.get(pk=actor.account_id)
        self.factory = RequestFactory()

    def _ask(self, request: Any) -> Any:
        request.actor, request.user, request.session = self.actor, self.account, SessionStore()
        request._messages = FallbackStorage(request)
        return VIEW(request)

    def get(self, query: str = "") -> Any:
        return self._ask(self.factory.get(f"/sample/?{query}")).content.decode()

    def post(self, do: str, query: str = "", **data: Any) -> Any:
        return self._ask(self.factory.post(f"/sample/?{query}", {"do": do, **data}))


@pytest.fixture
def wang(cast: Any) -> Browser:
    return Browser(cast.wang)


def names(page: str) -> list[str]:
    return [row for row in ("政府办", "教育厅", "卫健委", "法院", "教科文卫委") if f"选中{row}" in page]


def test_a_bare_address_opens_the_first_view_with_counts(wang: Browser) -> None:
    page = wang.get()
    assert len(names(page)) == 5
    assert "政府部门 <span>3</span>" in page


def test_filters_narrow_and_show_as_chips_that_come_off(wang: Browser) -> None:
    page = wang.get("kind=court&kind=committee")
    assert names(page) == ["法院", "教科文卫委"]
    assert "法院、人大专门委员会" in page


def test_an_unknown_choice_is_ignored_not_an_error(wang: Browser) -> None:
    assert len(names(wang.get("kind=moon&since_from=nonsense&page=99&size=7&sort=secret"))) == 5


def test_days_and_flags(wang: Browser) -> None:
    assert names(wang.get("dispatcher=yes")) == ["政府办"]
    assert len(names(wang.get("dispatcher=no"))) == 4
    assert names(wang.get("since_from=2024-01-01")) == []
    assert len(names(wang.get("since_to=2024-01-01"))) == 5


def test_words_find_by_initials(wang: Browser) -> None:
    assert names(wang.get("q=jyt")) == ["教育厅"]


def test_an_empty_list_says_why_and_what_next(wang: Browser) -> None:
    page = wang.get("q=nothing-like-it")
    assert "没有符合这些条件的记录" in page
    assert 'href="?all="' in page


def test_the_neighbour_sees_only_its_own(cast: Any, wang: Browser) -> None:
    Unit.objects.create(
        congress=cast.neighbour.congress, name="邻居的局", short_name="邻居的局", kind="government"
    )
    assert "邻居的局" not in wang.get()


def test_columns_stay_with_the_account(wang: Browser) -> None:
    assert "首字母</th>" not in wang.get()
    wang.post("columns", column=["kind", "initials"])
    page = wang.get()
    assert "首字母</th>" in page
    assert "期限</th>" not in page
    wang.post("columns", reset="1")
    assert "期限</th>" in wang.get()


def test_page_size_stays_and_paging_goes_on(cast: Any, wang: Browser) -> None:
    Unit.objects.bulk_create(
        Unit(congress=cast.home.congress, name=f"局{n}", short_name=f"局{n}", kind="government")
        for n in range(60)
    )
    assert "第 1–20 个，共 65 个" in wang.get()
    wang.post("size", size="50")
    assert "第 1–50 个，共 65 个" in wang.get()
    assert "第 51–65 个，共 65 个" in wang.get("page=2")


def test_a_saved_view_opens_first_when_told_so(wang: Browser) -> None:
    answer = wang.post("save_view", "kind=court&page=3", name="法院", default="1")
    view = SavedView.objects.everywhere("the test's own").get(name="法院")
    assert answer.url.endswith(f"kind=court&view={view.key}")
    assert names(wang.get()) == ["法院"]
    wang.post("drop_view", view=view.key)
    assert len(names(wang.get())) == 5


def test_views_belong_to_one_account(cast: Any, wang: Browser) -> None:
    wang.post("save_view", "kind=court", name="法院", default="1")
    assert len(names(Browser(cast.qian).get())) == 5


def cells(answer: Any) -> list[tuple[Any, ...]]:
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    assert book.active is not None
    return list(book.active.iter_rows(values_only=True))


def test_the_sheet_holds_exactly_what_is_shown(wang: Browser) -> None:
    rows = cells(wang.post("export", "kind=court"))
    assert rows[0][0].startswith("承办单位（类别：法院）")
    assert rows[1] == ("编号", "名称", "类别", "期限")
    assert [row[1] for row in rows[2:]] == ["高级人民法院"]


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_no_cell_becomes_a_formula(cast: Any, wang: Browser, evil: str) -> None:
    Unit.objects.create(congress=cast.home.congress, name=evil, short_name="坏", kind="court", order=9)
    book = load_workbook(BytesIO(b"".join(wang.post("export", "kind=court").streaming_content)))
    assert book.active is not None
    cell = book.active["B4"]
    assert cell.value == evil
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_a_long_export_becomes_work_in_the_background(wang: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "AT_ONCE", 2)
    answer = wang.post("export")
    work = LongWork.objects.everywhere("the test's own").get()
    assert answer.url == f"/work/{work.pk}/"
    assert work.label == "导出承办单位 5 个"


def test_bulk_first_says_what_would_happen_and_changes_nothing(cast: Any, wang: Browser) -> None:
    keys = [cast.home.units[key].pk for key in ("education", "court")]
    page = wang.post("bulk", bulk="rename", pk=keys).content.decode()
    assert "1 件不能办" in page
    assert "法院不由我们改名。（1）" in page
    assert "1 个单位会收到通知" in page
    assert not Unit.objects.everywhere("the test looks").filter(name__endswith="（改）").exists()


def test_bulk_then_does_it_to_those_that_may(cast: Any, wang: Browser) -> None:
    keys = [cast.home.units[key].pk for key in ("education", "court")]
    wang.post("bulk", bulk="rename", pk=keys, confirmed="1")
    changed = Unit.objects.everywhere("the test looks").filter(name__endswith="（改）")
    assert [unit.short_name for unit in changed] == ["教育厅"]


def test_bulk_on_everything_shown(wang: Browser) -> None:
    page = wang.post("bulk", "kind=government", bulk="rename", everything="1").content.decode()
    assert "改名 3 个" in page


def test_bulk_with_a_form_asks_and_keeps_what_was_typed(cast: Any, wang: Browser) -> None:
    keys = [cast.home.units["education"].pk]
    assert 'name="mark"' in wang.post("bulk", bulk="mark", pk=keys).content.decode()
    page = wang.post("bulk", bulk="mark", pk=keys, confirmed="1", mark="太长太长了").content.decode()
    assert "太长太长了" in page
    wang.post("bulk", bulk="mark", pk=keys, confirmed="1", mark="甲")
    assert Unit.objects.everywhere("the test looks").filter(name="教育厅甲").exists()


def test_bulk_cannot_reach_the_neighbours_rows(cast: Any, wang: Browser) -> None:
    wang.post("bulk", bulk="rename", pk=[cast.neighbour.units["education"].pk], confirmed="1")
    assert not Unit.objects.everywhere("the test looks").filter(name__endswith="（改）").exists()


def test_a_list_asks_at_most_six_questions(wang: Browser, at_most_queries: Any) -> None:
    with at_most_queries(5):
        wang.get("kind=court")
