"""The head decides on deadlines that were counted again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.suggestions import policy, services
from lianluo.suggestions.flow import RECOUNT
from lianluo.suggestions.forms.recounts import AgainForm, KeepForm
from lianluo.suggestions.models import Recount
from lianluo.suggestions.web.doors import acting, moved
from lianluo.trail.steps import Refused
from lianluo.ui.pages import ask, done, refused, render, warn

HERE = "suggestions:recounts"


def _found(request: HttpRequest, pk: int) -> Recount:
    """A recount of the visitor's own congress."""
    actor = acting(request)
    rows = Recount.objects.within(actor.scope).filter(congress=actor.congress)
    found: Recount = get_object_or_404(rows.select_related("congress"), pk=pk)
    return found


@require_POST
def recount_approve(request: HttpRequest, pk: int) -> HttpResponse:
    """核准: the job begins, its page shows how far it is."""
    return _carry_out(request, pk, "approve")


@require_POST
def recount_resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on where a job broke off."""
    return _carry_out(request, pk, "resume")


def _carry_out(request: HttpRequest, pk: int, move: str) -> HttpResponse:
    actor, recount = acting(request), _found(request, pk)
    if not (verdict := policy.may_decide_recount(actor, recount)):
        return refused(request, verdict, url=reverse(HERE), label=_("看期限重算"))
    question = ask(
        request,
        title=_("核准重算这些期限？"),
        text=_("承办单位和代表会收到新的期限，每件的过程里留下记录。"),
        button=_("核准"),
        tone="go",
    )
    if question:
        return question
    decide = {"approve": services.approve_recount, "resume": services.resume_recount}[move]
    act = lambda at: decide(recount, actor=actor, at=at)  # noqa: E731
    return moved(request, RECOUNT, recount, (move,), act, said=_("已核准，正在重算。"), to=reverse(HERE))


def recount_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """全部不改, with the reason."""
    actor, recount = acting(request), _found(request, pk)
    if not (verdict := RECOUNT.judge(actor, recount, "discard")):
        return refused(request, verdict, url=reverse(HERE), label=_("看期限重算"))
    form = KeepForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        act = lambda at: services.discard_recount(recount, actor=actor, at=at, **form.cleaned_data)  # noqa: E731
        said = _("期限都不改，仍按原来的办。")
        return moved(request, RECOUNT, recount, ("discard",), act, said=said, to=reverse(HERE))
    return render(request, "suggestions/recount_discard.html", {"recount": recount, "form": form})


@require_POST
def recount_again(request: HttpRequest) -> HttpResponse:
    """Let a rule of today hold for clocks that run already: prepared, not yet changed."""
    actor, form = acting(request), AgainForm(request.POST)
    if not (verdict := policy.may_decide_recount(actor, None)):
        return refused(request, verdict)
    if not form.is_valid():
        warn(request, next(iter(form.errors.values()))[0])
        return redirect(HERE)
    try:
        key, at = form.cleaned_data["rule"], timezone.now()
        n = services.apply_rule(actor.congress, key, actor=actor, at=at)
        done(request, _("测算好了，%d 个期限待核准。") % n)
    except Refused as reason:
        warn(request, reason)
    return redirect(HERE)
