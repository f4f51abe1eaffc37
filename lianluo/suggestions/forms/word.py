"""A suggestion that was written in Word: the file, read into the fields of the form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.papers.reading import Unreadable, paragraphs
from lianluo.suggestions.forms.deputy import LONGEST, Heading, Prose
from lianluo.suggestions.parting import Parts, parts
from lianluo.trail.filetypes import DOCX, Unfit, clean_name, inspect

MEGABYTES = 20


class WordForm(forms.Form):
    """The file. Valid, `cleaned_data["word"]` holds what it says."""

    word = forms.FileField(
        label=_("已经用 Word 写好了"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        help_text=_("选 docx 文件，标题、情况与问题、具体建议会填到下面，段落和编号不变"),
    )

    def clean_word(self) -> Parts:
        upload = self.cleaned_data["word"]
        if not upload:
            raise forms.ValidationError(_("请先选择 Word 文件。"))
        try:
            return read(clean_name(upload.name), upload)
        except Unfit as wrong:
            raise forms.ValidationError(str(wrong)) from wrong


def read(name: str, upload: Any) -> Parts:
    """What the file says; raises `Unfit` with the sentence when it is not taken."""
    kind = inspect(name, upload.size, upload.file, limit=MEGABYTES * 2**20)
    if kind is not DOCX:
        raise Unfit(
            _("「{name}」不是 Word 文件，请选 docx 文件；其他文件可以最后一步作为附件上传。"), name=name
        )
    upload.file.seek(0)
    try:
        lines = paragraphs(upload.file)
    except Unreadable as error:
        raise Unfit(_("文件「{name}」已损坏，打不开，请检查后重新上传。"), name=name) from error
    if not lines:
        raise Unfit(_("「{name}」里没有文字，可能是扫描的图片，请选有文字的文件。"), name=name)
    found = parts(lines)
    if (longest := max(len(found.situation), len(found.proposals))) > LONGEST:
        sentence = _("「{name}」有 {n} 个字，每一部分最长 {most} 个字，请精简后再选。")
        raise Unfit(sentence, name=name, n=longest, most=LONGEST)
    return found


class TakenForm(forms.Form):
    """What was read, as it comes back with the writer's choice."""

    title = Heading(required=False)
    situation = Prose(required=False)
    proposals = Prose(required=False)
    keep = forms.ChoiceField(
        choices=[("both", _("接在后面")), ("file", _("换成文件里的")), ("mine", _("不要文件里的"))]
    )
