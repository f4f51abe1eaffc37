"""The register of numbers as a list: filtered, searched and exported like every other."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.verdict import Verdict
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.lists import cells
from lianluo.suggestions.selectors import gaps, numbers
from lianluo.suggestions.selectors.visible import known
from lianluo.suggestions.states import NUMBERED, SuggestionState
from lianluo.ui.components.small import badge
from lianluo.ui.components.text import date_full
from lianluo.ui.lists import Choices, Column, Flag, ListPage, Sort
from lianluo.ui.lists.filters import Filter
from lianluo.ui.lists.parts import Sheet

STATES = [(state.value, state.label) for state in SuggestionState if state in NUMBERED] + [
    (SuggestionState.WITHDRAWN.value, SuggestionState.WITHDRAWN.label)
]
NUMBER = Column(
    "number",
    _("编号"),
    lambda row: row.number,
    sort="number",
    numeric=True,
    fixed=True,
    css="muted",
    width=14,
)
TITLE = Column("title", _("标题"), cells._title, text=str, sort="title", fixed=True, main=True, width=48)
STATE = Column(
    "state",
    _("状态"),
    lambda row: badge(row.standing),
    text=lambda row: row.standing.label,
    sort="state",
    css="nb",
)
GIVEN = Column("given", _("立案日期"), lambda row: date_full(row.accepted_at), sort="accepted_at", css="nb")
REMARK = Column("remark", _("说明"), lambda row: row.remark, width=40)
SEQ = Column(
    "seq", _("流水号"), lambda row: row.series_no or "", sort="series_no", numeric=True, shown=False, width=10
)


class NumberRegister(ListPage):
    """Each number that was ever given out, with its suggestion; also those that are no longer in use."""

    name, title, unit = "numbers", _("编号登记簿"), _("个编号")
    template = "suggestions/numbers.html"
    columns: ClassVar[Sequence[Column]] = (NUMBER, TITLE, cells.LEAD, STATE, GIVEN, REMARK, SEQ)
    filters: ClassVar[Sequence[Filter]] = (
        Choices("series", _("编号序列"), numbers.series_choices, lookup="series"),
        Choices("state", _("状态"), STATES, lookup="state"),
        Flag("gone", _("不再使用的编号"), Q(state=SuggestionState.WITHDRAWN)),
    )
    sorts: ClassVar[Sequence[Sort]] = (
        Sort("order", _("按序列和流水号"), ("series", "series_no", "number")),
        Sort("new", _("最新在前"), ("-accepted_at",)),
    )
    find_hint = _("编号、标题、代表")
    empty_title = _("还没有给出过编号")
    empty_text = _("建议立案时按本级规则编号，给出的每个编号都记在这里。")

    def may_see(self, actor: Actor) -> Verdict:
        return policy.may_read_register(actor)

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        self.actor = actor
        found: QuerySet[Any] = numbers.registered(actor)
        return found

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        numbers.explain(known(rows, actor), actor)

    def find(self, rows: "QuerySet[Any]", words: str) -> "QuerySet[Any]":
        plain = Q(number__icontains=words) | Q(title__icontains=words)
        named = Q(lead__person__name__icontains=words) & policy.found_by_name(self.actor)
        return rows.filter(plain | named)

    def context(self, actor: Actor, at: datetime) -> dict[str, Any]:
        series = numbers.every_series(actor, at)
        found, bare = any(one.missing for one in series), sum(one.unexplained for one in series)
        return {"series": series, "gaps": found, "unexplained": bare}

    def sheets(self, actor: Actor, at: datetime) -> Iterable[Sheet]:
        """缺号 stand beside the register in the same file, with all that was ever said of them."""
        heads = [
            str(one)
            for one in (
                _("编号序列"),
                _("缺号"),
                _("情形"),
                _("说明"),
                _("说明人"),
                _("日期"),
                _("以前的说明"),
            )
        ]
        yield str(_("缺号")), heads, (_gap_row(one) for one in gaps.gaps(actor, at))


def _gap_row(one: gaps.Gap) -> list[object]:
    before = "；".join(
        f"{date_full(note.at)} {note.by_name} {note.get_ground_display()}：{note.text}"
        for note in one.earlier
    )
    if one.note is None:
        return [one.label, one.words, str(_("没有说明")), "", "", "", ""]
    note = one.note
    ground = str(note.get_ground_display())
    return [one.label, one.words, ground, note.text, note.by_name, date_full(note.at), before]
