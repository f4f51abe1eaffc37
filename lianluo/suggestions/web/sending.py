"""The last look at a draft, and off it goes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianluo.congress.rules import RuleBook
from lianluo.kernel.verdict import Verdict
from lianluo.suggestions import policy
from lianluo.suggestions.models import Discussion, Suggestion
from lianluo.suggestions.remarks import remarks
from lianluo.suggestions.selectors.advice import last_advice
from lianluo.suggestions.selectors.ahead import after_sending, after_sent, limits
from lianluo.suggestions.selectors.joint import names
from lianluo.suggestions.selectors.wishes import wishes_of
from lianluo.suggestions.services import submit as send
from lianluo.suggestions.services.files import files_of, limits_of
from lianluo.suggestions.states import UNSUBMITTED, Kind
from lianluo.suggestions.web.doors import acting, case_url, found
from lianluo.suggestions.web.drafts import closed, edition
from lianluo.trail.filetypes import ACCEPT
from lianluo.trail.steps import Refused, Stale
from lianluo.ui.pages import meanwhile, refused, render


@require_GET
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """The last look: the text as it will be sent, what to look at once more, and what will follow."""
    draft = found(request, pk, wished_names=wishes_of())
    if answer := closed(request, draft):
        return answer
    at = timezone.now()
    book = RuleBook(draft.congress, timezone.localtime(at).date())
    ahead = after_sending(draft, at, book)
    request.session_held = ahead.held  # type: ignore[attr-defined]  # for the head of the page
    talked = discussion(draft) if draft.kind == Kind.DELEGATION else None
    facts = {
        "draft": draft,
        "advice": last_advice(draft),
        "units": getattr(draft, "wished_names", ()),
        "remarks": remarks(draft.title, draft.situation, draft.proposals),
        "ahead": ahead,
        "limits": limits(draft, at, book),
        "verdict": policy.may_submit(acting(request), draft)
        and by_rule(draft, book, talked, bool(ahead.session)),
        "names": signed_names(draft),
        "files": files_of(draft),
        "allowed": limits_of(draft, at),
        "accept": ACCEPT,
        "like_url": reverse("suggestions:similar", args=[draft.pk]),
        "delegations": policy.open_by_rule("for_delegation", book) and ahead.session,
        "discussion": talked,
    }
    return render(request, "suggestions/check.html", facts)


def discussion(draft: Suggestion) -> Discussion | None:
    """What the delegation's plenary said, once it is recorded."""
    rows = Discussion.objects.within(draft.congress.scope).filter(suggestion=draft)
    return rows.select_related("head__person").first()


def by_rule(draft: Suggestion, book: RuleBook, talked: Discussion | None, in_session: bool) -> Verdict:
    """Are there names enough, by the congress's own rules?"""
    head = talked.head_id if talked else 0
    return policy.may_submit_by_rule(draft, book, head=head, in_session=in_session)


def signed_names(draft: Suggestion) -> dict[str, list[str]]:
    """Who confirmed and who has not answered; nothing for a draft of one."""
    if not draft.invited_ids and len(draft.signer_ids) < 2:
        return {}
    found: dict[str, list[str]] = {"confirmed": [], "invited": []}
    for one in names(draft):
        if one.standing in found:
            found[one.standing].append(str(one.seat.person))
    return found


@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it in. The text must be the one that was looked at; pressed twice it is sent once."""
    draft = found(request, pk)
    if draft.state not in UNSUBMITTED and policy.is_lead(acting(request), draft):
        return redirect("suggestions:sent", pk)
    try:
        send(draft, actor=acting(request), at=timezone.now(), edition=edition(request, draft))
    except Stale as reason:
        return meanwhile(request, reason, url=reverse("suggestions:check", args=[pk]))
    except Refused as reason:
        if draft.state not in UNSUBMITTED and policy.is_lead(acting(request), draft):
            return redirect("suggestions:sent", pk)
        return refused(request, reason, url=reverse("suggestions:write", args=[pk]), label=_("回去修改"))
    return redirect("suggestions:sent", pk)


@require_GET
def sent(request: HttpRequest, pk: int) -> HttpResponse:
    """It is sent: who looks at it now, and until when."""
    case = found(request, pk)
    ahead = after_sent(case, timezone.now())
    if ahead is None:
        return redirect(case_url(case))
    return render(request, "suggestions/sent.html", {"case": case, "ahead": ahead})
