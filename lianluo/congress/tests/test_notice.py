"""Reading the State Council's notices in the wordings of fifteen years."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianluo.congress.notice import Unreadable, read_notice

NOTICE_2026 = """国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
2025年11月4日"""


def _one(sentence: str, year: int = 2024) -> Any:
    return read_notice(f"国务院办公厅关于{year}年部分节假日安排的通知\n{sentence}")


def test_the_notice_of_2026() -> None:
    notice = read_notice(NOTICE_2026)
    assert (notice.year, notice.serial, notice.problems) == (2026, "国办发明电〔2025〕7号", ())
    assert (len(notice.holidays), len(notice.off), len(notice.work)) == (7, 33, 6)
    assert notice.off[date(2026, 2, 15)] == notice.off[date(2026, 2, 23)] == "春节"
    assert sorted(notice.work) == [
        date(2026, 1, 4),
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 5, 9),
        date(2026, 9, 20),
        date(2026, 10, 10),
    ]


def test_joined_with_the_weekend() -> None:
    assert sorted(_one("端午节：6月10日放假，与周末连休。").off) == [
        date(2024, 6, 8),
        date(2024, 6, 9),
        date(2024, 6, 10),
    ]
    assert sorted(_one("五、端午节：6月19日（周五）放假，与周末连休。", 2026).off)[-1] == date(2026, 6, 21)


def test_a_day_off_in_lieu() -> None:
    notice = _one("三、清明节：4月5日放假，4月6日（星期一）补休。", 2015)
    assert sorted(notice.off) == [date(2015, 4, 5), date(2015, 4, 6)]


def test_a_holiday_that_begins_in_the_year_before() -> None:
    notice = _one("一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。", 2023)
    assert sorted(notice.off) == [date(2022, 12, 31), date(2023, 1, 1), date(2023, 1, 2)]
    assert notice.problems == ()


def test_two_holidays_in_one_sentence_and_a_repeated_month_left_out() -> None:
    notice = _one(
        "六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、8日（星期日）上班。", 2023
    )
    assert len(notice.off) == 8
    assert sorted(notice.work) == [date(2023, 10, 7), date(2023, 10, 8)]
    assert notice.holidays == ("中秋节、国庆节",)


def test_a_new_years_eve_recommended_by_the_way_is_no_holiday() -> None:
    notice = _one(
        "二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。"
        "鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。"
    )
    assert date(2024, 2, 9) not in notice.off
    assert len(notice.off) == 8


def test_half_width_brackets_and_full_width_digits_are_the_same() -> None:
    assert sorted(_one("劳动节:５月１日(星期三)放假,共１天。").off) == [date(2024, 5, 1)]


def test_a_wrong_weekday_is_reported() -> None:
    assert "10月9日是周六" in _one("国庆节：10月1日放假。10月9日（周日）上班。", 2027).problems[0]


def test_a_sum_that_does_not_add_up_is_reported() -> None:
    assert "共 8 天，认出的是 7 天" in _one("国庆节：10月1日至7日放假调休，共8天。").problems[0]


def test_a_day_that_does_not_exist_is_reported() -> None:
    notice = _one("清明节：4月4日放假。2月30日上班。")
    assert "没有 2月30日" in notice.problems[0]


def test_a_working_day_that_is_one_anyway_is_reported() -> None:
    assert "本来就是工作日" in _one("元旦：1月1日放假。1月3日上班。").problems[0]


@pytest.mark.parametrize(
    "text", ["", "今天天气很好", "元旦：1月1日放假。", "国务院办公厅关于2026年部分节假日安排的通知"]
)
def test_what_is_no_notice_is_refused_in_a_sentence(text: Any) -> None:
    with pytest.raises(Unreadable, match="。"):
        read_notice(text)


@given(st.text(alphabet="年月日至、，。（）放假上班共天补休0123456789周一六元旦：\n", max_size=300))
def test_no_text_breaks_the_reader(text: Any) -> None:
    try:
        notice = read_notice("关于2026年部分节假日安排的通知" + text)
    except Unreadable:
        return
    assert notice.off
    assert not notice.off.keys() & notice.work.keys()


@given(st.dates(date(2024, 1, 8), date(2024, 11, 30)), st.integers(0, 8))
def test_any_span_is_read_back(start: Any, length: Any) -> None:
    end = start + timedelta(days=length)
    notice = _one(
        f"国庆节：{start.month}月{start.day}日至{end.month}月{end.day}日放假调休，共{length + 1}天。"
    )
    assert sorted(notice.off) == [start + timedelta(days=n) for n in range(length + 1)]
    assert notice.problems == ()
