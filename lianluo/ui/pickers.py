"""Selects in which one types a name, pinyin or initials. Without scripts they are plain selects."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms

Keys = Mapping[str, tuple[str, str]] | Callable[[], Mapping[str, tuple[str, str]]]


class _Picking:
    """`keys` gives for each value what else may be typed ("jiaoyuting jyt") and a note shown beside the label."""

    def __init__(self, *args: Any, keys: Keys | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys: Keys = keys or {}
        self.attrs.setdefault("data-picker", "")  # type: ignore[attr-defined]

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)  # type: ignore[misc]
        known = self.keys() if callable(self.keys) else self.keys
        typed, note = known.get(str(value), ("", ""))
        if typed:
            option["attrs"]["data-keys"] = typed
        if note:
            option["attrs"]["data-note"] = note
        return option


class Picker(_Picking, forms.Select):
    """One of many."""


class PickerMany(_Picking, forms.SelectMultiple):
    """Several of many, shown as chips."""
