"""What the deputies said in each round, and what was done between two rounds, as the case page shows it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianluo.suggestions.models import Assessment, Meeting, Triage
from lianluo.suggestions.selectors.shapes import ASSESSED, MET, TRIAGED
from lianluo.suggestions.selectors.unit_names import short_name_at
from lianluo.suggestions.selectors.veil import Veil
from lianluo.suggestions.states import TriageOutcome, option_words
from lianluo.ui.components.text import date_full, moment

UNNAMED = {"deputies_side": "", "confirmed_by": gettext_lazy("代表")}
"""What is kept back of a meeting's record where the proposer is confidential."""
LEVELS = {"satisfied": 3, "basic": 2, "dissatisfied": 1}


@dataclass(frozen=True, kw_only=True)
class Score:
    """One mark in words; `level` 3 is the best, 1 asks for more."""

    label: str
    level: int


@dataclass(frozen=True, kw_only=True)
class After:
    """研判, 面商 or 评估 between two rounds: `rows` of label and words."""

    kind: str
    title: str
    at: datetime
    by: str
    rows: Sequence[tuple[str, str]]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """One deputy's rating of one round."""

    seat_id: int
    name: str
    round: int
    attitude: Score | None
    result: Score
    comment: str
    redo: bool
    unit: str
    entered_by: str
    at: datetime


def beside_rounds(mine: Any) -> dict[str, Any]:
    """Small rows that come along with the suggestion in one query."""
    rows = {"triaged": (Triage, TRIAGED), "met": (Meeting, MET), "assessed": (Assessment, ASSESSED)}
    return {name: _rows(model, shape, mine) for name, (model, shape) in rows.items()}


def _rows(model: Any, shape: Any, mine: Any) -> ArraySubquery:
    found = model.objects.everywhere("rows of a suggestion that is itself in scope").filter(suggestion=mine)
    return ArraySubquery(found.order_by("pk").values(row=shape))


def judgement(row: dict[str, Any], veil: Veil, parts: Mapping[int, Any]) -> Judgement:
    """Under a veil without the deputy's name. `parts` by key: one that was judged alone is named as of that day."""
    redo, at = row["redo"], _moment(row["at"])
    judged = parts.get(row["handling_id"])
    return Judgement(
        seat_id=row["seat_id"],
        name=str(_("代表")) if veil else row["name"],
        round=row["round"],
        attitude=_score(row["attitude"], row["attitude_label"], redo) if row["attitude"] else None,
        result=_score(row["result"], row["result_label"], redo),
        comment=veil.words(row["comment"]),
        redo=redo,
        unit=short_name_at(judged, at) if judged else row["unit"] or "",
        entered_by=row["entered_by"],
        at=at,
    )


def _score(code: str, label: str, redo: bool) -> Score:
    return Score(label=option_words(code, label), level=LEVELS.get(code, 1 if redo else 2))


def _moment(text: str) -> datetime:
    found = parse_datetime(text)
    assert found
    return found


def after_rounds(suggestion: Any, veil: Veil) -> dict[int, list[After]]:
    """Round → what followed it, in order."""
    found: dict[int, list[After]] = defaultdict(list)
    for number, one in _all(suggestion, veil):
        found[number].append(one)
    for rows in found.values():
        rows.sort(key=lambda one: one.at)
    return found


def _all(suggestion: Any, veil: Veil) -> Iterator[tuple[int, After]]:
    for row in suggestion.triaged:
        yield row["round"], _triage(veil.all(row))
    for row in suggestion.met:
        yield row["round"], _meeting(veil.all(row | UNNAMED) if veil else row)
    for row in suggestion.assessed:
        yield row["round"], _assessment(veil.all(row))


def _filled(*rows: tuple[str, str]) -> Sequence[tuple[str, str]]:
    return [(label, words) for label, words in rows if words]


def _triage(row: dict[str, Any]) -> After:
    rows = _filled(
        (_("代表"), row["talk_deputy"]), (_("承办单位"), row["talk_unit"]), (_("说明"), row["note"])
    )
    title = _("研判：%s") % TriageOutcome(row["outcome"]).label
    return After(kind="triage", title=title, at=_moment(row["at"]), by=row["by"], rows=rows)


def _meeting(row: dict[str, Any]) -> After:
    held = timezone.localtime(_moment(row["held_at"]))
    people = "；".join(row[key] for key in ("deputies_side", "units_side", "others") if row[key])
    rows = _filled(
        (_("时间地点"), f"{moment(held)}　{row['place']}"),
        (_("主持人"), row["chair"]),
        (_("到会"), people),
        (_("代表的意见"), row["deputies_said"]),
        (_("承办单位的意见"), row["units_said"]),
        (_("商定的事项"), row["agreed"]),
        (_("代表对记录的意见"), row["objection"]),
    )
    note = _("待代表确认")
    if row["confirmed_at"]:
        day = date_full(timezone.localtime(_moment(row["confirmed_at"])))
        note = _("%(name)s %(day)s确认") % {"name": row["confirmed_by"], "day": day}
    elif row["objected_at"]:
        note = _("代表认为记录不对")
    return After(
        kind="meeting", title=_("双方面商"), at=_moment(row["at"]), by=row["by"], rows=rows, note=note
    )


def _assessment(row: dict[str, Any]) -> After:
    rows = _filled(
        (_("评估日期"), date_full(parse_date(row["held_on"]))),
        (_("评估人员"), row["experts"]),
        (_("评估情况"), row["findings"]),
        (_("结论"), row["conclusion"]),
    )
    note = _("应继续办理") if row["more"] else _("办理已到位")
    return After(
        kind="assessment", title=_("组织评估"), at=_moment(row["at"]), by=row["by"], rows=rows, note=note
    )
