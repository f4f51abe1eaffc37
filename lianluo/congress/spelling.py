"""Pinyin and initials of names, and the search by them."""

import re

from django.db.models import Q

GENERIC = re.compile(
    r"^(?:中共)?(?:[一-龥]{2,8}?(?:省|市|自治州|自治县|县|区)|省|市|州|县|区|乡|镇)(?=[一-龥]{2,})"
)


def spell(*names: str) -> tuple[str, str]:
    """Pinyin and initials of `names`, parted by blanks: 省教育厅 → ("shengjiaoyuting", "sjyt")."""
    from pypinyin import Style, lazy_pinyin

    words = list(dict.fromkeys(name for name in names if name))
    pinyin = ["".join(lazy_pinyin(word)).lower() for word in words]
    initials = ["".join(lazy_pinyin(word, style=Style.FIRST_LETTER)).lower() for word in words]
    return " ".join(pinyin), " ".join(initials)


def core(name: str) -> str:
    """The name without the place before it: 省教育厅, 湖南省教育厅 → 教育厅."""
    return GENERIC.sub("", name, count=1) or name


def spell_unit(name: str, short_name: str) -> tuple[str, str]:
    """Spelling of a unit by full name, short name and the name without its place: jyt finds 湖南省教育厅."""
    return spell(core(short_name), core(name), short_name, name)


def spelled(text: str, *, name_fields: tuple[str, ...] = ("name",)) -> Q:
    """Rows whose name contains `text`, or whose initials or pinyin do. For models with `pinyin` and `initials`."""
    plain = re.sub(r"\s+", "", text)
    found = Q()
    for field in name_fields:
        found |= Q(**{f"{field}__icontains": plain})
    if re.fullmatch(r"[A-Za-z]+", plain):
        found |= Q(initials__contains=plain.lower())
        if len(plain) > 2:
            found |= Q(pinyin__contains=plain.lower())
    return found


def abbreviated(text: str) -> Q:
    """Names of which `text` is a short form by initials, first and last letter agreeing: gxt finds 工业和信息化厅."""
    letters = re.sub(r"\s+", "", text).lower()
    if not re.fullmatch(r"[a-z]{2,8}", letters):
        return Q(pk__in=[])
    return Q(initials__regex=rf"(^| ){'[a-z]*'.join(letters)}( |$)")


def rank(text: str, name: str, initials: str) -> tuple[int, int]:
    """Smaller is better: whole match, a beginning, somewhere inside, a short form; shorter names first."""
    plain, words = text.strip().lower(), initials.split()
    inside = plain in name.lower() or any(plain in word for word in words)
    if plain in words or plain == name:
        place = 0
    elif any(word.startswith(plain) for word in words) or name.startswith(text):
        place = 1
    else:
        place = 2 if inside else 3
    return place, len(name)
