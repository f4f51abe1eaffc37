"""The years that the package chinesecalendar knows (from 2004; each State Council notice), for a first filling."""

from datetime import datetime
from typing import Any

FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}


def known_years() -> list[int]:
    from chinese_calendar import constants

    return sorted({day.year for day in constants.holidays})


def seed_calendar(year_model: Any, day_model: Any, *, at: datetime) -> int:
    """Fill years that the tables do not know yet; returns how many. Years already there stay as they are."""
    from chinese_calendar import constants

    names = {h.value: FULL_NAMES.get(h.chinese, h.chinese) for h in constants.Holiday}
    taken = set(year_model.objects.values_list("year", flat=True))
    years = [year for year in known_years() if year not in taken]
    days = {day: (False, names[name]) for day, name in constants.holidays.items()}
    days |= {day: (True, names[name]) for day, name in constants.workdays.items()}
    day_model.objects.bulk_create(
        [
            day_model(day=day, is_workday=works, label=label)
            for day, (works, label) in sorted(days.items())
            if day.year in years
        ],
        ignore_conflicts=True,
    )
    year_model.objects.bulk_create(
        [year_model(year=year, source=title(year), announced_at=at) for year in years]
    )
    return len(years)


def title(year: int) -> str:
    """What the notice of `year` is called."""
    return f"国务院办公厅关于{year}年部分节假日安排的通知"
