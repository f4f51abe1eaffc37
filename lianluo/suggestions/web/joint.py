"""联名: inviting, confirming, declining, leaving, and asking to be added."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from lianluo.congress.rules import RuleBook
from lianluo.people.models import Seat
from lianluo.suggestions import services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.joint import DeclineForm, InviteForm, JoinForm, UncosignForm
from lianluo.suggestions.models import CoSignature, Suggestion
from lianluo.suggestions.selectors.joint import invitable, names, since_signed
from lianluo.suggestions.services.files import files_of
from lianluo.suggestions.states import Kind
from lianluo.suggestions.web.doors import acting, case_url, found, moved
from lianluo.suggestions.web.handlings import Beside, MovePage, answer_with
from lianluo.suggestions.web.sending import discussion
from lianluo.trail.steps import Refused, Stale
from lianluo.ui.pages import back, done, meanwhile, refused, render


@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was asked and what they answered; and whom to ask next."""
    case, at = found(request, pk), timezone.now()
    if not (verdict := SUGGESTION.judge(acting(request), case, "invite")):
        return refused(request, verdict, url=case_url(case), label=_("看这件建议"))
    offered = invitable(case, timezone.localdate(at))
    form = InviteForm(request.POST if request.method == "POST" else None, offered=offered)
    if request.method == "POST" and form.is_valid():
        return _answered(request, lambda: _invited(request, case, form.seats, at), pk)
    known = names(case)
    facts = {
        "case": case,
        "form": form,
        "names": known,
        "counts": {state: sum(one.standing == state for one in known) for state in ("confirmed", "invited")},
        "least": RuleBook(case.congress, timezone.localdate(at)).count("suggestion.movers"),
    }
    return render(request, "suggestions/invite.html", facts)


def _invited(request: HttpRequest, case: Suggestion, seats: list[Seat], at: Any) -> str:
    services.invite(case, seats, actor=acting(request), at=at)
    return ngettext("已邀请 %d 名代表联名。", "已邀请 %d 名代表联名。", len(seats)) % len(seats)


def _answered(request: HttpRequest, act: Callable[[], str], pk: int) -> HttpResponse:
    """Do it and come back to the list of names with what was done, or read why not."""
    to = reverse("suggestions:invite", args=[pk])
    try:
        said = act()
    except Refused as reason:
        return refused(request, reason, url=to, label=_("看联名情况"))
    done(request, said)
    return back(request, to)


@require_POST
def invite_remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell those who have not answered once more."""
    case = found(request, pk)

    def act() -> str:
        told = services.remind_invited(case, actor=acting(request), at=timezone.now())
        return ngettext("已再通知 %d 名代表。", "已再通知 %d 名代表。", told) % told

    return _answered(request, act, pk)


@require_POST
def invite_back(request: HttpRequest, pk: int, seat: int) -> HttpResponse:
    """Take an unanswered invitation back."""
    case, asked = found(request, pk), _seat(request, seat)

    def act() -> str:
        services.take_back(case, asked, actor=acting(request), at=timezone.now())
        return _("已收回对%s代表的邀请。") % asked.person

    return _answered(request, act, pk)


def _seat(request: HttpRequest, pk: int) -> Seat:
    rows = Seat.objects.within(acting(request).scope).select_related("person", "delegation")
    seat: Seat = get_object_or_404(rows, pk=pk)
    return seat


@require_http_methods(["GET", "POST"])
def cosign(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the text as it stands, with what changed since the last confirmation, and put one's name under it."""
    case, actor = found(request, pk), acting(request)
    if request.method == "POST":
        return _signed(request, case)
    if not (verdict := SUGGESTION.judge(actor, case, "cosign")):
        return refused(request, verdict, url=case_url(case), label=_("看这件建议"))
    talked = discussion(case) if case.kind == Kind.DELEGATION else None
    facts = {"case": case, "comparison": since_signed(case, actor), "files": files_of(case)}
    as_head = {"discussion": talked, "is_head": bool(talked and talked.head_id in actor.seat_ids)}
    return render(request, "suggestions/cosign.html", facts | as_head)


def _signed(request: HttpRequest, case: Suggestion) -> HttpResponse:
    """Pressed twice, the name stands there once; a text that changed meanwhile is read again first."""
    actor, to = acting(request), case_url(case)
    read = request.POST.get("version", "")
    try:
        services.cosign(case, actor=actor, at=timezone.now(), edition=int(read) if read.isdecimal() else None)
    except Stale as reason:
        return meanwhile(request, reason, url=reverse("suggestions:cosign", args=[case.pk]))
    except Refused as reason:
        if not actor.seat_ids & (set(case.signer_ids) - {case.lead_id}):
            return refused(request, reason, url=to, label=_("看这件建议"))
    done(request, _("已确认联名。正文有改动时会再请您确认。"))
    return back(request, to)


DECLINE = MovePage(
    name="decline",
    flow=SUGGESTION,
    form=DeclineForm,
    act=services.decline,
    follows=gettext_lazy("领衔代表会收到通知，您不再看到这份草稿。"),
    said=gettext_lazy("已答复不参加联名。"),
)
UNCOSIGN = MovePage(
    name="uncosign",
    flow=SUGGESTION,
    form=UncosignForm,
    act=services.uncosign,
    follows=gettext_lazy(
        "您的名字从联名中去掉，建议由其他代表继续提出；领衔代表会收到通知，经过里留有记录。"
    ),
    said=gettext_lazy("已退出联名。"),
)
JOIN = MovePage(
    name="ask_to_join",
    flow=SUGGESTION,
    form=JoinForm,
    act=services.ask_to_join,
    follows=gettext_lazy(
        "由领衔代表答复。同意以后您就是联名代表，答复和评价都有您一份，不用再提一件同样的。"
    ),
    said=gettext_lazy("已向领衔代表申请联名。"),
)


def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Not this time. Afterwards the draft is no longer visible, so the way leads home."""
    return _leave(request, pk, DECLINE, "declined_at")


def uncosign(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own name back; who no longer sees the case goes to the own list."""
    return _leave(request, pk, UNCOSIGN, "withdrawn_at")


def _leave(request: HttpRequest, pk: int, page: MovePage, done_at: str) -> HttpResponse:
    """Pressed twice, the second time the draft is out of sight already: the same answer all the same."""
    actor, to = acting(request), reverse("suggestions:mine")
    gone = CoSignature.objects.within(actor.scope).filter(suggestion=pk, seat__in=actor.seat_ids)
    if request.method == "POST" and gone.filter(**{f"{done_at}__isnull": False}).exists():
        done(request, page.said)
        return back(request, to)
    case = found(request, pk)
    return answer_with(request, page, case, case, Beside(to=to))


def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask to be added instead of raising a copy."""
    case = found(request, pk)
    return answer_with(request, JOIN, case, case, Beside())


@require_http_methods(["GET", "POST"])
def admit(request: HttpRequest, pk: int) -> HttpResponse:
    """Who asks to be added, each with the two answers."""
    case = found(request, pk)
    if request.method == "POST":
        return _admitted(request, case)
    if not (verdict := SUGGESTION.judge(acting(request), case, "admit")):
        return refused(request, verdict, url=case_url(case), label=_("看这件建议"))
    asking = [one for one in names(case) if one.seat.pk in case.asking_ids]
    return render(request, "suggestions/admit.html", {"case": case, "asking": asking})


def _admitted(request: HttpRequest, case: Suggestion) -> HttpResponse:
    posted = request.POST.get("seat", "")
    seat = _seat(request, int(posted) if posted.isdecimal() else 0)
    yes = request.POST.get("answer") == "admit"
    act = services.admit if yes else services.turn_down
    said = _("%s代表已加入联名。") if yes else _("已答复%s代表。")
    name = "admit" if yes else "turn_down"
    return moved(
        request,
        SUGGESTION,
        case,
        (name,),
        lambda at: act(case, seat, actor=acting(request), at=at),
        said=said % seat.person,
        to=case_url(case),
    )
