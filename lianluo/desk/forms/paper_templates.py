"""Uploading a Word template."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.papers.registry import Paper
from lianluo.papers.templates import LARGEST, BadTemplate, check


class TemplateForm(forms.Form):
    """One .docx file that the paper can be written with; otherwise a sentence says what is wrong."""

    file = forms.FileField(
        label=_("Word 模板（.docx，不超过 2 MB）"), widget=forms.FileInput(attrs={"accept": ".docx"})
    )

    def __init__(self, *args: Any, paper: Paper, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.paper, self.content, self.file_name = paper, b"", ""

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        self.file_name = given.name
        if not self.file_name.lower().endswith(".docx"):
            raise forms.ValidationError(_("请上传 .docx 文件。"))
        self.content = given.read(LARGEST + 1)
        try:
            check(self.content, self.paper)
        except BadTemplate as error:
            raise forms.ValidationError(str(error)) from error
        return given
