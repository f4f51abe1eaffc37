"""A suggestion that was written in Word, put into the form. What is there already is never replaced unasked."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.suggestions import services
from lianluo.suggestions.forms.deputy import WriteDraft, text_of
from lianluo.suggestions.forms.word import TakenForm
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.parting import Parts
from lianluo.suggestions.services import Elsewhere, Text
from lianluo.suggestions.web.doors import acting, case_url, found
from lianluo.trail.steps import Refused
from lianluo.ui.pages import done, refused, render

TEXT = ("title", "situation", "proposals")


def taken(request: HttpRequest, draft: Suggestion, read: Parts) -> HttpResponse:
    """Into an empty draft at once; beside anything written, or with lines left over, the writer is asked."""
    if any(getattr(draft, name) for name in TEXT) or read.left or not read.proposals:
        return asked(request, draft, read)
    return _saved(request, draft, read, text_of(draft), draft.edition)


def asked(
    request: HttpRequest, draft: Suggestion, read: Parts, *, status: int = 200, why: str = ""
) -> HttpResponse:
    """What was read, beside what is there."""
    facts = {"draft": draft, "read": read, "why": why, "written": any(getattr(draft, name) for name in TEXT)}
    return render(request, "suggestions/word.html", facts, status=status)


@require_POST
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """The writer's choice: in its place, behind it, or not at all."""
    draft, form = found(request, pk), TakenForm(request.POST)
    if not form.is_valid() or form.cleaned_data["keep"] == "mine":
        return redirect("suggestions:write", pk)
    read = Parts(*(form.cleaned_data[name] for name in TEXT))
    posted = request.POST.get("version", "")
    start = text_of(draft)
    if form.cleaned_data["keep"] == "file":
        start = replace(start, title="", situation="", proposals="")
    return _saved(request, draft, read, start, int(posted) if posted.isdecimal() else draft.edition)


def _saved(request: HttpRequest, draft: Suggestion, read: Parts, start: Text, edition: int) -> HttpResponse:
    """`read` behind `start`, saved unless another device was faster or it became too long."""
    text = behind(start, read)
    fits = WriteDraft({name: getattr(text, name) for name in TEXT}, draft=draft, on=timezone.localdate())
    if not fits.is_valid():
        why = next(iter(fits.errors.values()))[0]
        return asked(request, draft, read, status=422, why=str(why))
    try:
        services.save_draft(draft, fits.text(text), actor=acting(request), at=timezone.now(), edition=edition)
    except Elsewhere as reason:
        return asked(request, found(request, draft.pk), read, status=409, why=str(reason))
    except Refused as reason:
        return refused(request, reason, url=case_url(draft), label=_("看这件建议"))
    done(request, _("已填入 Word 文件里的文字，请核对。"))
    return redirect(f"{reverse('suggestions:write', args=[draft.pk])}?filled")


def behind(start: Text, read: Parts) -> Text:
    """A title that is there stays; paragraphs come after those that are there, once."""
    changes: dict[str, Any] = {"title": start.title or read.title}
    for name in TEXT[1:]:
        there, new = getattr(start, name), getattr(read, name)
        changes[name] = there if new in there else f"{there}\n{new}".strip()
    return replace(start, **changes)
