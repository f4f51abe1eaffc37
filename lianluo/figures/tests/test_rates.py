import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianluo.figures.rates import Printed, Rate, doubts, percent

REPORTS = Path(__file__).parents[4] / "shared" / "data" / "figures" / "work_reports.json"


@pytest.mark.parametrize(
    ("parts", "whole", "places", "printed"),
    [
        ((363, 403, 268), 1034, 1, ("35.1%", "39%", "25.9%")),
        ((232, 351, 195), 778, 0, ("30%", "45%", "25%")),
        ((442, 790, 497), 2977, 2, ("14.85%", "26.54%", "16.69%")),
        ((401, 610, 1042, 699), 2987, 2, ("13.42%", "20.42%", "34.88%", "23.4%")),
        ((991,), 1030, 0, ("96%",)),
        ((991,), 1030, 2, ("96.21%",)),
        ((64, 38, 21, 5), 128, 1, ("50%", "29.7%", "16.4%", "3.9%")),
    ],
)
def test_rounded_reports_are_reproduced(
    parts: tuple[int, ...], whole: int, places: int, printed: tuple[str, ...]
) -> None:
    assert tuple(Rate(part, whole).shown(places) for part in parts) == printed


@pytest.mark.parametrize(("part", "right"), [(25, "26.9%"), (26, "28%"), (19, "20.4%"), (6, "6.5%")])
def test_a_report_that_cut_off_is_not_imitated(part: int, right: str) -> None:
    assert Rate(part, 93).shown() == right


def test_half_goes_up() -> None:
    assert percent(1, 8, 1) == Decimal("12.5")
    assert percent(1, 8, 0) == Decimal(13)
    assert percent(1, 200, 0) == Decimal(1)


def test_nothing_to_share_has_no_rate() -> None:
    assert percent(0, 0) is None
    assert str(Rate(0, 0)) == "—"


def test_rates_are_added_and_not_averaged() -> None:
    assert Rate(1, 2) + Rate(1, 98) == Rate(2, 100)


@given(st.integers(0, 10**7), st.integers(1, 10**7), st.integers(0, 3))
def test_rounding_is_never_off_by_more_than_half(part: int, whole: int, places: int) -> None:
    shown = percent(part, whole, places)
    assert shown is not None
    exact = Decimal(part) * 100 / Decimal(whole)
    assert abs(shown - exact) <= Decimal(1).scaleb(-places) / 2


def line(label: str, count: int, printed: str) -> Printed:
    return Printed(label, count, Decimal(printed))


def test_a_table_that_agrees_raises_no_doubt() -> None:
    assert doubts([line("A", 363, "35.1"), line("B", 403, "39"), line("C", 268, "25.9")], 1034) == []


def test_a_sum_that_is_off_is_doubted() -> None:
    assert doubts([line("A", 30, "30"), line("B", 60, "60")], 100) == ["各项之和为 90，与总数 100 不符。"]


def test_a_wrong_percentage_is_named() -> None:
    found = doubts([line("A", 25, "26.8"), line("B", 68, "73.1")], 93)
    assert found == ["A：25/93 应为 26.9%，印作 26.8%。"]


@pytest.mark.skipif(not REPORTS.exists(), reason="LOUD: the printed work reports are not on this machine")
def test_the_printed_work_reports_are_doubted_where_they_do_not_add_up() -> None:
    checked = 0
    for report in json.loads(REPORTS.read_text(encoding="utf-8")):
        for name, check in report["sum_check"].items():
            shares = report.get(f"{name}_pct", [None] * len(report[name]))
            rows = [
                Printed(
                    label,
                    count,
                    Decimal(str(share))
                    if share is not None
                    else percent(count, check["total"], 1) or Decimal(0),
                )
                for (label, count), share in zip(report[name].items(), shares, strict=True)
            ]
            found = doubts(rows, check["total"])
            assert any("之和" in sentence for sentence in found) is not check["ok"], report["src"]
            checked += 1
    assert checked >= 8


@pytest.mark.skipif(not REPORTS.exists(), reason="LOUD: the printed work reports are not on this machine")
def test_sichuan_2016_is_right_in_every_percentage() -> None:
    report = next(r for r in json.loads(REPORTS.read_text(encoding="utf-8")) if r["total"] == 1034)
    rows = zip(report["grades"].items(), report["grades_pct"], strict=True)
    assert doubts([Printed(label, n, Decimal(str(share))) for (label, n), share in rows], 1034) == []
