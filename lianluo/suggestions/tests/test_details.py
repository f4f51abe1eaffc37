"""Small things of the pages of a suggestion that were wrong once."""

import io
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from lianluo.people.models import Person
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Promise, Suggestion
from lianluo.suggestions.selectors.desks import panels
from lianluo.suggestions.services.promise_month import remind_units
from lianluo.suggestions.states import Consent, Share
from lianluo.suggestions.tests import lives
from lianluo.ui.nav import rail
from tests.cast import Cast
from tests.walking import MOST, questions

pytestmark = pytest.mark.django_db
MATTER = "洞庭湖区农村安全饮水短板"
MARKS = [
    {"code": "good", "label": "很好", "redo": False, "counts": True},
    {"code": "poor", "label": "较差", "redo": True, "counts": False},
]


def page(cast: Cast, key: str, case: Suggestion) -> str:
    answer = cast.client(key).get(reverse("suggestions:case", args=[case.pk]))
    return str(answer.content.decode()).replace("<wbr>", "")


def listed(cast: Cast, key: str, query: str) -> str:
    return str(cast.client(key).get(f"{reverse('suggestions:list')}?{query}").content.decode()).replace(
        "<wbr>", ""
    )


@pytest.fixture
def poor(cast: Cast, now: datetime) -> Suggestion:
    """Judged by the options of a congress of its own."""
    lives.rule(cast.home, "rating.options", MARKS)
    case = lives.replied(cast.home, now)
    say.rate(case, actor=cast.li, at=now, attitude="good", result="poor", comment="没有时间表。")
    committee = cast.home.units["committee"]
    Suggestion.objects.within(cast.home.congress.scope).filter(pk=case.pk).update(committee=committee)
    return lives.again(case)


def test_dissatisfied_is_what_the_congress_does_not_count(
    cast: Cast, now: datetime, poor: Suggestion
) -> None:
    assert poor.final_share == Share.NO
    (panel,) = [one for one in panels(cast.guo, now.date()) if one.heading == "我委督办的"]
    (figure,) = [one for one in panel.figures if one.label == "代表不满意"]
    assert figure.value == 1
    assert MATTER in str(cast.client("guo").get(figure.url).content.decode()).replace("<wbr>", "")


def test_lists_are_filtered_by_the_congress_own_options(cast: Cast, poor: Suggestion) -> None:
    assert "较差" in listed(cast, "wang", "all=")
    assert MATTER in listed(cast, "wang", "rating=poor")
    assert MATTER not in listed(cast, "wang", "rating=good")
    assert MATTER in listed(cast, "zhao", "share=no")


def test_judgements_of_an_earlier_scale_are_still_found(cast: Cast, now: datetime) -> None:
    lives.dissatisfied(cast.home, now)
    assert MATTER in listed(cast, "wang", "rating=dissatisfied")
    assert "不满意" in listed(cast, "wang", "all=")


def letter(cast: Cast, case: Suggestion) -> str:
    reply = case.handlings.get().replies.get()
    answer = cast.client("li").get(reverse("suggestions:letter", args=[reply.pk]))
    return "\n".join(one.text for one in Document(io.BytesIO(answer.content)).paragraphs)


def test_the_letter_prints_promises_and_reasons(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    lives.give_answer(cast.home, case, now, explanation="省级资金今年已经安排完毕。")
    text = letter(cast, case)
    assert "承诺事项：" in text
    assert "1．二十三个村的管网年底完工，由农水处 王强负责，2026年12月31日前完成。" in text
    assert "不能解决的原因：\n省级资金今年已经安排完毕。" in text


def test_a_letter_without_them_has_no_heading_for_them(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    lives.give_answer(cast.home, case, now, reply_class="A", promises=())
    text = letter(cast, case)
    assert "承诺事项：" not in text
    assert "不能解决的原因：" not in text


def marked(cast: Cast, now: datetime, key: str, path: str) -> list[str]:
    groups = rail(cast.home.actor(key), path, now)
    return [item.label for _group, items in groups for item in items if item.current]


def test_a_deputy_writes_under_my_suggestions(cast: Cast, now: datetime) -> None:
    draft = lives.draft(cast.home, now)
    for name in ("write", "details", "check", "invite"):
        assert marked(cast, now, "li", reverse(f"suggestions:{name}", args=[draft.pk])) == ["我的建议"], name
    assert marked(cast, now, "li", reverse("suggestions:case", args=[draft.pk])) == ["代表建议"]
    assert marked(cast, now, "wang", reverse("suggestions:confirm", args=[draft.pk])) == ["代表建议"]


def test_where_it_comes_from_is_told_to_whoever_may_see_that(cast: Cast, now: datetime) -> None:
    first = lives.withdrawn(cast.home, now)
    again = say.rewrite(first, actor=cast.li, at=now)
    Suggestion.objects.within(cast.home.congress.scope).filter(pk=again.pk).update(title="关于另一件事的建议")
    again = lives.again(again)
    say.submit(again, actor=cast.li, at=now)
    say.accept(again, actor=cast.wang, at=now, topic="agriculture")
    lives.give_to_education(cast.home, again, now)
    assert again.consent == Consent.FULL
    for key in ("zhao", "zhou"):
        shown = page(cast, key, again)
        assert first.title not in shown, key
        assert "另一件建议，您没有查看的权限" in shown
    for key in ("li", "wang"):
        assert first.title in page(cast, key, again), key


def test_the_topic_is_named_as_one(cast: Cast, now: datetime) -> None:
    shown = page(cast, "zhao", lives.signed_for(cast.home, now))
    assert '<span class="muted">内容分类</span>' in shown


def test_the_sheet_stands_once(cast: Cast, now: datetime) -> None:
    case = lives.signed_for(cast.home, now)
    url = reverse("suggestions:sheet", args=[case.handlings.get().pk])
    for key in ("zhao", "gao", "wang"):
        assert page(cast, key, case).count(f'"{url}"') == 1, key
    waiting = lives.at_office(cast.home, now)
    url = reverse("suggestions:sheet", args=[waiting.handlings.get().pk])
    assert page(cast, "gao", waiting).count(f'"{url}"') == 1


def test_a_promise_is_called_to_mind_every_year_until_it_is_kept(cast: Cast, now: datetime) -> None:
    lives.replied(cast.home, now)
    promise: Any = Promise.objects.within(cast.home.congress.scope).get()
    lives.rule(cast.home, "promise.report_month", now.month)
    years = [now.replace(year=now.year + n) for n in range(5)]
    assert [remind_units(at) for at in years[:3]] == [1, 1, 1]
    assert remind_units(years[2] + timedelta(days=1)) == 0
    say.carry_on(promise, actor=cast.hu, at=now, until=date(2029, 6, 30), reason="汛期停工")
    assert remind_units(years[3]) == 1
    say.keep_promise(promise, actor=cast.zhao, at=now, on=now.date(), text="全部通水。")
    assert remind_units(years[4]) == 0


@pytest.mark.parametrize("key", ["zhao", "hu", "gao"])
def test_an_account_tied_to_a_person_stays_in_the_budget(cast: Cast, now: datetime, key: str) -> None:
    account = cast.home.accounts[key]
    account.person = Person.objects.create(name=account.display_name)
    account.save()
    case = lives.dissatisfied(cast.home, now)
    client = cast.client(key)
    url = reverse("suggestions:case", args=[case.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200
    asked = questions(seen)
    assert len(asked) <= MOST, "\n".join(f"{n}. {sql[:200]}" for n, sql in enumerate(asked, 1))
