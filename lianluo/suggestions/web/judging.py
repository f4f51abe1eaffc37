"""Judging an answer: the reply above, attitude and result below it, asked once more before it counts."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianluo.congress.calendar import work_calendar
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.deputy import COMMENT_SHORTEST, RateForm
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.ahead import after_rating, limits, rated_words
from lianluo.suggestions.selectors.case import case_file
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.services import rate as judge
from lianluo.suggestions.states import Satisfaction
from lianluo.suggestions.web.doors import acting, case_url, moved
from lianluo.ui.dues import due_on
from lianluo.ui.pages import ask, refused, render


@require_http_methods(["GET", "POST"])
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Judge the answer of the present round."""
    actor, at = acting(request), timezone.now()
    file = case_file(visible(actor), pk, actor, at)
    if file is None:
        raise Http404
    case, posted = file.suggestion, request.method == "POST"
    form = RateForm(request.POST if posted else None)
    if posted and form.is_valid():
        return _asked(request, case, form) or _judged(request, case, form)
    if not (verdict := SUGGESTION.judge(actor, case, "rate")):
        return refused(request, verdict, url=case_url(case), label=_("看这件建议"))
    facts = {
        "file": file,
        "case": case,
        "form": form,
        "answers": file.rounds[0].answers if file.rounds else [],
        "due": due_on(case.due_on, today=timezone.localdate(), calendar=work_calendar())
        if case.due_on
        else None,
        "ahead": after_rating(case, at, file.book),
        "limits": limits(case, at, file.book),
        "shortest": COMMENT_SHORTEST,
    }
    return render(request, "suggestions/rate.html", facts)


def _asked(request: HttpRequest, case: Suggestion, form: RateForm) -> HttpResponse | None:
    """A judgement cannot be changed: the page names it once before it counts."""
    said = {name: Satisfaction(form.cleaned_data[name]).label for name in ("attitude", "result")}
    title = _("办理态度“%(attitude)s”，办理结果“%(result)s”") % said
    text = _("这是您对《%s》答复的评价，提交后不能改。") % case
    return ask(request, title=title, text=text, button=_("提交评价"), tone="go")


def _judged(request: HttpRequest, case: Suggestion, form: RateForm) -> HttpResponse:
    bad = Satisfaction.DISSATISFIED in (form.cleaned_data["attitude"], form.cleaned_data["result"])
    waiting = bool(set(case.signer_ids) - set(case.rated_ids) - acting(request).seat_ids)
    return moved(
        request,
        SUGGESTION,
        case,
        ("rate",),
        lambda at: judge(case, actor=acting(request), at=at, **form.cleaned_data),
        said=rated_words(after_rating(case, timezone.now()), dissatisfied=bad, waiting=waiting),
        to=case_url(case),
    )
