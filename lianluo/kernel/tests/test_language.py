"""Numerals and dates follow the reader's language."""

from datetime import date

import pytest
from django.utils.translation import override

from lianluo.kernel.language import days_in_a_row, full_day, numeral, short_day

MAY_1 = date(2026, 5, 1)


def test_chinese_is_written_in_chinese() -> None:
    with override("zh-hans"):
        assert (numeral(14), short_day(MAY_1), full_day(MAY_1)) == ("十四", "5月1日", "2026年5月1日")


def test_english_has_plain_numbers_and_names_of_months() -> None:
    with override("en"):
        assert (numeral(14), short_day(MAY_1), full_day(MAY_1)) == ("14", "1 May", "1 May 2026")


@pytest.mark.parametrize(
    ("last", "chinese", "english"),
    [
        (date(2026, 5, 2), "5月1日、2日", "1–2 May"),
        (date(2026, 5, 5), "5月1日至5日", "1–5 May"),
        (date(2026, 6, 1), "5月1日至6月1日", "1 May – 1 Jun"),
    ],
)
def test_days_in_a_row_name_the_month_once(last: date, chinese: str, english: str) -> None:
    with override("zh-hans"):
        assert days_in_a_row(MAY_1, last) == chinese
    with override("en"):
        assert days_in_a_row(MAY_1, last) == english
