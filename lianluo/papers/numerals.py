"""Numbers of a list as Word writes them: 一、 1. (1) ① A a I i. Pure."""

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
PLACES = ("", "十", "百", "千")
ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")) + (
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
CIRCLED = 20
"""Signs in a circle go as far as this."""


def chinese(number: int) -> str:
    """一, 十, 十二, 二十, 一百零三."""
    if not 0 < number < 10_000:
        return str(number)
    text, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + PLACES[place]
        gap = digit == 0
    return text.removeprefix("一") if 10 <= number < 20 else text


def circled(number: int) -> str:
    return chr(0x245F + number) if 0 < number <= CIRCLED else f"({number})"


def wide(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def letter(number: int) -> str:
    """A to Z, then AA, BB as Word does."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else str(number)


def roman(number: int) -> str:
    text = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value) if number > 0 else (0, 0)
        text += sign * times
    return text


FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "ideographDigital": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalFullWidth": wide,
    "upperLetter": letter,
    "lowerLetter": lambda number: letter(number).lower(),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "decimalZero": lambda number: f"{number:02}",
}
"""What Word calls them (ECMA-376 part 1, 17.18.59); every other is counted 1, 2, 3."""


def written(number: int, form: str) -> str:
    return FORMATS.get(form, str)(number)
