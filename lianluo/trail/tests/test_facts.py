"""Facts read back exactly as they were digested."""

import json
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils.translation import gettext_lazy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianluo.kernel.text import Sentence
from lianluo.people.roles import RoleKind
from lianluo.trail.facts import NotPlain, plain


class Colour(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        (date(2026, 5, 20), "2026-05-20"),
        (datetime(2026, 5, 20, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai")), "2026-05-20T09:30:00+08:00"),
        (Decimal("12.50"), "12.50"),
        (Colour.RED, "red"),
        (RoleKind.LEADER, "leader"),
        (True, True),
        (10**20, 10**20),
        (None, None),
        (("a", 1), ["a", 1]),
        ({"b", "a"}, ["a", "b"]),
        ({1: "x", Colour.RED: 2}, {"1": "x", "Colour.RED": 2}),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (Sentence("{n}件", n=3), "3件"),
        ("坏\0字\ud800", "坏字?"),
    ],
)
def test_what_is_kept(given_: Any, kept: Any) -> None:
    assert plain(given_) == kept
    assert type(plain(given_)) is type(kept)


def test_lazy_words_are_kept_as_words() -> None:
    assert json.dumps(plain({"state": gettext_lazy("已办结")}), ensure_ascii=False) == '{"state": "已办结"}'


@pytest.mark.parametrize("value", [1.5, float("nan"), b"bytes", object(), {"deep": [{"er": 0.1}]}])
def test_what_cannot_be_kept_exactly_is_refused(value: Any) -> None:
    with pytest.raises(NotPlain):
        plain(value)


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=12)
    | st.dates()
    | st.decimals(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(anything)
def test_postgresql_gives_back_what_was_digested(value: Any) -> None:
    kept = plain(value)
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::jsonb::text", [json.dumps(kept)])
        (back,) = cursor.fetchone()
    assert json.dumps(json.loads(back), sort_keys=True) == json.dumps(kept, sort_keys=True)
