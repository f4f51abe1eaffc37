"""Fields that several administration forms share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DayField(forms.DateField):
    """A day, by picker or typed: 2026-07-01, 2026年7月1日, 2026/7/1, 20260701."""

    def __init__(self, **options: Any) -> None:
        formats = ["%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d"]
        options.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        options.setdefault("error_messages", {"invalid": _("请写成 2026-07-01 的样子。")})
        super().__init__(input_formats=formats, **options)


class KeyedSelect(forms.Select):
    """Options that carry pinyin and initials, so that typing finds them (the page's picker reads `data-keys`)."""

    def __init__(self, keys: dict[str, tuple[str, str]] | None = None, **options: Any) -> None:
        self.keys = keys or {}
        super().__init__(**options)

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        keys, note = self.keys.get(str(value), ("", ""))
        option["attrs"] |= {"data-keys": keys, "data-note": note} if keys else {}
        return option


class UnitField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A unit of one congress, chosen by typing."""

    def __init__(self, **options: Any) -> None:
        from lianluo.congress.models import Unit

        options.setdefault("required", False)
        options.setdefault("empty_label", _("（无）"))
        super().__init__(Unit.objects.none(), **options)
        self.widget.attrs["data-picker"] = ""

    def offer(self, units: Any) -> None:
        """Offer these units."""
        rows = list(units)
        self.queryset = units
        self.widget = KeyedSelect(
            keys={
                str(u.pk): (f"{u.initials} {u.pinyin}", u.name if u.name != u.short_name else "")
                for u in rows
            },
            attrs={"data-picker": ""},
        )
        self.widget.choices = [("", self.empty_label or ""), *((u.pk, str(u)) for u in rows)]
