"""Closed, archived with a number and a term of retention, taken up again by the head of the office."""

from datetime import datetime

import pytest

from lianluo.suggestions import services as say
from lianluo.suggestions.selectors.archive import checks, missing
from lianluo.suggestions.tests import lives
from lianluo.suggestions.tests.rules import holds
from lianluo.trail.steps import Refused
from lianluo.trail.verify import verify
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_archiving_gives_number_and_retention(cast: Cast, now: datetime) -> None:
    holds(cast.home.congress, "archive.retention", "30")
    first, second = lives.closed(cast.home, now), lives.closed(cast.home, now)
    say.archive(first, actor=cast.wang, at=now)
    say.archive(second, actor=cast.wang, at=now)
    assert [first.archive_number, second.archive_number] == ["2026-JY-0001", "2026-JY-0002"]
    assert (first.state, first.retention) == ("archived", "30")


def test_only_what_is_closed_is_archived(cast: Cast, now: datetime) -> None:
    case = lives.rated(cast.home, now)
    with pytest.raises(Refused, match="归档"):
        say.archive(case, actor=cast.wang, at=now)


def test_a_file_with_a_gap_needs_a_word(cast: Cast, now: datetime) -> None:
    case = lives.closed(cast.home, now)
    assert missing(case) == []
    case.handlings.get().replies.update(document_number="")
    assert missing(case) == ["答复的发文字号"]
    with pytest.raises(Refused, match="案卷不齐：答复的发文字号"):
        say.archive(case, actor=cast.wang, at=now)
    event = say.archive(case, actor=cast.wang, at=now, note="原件无文号，承办单位来函说明。")
    assert event.facts["missing"] == ["答复的发文字号"]


def test_the_checks_name_every_piece(cast: Cast, now: datetime) -> None:
    labels = [one.label for one in checks(lives.closed(cast.home, now))]
    assert labels == ["建议正文", "承办单位签收", "答复函", "答复的发文字号", "代表评价", "历史校验"]


def test_only_the_head_takes_it_up_again_and_the_units_follow(cast: Cast, now: datetime) -> None:
    case = lives.archived(cast.home, now)
    with pytest.raises(Refused, match="负责人"):
        say.reopen(case, actor=cast.wang, at=now, reason="承诺没有落实。")
    say.reopen(case, actor=cast.qian, at=now, reason="承诺没有落实。")
    assert (case.state, case.settled) == ("rated", "reopened")
    assert case.handlings.get().state == "replied"
    lives.triage(cast.home, case, now, "redo")
    assert (case.state, case.round) == ("handling", 2)
    assert verify() == []


def test_what_was_taken_up_again_keeps_its_archive_number(cast: Cast, now: datetime) -> None:
    case = lives.archived(cast.home, now)
    number = case.archive_number
    say.reopen(case, actor=cast.qian, at=now, reason="补充材料。")
    say.close(case, actor=cast.wang, at=now)
    say.archive(case, actor=cast.wang, at=now)
    assert case.archive_number == number


def test_a_whole_year_is_archived_with_a_preview(cast: Cast, now: datetime) -> None:
    cases = [lives.closed(cast.home, now) for _ in range(3)]
    client = cast.client("wang")
    shown = client.get("/suggestions/", {"state": "closed"}).content.decode()
    assert "归档" in shown
    from lianluo.suggestions.lists.bulks import BULKS

    bulk = next(one for one in BULKS if one.key == "archive")
    assert bulk.effect
    assert str(bulk.effect(cases)) == "将归档 3 件，给档号。"


def test_archive_page_shows_the_check_list(cast: Cast, now: datetime) -> None:
    case = lives.closed(cast.home, now)
    client, url = cast.client("wang"), f"/suggestions/{case.pk}/archive/"
    assert "历史校验" in client.get(url).content.decode()
    sent = {"seen": case.trail_seq, "note": ""}
    assert [client.post(url, sent).status_code for _ in range(2)] == [302, 302]
    case.refresh_from_db()
    assert case.archive_number == "2026-JY-0001"
