"""Rules on the page: what holds, from when, on what ground, and whom a change reaches."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from conftest import QueryLimit
from lianluo.congress.models import Rule
from lianluo.congress.rules import RULES, RuleBook, RuleGroup
from tests.cast import Cast

FEEDBACK = "feedback.limit"
PERIOD = {"n": "15", "unit": "workdays", "roll": "no", "source": "办理条例", "article": "第二十条"}


def _today() -> Any:
    return timezone.localdate()


def _post(client: Any, key: Any, **data: Any) -> Any:
    return client.post(reverse("desk:rule", args=[key]), {"valid_from": _today().isoformat()} | data)


@pytest.mark.parametrize("group", RuleGroup.values)
def test_every_group_shows_its_rules(shared_cast: Cast, group: Any) -> None:
    page = shared_cast.client("qian").get(reverse("desk:rules"), {"group": group}).content.decode()
    for spec in RULES:
        if spec.group == group:
            assert str(spec.label) in page


@pytest.mark.parametrize("key", [spec.key for spec in RULES])
def test_every_rule_opens_with_its_form(shared_cast: Cast, key: Any) -> None:
    answer = shared_cast.client("qian").get(reverse("desk:rule", args=[key]))
    assert answer.status_code == 200
    assert str(RULES[key].explain) in answer.content.decode().replace("&#x27;", "'")


@pytest.mark.parametrize("key", [spec.key for spec in RULES if not spec.law])
def test_every_form_sent_back_unchanged_stores_what_held(cast: Cast, key: Any) -> None:
    client = cast.client("qian")
    form = client.get(reverse("desk:rule", args=[key])).context["form"]
    data = {name: value for name in form.fields if (value := form[name].value()) not in (None, False)}
    answer = client.post(reverse("desk:rule", args=[key]), data | {"assumed": "on"})
    assert answer.status_code == 302, answer.context["form"].errors
    stored = Rule.objects.within(cast.home.congress.scope).get(key=key).value
    assert stored == RULES[key].default_at(cast.home.congress.level)


def test_a_selected_rule_stays_within_twelve_queries(cast: Cast, at_most_queries: QueryLimit) -> None:
    client = cast.client("qian")
    _post(client, FEEDBACK, **PERIOD)
    with at_most_queries(12):
        client.get(reverse("desk:rule", args=[FEEDBACK]))


def test_qian_sets_a_value_and_the_page_says_whence(cast: Cast) -> None:
    client = cast.client("qian")
    answer = _post(client, FEEDBACK, **PERIOD)
    assert answer.status_code == 302
    assert RuleBook(cast.home.congress, _today()).workdays(FEEDBACK) == 15
    page = client.get(reverse("desk:rule", args=[FEEDBACK])).content.decode().replace("<wbr>", "")
    assert "办理条例第二十条" in page
    assert "钱卫东 定为 15 个工作日" in page
    assert "沿用上级" in page


def test_taking_off_assumed_asks_for_the_source_and_keeps_what_was_typed(cast: Cast) -> None:
    answer = _post(cast.client("qian"), FEEDBACK, **PERIOD | {"source": "", "note": "听说的"})
    page = answer.content.decode()
    assert "去掉“假定”要写出处" in page
    assert "听说的" in page
    assert not Rule.objects.within(cast.home.congress.scope).exists()


def test_a_coming_change_is_announced_in_the_table_and_can_be_cancelled(cast: Cast) -> None:
    client = cast.client("qian")
    day = _today() + timedelta(days=40)
    _post(client, FEEDBACK, **PERIOD | {"valid_from": day.isoformat()})
    assert "起改为 15 个工作日" in client.get(reverse("desk:rules")).content.decode()
    row = Rule.objects.within(cast.home.congress.scope).get()
    url = reverse("desk:rule_drop", args=[row.pk])
    assert "取消" in client.post(url).content.decode()
    client.post(url, {"confirmed": "1"})
    assert not Rule.objects.within(cast.home.congress.scope).exists()
    assert "取消了" in client.get(reverse("desk:rule", args=[FEEDBACK])).content.decode()


def test_another_day_shows_what_will_hold_then(cast: Cast) -> None:
    client = cast.client("qian")
    day = _today() + timedelta(days=40)
    _post(client, FEEDBACK, **PERIOD | {"valid_from": day.isoformat()})
    page = client.get(reverse("desk:rules"), {"on": day.isoformat()}).content.decode()
    assert "15 个工作日" in page
    assert "不是今天的" in page


def test_the_reach_names_those_who_keep_their_own(cast: Cast) -> None:
    _post(cast.lower.client("qian"), FEEDBACK, **PERIOD | {"n": "12"})
    page = cast.client("qian").get(reverse("desk:rule", args=[FEEDBACK]))
    assert page.context["effect"].inheriting == 1
    assert "长沙市人大" in page.content.decode()


def test_law_is_shown_locked(cast: Cast) -> None:
    client = cast.client("qian")
    page = client.get(reverse("desk:rule", args=["reply.limit"])).content.decode()
    assert "本级不能修改" in page
    assert "存为这天起生效" not in page
    answer = _post(client, "reply.limit", **PERIOD | {"unit": "months", "n": "4"})
    assert answer.status_code == 200
    assert not Rule.objects.within(cast.home.congress.scope).exists()


def test_giving_back_returns_to_what_is_above(cast: Cast) -> None:
    client = cast.client("qian")
    _post(client, FEEDBACK, **PERIOD)
    client.post(reverse("desk:rule_return", args=[FEEDBACK]), {"valid_from": _today().isoformat()})
    assert RuleBook(cast.home.congress, _today()).workdays(FEEDBACK) == 10


def test_a_list_loses_a_row_that_was_emptied_and_gains_one_that_was_filled(cast: Cast) -> None:
    client = cast.client("qian")
    form = client.get(reverse("desk:rule", args=["reply.classes"])).context["form"]
    data = {name: value for name in form.fields if (value := form[name].value()) not in (None, False)}
    data |= {"r2_code": "", "r2_label": "", "r2_meaning": "", "r3_code": "D", "r3_label": "参考"}
    data.pop("r2_needs_explanation")
    client.post(reverse("desk:rule", args=["reply.classes"]), data)
    found = RuleBook(cast.home.congress, _today()).answer_classes()
    assert [c.code for c in found] == ["A", "B", "D"]


def test_wang_reads_and_changes_nothing(cast: Cast) -> None:
    client = cast.client("wang")
    assert "联工委负责人" in client.get(reverse("desk:rule", args=[FEEDBACK])).content.decode()
    assert "联工委负责人" in _post(client, FEEDBACK, **PERIOD).content.decode()
    assert client.post(reverse("desk:rule_return", args=[FEEDBACK])).status_code == 403
    assert not Rule.objects.within(cast.home.congress.scope).exists()


def test_next_doors_rule_does_not_exist_here(cast: Cast) -> None:
    day = (_today() + timedelta(days=40)).isoformat()
    _post(cast.neighbour.client("qian"), FEEDBACK, **PERIOD | {"valid_from": day})
    row = Rule.objects.within(cast.neighbour.congress.scope).get()
    url = reverse("desk:rule_drop", args=[row.pk])
    assert cast.client("qian").post(url, {"confirmed": "1"}).status_code == 404


def test_an_unknown_rule_is_not_found(cast: Cast) -> None:
    assert cast.client("qian").get(reverse("desk:rule", args=["no.such"])).status_code == 404


def test_nonsense_in_the_address_is_today(cast: Cast) -> None:
    page = cast.client("qian").get(reverse("desk:rules"), {"on": "2026-99-99", "group": "x", "show": "y"})
    assert page.context["on"] == _today()


def test_the_rules_go_home_as_a_sheet(cast: Cast) -> None:
    import io

    from openpyxl import load_workbook

    answer = cast.client("wang").get(reverse("desk:rules_sheet"))
    rows = list(load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active.values)
    assert len(rows) == len(RULES) + 1
    assert any(row[1] == "答复代表" and row[2] == "3 个月" for row in rows)
