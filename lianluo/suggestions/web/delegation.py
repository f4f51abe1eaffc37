"""代表团建议: the record of the delegation's full meeting, and back to an own suggestion."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianluo.congress.rules import RuleBook
from lianluo.congress.sessions import current_session
from lianluo.kernel.verdict import Verdict, no
from lianluo.suggestions import policy, services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.entering import DiscussionForm
from lianluo.suggestions.models import Discussion, Suggestion
from lianluo.suggestions.services.delegation import head_of
from lianluo.suggestions.web.doors import acting, case_url, found
from lianluo.trail.steps import Refused
from lianluo.ui.pages import back, done, refused, render


@require_http_methods(["GET", "POST"])
def delegation(request: HttpRequest, pk: int) -> HttpResponse:
    """When the delegation discussed it, who came; its head is asked to sign."""
    case, at = found(request, pk), timezone.now()
    day, to = timezone.localdate(at), reverse("suggestions:check", args=[pk])
    if request.method == "POST" and "oneself" in request.POST:
        return _for_oneself(request, case, to)
    if not (verdict := _open(request, case)):
        return refused(request, verdict, url=case_url(case), label=_("看这件建议"))
    known = Discussion.objects.within(case.congress.scope).filter(suggestion=case).first()
    names = ("held_on", "members", "present")
    start = {name: getattr(known, name) for name in names} if known else {"held_on": day}
    form = DiscussionForm(request.POST if request.method == "POST" else None, on=day, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            services.for_delegation(case, form.meeting, actor=acting(request), at=at)
        except Refused as reason:
            return refused(request, reason, url=to, label=_("回去看一遍"))
        done(request, _("已登记讨论情况，团长签署以后就能以代表团名义提交。"))
        return back(request, to)
    facts = {"case": case, "form": form, "known": known, "head": head_of(case)}
    return render(request, "suggestions/delegation.html", facts)


def _open(request: HttpRequest, case: Suggestion) -> Verdict:
    at = timezone.now()
    if not (
        verdict := policy.open_by_rule("for_delegation", RuleBook(case.congress, timezone.localdate(at)))
    ):
        return verdict
    if not (verdict := SUGGESTION.judge(acting(request), case, "for_delegation")):
        return verdict
    return verdict if current_session(case.congress, at) else no(_("代表团建议只在大会期间提出。"))


def _for_oneself(request: HttpRequest, case: Suggestion, to: str) -> HttpResponse:
    try:
        services.for_oneself(case, actor=acting(request), at=timezone.now())
    except Refused as reason:
        return refused(request, reason, url=to, label=_("回去看一遍"))
    done(request, _("已改为代表提出，联名的代表不变。"))
    return back(request, to)
