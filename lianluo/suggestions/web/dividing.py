"""一事一案: dividing a suggestion with a look at both texts first, the deputy's answer, and taking it back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lianluo.congress.rules import RuleBook
from lianluo.kernel.verdict import Verdict
from lianluo.suggestions import services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms import dividing as forms
from lianluo.suggestions.forms.outcomes import PlainForm
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.dividing import beside_other
from lianluo.suggestions.services.dividing import halves
from lianluo.suggestions.services.files import files_of
from lianluo.suggestions.states import FORM
from lianluo.suggestions.web.doors import acting, case_url, found, moved
from lianluo.suggestions.web.handlings import Beside, MovePage, answer_with
from lianluo.trail.steps import Refused
from lianluo.ui.pages import refused, render

SAID = _("已分成两件，等领衔代表确认。")


def divide(request: HttpRequest, pk: int) -> HttpResponse:
    """Paragraph by paragraph; first a look at both, then the step."""
    actor, suggestion = acting(request), found(request, pk)
    if not (verdict := SUGGESTION.judge(actor, suggestion, "divide")):
        return _closed(request, suggestion, verdict)
    form = _form(request, suggestion)
    looked = None
    if request.method == "POST" and form.is_valid():
        try:
            looked = halves(suggestion, form.plan)
        except Refused as reason:
            form.add_error(None, str(reason))
    if looked and "again" not in request.POST and request.POST.get("looked") == form.digest:
        act = lambda at: services.divide_in_two(suggestion, form.plan, actor=actor, at=at)  # noqa: E731
        return moved(request, SUGGESTION, suggestion, ("divide",), act, said=SAID, to=case_url(suggestion))
    changed = bool(looked and request.POST.get("looked") not in ("", form.digest))
    facts = {"case": suggestion, "form": form, "looked": looked, "changed": changed}
    return render(request, "suggestions/divide.html", facts | {"digest": form.digest if looked else ""})


def _form(request: HttpRequest, suggestion: Suggestion) -> forms.DivideForm:
    start = {"title_first": suggestion.title}
    return forms.DivideForm(
        request.POST if request.method == "POST" else None,
        case=suggestion,
        book=RuleBook(suggestion.congress, timezone.localdate()),
        files=[one for one in files_of(suggestion) if one.kind != FORM],
        initial=start,
    )


def _closed(request: HttpRequest, suggestion: Suggestion, verdict: Verdict) -> HttpResponse:
    """The same form sent twice is answered twice the same; everything else hears why not."""
    if request.method != "POST":
        return refused(request, verdict, url=case_url(suggestion), label=_("看这件建议"))

    def act(at: Any) -> None:
        raise Refused(str(verdict.reason))

    return moved(request, SUGGESTION, suggestion, ("divide",), act, said=SAID, to=case_url(suggestion))


def _page(name: str, form: Any, act: Any, follows: Any, said: Any) -> MovePage:
    return MovePage(
        name=name,
        flow=SUGGESTION,
        form=form,
        act=act,
        follows=follows,
        said=said,
        template="suggestions/division.html",
    )


AGREE = _page(
    "agree_division",
    PlainForm,
    services.agree_division,
    _("两件分别往下办理，各有编号、答复和评价；联工委收到通知。"),
    _("已同意分件，两件分别办理。"),
)
REFUSE = _page(
    "refuse_division",
    forms.RefuseDivisionForm,
    services.refuse_division,
    _("马上恢复为一件，正文和附件同分件以前一样；联工委看到您的理由。"),
    _("已恢复为一件。"),
)
RECORD = _page(
    "record_division",
    forms.RecordDivisionForm,
    services.record_division,
    _("两件分别往下办理；领衔代表和联名代表收到通知，看得到登记的内容。"),
    _("已登记，两件分别办理。"),
)
REUNITE = _page(
    "reunite",
    forms.ReuniteForm,
    services.reunite,
    _("恢复为一件，正文和附件同分件以前一样；第二件结束，已给出的编号不再使用。代表收到通知。"),
    _("已撤销分件，恢复为一件。"),
)


def _answer(request: HttpRequest, pk: int, page: MovePage) -> HttpResponse:
    suggestion = found(request, pk)
    beside = Beside(facts={"halves": beside_other(suggestion)})
    return answer_with(request, page, suggestion, suggestion, beside)


def agree_division(request: HttpRequest, pk: int) -> HttpResponse:
    """同意分件."""
    return _answer(request, pk, AGREE)


def refuse_division(request: HttpRequest, pk: int) -> HttpResponse:
    """不同意分件."""
    return _answer(request, pk, REFUSE)


def record_division(request: HttpRequest, pk: int) -> HttpResponse:
    """登记代表同意分件."""
    return _answer(request, pk, RECORD)


def reunite(request: HttpRequest, pk: int) -> HttpResponse:
    """撤销分件."""
    return _answer(request, pk, REUNITE)
