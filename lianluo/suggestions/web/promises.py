"""The ledger of promises, the page of one, and its moves."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from lianluo.congress.calendar import work_calendar
from lianluo.kernel.verdict import YES
from lianluo.suggestions import services
from lianluo.suggestions.flow import PROMISE
from lianluo.suggestions.forms import promises as forms
from lianluo.suggestions.lists.promises import Promises
from lianluo.suggestions.models import Promise
from lianluo.suggestions.selectors import promises as rows_of
from lianluo.suggestions.selectors.visible import known
from lianluo.suggestions.web.doors import acting
from lianluo.suggestions.web.handlings import Beside, MovePage, answer_with
from lianluo.trail.attachments import send
from lianluo.trail.models import Attachment
from lianluo.trail.refusals import Refused
from lianluo.ui.dues import due_done, due_on
from lianluo.ui.pages import refused, render
from lianluo.ui.parts import ClosedMove, MoveButton, MovesPanel

ledger = Promises.as_view()

PAGES = {
    page.name: page
    for page in (
        MovePage(
            name="report",
            flow=PROMISE,
            form=forms.StepForm,
            act=services.report,
            follows=_("代表马上收到通知，并在本级规则的期限内评价落实情况。"),
            said=_("已通报进展。"),
        ),
        MovePage(
            name="keep",
            flow=PROMISE,
            form=forms.StepForm,
            act=services.keep_promise,
            follows=_("承诺在台账上记为已落实，代表收到通知并评价。"),
            said=_("已登记落实完成。"),
        ),
        MovePage(
            name="carry_on",
            flow=PROMISE,
            form=forms.CarryForm,
            act=services.carry_on,
            follows=_("台账上按新的期限继续落实，代表和联工委收到通知。"),
            said=_("已结转到新的期限。"),
        ),
        MovePage(
            name="change",
            flow=PROMISE,
            form=forms.ChangeForm,
            act=services.change,
            follows=_("台账上记为已调整，代表和联工委收到通知，能看到理由和签字的说明。"),
            said=_("已调整承诺。"),
        ),
        MovePage(
            name="rate_promise",
            flow=PROMISE,
            form=forms.RatePromiseForm,
            act=services.rate_promise,
            follows=_("承诺的落实与答复分开评价；承办单位和联工委会看到。"),
            said=_("已评价，谢谢。"),
        ),
        MovePage(
            name="look_back",
            flow=PROMISE,
            form=forms.LookBackForm,
            act=services.look_back,
            follows=_("结论写在台账上，代表和承办单位都能看到。"),
            said=_("已登记回头看。"),
        ),
    )
}


def _found(request: HttpRequest, pk: int) -> Promise:
    actor = acting(request)
    found: Promise = get_object_or_404(rows_of.whole(actor), pk=pk)
    known([found.handling.suggestion], actor)
    return found


def _move(name: str) -> Callable[[HttpRequest, int], HttpResponse]:
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        row = _found(request, pk)
        start = {"on": timezone.localdate()} if name in {"report", "keep"} else {}
        to = reverse("suggestions:promise", args=[row.pk])
        beside = Beside(facts={"promise": row}, initial=start, to=to)
        return answer_with(request, PAGES[name], row, row.handling.suggestion, beside)

    view.__name__ = name
    return view


report, keep, carry_on = _move("report"), _move("keep"), _move("carry_on")
change, rate, look_back = _move("change"), _move("rate_promise"), _move("look_back")


@require_GET
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """One promise: what, who, when, what was done for it, and what the deputies say."""
    actor, row, today = acting(request), _found(request, pk), timezone.localdate()
    open_moves = PROMISE.open_moves(actor, row)
    buttons = [
        MoveButton(label=str(move.label), url=reverse(f"suggestions:{move.name}", args=[pk]), tone=move.tone)
        for move in open_moves
    ]
    closed = [
        ClosedMove(str(one.move.label), one.reason)
        for one in PROMISE.closed_moves(actor, row)
        if (one.move.name == "rate_promise") == actor.is_deputy
    ]
    facts = {
        "promise": row,
        "case": row.handling.suggestion,
        "steps": rows_of.steps(row),
        "ratings": rows_of.ratings(row),
        "moves": MovesPanel(buttons, closed),
        "due": due_done(row.ended_on, str(row.standing.label))
        if row.ended_on
        else due_on(row.planned_on, today=today, calendar=work_calendar()),
    }
    return render(request, "suggestions/promise.html", facts)


@require_GET
def promise_file(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    """A file that came with a step of the promise."""
    row, actor = _found(request, pk), acting(request)
    rows = Attachment.objects.within(actor.scope).filter(case_type="promise", case_id=row.pk)
    kept: Any = get_object_or_404(rows, pk=file)
    try:
        return send(kept, actor=actor, may=lambda who, what: YES)
    except Refused as reason:
        return refused(request, reason, url=reverse("suggestions:promise", args=[pk]))
