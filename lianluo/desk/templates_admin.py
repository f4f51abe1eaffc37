"""Paper templates of the own congress: look, try, put an own one in place, go back."""

import io
from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lianluo.desk.doors import DeskRequest, door
from lianluo.desk.forms.paper_templates import TemplateForm
from lianluo.kernel.verdict import Verdict
from lianluo.papers import policy, services
from lianluo.papers.models import PaperTemplate
from lianluo.papers.registry import PAPERS, Paper
from lianluo.ui.pages import ask, back, done, render


def may_change(actor: Any, congress: Any) -> Verdict:
    return policy.may_change(actor)


def _paper(name: str) -> Paper:
    found = PAPERS.get(name)
    if found is None:
        raise Http404
    return found


def _word(content: bytes, file_name: str) -> FileResponse:
    return FileResponse(
        io.BytesIO(content), as_attachment=True, filename=file_name, content_type=services.MEDIA_TYPE
    )


@door(may_change)
@require_safe
def paper_templates(request: DeskRequest) -> HttpResponse:
    """Every paper with the template in use."""
    rows = PaperTemplate.objects.within(request.actor.scope).filter(in_use=True).defer("content")
    own = {row.name: row for row in rows.select_related("uploaded_by")}
    return render(request, "desk/paper_templates.html", {"papers": [(p, own.get(p.name)) for p in PAPERS]})


@door(may_change)
def paper_template(request: DeskRequest, name: str) -> HttpResponse:
    """One paper: what a template may name, its history, and the place to upload an own one."""
    paper, at = _paper(name), timezone.now()
    form = TemplateForm(request.POST or None, request.FILES or None, paper=paper)
    if request.method == "POST" and form.is_valid():
        services.replace(paper, form.file_name, form.content, actor=request.actor, at=at)
        done(request, _("已启用，以后的{paper}按这份模板生成。").format(paper=paper.label))
        return back(request, "desk:paper_template", name)
    history = PaperTemplate.objects.within(request.actor.scope).filter(name=name).defer("content")
    facts = {
        "paper": paper,
        "form": form,
        "history": history.select_related("uploaded_by")[:10],
        "own": services.own_template(name, request.actor.congress),
        "variables": sorted(paper.variables),
    }
    return render(request, "desk/paper_template.html", facts)


@door(may_change)
@require_safe
def paper_template_file(request: DeskRequest, name: str) -> FileResponse:
    """The template in use, to be changed in Word."""
    paper = _paper(name)
    content = services.template(paper, request.actor.congress)
    return _word(content, _("{paper}（模板）.docx").format(paper=paper.label))


@door(may_change)
@require_safe
def paper_specimen(request: DeskRequest, name: str) -> FileResponse:
    """The paper with made-up facts."""
    paper = _paper(name)
    content = services.specimen(paper, congress=request.actor.congress)
    return _word(content, _("{paper}（样张）.docx").format(paper=paper.label))


@door(may_change)
@require_POST
def paper_template_restore(request: DeskRequest, name: str) -> HttpResponse:
    """Back to the built-in template."""
    paper = _paper(name)
    question = ask(
        request,
        title=_("恢复内置的{paper}模板？").format(paper=paper.label),
        text=_("本单位上传的模板会保留在记录里，不再使用。"),
        button=_("恢复内置模板"),
    )
    if question:
        return question
    services.restore(paper, actor=request.actor)
    done(request, _("已恢复内置模板。"))
    return back(request, "desk:paper_template", name)


urlpatterns = [
    path("paper-templates/", paper_templates, name="paper_templates"),
    path("paper-templates/<str:name>/", paper_template, name="paper_template"),
    path("paper-templates/<str:name>/file/", paper_template_file, name="paper_template_file"),
    path("paper-templates/<str:name>/specimen/", paper_specimen, name="paper_specimen"),
    path("paper-templates/<str:name>/restore/", paper_template_restore, name="paper_template_restore"),
]
