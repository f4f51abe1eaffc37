"""Writing papers, and putting an office's own template in place of the built-in one."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from lianluo.congress.models import Congress
from lianluo.kernel.ciphers import sm3
from lianluo.papers.layout import fit_issuers
from lianluo.papers.models import PaperTemplate
from lianluo.papers.registry import PAPERS, Paper
from lianluo.papers.templates import BadTemplate, check, fill
from lianluo.people.actor import Actor

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FONT_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def own_template(name: str, congress: Congress) -> PaperTemplate | None:
    """The template that `congress` put into use for this paper."""
    found: PaperTemplate | None = (
        PaperTemplate.objects.within(congress.scope).filter(name=name, in_use=True).first()
    )
    return found


def template(paper: Paper, congress: Congress) -> bytes:
    """The template in use: the congress's own, else the built-in one."""
    own = own_template(paper.name, congress)
    return bytes(own.content) if own else paper.file.read_bytes()


def write(name: str, case: Any, *, congress: Congress) -> bytes:
    """The paper `name` about `case` as a Word document: official papers are Chinese, whoever asks for them."""
    paper = PAPERS[name]
    with override(settings.LANGUAGE_CODE):
        facts = paper.build(case)
    return document(paper, facts, congress=congress)


def document(paper: Paper, facts: Any, *, congress: Congress) -> bytes:
    """A paper from a value of its shape."""
    shape: Any = paper.shape
    if not isinstance(facts, shape):
        raise TypeError(f"{paper.name} is written from {paper.shape.__name__}")
    return fill(template(paper, congress), asdict(facts), _finish)


def specimen(paper: Paper, *, congress: Congress) -> bytes:
    """The paper with made-up facts: how the template in use looks."""
    return document(paper, paper.specimen, congress=congress)


@transaction.atomic
def replace(paper: Paper, file_name: str, content: bytes, *, actor: Actor, at: datetime) -> PaperTemplate:
    """Use `content` from now on for the actor's congress. Raises `BadTemplate` with a sentence."""
    if not file_name.lower().endswith(".docx"):
        raise BadTemplate(_("请上传 .docx 文件。"))
    check(content, paper)
    restore(paper, actor=actor)
    return PaperTemplate.objects.create(
        congress=actor.congress,
        name=paper.name,
        file_name=file_name[-120:],
        content=content,
        sm3=sm3(content),
        uploaded_at=at,
        uploaded_by_id=actor.account_id,
    )


def restore(paper: Paper, *, actor: Actor) -> bool:
    """Back to the built-in template. The own one is kept, out of use."""
    own = PaperTemplate.objects.within(actor.scope).filter(name=paper.name, in_use=True)
    return bool(own.update(in_use=False))


def _finish(word: Any) -> None:
    _with_own_fonts(word)
    fit_issuers(word)


def _with_own_fonts(word: Any) -> None:
    """Replace fonts that this installation may not use, as `PAPER_FONTS` says."""
    fonts: Mapping[str, str] = settings.PAPER_FONTS
    if not fonts:
        return
    roots = [word.element, word.styles.element]
    for section in word.sections:
        shown = (section.header, section.footer, section.even_page_footer, section.first_page_header)
        roots += [
            part._element for part in (*shown, section.first_page_footer) if not part.is_linked_to_previous
        ]
    for root in roots:
        for element in root.iter(f"{W}rFonts"):
            for slot in FONT_SLOTS:
                name = element.get(f"{W}{slot}")
                if name in fonts:
                    element.set(f"{W}{slot}", fonts[name])
