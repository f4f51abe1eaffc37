"""How a person's name is found by typing: full pinyin and initials, with the readings that family names have."""

SURNAMES = {
    "万俟": "mo qi",
    "尉迟": "yu chi",
    "单": "shan",
    "曾": "zeng",
    "解": "xie",
    "仇": "qiu",
    "翟": "zhai",
    "查": "zha",
    "区": "ou",
    "盖": "ge",
    "任": "ren",
    "华": "hua",
    "纪": "ji",
    "朴": "piao",
    "繁": "po",
    "缪": "miao",
    "乐": "yue",
    "员": "yun",
    "种": "chong",
    "召": "shao",
    "黑": "he",
    "折": "she",
    "洗": "xian",
    "牟": "mou",
    "覃": "qin",
    "隗": "wei",
    "钻": "zuan",
    "重": "chong",
    "秘": "bi",
    "宓": "mi",
    "阚": "kan",
    "逄": "pang",
    "祭": "zhai",
}
"""Family names that are read differently from the word."""


def syllables(name: str) -> list[str]:
    """ "单志强" → ["shan", "zhi", "qiang"]. Anything that is not a Chinese character keeps its letters."""
    from pypinyin import Style, lazy_pinyin  # large: loaded by those processes that spell a name

    name = name.strip()
    for length in (2, 1):
        if name[:length] in SURNAMES:
            rest = lazy_pinyin(name[length:], style=Style.NORMAL)
            return SURNAMES[name[:length]].split() + _clean(rest)
    return _clean(lazy_pinyin(name, style=Style.NORMAL))


def _clean(parts: list[str]) -> list[str]:
    return [letters for part in parts if (letters := "".join(c for c in part.lower() if c.isalnum()))]


def spelled(name: str) -> tuple[str, str]:
    """Pinyin without spaces, and initials, cut to what the columns hold."""
    found = syllables(name)
    return "".join(found)[:120], "".join(part[0] for part in found)[:20]
