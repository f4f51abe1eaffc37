"""The texts of the demo are whole, as long as real ones, differ from one another, and name units that exist."""

from datetime import date

import pytest

from lianluo.site.demo import units
from lianluo.site.demo.province import LOWER_UNITS
from lianluo.site.demo.text import MONTH, dated, texts

KNOWN = {"province": {short for _, _, short in units.provincial()}, "local": set(LOWER_UNITS)}


@pytest.mark.parametrize(("kind", "least"), [("province", 60), ("local", 10)])
def test_texts_are_whole_and_name_units_of_the_place(kind: str, least: int) -> None:
    found = texts(kind)
    assert len({text.title for text in found}) == len(found) >= least
    for text in found:
        assert {text.lead, *text.co} <= KNOWN[kind], text.title
        assert text.situation, text.title
        assert text.proposals, text.title
        assert text.reply, text.title


def test_texts_are_as_long_as_deputies_write() -> None:
    """Real suggestions have about 1,000 to 3,000 characters, short ones some hundred."""
    lengths = sorted(len(text.situation) + len(text.proposals) for kind in KNOWN for text in texts(kind))
    assert lengths[0] >= 480
    assert sum(length >= 900 for length in lengths) >= 40
    assert sum(length >= 2500 for length in lengths) >= 3


def test_no_paragraph_stands_twice() -> None:
    parts = [
        line
        for kind in KNOWN
        for text in texts(kind)
        for line in (text.situation + "\n" + text.proposals + "\n" + text.reply).splitlines()
        if len(line) > 12
    ]
    assert len(set(parts)) == len(parts)


def test_what_is_promised_fits_the_class_of_the_reply() -> None:
    for kind in KNOWN:
        for text in texts(kind):
            assert bool(text.pledges) == (text.reply_class == "B"), text.title
            assert bool(text.explanation) == (text.reply_class == "C"), text.title
            assert bool(text.remark) == bool(text.second), text.title
            assert all(30 <= one.days <= 400 for one in text.pledges), text.title


@pytest.mark.parametrize(
    ("written", "on", "read"),
    [
        ("{+3}完工", date(2026, 5, 20), "今年8月完工"),
        ("{+9}完工", date(2026, 5, 20), "明年2月完工"),
        ("{-1}印发", date(2026, 1, 5), "去年12月印发"),
        ("{+20}建成", date(2026, 5, 20), "后年1月建成"),
    ],
)
def test_months_are_counted_from_the_answer(written: str, on: date, read: str) -> None:
    assert dated(written, on) == read


def test_months_stand_in_answers_only() -> None:
    for kind in KNOWN:
        for text in texts(kind):
            assert not MONTH.search(text.situation + text.proposals), text.title
            assert "{" not in dated(text.reply + text.second, date(2026, 5, 20)), text.title
