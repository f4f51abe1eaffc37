"""What is typed at an assignment meeting: the units of one row, a comment, units for many rows."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Congress, Unit
from lianluo.people.actor import Actor
from lianluo.suggestions.forms.handlings import MoveForm, OneUnit, _unit, _words
from lianluo.suggestions.forms.pick import UnitsField
from lianluo.suggestions.selectors.committees import committees
from lianluo.suggestions.services.assignment import Task
from lianluo.suggestions.states import Mode


class UnitsForm(forms.Form):
    """One answering unit and perhaps others: the first is alone, leads, or answers its own part."""

    first = forms.ModelChoiceField(
        label=_("主办或单办"),
        queryset=Unit.objects.none(),
        widget=OneUnit(),
        error_messages={"required": _("请选择一个单位。")},
    )
    others = UnitsField(label=_("其他单位"), help_text=_("没有就不选；选了，就是主办加会办，或者分办。"))
    apart = forms.BooleanField(label=_("分办：各答各的部分"), required=False)

    def offer(self, congress: Congress, at: datetime) -> None:
        """Units that stand on the day and may be asked."""
        day = localdate(at)
        standing = Q(valid_to=None) | Q(valid_to__gt=day)
        rows = Unit.objects.within(congress.scope).filter(standing).exclude(kind=UnitKind.COMMITTEE)
        self.fields["first"].queryset = rows.order_by("order", "pk")  # type: ignore[attr-defined]
        others: Any = self.fields["others"]
        others.queryset = rows.order_by("order", "pk")

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("first") and facts["first"].pk in facts.get("others", ()):
            self.add_error("others", _("同一个单位只能选一次。"))
        return facts

    def tasks(self) -> list[Task]:
        """What was chosen, as tasks without parts."""
        facts = self.cleaned_data
        named = self.fields["others"].queryset.in_bulk(facts["others"])  # type: ignore[attr-defined]
        others = [named[pk] for pk in facts["others"]]
        return chosen(facts["first"], others, apart=facts["apart"])


def chosen(first: Unit, others: list[Unit], *, apart: bool) -> list[Task]:
    """One unit alone; several that answer apart; or the first leads and the others help."""
    if not others:
        return [Task(unit=first, mode=Mode.SOLE)]
    if apart:
        return [Task(unit=unit, mode=Mode.SEPARATE) for unit in (first, *others)]
    return [Task(unit=first, mode=Mode.LEAD), *(Task(unit=unit, mode=Mode.CO) for unit in others)]


class RowForm(UnitsForm):
    """The units of one row, and who supervises."""

    committee = forms.ModelChoiceField(
        label=_("督办委员会"), queryset=Unit.objects.none(), required=False, widget=OneUnit()
    )

    def offer(self, congress: Congress, at: datetime) -> None:
        super().offer(congress, at)
        self.fields["committee"].queryset = committees(congress, localdate(at))  # type: ignore[attr-defined]

    def tasks(self) -> list[Task]:
        """With the part that was written for each unit."""
        parts = {task.unit.pk: self.data.get(f"part_{task.unit.pk}", "").strip() for task in super().tasks()}
        return [replace(task, part=parts[task.unit.pk][:1000]) for task in super().tasks()]


class CommentForm(MoveForm):
    """What an office thinks of a row."""

    text = _words(_("意见"), missing=_("请写明意见。"), rows=3)
    unit = _unit(_("建议改由哪个单位办"), required=False)


class ManyUnits(UnitsForm):
    """The same units for all chosen: asked for before a bulk move."""

    def offer_to(self, actor: Actor, at: datetime) -> None:
        self.offer(actor.congress, at)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        return facts if self.errors else facts | {"tasks": self.tasks()}
