"""Rules: one table, dated values, inherited down the tree, never changed silently."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from conftest import QueryLimit
from lianluo.congress.levels import RuleKind
from lianluo.congress.models import Rule
from lianluo.congress.refusals import Refusal
from lianluo.congress.rules import RULES, Period, RuleBook, RuleGroup, declare, period
from lianluo.congress.rules.acts import (
    Basis,
    drop_future,
    effect,
    history,
    planned,
    return_to_above,
    set_rule,
)
from tests.cast import NOW, TODAY, Cast

TEXT = Basis("省人大常委会办理条例", "第二十条")
GUESS = Basis(assumed=True)
TOMORROW = TODAY + timedelta(days=1)


def _set(
    cast: Cast,
    place: Any,
    days: Any,
    *,
    valid_from: Any = TODAY,
    basis: Any = TEXT,
    key: Any = "feedback.limit",
    now: datetime = NOW,
) -> Any:
    congress = place.congress
    value = period(days, "workdays")
    return set_rule(
        congress, key, value, valid_from=valid_from, basis=basis, actor=place.actor("qian"), at=now
    )


def test_every_default_is_a_value_its_own_rule_accepts() -> None:
    for spec in RULES:
        for stored in (spec.default, *spec.by_level.values()):
            assert spec.clean(stored) == stored, spec.key
            assert spec.words(stored), spec.key
            spec.read(stored)


def test_every_rule_says_what_it_does_and_law_names_its_article() -> None:
    for spec in RULES:
        assert str(spec.label), spec.key
        assert len(str(spec.explain)) > 4, spec.key
        assert spec.group in RuleGroup
        if spec.law:
            assert str(spec.source), spec.key
            assert str(spec.article), spec.key
            assert not spec.assumed, spec.key
        if spec.kind == RuleKind.LIST:
            assert {c.key for c in spec.columns} == set(spec.default[0]), spec.key


def test_the_matrix_of_regulations_is_shown_beside_the_values() -> None:
    for key in ("assign.limit", "objection.limit", "co_opinion.limit", "feedback.limit", "redo.limit"):
        assert len(RULES[key].compare) >= 3, key


def test_two_rules_cannot_share_a_key() -> None:
    other = RULES["warn.days"].__class__(**{**RULES["warn.days"].__dict__, "label": "另一条"})
    with pytest.raises(Exception, match=r"warn\.days"):
        declare([other])


def test_nobody_set_anything_so_the_default_holds_and_says_that_it_is_assumed(cast: Cast) -> None:
    found = RuleBook(cast.home.congress, TODAY).get("feedback.limit")
    assert (found.value, found.assumed, found.congress) == (Period(10, "workdays"), True, None)


def test_the_reply_period_is_law(cast: Cast) -> None:
    found = RuleBook(cast.home.congress, TODAY).get("reply.limit")
    assert (str(found.value), found.basis, found.assumed) == ("3 个月", "代表法第五十一条", False)


def test_thresholds_follow_the_level(cast: Cast) -> None:
    home, top = RuleBook(cast.home.congress, TODAY), RuleBook(cast.upper.congress, TODAY)
    town = RuleBook(cast.congresses["430104101"], TODAY)
    assert (top.count("motion.movers"), home.count("motion.movers"), town.count("motion.movers")) == (
        30,
        10,
        5,
    )
    assert home.count("nomination.movers") == 30
    assert str(town.share("recall.movers")) == "1/5"


def test_a_value_set_above_holds_below_until_somebody_below_sets_another(cast: Cast, now: datetime) -> None:
    _set(cast, cast.home, 15, now=now)
    town = cast.congresses["430104"]
    assert RuleBook(town, TODAY).workdays("feedback.limit") == 15
    _set(cast, cast.lower, 12, now=now)
    assert RuleBook(town, TODAY).workdays("feedback.limit") == 12
    assert RuleBook(cast.home.congress, TODAY).workdays("feedback.limit") == 15
    assert RuleBook(cast.neighbour.congress, TODAY).workdays("feedback.limit") == 10


def test_a_value_holds_from_its_day_on(cast: Cast, now: datetime) -> None:
    _set(cast, cast.home, 15, valid_from=date(2026, 7, 1), now=now)
    assert RuleBook(cast.home.congress, date(2026, 6, 30)).workdays("feedback.limit") == 10
    assert RuleBook(cast.home.congress, date(2026, 7, 1)).workdays("feedback.limit") == 15


def test_returning_to_what_is_above(cast: Cast, now: datetime) -> None:
    _set(cast, cast.home, 15, now=now)
    _set(cast, cast.lower, 12, now=now)
    return_to_above(
        cast.lower.congress, "feedback.limit", valid_from=TOMORROW, actor=cast.lower.actor("qian"), at=now
    )
    assert RuleBook(cast.lower.congress, TODAY).workdays("feedback.limit") == 12
    assert RuleBook(cast.lower.congress, TOMORROW).workdays("feedback.limit") == 15


def test_a_book_asks_the_database_once(cast: Cast, at_most_queries: QueryLimit) -> None:
    book = RuleBook(cast.congresses["430104101"], TODAY)
    with at_most_queries(1):
        for spec in RULES:
            book.get(spec.key)


def test_the_law_cannot_be_changed_by_a_province(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refusal, match="代表法第五十一条"):
        _set(cast, cast.home, 40, key="reply.limit", now=now)


def test_the_national_level_can_follow_a_new_law(cast: Cast, now: datetime) -> None:
    value = period(4, "months")
    national = cast.upper
    set_rule(
        national.congress,
        "reply.limit",
        value,
        valid_from=TODAY,
        basis=TEXT,
        actor=national.actor("qian"),
        at=now,
    )
    assert RuleBook(cast.lower.congress, TODAY).period("reply.limit").n == 4


def test_without_a_source_a_value_stays_assumed(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refusal, match="假定"):
        _set(cast, cast.home, 15, basis=Basis(), now=now)
    assert _set(cast, cast.home, 15, basis=GUESS, now=now).assumed


def test_the_past_asks_for_a_reason(cast: Cast, now: datetime) -> None:
    yesterday = TODAY - timedelta(days=1)
    with pytest.raises(Refusal, match="写明原因"):
        _set(cast, cast.home, 15, valid_from=yesterday, now=now)
    _set(cast, cast.home, 15, valid_from=yesterday, basis=Basis("条例", "", False, "文件晚到一天"), now=now)
    assert RuleBook(cast.home.congress, TODAY).workdays("feedback.limit") == 15


def test_a_handler_sets_nothing(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refusal, match="联工委负责人"):
        set_rule(cast.home.congress, "warn.days", [9], valid_from=TODAY, basis=GUESS, actor=cast.zhao, at=now)


def test_one_congress_cannot_set_the_rules_of_another(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refusal, match="不是您正在工作的人大"):
        set_rule(
            cast.lower.congress, "warn.days", [9], valid_from=TODAY, basis=GUESS, actor=cast.qian, at=now
        )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("feedback.limit", {"n": 0, "unit": "workdays"}),
        ("feedback.limit", {"n": 5, "unit": "hours"}),
        ("number.session", "第{number}号"),
        ("number.session", "第号"),
        ("notice.quiet", "晚上"),
        ("handling.co_term", "帮办"),
        ("attachment.most", 99),
        ("rating.options", []),
        ("rating.options", [{"code": "a", "label": "甲"}, {"code": "a", "label": "乙"}]),
        ("warn.days", "三十"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(cast: Cast, now: datetime, key: Any, value: Any) -> None:
    with pytest.raises(Refusal, match="。"):
        set_rule(cast.home.congress, key, value, valid_from=TODAY, basis=GUESS, actor=cast.qian, at=now)
    assert not Rule.objects.within(cast.home.congress.scope).exists()


def test_a_correction_on_the_same_day_keeps_what_stood_there(cast: Cast, now: datetime) -> None:
    _set(cast, cast.home, 15, now=now)
    _set(cast, cast.home, 20, now=now)
    assert Rule.objects.within(cast.home.congress.scope).count() == 1
    found = history(cast.home.congress, "feedback.limit")
    assert [event.value["n"] for event in found] == [20, 15]
    assert found[0].pgh_context.metadata["actor"] == "钱卫东"


def test_raw_sql_leaves_its_trace_too(cast: Cast, now: datetime) -> None:
    row = _set(cast, cast.home, 15, now=now)
    Rule.objects.within(cast.home.congress.scope).filter(pk=row.pk).update(value=period(99, "days"))
    assert history(cast.home.congress, "feedback.limit")[0].value["n"] == 99


def test_a_change_that_has_not_begun_can_be_taken_back_and_one_that_has_cannot(
    cast: Cast, now: datetime
) -> None:
    coming = _set(cast, cast.home, 15, valid_from=TOMORROW, now=now)
    assert planned(cast.home.congress, now)["feedback.limit"] == coming
    drop_future(coming, actor=cast.qian, at=now)
    assert planned(cast.home.congress, now) == {}
    begun = _set(cast, cast.home, 15, now=now)
    with pytest.raises(Refusal, match="已经生效"):
        drop_future(begun, actor=cast.qian, at=now)


def test_the_reach_of_a_change_counts_who_inherits_and_names_who_does_not(cast: Cast, now: datetime) -> None:
    assert effect(cast.home.congress, "feedback.limit", at=now).inheriting == 4
    _set(cast, cast.lower, 12, now=now)
    reach = effect(cast.home.congress, "feedback.limit", at=now)
    assert reach.inheriting == 1, "株洲 alone: 长沙 keeps its own, and with it 岳麓区 and 莲花镇"
    assert [c.short_name for c in reach.overriding] == ["长沙市人大"]
