"""How numbers are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianluo.kernel.numbering import BadPattern, check_pattern, chinese_numeral, chinese_year, format_number

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")}
PLACES = {"十": 10, "百": 100, "千": 1000}


def read(text: str) -> int:
    """The number that `text` says: an independent reader, to check the writer by."""
    high, _, low = text.rpartition("万")
    if high:
        return read(high) * 10_000 + (read(low) if low else 0)
    total, digit = 0, None
    for sign in text:
        if sign in PLACES:
            total += (1 if digit in (None, 0) else digit) * PLACES[sign]
            digit = None
        else:
            digit = DIGITS[sign]
    return total + (digit or 0)


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "零"),
        (4, "四"),
        (10, "十"),
        (14, "十四"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (545, "五百四十五"),
        (1005, "一千零五"),
        (1010, "一千零一十"),
        (10_000, "一万"),
        (10_500, "一万零五百"),
        (100_001, "十万零一"),
        (2_003_040, "二百万三千零四十"),
    ],
)
def test_numbers_as_they_are_read(n: int, text: str) -> None:
    assert chinese_numeral(n) == text


@given(st.integers(0, 99_999_999))
def test_every_number_is_read_back(n: int) -> None:
    text = chinese_numeral(n)
    assert read(text) == n
    assert "零零" not in text
    assert n == 0 or not text.endswith("零")


@pytest.mark.parametrize("n", [-1, 100_000_000])
def test_outside_of_its_range_it_says_so(n: int) -> None:
    with pytest.raises(ValueError, match=str(n)):
        chinese_numeral(n)


def test_a_year_is_written_digit_by_digit() -> None:
    assert chinese_year(2026) == "二〇二六"


def test_a_pattern_is_filled() -> None:
    assert format_number("闭会第{seq}号", seq=3) == "闭会第3号"
    assert format_number("{year}-{code}-{seq:04}", year=2026, code="43", seq=7) == "2026-43-0007"
    assert format_number("第{seq:3d}号", seq=7) == "第  7号"


@pytest.mark.parametrize(
    "pattern",
    [
        "第号",
        "第{year}号",
        "{seq}{secret}",
        "{seq.__class__}",
        "{seq[0]}",
        "{seq:{code.__class__}}",
        "{seq!r}",
        "{seq:>999999999}",
        "{seq:99999}",
        "{seq",
        "{}",
        "{0}{seq}",
    ],
)
def test_a_pattern_that_reaches_further_is_refused(pattern: str) -> None:
    with pytest.raises(BadPattern):
        check_pattern(pattern)


@given(st.text(max_size=20))
def test_any_text_is_either_refused_or_harmless(pattern: str) -> None:
    try:
        check_pattern(pattern)
    except BadPattern:
        return
    assert len(format_number(pattern, seq=1, year=2026)) < 400
