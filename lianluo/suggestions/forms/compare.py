"""Two editions of a draft as a page shows them: only the fields that differ, with what is peculiar marked."""

from dataclasses import dataclass
from typing import Any

from django import forms

from lianluo.suggestions.forms.deputy import DraftForm
from lianluo.suggestions.merging import Run, marked
from lianluo.suggestions.services import Text


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: what this device has, what was saved elsewhere."""

    label: str
    here: list[Run]
    there: list[Run]


def differences(form: DraftForm, there: Text) -> list[Difference]:
    """The fields of `form` in which its text differs from `there`."""
    mine, theirs = form.values(form.text(there)), form.values(there)
    return [
        _difference(form, name, mine[name], theirs[name])
        for name in form.fields
        if mine[name] != theirs[name]
    ]


def _difference(form: DraftForm, name: str, mine: list[str], theirs: list[str]) -> Difference:
    here, there = _words(form, name, mine), _words(form, name, theirs)
    return Difference(str(form.fields[name].label), marked(here, there), marked(there, here))


def _words(form: DraftForm, name: str, values: list[str]) -> str:
    """Labels instead of codes."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        return "".join(values)
    choices: Any = field.choices
    labels = {str(value): str(label) for value, label in choices}
    return "、".join(labels.get(value, value) for value in values)
