"""Suggestions as a kind of table: who may load and give them out, and what is said once for a whole file."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Unit
from lianluo.congress.rules import RuleBook
from lianluo.exchange.kinds import KINDS, Kind
from lianluo.exchange.values import Unclear, read_moment, written
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.people.models import Seat
from lianluo.suggestions.intake.checker import Suggestions
from lianluo.suggestions.intake.fields import FIELDS
from lianluo.suggestions.intake.out import export, rows_of
from lianluo.suggestions.states import SuggestionState
from lianluo.ui.pickers import Picker

Seats = Units = forms.ModelChoiceField


class SuggestionOptions(forms.Form):
    """What holds for the whole file where a row says nothing."""

    lead = Seats(
        Seat.objects.none(), label=_("领衔代表"), required=False, empty_label=_("（按表格里写的）"),
        help_text=_("表格里没有领衔代表时，整个文件都记在这位名下。"),
    )  # fmt: skip
    unit = Units(
        Unit.objects.none(), label=_("承办单位"), required=False, empty_label=_("（按表格里写的）"),
        help_text=_("没有写承办单位的，都交给它。"),
    )  # fmt: skip
    submitted_at = forms.CharField(
        label=_("提出时间"),
        required=False,
        max_length=30,
        help_text=_("表格里没有提出时间时用这一天，例如 2020-05-06。"),
    )
    reply_class = forms.ChoiceField(
        label=_("答复类别"), required=False, help_text=_("有答复、没有写类别的，都记作这一类。")
    )
    settle = forms.BooleanField(
        label=_("没有评价的，按反馈期满结束并办结"), required=False,
        help_text=_("历年台账一般选上；不选的话，这些建议会等代表评价。"),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = Seat.objects.within(actor.scope).select_related("person", "delegation")
        self._offer("lead", seats.order_by("person__pinyin"), {s: _keys(s.person) for s in seats})
        units = Unit.objects.within(actor.scope)
        self._offer("unit", units, {unit: (f"{unit.initials} {unit.pinyin}", unit.name) for unit in units})
        classes = RuleBook(actor.congress, localdate(at)).answer_classes()
        rows = [(row.code, row.label) for row in classes]
        self.fields["reply_class"].choices = [("", _("（按表格里写的）")), *rows]  # type: ignore[attr-defined]

    def _offer(self, name: str, rows: Any, keys: dict[Any, tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.widget = Picker(keys={str(row.pk): said for row, said in keys.items()})
        field.queryset = rows

    def clean_submitted_at(self) -> str:
        text = str(self.cleaned_data["submitted_at"]).strip()
        try:
            return written(read_moment(text)) if text else ""
        except Unclear as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def kept(self) -> dict[str, str]:
        """As the batch keeps it."""
        facts = self.cleaned_data
        keys = {name: str(facts[name].pk) if facts[name] else "" for name in ("lead", "unit")}
        rest = {"submitted_at": facts["submitted_at"], "reply_class": facts["reply_class"]}
        return keys | rest | {"settle": "1" if facts["settle"] else ""}


def _keys(person: Any) -> tuple[str, str]:
    return f"{person.initials} {person.pinyin}", person.employer


class SuggestionFilters(forms.Form):
    """What of them goes out."""

    year = forms.ChoiceField(label=_("哪一年提出的"), required=False)
    states = forms.MultipleChoiceField(
        label=_("状态"), required=False, widget=forms.CheckboxSelectMultiple, help_text=_("不选就是全部；草稿不导出。"),
        choices=[(value, label) for value, label in SuggestionState.choices if value != SuggestionState.DRAFT],
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = rows_of(actor, {}).exclude(submitted_at=None).dates("submitted_at", "year", order="DESC")
        shown = [(str(day.year), str(day.year)) for day in years]
        self.fields["year"].choices = [("", _("全部")), *shown]  # type: ignore[attr-defined]

    def kept(self) -> dict[str, Any]:
        return {"year": self.cleaned_data["year"], "states": self.cleaned_data["states"]}


def may_load(actor: Actor) -> Verdict:
    """Entering what happened elsewhere is the work of the deputies' body."""
    return YES if actor.is_liaison else no(_("导入建议由联工委办理。"))


SUGGESTIONS = Kind(
    key="suggestions",
    label=_("代表建议"),
    unit=_("件"),
    icon="file",
    about=_("历年台账、纸质建议和别的系统里的建议，连同交办、答复、评价和各自的时间。"),
    fields=FIELDS,
    may=may_load,
    checker=Suggestions,
    may_export=may_load,
    export=export,
    count=lambda actor, filters: rows_of(actor, filters).count(),
    back="suggestions:list",
    options=SuggestionOptions,
    filters=SuggestionFilters,
    portion=20,
    source="source_id",
    text_field="proposals",
    kept_why=_("建议的办理历史只增不删，导入后不能整批撤回；请先看清检查结果再导入。"),
)


def register() -> None:
    """Called once when the application starts."""
    KINDS.add("suggestions", SUGGESTIONS)
