"""交办会: drawing up a plan, looking at it, correcting it row by row, discussing it, carrying it out."""

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianluo.congress.models import Session
from lianluo.congress.rules import RuleBook
from lianluo.suggestions import policy
from lianluo.suggestions.flow import PLAN
from lianluo.suggestions.forms.plans import CommentForm, RowForm
from lianluo.suggestions.lists import row_after
from lianluo.suggestions.models import AssignmentPlan, PlanRow
from lianluo.suggestions.selectors.assigning import choosable
from lianluo.suggestions.selectors.planning import figures
from lianluo.suggestions.selectors.planning.pages import plan_facts, row_facts, waiting_by_session
from lianluo.suggestions.selectors.planning.seen import plans_of, rows_of
from lianluo.suggestions.services import planning
from lianluo.suggestions.services.planning.sheets import sheet_of_units
from lianluo.suggestions.states import Mode
from lianluo.suggestions.web.doors import acting, moved
from lianluo.trail.steps import Refused
from lianluo.ui.models import LongWork
from lianluo.ui.pages import done, refused, render
from lianluo.ui.work import where


def _plan(request: HttpRequest, pk: int) -> AssignmentPlan:
    found: AssignmentPlan = get_object_or_404(plans_of(acting(request)), pk=pk)
    return found


def plan_url(plan: AssignmentPlan) -> str:
    return reverse("suggestions:plan", args=[plan.pk])


def plans(request: HttpRequest) -> HttpResponse:
    """All plans, and what waits for one; drawing one up."""
    actor, at = acting(request), timezone.now()
    may = policy.may_plan(actor, AssignmentPlan(congress=actor.congress, session_id=-1))
    if not may and not actor.has("dispatcher", "leader", "committee"):
        return refused(request, may)
    if request.method == "POST":
        return _draw_up(request)
    waiting = waiting_by_session(actor, at) if may else []
    return render(request, "suggestions/plans.html", {"plans": plans_of(actor)[:50], "waiting": waiting})


def _draw_up(request: HttpRequest) -> HttpResponse:
    actor, wanted = acting(request), request.POST.get("session", "")
    rows = Session.objects.within(actor.scope)
    session = get_object_or_404(rows, pk=wanted) if wanted.isdecimal() else None
    here = reverse("suggestions:plans")
    try:
        made = planning.start_drawing(
            session, actor=actor, at=timezone.now(), label=_("拟定交办方案"), back_url=here
        )
    except Refused as reason:
        return refused(request, reason, url=here)
    return redirect(where(made) if isinstance(made, LongWork) else plan_url(made))


@require_GET
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture of the meeting; every number opens its rows."""
    found = _plan(request, pk)
    return render(request, "suggestions/plan.html", plan_facts(found, acting(request), timezone.now()))


MOVES: dict[str, tuple[Any, Any]] = {
    "consult": (planning.consult, lambda: _("已送交办机构会商。")),
    "agree": (planning.agree, lambda: _("已记下：会商一致。")),
    "drop": (planning.drop, lambda: _("方案已作废，建议仍待交办。")),
    "take_in": (planning.take_in, lambda: _("已加入新立案的建议。")),
    "resume": (planning.resume, lambda: _("已接着交办。")),
}


@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One of the small moves of a plan."""
    found, name = _plan(request, pk), request.POST.get("move", "")
    if name not in MOVES:
        return refused(request, _("没有这一步。"), url=plan_url(found))
    act, said = MOVES[name]
    run = lambda at: act(found, actor=acting(request), at=at)  # noqa: E731
    names = ("change",) if name == "take_in" else (name,)
    return moved(request, PLAN, found, names, run, said=said(), to=plan_url(found))


def carry_out(request: HttpRequest, pk: int) -> HttpResponse:
    """What will happen to how many; then one long job."""
    found, actor, at = _plan(request, pk), acting(request), timezone.now()
    to = plan_url(found)
    if request.method == "POST":
        run = lambda when: planning.carry_out(found, actor=actor, at=when)  # noqa: E731
        answer = moved(request, PLAN, found, ("carry_out",), run, said=_("已开始交办。"), to=to)
        work = plans_of(actor).values_list("work", flat=True).get(pk=pk)
        return redirect(reverse("ui:work", args=[work])) if work and answer.status_code == 302 else answer
    day = timezone.localdate(at)
    book = RuleBook(found.congress, day)
    by_rule = policy.may_carry_out_by_rule(actor, found, book)
    if not (verdict := by_rule and PLAN.judge(actor, found, "carry_out")):
        return refused(request, verdict, url=to)
    counted, units = figures.counted(found), choosable(found.congress, day)
    facts = {
        "plan": found,
        "ahead": figures.ahead(counted, units, day),
        "loads": figures.by_unit(counted, units),
    }
    return render(
        request,
        "suggestions/plan_carry_out.html",
        facts | {"today": day, "co_term": Mode.CO.said(book.text("handling.co_term"))},
    )


def row(request: HttpRequest, pk: int) -> HttpResponse:
    """One suggestion of the meeting: its text, the records, its units; the office says what it thinks."""
    found: PlanRow = get_object_or_404(rows_of(acting(request)), pk=pk)
    if request.method != "POST":
        return _row_page(request, found, None, None)
    if "text" in request.POST:
        return _comment(request, found)
    form = RowForm(request.POST)
    form.offer(acting(request).congress, timezone.now())
    if not form.is_valid():
        return _row_page(request, found, form, None)
    facts = {"committee": form.cleaned_data["committee"]}
    act = lambda: planning.settle(found, form.tasks(), actor=acting(request), at=timezone.now(), **facts)  # noqa: E731
    return _did(request, found, act, _("已定下。"))


def _comment(request: HttpRequest, found: PlanRow) -> HttpResponse:
    actor, at = acting(request), timezone.now()
    form = CommentForm(request.POST, congress=actor.congress, on=timezone.localdate(at))
    if not form.is_valid():
        return _row_page(request, found, None, form)
    act = lambda: planning.comment(found, actor=actor, at=at, **form.cleaned_data)  # noqa: E731
    return _did(request, found, act, _("意见已记下，联工委会收到通知。"))


def _did(request: HttpRequest, found: PlanRow, act: Any, said: str) -> HttpResponse:
    """On to the next row, so that a meeting goes through them without a detour."""
    here = reverse("suggestions:plan_row", args=[found.pk])
    try:
        act()
    except Refused as reason:
        return refused(request, reason, url=here)
    done(request, f"{found.suggestion.number_words}：{said}")
    only = request.GET.get("only", "")
    following = row_after(found, acting(request), only) if "next" in request.POST else None
    if following:
        return redirect(f"{reverse('suggestions:plan_row', args=[following])}?only={only}")
    return redirect(here if "next" not in request.POST else plan_url(found.plan))


def _row_page(
    request: HttpRequest, found: PlanRow, form: RowForm | None, comment: CommentForm | None
) -> HttpResponse:
    actor, at = acting(request), timezone.now()
    facts = row_facts(found, actor, at)
    if facts["may_change"]:
        form = form or RowForm(initial=facts["start"])
        form.offer(actor.congress, at)
    if facts["may_comment"]:
        comment = comment or CommentForm(congress=actor.congress, on=timezone.localdate(at))
    following = row_after(found, actor, request.GET.get("only", ""))
    return render(
        request,
        "suggestions/plan_row.html",
        facts | {"form": form, "comment": comment, "following": following},
    )


@require_GET
def sheets(request: HttpRequest, pk: int) -> HttpResponseBase:
    """交办清单: one sheet for each unit, and one with all of them."""
    found, actor = _plan(request, pk), acting(request)
    name = f"{_('交办清单')} {found}.xlsx"
    return FileResponse(sheet_of_units(found, actor, timezone.now()), as_attachment=True, filename=name)
