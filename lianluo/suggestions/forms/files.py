"""Several files in one field. What may be kept is looked at when they are kept."""

from typing import Any

from django import forms


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class FilesField(forms.FileField):
    """A list of uploads, none when nothing was chosen."""

    def __init__(self, **facts: Any) -> None:
        start: dict[str, Any] = {"required": False, "widget": FilesInput(attrs={"data-files": "50,20"})}
        super().__init__(**start | facts)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        rows = data if isinstance(data, list | tuple) else [data]
        found = [super(FilesField, self).clean(one, initial) for one in rows]
        return [one for one in found if one]
