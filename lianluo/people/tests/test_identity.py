"""Identity numbers, phones and pinyin."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianluo.people.identity import check_digit, read_identity_number, read_phone
from lianluo.people.pinyin import spelled
from lianluo.people.refusal import Unfit
from lianluo.people.roles import Gender

TODAY = date(2026, 5, 20)


def number(first17: str) -> str:
    return first17 + check_digit(first17)


def test_the_example_of_the_standard() -> None:
    assert check_digit("11010519491231002") == "X"
    assert check_digit("44052418800101001") == "4"


def test_birth_date_and_gender_are_read() -> None:
    read = read_identity_number(" 110105 19491231 002x ", on=TODAY)
    assert read.number == "11010519491231002X"
    assert (read.birth_date, read.gender) == (date(1949, 12, 31), Gender.FEMALE)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "18 位"),
        ("430102800101123", "18 位"),
        ("43010219800101123A", "18 位"),
        ("110105194912310021", "校验位"),
        (number("43010219800231123"), "出生日期"),
        (number("43010218500101123"), "不合理"),
        (number("43010220300101123"), "不合理"),
    ],
)
def test_a_wrong_number_is_refused_with_a_sentence(text: str, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        read_identity_number(text, on=TODAY)


@given(
    st.dates(date(1930, 1, 1), date(2008, 1, 1)), st.integers(0, 999), st.integers(0, 16), st.integers(1, 9)
)
def test_one_wrong_digit_is_always_found(born: date, order: int, place: int, shift: int) -> None:
    right = number(f"430102{born:%Y%m%d}{order:03}")
    assert read_identity_number(right, on=TODAY).birth_date == born
    wrong = right[:place] + str((int(right[place]) + shift) % 10) + right[place + 1 :]
    with pytest.raises(Unfit):
        read_identity_number(wrong, on=TODAY)


@pytest.mark.parametrize(
    "text", ["13900001234", "139 0000 1234", "139-0000-1234", "+8613900001234", "8613900001234"]
)
def test_phones_are_read_as_they_are_written(text: str) -> None:
    assert read_phone(text) == "13900001234"


@pytest.mark.parametrize("text", ["1390000123", "23900001234", "139000012345", "座机"])
def test_what_is_no_mobile_number_is_refused(text: str) -> None:
    with pytest.raises(Unfit, match="11 位"):
        read_phone(text)


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("李建国", "lijianguo", "ljg"),
        ("单志强", "shanzhiqiang", "szq"),
        ("曾丽", "zengli", "zl"),
        ("覃望舒", "qinwangshu", "qws"),
        ("欧阳沛霖", "ouyangpeilin", "oypl"),
        ("万俟雪", "moqixue", "mqx"),
        ("买买提·艾力", "maimaitiaili", "mmtal"),
        ("John 王", "johnwang", "jw"),
    ],
)
def test_names_are_found_by_pinyin_with_the_readings_of_family_names(
    name: str, pinyin: str, initials: str
) -> None:
    assert spelled(name) == (pinyin, initials)
