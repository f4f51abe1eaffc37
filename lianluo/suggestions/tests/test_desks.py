"""Every role's list and first page fit its work, and every number opens exactly its records."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from lianluo.suggestions import services as say
from lianluo.suggestions.lists import list_for
from lianluo.suggestions.models import Receipt, Suggestion
from lianluo.suggestions.selectors import desks
from lianluo.suggestions.states import HandlingState, SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.ui.glance import FigurePanel
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LIST = "suggestions:list"


def shown(client: Any, url: str) -> int:
    """How many the list at `url` says it has."""
    page = client.get(url).content.decode().replace("<wbr>", "")
    found = re.search(r"导出这 ([\d,]+)", page)
    return int(found[1].replace(",", "")) if found else 0


def bulk(client: Any, name: str, *cases: Suggestion, **data: Any) -> Any:
    facts = {"do": "bulk", "bulk": name, "pk": [case.pk for case in cases]} | data
    return client.post(f"{reverse(LIST)}?all=", facts)


def test_each_role_has_the_list_of_its_work(cast: Cast) -> None:
    names = {key: list_for(getattr(cast, key)).name for key in ("wang", "gao", "zhao", "guo", "he", "chen")}
    assert names == {
        "wang": "suggestions",
        "gao": "office_suggestions",
        "zhao": "unit_suggestions",
        "guo": "committee_suggestions",
        "he": "delegation_suggestions",
        "chen": "suggestions",
    }


@pytest.mark.parametrize("key", ["gao", "guo", "chen"])
def test_every_number_opens_exactly_its_records(cast: Cast, key: str) -> None:
    at = timezone.now()
    lives.at_office(cast.home, at - timedelta(days=60))
    lives.assigned(cast.home, at - timedelta(days=130), units=("education", "health", "court"))
    objected = lives.assigned(cast.home, at)
    say.object_to(objected.handlings.get(), actor=cast.zhao, at=at, reason="不属于本厅职责。")
    watched = lives.rated(cast.home, at, "dissatisfied", "没有答到点子上。")
    say.supervise(watched, actor=cast.wang, at=at, committee=cast.home.units["committee"])
    actor, client, seen = getattr(cast, key), cast.client(key), 0
    for panel in desks.panels(actor, timezone.localdate(at)):
        for one in panel.figures if isinstance(panel, FigurePanel) else panel.rows:
            assert shown(client, one.url) == one.value, one.label
            seen += int(one.value)
    assert seen


def test_the_office_reads_how_long_it_has_had_it(cast: Cast) -> None:
    at = timezone.now()
    lives.at_office(cast.home, at - timedelta(days=9))
    page = cast.client("gao").get(f"{reverse(LIST)}?office=here").content.decode()
    assert "已用答复期限的" in page


def test_a_unit_signs_for_many_at_once_with_a_receipt_each(cast: Cast, now: datetime) -> None:
    cases = [lives.assigned(cast.home, now) for _ in range(3)]
    seen = bulk(cast.client("zhao"), "sign_for", *cases).content.decode()
    assert "签收 3 件" in seen
    bulk(cast.client("zhao"), "sign_for", *cases, confirmed="1")
    assert Receipt.objects.within(cast.wang.scope).count() == 3
    bulk(cast.client("zhao"), "sign_for", *cases, confirmed="1")
    assert Receipt.objects.within(cast.wang.scope).count() == 3


def test_the_office_dispatches_many(cast: Cast, now: datetime) -> None:
    cases = [lives.at_office(cast.home, now, ("education", "health")) for _ in range(2)]
    assert bulk(cast.client("gao"), "dispatch", *cases, confirmed="1", note="请尽快。").status_code == 302
    states = {one.state for case in cases for one in case.handlings.all()}
    assert states == {HandlingState.ASSIGNED}


def test_many_are_assigned_to_the_same_units(cast: Cast, now: datetime) -> None:
    cases = [lives.accepted(cast.home, now) for _ in range(2)]
    units = cast.home.units
    facts = {"first": units["education"].pk, "others": [units["health"].pk], "confirmed": "1"}
    bulk(cast.client("wang"), "assign", *cases, **facts)
    for case in cases:
        assert {one.unit: one.mode for one in case.handlings.all()} == {
            units["education"]: "lead",
            units["health"]: "co",
        }


def test_assigning_many_asks_for_a_unit_first(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    page = bulk(cast.client("wang"), "assign", case, confirmed="1").content.decode()
    assert "请选择一个单位" in page
    case.refresh_from_db()
    assert case.state == SuggestionState.ACCEPTED


def test_many_are_accepted_only_with_a_class(cast: Cast, now: datetime) -> None:
    cases = [lives.submitted(cast.home, now) for _ in range(2)]
    assert "请选择内容分类" in bulk(cast.client("wang"), "accept", *cases, confirmed="1").content.decode()
    bulk(cast.client("wang"), "accept", *cases, confirmed="1", topic="AGR")
    assert {(one.state, one.topic) for one in Suggestion.objects.within(cast.wang.scope)} == {
        (SuggestionState.ACCEPTED, "AGR")
    }


def test_the_delegation_passes_many_on(cast: Cast) -> None:
    case = lives.in_session(cast.home, timezone.now())
    bulk(cast.client("he"), "pass_on", case, confirmed="1")
    case.refresh_from_db()
    assert case.state == SuggestionState.REVIEW


def test_many_are_closed_only_where_nobody_was_dissatisfied(cast: Cast, now: datetime) -> None:
    good, bad = lives.rated(cast.home, now), lives.rated(cast.home, now, "dissatisfied", "没有答到点子上。")
    bulk(cast.client("wang"), "close", good, bad, confirmed="1")
    for case in (good, bad):
        case.refresh_from_db()
    assert (good.state, bad.state) == (SuggestionState.CLOSED, SuggestionState.RATED)


def test_helpers_are_called_as_the_rule_says(cast: Cast, now: datetime) -> None:
    from lianluo.congress.models import Rule

    Rule.objects.create(
        congress=cast.home.congress, key="handling.co_term", value="协办", valid_from=now.date()
    )
    case = lives.assigned(cast.home, now, units=("education", "health"))
    client = cast.client("wang")
    for url in (f"{reverse(LIST)}?all=", reverse("suggestions:case", args=[case.pk])):
        page = client.get(url).content.decode().replace("<wbr>", "")
        assert "协办" in page
        assert "会办 卫健委" not in page
