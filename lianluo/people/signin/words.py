"""Passwords made of the words of the house: whoever tries this site tries these first."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

WORDS = (
    "lianluo", "renda", "renmin", "daibiao", "jianyi", "yian", "changwei", "zhengfu", "bangong", "zhongguo",
    "admin", "guanliyuan", "mima", "password", "welcome", "woaini", "qwerty", "npc",
    "联络", "人大", "人民", "代表", "建议", "议案", "常委会", "政府", "办公室", "管理员", "密码",
)  # fmt: skip
"""Documented in docs/how-to/sign-in.md."""
ENOUGH = 6
"""So many other letters must be left beside them."""
_LONGEST_FIRST = re.compile("|".join(sorted(map(re.escape, WORDS), key=len, reverse=True)))


def left_over(password: str) -> int:
    """Letters of `password` that belong to none of the words; digits and signs hide nothing."""
    return sum(sign.isalpha() for sign in _LONGEST_FIRST.sub("", password.lower()))


class HouseWords:
    """Django's shape of a check. Passwords without any of the words pass, whatever they are made of."""

    def validate(self, password: str, user: Any = None) -> None:
        if _LONGEST_FIRST.search(password.lower()) and left_over(password) < ENOUGH:
            raise ValidationError(_("密码不能只由「联络」「人大」「代表」这类常用词加数字组成。"))

    def get_help_text(self) -> str:
        return _("不能只由本系统的常用词加数字组成。")
