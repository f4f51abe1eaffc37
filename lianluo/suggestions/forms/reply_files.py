"""Files that are added to a reply."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.forms.files import FilesField


class ReplyFilesForm(forms.Form):
    files: Any = FilesField(
        label=_("选择文件"), required=True, error_messages={"required": _("请选择文件。")}
    )
