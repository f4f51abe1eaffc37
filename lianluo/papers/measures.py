"""The measures of GB/T 9704-2012 (2-domain.md 6.1). All other numbers of the layout follow from these."""

from dataclasses import dataclass
from math import floor

from docx.shared import Mm, Pt, RGBColor

PAGE_WIDTH, PAGE_HEIGHT = Mm(210), Mm(297)
TOP, RIGHT, BOTTOM, LEFT = Mm(37), Mm(26), Mm(35), Mm(28)
TYPE_WIDTH, TYPE_HEIGHT = Mm(156), Mm(225)
LINES, CHARACTERS = 22, 28

NO_2, NO_3, NO_4 = Pt(22), Pt(16), Pt(14)
"""Sizes 二号, 三号, 四号."""
LINE = Pt(28.95)
"""22 lines of this height fill the 225 mm of the type area."""
TITLE_LINE = Pt(33)

ISSUER = Pt(42)
"""As large as an issuer's mark is written; long names are written smaller."""
ISSUER_BELOW = Mm(35)
"""The issuer's mark begins 35 mm below the upper edge of the type area."""
LETTER_ISSUER = Mm(30)
"""In a letter it begins 30 mm below the edge of the page."""
LETTER_LINE_WIDTH, LETTER_BOTTOM_LINE = Mm(170), Mm(20)
RED_LINE_BELOW_NUMBER = Mm(4)
PAGE_NUMBER_BELOW = Mm(7)
PAGE_NUMBER_HEIGHT = NO_4
FOOTER = BOTTOM - PAGE_NUMBER_BELOW - PAGE_NUMBER_HEIGHT

COLOPHON_EDGE, COLOPHON_BETWEEN = 8, 6
"""Lines of the 版记 in eighths of a point: 0.35 mm first and last, 0.25 mm between."""
COLOPHON_LINE = Pt(24)
CHARACTER_4 = NO_4
"""The 版记 stands one character of its size in from both sides."""

RED = RGBColor(0xE6, 0x00, 0x12)
BLACK = RGBColor(0, 0, 0)

CHAR_SPACE = floor((TYPE_WIDTH.pt / CHARACTERS - NO_3.pt) * 20)
"""28 characters of size 三号 fill the 156 mm when each is set so many twentieths of a point wider (here narrower)."""
LINE_PITCH = round(LINE.pt * 20)


@dataclass(frozen=True, slots=True)
class Fonts:
    """Names in the templates. An installation without these fonts replaces them by the setting PAPER_FONTS."""

    mark: str = "方正小标宋简体"
    body: str = "仿宋_GB2312"
    head: str = "黑体"
    second: str = "楷体_GB2312"
    number: str = "宋体"


FONTS = Fonts()
