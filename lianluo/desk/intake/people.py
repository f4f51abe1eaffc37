"""How rosters write facts of persons, and how a shifted row shows itself."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from lianluo.congress.naming import ETHNIC
from lianluo.exchange.kinds import BAD, NOTE, Finding, Record
from lianluo.exchange.values import Unclear, is_part_of_day, read_choice, read_day
from lianluo.kernel.text import Sentence
from lianluo.people.identity import read_identity_number, read_phone
from lianluo.people.refusal import Unfit
from lianluo.people.roles import Gender
from lianluo.people.services import PersonFacts

PEOPLES = frozenset({"汉族", "穿青人", "其他", *(one for one in ETHNIC.split("|") if one.endswith("族"))})
PARTIES = frozenset(
    [
        *("中共", "中共党员", "中国共产党", "预备党员", "中共预备党员", "共青团员", "团员", "群众"),
        *("无党派", "无党派人士", "无", "無", "民革", "民盟", "民建", "民进", "农工", "农工党", "农工民主党"),
        *("致公", "致公党", "九三", "九三学社", "台盟", "民革会员", "民盟盟员", "民建会员", "民进会员"),
    ]
)
LENGTHS = {"party": 20, "education": 20, "occupation": 30, "employer": 120, "name": 60}
GENDERS = {value: str(label) for value, label in Gender.choices}


def people_of(text: str) -> str:
    """汉 → 汉族; what is no people of China stays as it is."""
    named = text if text.endswith("族") or text in PEOPLES else f"{text}族"
    return named if named in PEOPLES else text


def shifted(record: Record) -> Iterator[Finding]:
    """A value that cannot stand in its column: usually the whole row slipped."""
    people, party = record.get("ethnicity"), record.get("party")
    if people and people_of(people) not in PEOPLES:
        yield _slipped("ethnicity", _("民族"), people)
    if party and party not in PARTIES and not any(one in party for one in PARTIES if len(one) > 1):
        yield _slipped("party", _("政治面貌"), party)
    if (name := record.get("name")) and any(sign.isdigit() for sign in name):
        yield _slipped("name", _("姓名"), name)
    delegation = record.get("delegation")
    if delegation and (delegation in PARTIES or people_of(delegation) in PEOPLES):
        yield _slipped("delegation", _("代表团"), delegation)


def _slipped(field: str, label: object, text: str) -> Finding:
    sentence = Sentence(
        str(_("“{label}”一栏写着“{text}”，像是这一行错开了一栏；请对一下原件。")), label=label, text=text[:40]
    )
    return Finding(grade=BAD, field=field, sentence=str(sentence))


def facts_of(record: Record) -> PersonFacts:
    """What the row says about the person; raises `Unclear` or `Unfit`."""
    gender, birth = record.get("gender"), record.get("birth_date")
    return PersonFacts(
        name=record.get("name"),
        id_number=record.get("id_number"),
        phone=record.get("phone"),
        gender=read_choice(gender, GENDERS) if gender else "",
        birth_date=read_day(birth) if birth and not is_part_of_day(birth) else None,
        ethnicity=people_of(record.get("ethnicity")),
        party=record.get("party"),
        education=record.get("education"),
        occupation=record.get("occupation"),
        employer=record.get("employer"),
    )


def wrong_facts(record: Record, today: date) -> Iterator[Finding]:
    """What in the row cannot be read, cell by cell."""
    for field, most in LENGTHS.items():
        if len(record.get(field)) > most:
            yield Finding(
                grade=BAD, field=field, sentence=str(Sentence(str(_("最多 {most} 字。")), most=most))
            )
    if record.get("gender") and record.get("gender") not in {*GENDERS, *GENDERS.values()}:
        yield Finding(grade=BAD, field="gender", sentence=str(_("性别请写“男”或“女”。")))
    yield from _wrong_birth(record.get("birth_date"), today)
    yield from _wrong_numbers(record, today)


def _wrong_birth(text: str, today: date) -> Iterator[Finding]:
    if not text:
        return
    if is_part_of_day(text):
        said = _("没有写到日；出生日期先空着，可以以后补。")
        yield Finding(grade=NOTE, field="birth_date", sentence=str(said))
        return
    try:
        if not date(1900, 1, 1) <= read_day(text) <= today:
            yield Finding(grade=BAD, field="birth_date", sentence=str(_("出生日期不合理，请核对。")))
    except Unclear as wrong:
        yield Finding(grade=BAD, field="birth_date", sentence=str(wrong))


def _wrong_numbers(record: Record, today: date) -> Iterator[Finding]:
    try:
        read_phone(record.get("phone"))
    except Unfit as wrong:
        yield Finding(grade=BAD, field="phone", sentence=str(wrong))
    if not (number := record.get("id_number")):
        return
    try:
        read = read_identity_number(number, on=today)
    except Unfit as wrong:
        yield Finding(grade=BAD, field="id_number", sentence=str(wrong))
        return
    gender, birth = record.get("gender"), record.get("birth_date")
    if gender in {*GENDERS.values()} and gender != GENDERS[read.gender]:
        yield Finding(grade=BAD, field="gender", sentence=str(_("性别与身份证号不一致，请核对。")))
    try:
        if birth and not is_part_of_day(birth) and read_day(birth) != read.birth_date:
            yield Finding(
                grade=BAD, field="birth_date", sentence=str(_("出生日期与身份证号不一致，请核对。"))
            )
    except Unclear:
        return
