"""Writing a suggestion: two steps that save themselves, a last look, and off it goes.

Works without scripts by sending the form; scripts send the same form to `save` while one writes.
"""

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lianluo.suggestions import policy
from lianluo.suggestions.forms.compare import differences
from lianluo.suggestions.forms.deputy import Details, DetailsDraft, DraftForm, Write, WriteDraft, text_of
from lianluo.suggestions.forms.word import WordForm
from lianluo.suggestions.merging import merged
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.advice import last_advice
from lianluo.suggestions.selectors.ahead import grounds
from lianluo.suggestions.services import Elsewhere, Text, save_draft
from lianluo.suggestions.web.doors import acting, case_url, found
from lianluo.suggestions.web.word import taken
from lianluo.trail.steps import Refused
from lianluo.ui.components.text import moment
from lianluo.ui.pages import done, refused, render

VERSION = "version"
"""The form field that carries the edition from which the writer started."""


@dataclass(frozen=True)
class Page:
    """One step: what may be saved as it is, what going on asks for, and where going on leads."""

    draft: type[DraftForm]
    whole: type[DraftForm]
    after: str

    @property
    def step(self) -> str:
        return self.draft.step


PAGES = {
    page.step: page
    for page in (
        Page(WriteDraft, Write, "suggestions:details"),
        Page(DetailsDraft, Details, "suggestions:check"),
    )
}


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The first step: title, situation, proposals."""
    return _step(request, pk, PAGES["write"])


@require_http_methods(["GET", "POST"])
def details(request: HttpRequest, pk: int) -> HttpResponse:
    """The second step: what goes with the text."""
    return _step(request, pk, PAGES["details"])


def _step(request: HttpRequest, pk: int, page: Page) -> HttpResponse:
    draft = found(request, pk)
    if answer := closed(request, draft):
        return answer
    if request.method != "POST":
        return _drawn(request, draft, page, _form(page.draft, draft))
    return _sent_on(request, draft, page)


def _sent_on(request: HttpRequest, draft: Suggestion, page: Page) -> HttpResponse:
    """The form by its own button: kept whatever is in it; going on asks for what is missing."""
    loose, whole = (_form(kind, draft, request.POST) for kind in (page.draft, page.whole))
    if not loose.is_valid():
        return _drawn(request, draft, page, loose)
    try:
        draft = keep(request, draft, loose.text(text_of(draft)))
    except Elsewhere:
        return _two(request, found(request, draft.pk), page, loose)
    if page.step == "write" and ("read" in request.POST or "word" in request.FILES):
        return _from_word(request, draft, page, loose)
    if "later" in request.POST:
        done(request, _("草稿已保存，随时可以接着写。"))
        return redirect("suggestions:mine")
    if whole.is_valid():
        return redirect(page.after, draft.pk)
    return _drawn(request, draft, page, whole)


def _from_word(request: HttpRequest, draft: Suggestion, page: Page, loose: DraftForm) -> HttpResponse:
    """What was typed is saved by now; the file beside it is read, or the reason stands beside its field."""
    form = WordForm(request.POST, request.FILES, label_suffix="")
    if not form.is_valid():
        return _drawn(request, draft, page, loose, word=form)
    return taken(request, draft, form.cleaned_data["word"])


def closed(request: HttpRequest, draft: Suggestion) -> HttpResponse | None:
    """The refusal, when the text may no longer be written on."""
    verdict = policy.may_write(acting(request), draft)
    return None if verdict else refused(request, verdict, url=case_url(draft), label=_("看这件建议"))


def _form(kind: type[DraftForm], draft: Suggestion, data: Any = None) -> DraftForm:
    return kind(data, draft=draft, on=timezone.localdate())


def _drawn(
    request: HttpRequest, draft: Suggestion, page: Page, form: DraftForm, word: WordForm | None = None
) -> HttpResponse:
    facts = {
        "draft": draft,
        "form": form,
        "word": word or WordForm(label_suffix=""),
        "filled": "filled" in request.GET,
        "advice": last_advice(draft),
        "grounds": grounds(draft, timezone.now()),
    }
    return render(request, f"suggestions/{page.step}.html", facts)


def keep(request: HttpRequest, draft: Suggestion, text: Text) -> Suggestion:
    """Save `text` unless another device was faster. The same text sent twice is saved once."""
    try:
        return save_draft(
            draft, text, actor=acting(request), at=timezone.now(), edition=edition(request, draft)
        )
    except Elsewhere:
        current = found(request, draft.pk)
        if text_of(current) != text:
            raise
        return current


def edition(request: HttpRequest, draft: Suggestion) -> int:
    posted = request.POST.get(VERSION, "")
    return int(posted) if posted.isdecimal() else draft.edition


@require_POST
def save(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft as the scripts send it while one writes: the new edition, or both texts when they differ (409)."""
    draft = found(request, pk)
    page = PAGES.get(request.POST.get("step", ""), PAGES["write"])
    form = _form(page.draft, draft, request.POST)
    if not form.is_valid():
        return JsonResponse({"error": next(iter(form.errors.values()))[0]}, status=422)
    try:
        saved = keep(request, draft, form.text(text_of(draft)))
    except Elsewhere:
        return JsonResponse(_both(found(request, pk), form), status=409)
    except Refused as reason:
        return JsonResponse({"error": str(reason)}, status=403)
    return JsonResponse({"version": saved.edition, "at": moment(saved.saved_at)})


def _both(current: Suggestion, form: DraftForm) -> dict[str, Any]:
    there = text_of(current)
    return {
        "version": current.edition,
        "at": moment(current.saved_at),
        "fields": form.values(there),
        "merged": form.values(joined(there, form.text(there))),
    }


def joined(there: Text, here: Text) -> Text:
    """Two editions in one: texts sentence by sentence, units from both, choices as made here."""
    units = [*there.wished_units, *(pk for pk in here.wished_units if pk not in there.wished_units)]
    return replace(
        here,
        title=here.title or there.title,
        situation=merged(there.situation, here.situation),
        proposals=merged(there.proposals, here.proposals),
        wished_units=units,
    )


def _two(request: HttpRequest, current: Suggestion, page: Page, form: DraftForm) -> HttpResponse:
    """Two devices wrote: both texts, and the choice."""
    found_apart = differences(form, text_of(current))
    facts = {"draft": current, "form": form, "step": page.step, "differences": found_apart}
    return render(request, "suggestions/settle.html", facts, status=409)


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """The writer's choice between two editions; the one not chosen stays on the device that wrote it."""
    draft = found(request, pk)
    page = PAGES.get(request.POST.get("step", ""), PAGES["write"])
    form = _form(page.draft, draft, request.POST)
    if request.POST.get("keep") == "there" or not form.is_valid():
        return redirect(f"suggestions:{page.step}", pk)
    there = text_of(draft)
    here = form.text(there)
    try:
        keep(request, draft, here if request.POST.get("keep") == "here" else joined(there, here))
    except Elsewhere:
        return _two(request, found(request, pk), page, form)
    except Refused as reason:
        return refused(request, reason, url=case_url(pk), label=_("看这件建议"))
    return redirect(f"suggestions:{page.step}", pk)
