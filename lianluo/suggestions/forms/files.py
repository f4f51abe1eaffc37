"""Several files in one field."""

from typing import Any

from django import forms


class FilesInput(forms.ClearableFileInput):
    """Takes more than one file."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"data-files": "50,20"} | (attrs or {}))


class FilesField(forms.FileField):
    """Cleans to a list of uploads, empty when none was chosen."""

    widget = FilesInput

    def __init__(self, **facts: Any) -> None:
        super().__init__(**{"required": False} | facts)

    def clean(self, data: Any, initial: Any = None) -> Any:
        chosen = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if not chosen:
            super().clean(None, initial)
            return []
        return [super(FilesField, self).clean(one, initial) for one in chosen]
