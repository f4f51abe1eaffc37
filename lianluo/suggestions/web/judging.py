"""Judging an answer: the reply above, the marks below it, asked once more before it counts; and a paper form entered."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianluo.congress.calendar import work_calendar
from lianluo.suggestions import policy, services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.judging import COMMENT_SHORTEST, PaperRateForm, RateForm
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.scale import scale
from lianluo.suggestions.selectors.ahead import after_rating, limits, rated_words
from lianluo.suggestions.selectors.case import CaseFile, case_file
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.selectors.voices import told_lead, waited_for
from lianluo.suggestions.states import Mode
from lianluo.suggestions.web.doors import acting, case_url, found, moved
from lianluo.trail.refusals import Refused
from lianluo.ui.dues import due_on
from lianluo.ui.pages import ask, refused, render


def _apart(file: CaseFile) -> list[Any]:
    """The parts that are judged for themselves this round."""
    return [one for one in file.live if one.mode == Mode.SEPARATE and one.round == file.suggestion.round]


@require_http_methods(["GET", "POST"])
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Judge the answer of the present round, or think again before the round is gathered."""
    actor, at = acting(request), timezone.now()
    file = case_file(visible(actor), pk, actor, at)
    if file is None:
        raise Http404
    case, posted = file.suggestion, request.method == "POST"
    move = "rerate" if policy.may_rerate(actor, case) else "rate"
    form = RateForm(request.POST if posted else None, known=scale(file.book), parts=_apart(file))
    if posted and form.is_valid():
        return _asked(request, case, form) or _judged(request, case, form, move)
    if not (verdict := SUGGESTION.judge(actor, case, move)):
        return refused(request, verdict, url=case_url(case), label=_("看这件建议"))
    facts = {
        "file": file,
        "case": case,
        "form": form,
        "again": move == "rerate",
        "answers": file.rounds[0].answers if file.rounds else [],
        "voices": told_lead(case) if case.lead_id in actor.own_seat_ids and len(case.signer_ids) > 1 else [],
        "due": due_on(case.due_on, today=timezone.localdate(), calendar=work_calendar())
        if case.due_on
        else None,
        "ahead": after_rating(case, at, file.book),
        "limits": limits(case, at, file.book),
        "shortest": COMMENT_SHORTEST,
    }
    return render(request, "suggestions/rate.html", facts)


def _asked(request: HttpRequest, case: Suggestion, form: RateForm) -> HttpResponse | None:
    """The page names the judgement once before it counts."""
    known, said = form.known, []
    for group, one in zip(form.groups, form.opinions, strict=True):
        marks = [(_("办理态度"), known.label(one.attitude)), (_("办理结果"), known.label(one.result))]
        words = "，".join(f"{label}“{mark}”" for label, mark in marks if mark)
        said.append(f"{group.unit}{words}")
    text = _("这是您对《%s》答复的评价。本轮评价收齐以前可以再改，收齐以后不能改。") % case
    return ask(request, title="；".join(said), text=text, button=_("提交评价"), tone="go")


def _judged(request: HttpRequest, case: Suggestion, form: RateForm, move: str) -> HttpResponse:
    waiting = bool(set(case.asked_ids) - set(case.rated_ids) - acting(request).own_seat_ids)
    facts = {"parts": form.opinions, "publish_agreed": form.cleaned_data["publish_agreed"]}
    act = services.rerate if move == "rerate" else services.rate
    return moved(
        request,
        SUGGESTION,
        case,
        (move,),
        lambda at: act(case, actor=acting(request), at=at, **facts),
        said=rated_words(
            after_rating(case, timezone.now()), dissatisfied=form.asks_for_more, waiting=waiting
        ),
        to=case_url(case),
    )


@require_http_methods(["GET", "POST"])
def enter_rating(request: HttpRequest, pk: int) -> HttpResponse:
    """The staff enters a paper form for a deputy who does not judge on the platform."""
    case, actor, at = found(request, pk), acting(request), timezone.now()
    posted = request.method == "POST"
    known, apart = services.scale_of(case, at), services.answered_apart(case)
    form = PaperRateForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        known=known,
        parts=apart,
        seats=waited_for(case),
    )
    if posted and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("seat_id", "publish_agreed")}
        facts |= {"said": form.opinions, "files": form.cleaned_data["uploads"]}
        try:
            return moved(
                request,
                SUGGESTION,
                case,
                ("enter_rating",),
                lambda when: services.enter_rating(case, actor=actor, at=when, **facts),
                said=_("已代录评价，代表会收到通知，认为不对可以提出。"),
                to=case_url(case),
            )
        except Refused as reason:
            form.add_error("uploads", str(reason))
    if not (verdict := SUGGESTION.judge(actor, case, "enter_rating")):
        return refused(request, verdict, url=case_url(case), label=_("看这件建议"))
    return render(
        request,
        "suggestions/enter_rating.html",
        {"case": case, "form": form, "move": SUGGESTION.moves["enter_rating"]},
    )
