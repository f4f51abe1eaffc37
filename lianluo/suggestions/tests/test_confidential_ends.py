"""保密, the other ends: a lead who hands on, a withdrawal, a letter; notices, and the order of a list (2-domain 1.3)."""

from datetime import datetime
from typing import Any

import pytest
from django.urls import reverse

from lianluo.notices.models import Notice
from lianluo.papers import pdf
from lianluo.suggestions import policy
from lianluo.suggestions.states import DROPPED, FORM
from lianluo.suggestions.tests import lives, veiled
from lianluo.suggestions.tests.test_confidential import UNITS, named_in, said
from lianluo.suggestions.tests.veiled import NAMES
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Laying out pages takes long, and a PDF says what the page beside it says."""
    monkeypatch.setattr(pdf, "engine", lambda: None)


def test_the_order_of_a_list_does_not_give_them_away(cast: Cast, now: datetime) -> None:
    """Sorted by name, the one whose name is kept back stands at the end of the alphabet that has no names."""
    lives.accepted(cast.home, now, "zhou", title="关于丙事项的建议")
    lives.accepted(cast.home, now, "wu", title="关于乙事项的建议")
    lives.accepted(cast.home, now, "li", title="关于甲事项的建议", confidential=True)
    for seat, pinyin in (("li", "lijianguo"), ("wu", "wuxiulan"), ("zhou", "zhouzhiqiang")):
        cast.home.seats[seat].person.__class__.objects.filter(pk=cast.home.seats[seat].person_id).update(
            pinyin=pinyin
        )
    page = said(cast.client("zhou").get(f"{reverse('suggestions:list')}?all=&sort=-lead"))
    assert page.index("丙事项") < page.index("乙事项") < page.index("甲事项")
    page = said(cast.client("zhou").get(f"{reverse('suggestions:list')}?all=&sort=lead"))
    assert page.index("甲事项") < page.index("乙事项")


def units_read(cast: Cast) -> list[str]:
    rows = Notice.objects.within(cast.home.congress.scope)
    rows = rows.filter(account__in=[cast.home.accounts[key].pk for key in UNITS])
    return [f"{row.key} {row.title} {row.body}" for row in rows]


@pytest.mark.parametrize("story", [veiled.whole_life, veiled.handed_on, veiled.withdrawn, veiled.letter])
def test_no_notice_to_a_unit_names_them(cast: Cast, now: datetime, story: Any) -> None:
    story(cast.home, now)
    told = units_read(cast)
    assert told
    assert [text for text in told if any(name in text for name in NAMES)] == []


@pytest.mark.parametrize("story", [veiled.handed_on, veiled.withdrawn, veiled.letter])
def test_other_ends_name_nobody_either(cast: Cast, now: datetime, story: Any) -> None:
    found = story(cast.home, now)
    case = getattr(found, "case", found)
    for name in ("suggestions:case", "suggestions:similar", "suggestions:whole"):
        answer = cast.client("zhao").get(reverse(name, args=[case.pk]))
        assert answer.status_code == 200, name
        assert named_in(answer) == [], name


def test_an_open_name_hides_no_file(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    assert policy.may_read_file(cast.zhao, case, FORM)
    assert policy.may_read_file(cast.zhao, case, "")
    assert not policy.may_read_file(cast.zhao, case, DROPPED)
    assert policy.may_read_file(cast.li, case, DROPPED)
