"""Identity numbers (GB 11643-1999) and mobile numbers: check and read them."""

import re
from dataclasses import dataclass
from datetime import date

from lianluo.kernel.text import _
from lianluo.people.refusal import Unfit
from lianluo.people.roles import Gender

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """A number whose check digit is right, and what it says."""

    number: str
    birth_date: date
    gender: str


def read_identity_number(text: str, *, on: date) -> IdentityNumber:
    """Read an 18-digit number. Raises `Unfit` with a sentence. `on`: nobody is born after that day."""
    number = re.sub(r"\s", "", text).upper()
    if not re.fullmatch(r"\d{17}[\dX]", number):
        raise Unfit(_("身份证号应为 18 位：前 17 位是数字，最后一位是数字或 X。"))
    if number[17] != check_digit(number[:17]):
        raise Unfit(_("身份证号的校验位不对，请核对是否有一位写错。"))
    return IdentityNumber(
        number, _birth_date(number, on), Gender.MALE if int(number[16]) % 2 else Gender.FEMALE
    )


def check_digit(first17: str) -> str:
    """The eighteenth character: weighted sum modulo 11 (GB 11643, ISO 7064 MOD 11-2)."""
    return CHECKS[sum(w * int(d) for w, d in zip(WEIGHTS, first17, strict=True)) % 11]


def _birth_date(number: str, on: date) -> date:
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise Unfit(_("身份证号第 7 至 14 位应是出生日期，现在不是一个日期。")) from None
    if born > on or born.year < 1900:
        raise Unfit(_("身份证号里的出生日期不合理，请核对。"))
    return born


def read_phone(text: str) -> str:
    """A mobile number as eleven digits, "" for nothing. Raises `Unfit` with a sentence."""
    number = plain_phone(text)
    if number and not re.fullmatch(r"1[3-9]\d{9}", number):
        raise Unfit(_("手机号码应为 11 位数字，以 1 开头。"))
    return number


def plain_phone(text: str) -> str:
    """Without spaces, dashes and the country's prefix."""
    return re.sub(r"^(\+?86)(?=1\d{10}$)", "", re.sub(r"[\s\-－]", "", text))
