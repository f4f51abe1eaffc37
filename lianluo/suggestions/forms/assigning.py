"""What goes with supervision and with the answer to a deputy who doubts the choice of units."""

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Congress
from lianluo.suggestions.forms.handlings import MoveForm, _unit, _words
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.selectors.committees import committees
from lianluo.suggestions.states import HandlingState


class SuperviseForm(MoveForm):
    """Which committee follows it."""

    committee = _unit(_("由哪个委员会督办"), required=False, why=_("不选，就没有委员会督办。"))
    reason = _words(_("为什么调整"), required=False, rows=3)

    def __init__(self, *args: Any, congress: Congress, **kwargs: Any) -> None:
        super().__init__(*args, congress=congress, **kwargs)
        self.fields["committee"].queryset = committees(congress, localdate())  # type: ignore[attr-defined]


class InstructForm(MoveForm):
    """What the committee expects."""

    note = _words(_("督办意见"), missing=_("请写明督办意见，承办单位会看到。"))


class AnswerQuestionForm(MoveForm):
    """Keep the units and say why, or give one part to another unit."""

    handling = forms.ModelChoiceField(
        label=_("调整哪个单位"),
        queryset=Handling.objects.none(),
        required=False,
        empty_label=_("不调整，原单位继续办理"),
    )
    unit = _unit(_("改由哪个单位办"), required=False)
    answer = _words(_("给代表的答复"), missing=_("请写明答复，代表会看到。"))

    def __init__(self, *args: Any, case: Suggestion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Handling.objects.within(case.congress.scope).filter(suggestion=case)
        rows = rows.filter(state__in=CHANGEABLE).select_related("unit", "congress", "suggestion__congress")
        part = self.fields["handling"]
        part.queryset = rows.order_by("pk")  # type: ignore[attr-defined]
        part.label_from_instance = lambda one: f"{one.unit}（{one.role.label}）"  # type: ignore[attr-defined]
        units = self.fields["unit"]
        units.queryset = units.queryset.exclude(kind=UnitKind.COMMITTEE)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("handling") and not facts.get("unit"):
            self.add_error("unit", _("请选择改由哪个单位办。"))
        if facts.get("unit") and not facts.get("handling"):
            self.add_error("handling", _("请选择调整哪个单位。"))
        return facts


CHANGEABLE = (HandlingState.DISPATCHING, HandlingState.ASSIGNED, HandlingState.SIGNED)
