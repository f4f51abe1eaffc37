"""Digests: the fast writer equals the plain one, the tree equals its definition."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.db import connection
from django.db.models import Value
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianluo.kernel.ciphers import sm3
from lianluo.trail.chain import (
    GENESIS,
    Content,
    Merkle,
    canonical,
    day_root,
    json_text,
    link,
    merkle_root,
    moment,
)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
facts = st.dictionaries(
    words,
    st.recursive(
        st.none() | st.booleans() | st.integers() | words,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=4,
)
zones = st.timezones() | st.just(UTC)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=zones)  # noqa: DTZ001
contents = st.builds(
    Content,
    st.integers(1, 10**9),
    words,
    st.integers(1, 10**12),
    st.integers(1, 10**6),
    moments.map(moment),
    st.none() | st.integers(1, 10**9),
    words,
    words,
    words,
    words,
    words,
    facts.map(json_text),
)


@given(contents)
def test_canonical_is_json_with_sorted_keys(event: Content) -> None:
    plain = event._asdict() | {"facts": json.loads(event.facts)}
    expected = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical(event) == expected.encode()


@given(moments)
def test_the_same_moment_in_another_zone_is_written_alike(at: datetime) -> None:
    assert moment(at.astimezone(timezone(timedelta(hours=8)))) == moment(at)
    assert datetime.fromisoformat(moment(at)) == at


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moments)
def test_the_database_writes_a_moment_as_python_does(at: datetime) -> None:
    from lianluo.congress.models import CalendarYear
    from lianluo.trail.verify import AT_TEXT

    sql, values = (
        CalendarYear.objects.annotate(at=Value(at), text=AT_TEXT).values("text").query.sql_with_params()
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ({sql.split('SELECT ')[1].split(' AS ')[0]})", values[:3])
        assert cursor.fetchone() == (moment(at),)


def test_a_link_is_the_digest_of_both() -> None:
    assert link(b"a" * 32, b"bc") == sm3(b"a" * 32 + b"bc")


def by_definition(leaves: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, with SM3: split at the largest power of two below the number of leaves."""
    if len(leaves) == 1:
        return sm3(b"\x00" + leaves[0])
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sm3(b"\x01" + by_definition(leaves[:half]) + by_definition(leaves[half:]))


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=70))
def test_the_tree_grown_leaf_by_leaf_is_the_tree_of_the_definition(leaves: list[bytes]) -> None:
    assert merkle_root(leaves) == by_definition(leaves)


def test_no_leaf_no_root() -> None:
    assert merkle_root([]) == GENESIS


def test_memory_grows_with_the_logarithm() -> None:
    tree = Merkle()
    for number in range(100_000):
        tree.add(number.to_bytes(32))
    assert tree.leaves == 100_000
    assert len(tree._peaks) <= 17


@given(st.integers(0, 3))
def test_a_day_root_depends_on_everything_in_its_row(which: int) -> None:
    def root(
        previous: bytes = GENESIS, day: date = date(2026, 5, 19), upto: int = 7, leaf: bytes = b"a"
    ) -> bytes:
        tree = Merkle()
        tree.add(leaf)
        return day_root(previous, day, upto, tree)

    changed = [{"previous": b"b" * 32}, {"day": date(2026, 5, 20)}, {"upto": 8}, {"leaf": b"c"}][which]
    assert root(**changed) != root()
