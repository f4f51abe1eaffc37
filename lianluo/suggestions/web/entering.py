"""代录: staff takes in a suggestion on paper; the deputy confirms it, makes it the own draft, or says it is not so."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianluo.suggestions import policy, services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.entering import DisownForm, EnterForm
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.remarks import remarks
from lianluo.suggestions.selectors.ahead import after_sending
from lianluo.suggestions.selectors.entering import enterable, entered_by
from lianluo.suggestions.services.files import files_of
from lianluo.suggestions.states import SuggestionState
from lianluo.suggestions.web.doors import acting, case_url, found, moved
from lianluo.trail.filetypes import Unfit
from lianluo.trail.steps import Refused
from lianluo.ui.pages import done, refused, render, warn


@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """The form, and what one took in that still waits."""
    actor, at = acting(request), timezone.now()
    if not (verdict := policy.may_enter_any(actor)):
        return refused(request, verdict)
    seats = enterable(actor, at)
    if not seats:
        return refused(request, _("闭会期间由联工委代录。"))
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = EnterForm(data, files, congress=actor.congress, on=timezone.localdate(at), seats=seats)
    if form.is_valid() and (made := _entered(request, form, at)):
        said = _("已录入，等%s代表确认。确认以前，只有代表本人和您看得到。")
        done(request, said % made.lead.person, url=case_url(made), label=_("看这件建议"))
        _hint(request, made)
        return redirect("suggestions:enter")
    return render(request, "suggestions/enter.html", {"form": form, "rows": entered_by(actor)})


def _entered(request: HttpRequest, form: EnterForm, at: Any) -> Suggestion | None:
    """What was made, or None with the reason beside its field."""
    facts = {"received_on": form.cleaned_data["received_on"], "form": form.cleaned_data["form"]}
    try:
        return services.enter(form.whose, form.written, actor=acting(request), at=at, **facts)
    except Unfit as wrong:
        form.add_error("form", str(wrong))
    except Refused as reason:
        form.add_error(None, str(reason))
    return None


def _hint(request: HttpRequest, case: Suggestion) -> None:
    """What the deputy will be asked to look at: a slip of the typist is best found by the typist."""
    if struck := remarks(case.title, case.situation, case.proposals):
        lines = [f"{one.sentence}{_('“%s”') % one.found if one.found else ''}" for one in struck]
        heading = _("请对照纸质件再看一眼，代表确认时也会看到：")
        warn(request, heading + " ".join(lines), url=case_url(case), label=_("看这件建议"))


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The deputy reads what was taken in and answers."""
    case, actor = found(request, pk), acting(request)
    if request.method == "POST":
        return ANSWERS.get(request.POST.get("answer", ""), _confirmed)(request, case)
    if not (verdict := SUGGESTION.judge(actor, case, "take_over")):
        return refused(request, verdict, url=case_url(case), label=_("看这件建议"))
    facts = {"case": case, "files": files_of(case), "ahead": after_sending(case, timezone.now())}
    facts["remarks"] = remarks(case.title, case.situation, case.proposals)
    return render(request, "suggestions/confirm.html", facts | {"form": DisownForm()})


def _confirmed(request: HttpRequest, case: Suggestion) -> HttpResponse:
    """It goes on exactly as if the deputy had written and sent it; pressed twice it is sent once."""
    actor = acting(request)
    try:
        services.submit(case, actor=actor, at=timezone.now())
    except Refused as reason:
        sent = case.state in (SuggestionState.REVIEW, SuggestionState.DELEGATION_REVIEW)
        if not (sent and policy.is_lead(actor, case)):
            return refused(request, reason, url=case_url(case), label=_("看这件建议"))
    return redirect("suggestions:sent", case.pk)


def _taken_over(request: HttpRequest, case: Suggestion) -> HttpResponse:
    def act(at: Any) -> object:
        return services.take_over(case, actor=acting(request), at=at)

    to, said = reverse("suggestions:write", args=[case.pk]), _("已转为您的草稿，改好以后提交。")
    return moved(request, SUGGESTION, case, ("take_over",), act, said=said, to=to)


def _disowned(request: HttpRequest, case: Suggestion) -> HttpResponse:
    note = request.POST.get("note", "").strip()[:300]

    def act(at: Any) -> object:
        return services.disown(case, actor=acting(request), at=at, note=note)

    to, said = reverse("suggestions:mine"), _("已答复不是您提的，代录的工作人员会收到通知。")
    return moved(request, SUGGESTION, case, ("disown",), act, said=said, to=to)


ANSWERS = {"take_over": _taken_over, "disown": _disowned}
