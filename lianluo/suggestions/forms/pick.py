"""Choosing units: a plain list that scripts turn into a box for names, pinyin and initials."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q

from lianluo.congress.models import Congress, Unit


class UnitSelect(forms.SelectMultiple):
    """Each option carries what one may type to find it."""

    def __init__(self) -> None:
        super().__init__(attrs={"data-picker": "", "size": 6})

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        unit = getattr(value, "instance", None)
        if unit is not None:
            keys = f"{unit.pinyin} {unit.initials} {unit.name}".strip().lower()
            option["attrs"] |= {"data-keys": keys, "data-note": unit.name if unit.short_name else ""}
        return option


if TYPE_CHECKING:
    Several = forms.ModelMultipleChoiceField[Unit]
else:
    Several = forms.ModelMultipleChoiceField


class UnitsField(Several):
    """Units of one congress that stand on a day; cleans to their ids."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Unit.objects.none(), required=False, widget=UnitSelect(), **kwargs)

    def offer(self, congress: Congress, on: date) -> None:
        """The units among which one may choose."""
        standing = Q(valid_to=None) | Q(valid_to__gt=on)
        self.queryset = Unit.objects.within(congress.scope).filter(standing)

    def clean(self, value: Any) -> Any:
        return [unit.pk for unit in super().clean(value)]
