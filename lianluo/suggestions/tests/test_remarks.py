"""What is said before a text is sent: every way to write a number of a person is found, other numbers are not."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lianluo.suggestions.masking import mask, private
from lianluo.suggestions.numbers_in_text import CHECK, ID, PHONE, REGIONS, WEIGHTS, is_id_number, numbers
from lianluo.suggestions.remarks import remarks

SIGNS = [" ", "　", "-", "－", "—", "–", "·", "．", ".", "、", "，", ",", "\t", "~", "_"]
WIDER = str.maketrans("0123456789Xx-", "０１２３４５６７８９Ｘｘ－")
days = st.dates(date(1920, 1, 1), date(2020, 12, 31))
regions = st.tuples(st.sampled_from(sorted(REGIONS)), st.text("0123456789", min_size=4, max_size=4)).map(
    "".join
)
last3 = st.text("0123456789", min_size=3, max_size=3)


def checked(body: str) -> str:
    return body + CHECK[sum(w * int(d) for w, d in zip(WEIGHTS, body, strict=True)) % 11]


new_ids = st.builds(lambda r, d, s: checked(f"{r}{d:%Y%m%d}{s}"), regions, days, last3)
old_ids = st.builds(
    lambda r, d, s: f"{r}{d:%y%m%d}{s}", regions, st.dates(date(1920, 1, 1), date(1999, 12, 31)), last3
)
mobiles = st.builds(
    lambda a, rest: f"1{a}{rest}", st.sampled_from("3456789"), st.text("0123456789", min_size=9, max_size=9)
)
areas = st.sampled_from(["010", "021", "0731", "0898", "0310"])
locals_ = st.builds(
    lambda a, rest: f"{a}{rest}", st.sampled_from("2345678"), st.text("0123456789", min_size=7, max_size=7)
)
BEFORE = ["", "联系人王某，", "请打电话：", "（", "“", "情况如下。\n", "共有3人，其中一人"]
AFTER = ["", "。", "，请尽快解决。", "）", "”", "\n二、", "；", "（本人）"]
around = st.tuples(st.sampled_from(BEFORE), st.sampled_from(AFTER))


def grouped(number: str, sizes: tuple[int, ...], sign: str) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return sign.join(parts)


def kinds(text: str) -> list[str]:
    return [one.kind for one in numbers(text)]


def found_alone(written: str, kind: str, beside: tuple[str, str]) -> None:
    """Exactly this one is found, and it covers all that was written of it."""
    text = f"{beside[0]}{written}{beside[1]}"
    [one] = numbers(text)
    assert one.kind == kind
    assert one.start <= len(beside[0])
    assert one.end == len(beside[0]) + len(written)


@given(new_ids, st.sampled_from(SIGNS), st.data(), around, st.booleans(), st.sampled_from("xX"))
def test_every_way_to_write_an_identity_number_is_found(
    number: str, sign: str, data: Any, beside: tuple[str, str], wide: bool, end: str
) -> None:
    cuts = data.draw(st.sets(st.integers(1, 17)))
    written = "".join(f"{sign if n in cuts else ''}{one}" for n, one in enumerate(number)).replace("X", end)
    found_alone(written.translate(WIDER) if wide else written, ID, beside)


@given(
    old_ids,
    st.sampled_from(SIGNS),
    st.sampled_from([(15,), (6, 6, 3), (6, 2, 2, 2, 3), (1,) * 15]),
    around,
    st.booleans(),
)
def test_the_old_fifteen_digits_too(
    number: str, sign: str, sizes: tuple[int, ...], beside: tuple[str, str], wide: bool
) -> None:
    written = grouped(number, sizes, sign)
    found_alone(written.translate(WIDER) if wide else written, ID, beside)


@given(
    mobiles,
    st.sampled_from(SIGNS),
    st.sampled_from([(11,), (3, 4, 4), (3, 3, 5), (4, 4, 3), (4, 3, 4), (1,) * 11]),
    st.sampled_from(["", "+86", "+86 ", "86-", "0086 ", "（+86）"]),
    around,
    st.booleans(),
)
def test_every_way_to_write_a_mobile_number_is_found(
    number: str, sign: str, sizes: tuple[int, ...], country: str, beside: tuple[str, str], wide: bool
) -> None:
    written = country + grouped(number, sizes, sign)
    found_alone(written.translate(WIDER) if wide else written, PHONE, beside)


@given(
    areas,
    locals_,
    st.sampled_from(["-", " ", "－", "—", "　", "()", "（）"]),
    st.sampled_from([(8,), (4, 4)]),
    around,
    st.booleans(),
)
def test_every_way_to_write_a_landline_is_found(
    area: str, local: str, how: str, sizes: tuple[int, ...], beside: tuple[str, str], wide: bool
) -> None:
    ahead = f"{how[0]}{area}{how[1]}" if len(how) == 2 else f"{area}{how}"
    written = ahead + grouped(local, sizes, "-" if how == "-" else " ")
    text = written.translate(WIDER) if wide else written
    assert kinds(f"{beside[0]}{text}{beside[1]}") == [PHONE]


@given(new_ids, mobiles, around)
def test_masked_nothing_is_left_and_the_rest_is_as_it_was(
    number: str, mobile: str, beside: tuple[str, str]
) -> None:
    text = f"{beside[0]}{number}，手机{mobile}{beside[1]}全角１２３照旧"
    assert mask(text) == f"{beside[0]}（证件号略），手机（电话略）{beside[1]}全角１２３照旧"
    assert private(mask(text)) == []


@given(new_ids, st.integers(0, 16), st.integers(1, 9))
def test_a_slip_in_one_digit_is_no_identity_number(number: str, place: int, by: int) -> None:
    """The check digit finds every single slip; called one in the text it is believed all the same."""
    wrong = f"{number[:place]}{(int(number[place]) + by) % 10}{number[place + 1 :]}"
    assert not is_id_number(wrong)
    assert kinds(f"编号{wrong}。") == []
    assert kinds(f"身份证号：{wrong}。") == [ID]


@given(st.text("0123456789", min_size=19, max_size=30))
def test_a_long_code_is_none(digits: str) -> None:
    assert kinds(f"项目代码{digits}。") == []


@given(st.lists(st.integers(1, 999), min_size=4, max_size=12), st.sampled_from(["、", "，", "。", "；"]))
@example([138, 1, 380, 13], "、")
def test_lists_of_amounts_are_none(amounts: list[int], sign: str) -> None:
    assert kinds("分别为" + sign.join(f"{one}.5" for one in amounts) + "万元") == []


@given(days, days)
def test_dates_are_none(one: date, two: date) -> None:
    assume(one != two)
    for text in (
        f"{one:%Y-%m-%d}至{two:%Y-%m-%d}",
        f"{one:%Y.%m.%d}—{two:%Y.%m.%d}",
        f"{one:%Y%m%d}、{two:%Y%m%d}",
    ):
        assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "湘政办发〔2017〕41号、湘常办发〔2017〕11号",
        "项目代码2101-430104-04-01-138001",
        "项目编号 XM-2026-13800138000",
        "总投资13800138000元，其中中央资金13875310001万元",
        "总投资13875310001234元",
        "国道G107线K1380+138至K1401+380",
        "统一社会信用代码91430000183774512K",
        "12345热线、110、12309平台",
        "2021年至2025年分别增长13.8%、13.1%、14.2%、15.6%",
        "第13800138000号",
    ],
)
def test_other_numbers_raise_no_alarm(text: str) -> None:
    assert kinds(text) == []


def said(
    situation: str = "有情况。",
    proposals: str = "一、由省水利厅把二十三个村纳入今年农村供水保障项目并明确资金来源。",
    title: str = "关于饮水的建议",
) -> list[tuple[str, str]]:
    return [(one.field, one.found) for one in remarks(title, situation, proposals)]


def test_the_passage_is_quoted_and_the_number_in_it_hidden() -> None:
    [(field, quoted)] = said(
        "村民反映水质不稳定已有多年，请联系村支书王某１３８　００１３　８０００，他了解情况并愿意带路去看。"
    )
    assert field == "situation"
    assert "138******00" in quoted
    assert quoted.startswith("…")
    assert quoted.endswith("…")
    assert "联系村支书王某" in quoted
    [(_field, quoted)] = said("身份证11010519491231002X。")
    assert quoted == "身份证110*************2X。"


def test_two_numbers_close_together_hide_each_other_in_both_quotations() -> None:
    for _field, quoted in said("电话13800138000、13900139000。"):
        assert "13800138000" not in quoted
        assert "13900139000" not in quoted


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("我家门口的路坏了。", "situation"),
        ("我们公司的土地证一直没有办下来。", "situation"),
        ("本人名下的房屋被拆。", "situation"),
        ("顺便再反映学校的事。", "situation"),
        ("另外还有一个问题，学校没有操场。", "situation"),
    ],
)
def test_own_and_second_matters_are_asked_about(text: str, field: str) -> None:
    assert [where for where, _quoted in said(text)] == [field]


@pytest.mark.parametrize(
    "text", ["我省司法行政部门要求明确。", "据我了解，我市公司制改革推进缓慢。", "家家户户都用上了自来水。"]
)
def test_what_only_sounds_so_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_a_call_without_a_request_is_asked_about() -> None:
    calls = (
        "希望有关部门高度重视，希望各级政府予以关注，请相关单位尽快研究解决这个问题，恳请上级领导给予支持。"
    )
    assert [where for where, _quoted in said(proposals=calls)] == ["proposals"]
    assert [where for where, _quoted in said(proposals="希望解决。")] == ["proposals"]
    assert said() == []
