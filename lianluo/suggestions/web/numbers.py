"""编号登记簿, and 缺号 with what is known of them."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.suggestions import policy, services
from lianluo.suggestions.forms.gaps import GapForm
from lianluo.suggestions.lists.numbers import NumberRegister
from lianluo.suggestions.selectors.gaps import SHOWN, gaps
from lianluo.suggestions.web.doors import acting
from lianluo.trail.steps import Refused
from lianluo.ui.pages import done, refused, render


def numbers(request: HttpRequest) -> HttpResponseBase:
    """Every number with its suggestion, each series with what comes next and what is missing."""
    acting(request)
    return NumberRegister.as_view()(request)


def number_gaps(request: HttpRequest) -> HttpResponse:
    """The missing numbers with their explanations; a clerk explains one or says it better."""
    actor, at = acting(request), timezone.now()
    if not (verdict := policy.may_read_register(actor)):
        return refused(request, verdict)
    found, may = gaps(actor, at), policy.may_explain_gap(actor)
    if request.method == "POST" and not may:
        return refused(request, may)
    asked = {name: request.GET.get(name, "") for name in ("series", "first", "last")}
    choices = list({one.series: one.label for one in found}.items())
    data = request.POST if request.method == "POST" else None
    form = GapForm(data, series=choices, initial={name: value for name, value in asked.items() if value})
    if form.is_valid() and _explained(request, form):
        return redirect("suggestions:number_gaps")
    facts = {"rows": found[:SHOWN], "more": len(found) - SHOWN, "form": form if may else None}
    return render(request, "suggestions/number_gaps.html", facts | {"correcting": bool(asked["first"])})


def _explained(request: HttpRequest, form: GapForm) -> bool:
    try:
        services.explain_gap(**form.cleaned_data, actor=acting(request), at=timezone.now())
    except Refused as reason:
        form.add_error("first", str(reason))
        return False
    done(request, _("已写进登记簿；以前的说明也保留。"))
    return True
