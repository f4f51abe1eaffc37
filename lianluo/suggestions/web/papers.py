"""The other papers of a case in Word: requests, opinions, records, forms and letters, each from its own page."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianluo.kernel.verdict import Verdict
from lianluo.people.models import Seat
from lianluo.suggestions import policy
from lianluo.suggestions.models import Extension, Handling, Objection, Reply, Suggestion
from lianluo.suggestions.papers.feedback import Asked
from lianluo.suggestions.selectors.papers import TOLD
from lianluo.suggestions.selectors.visible import known, visible
from lianluo.suggestions.states import Mode, ReplyState
from lianluo.suggestions.web.documents import word
from lianluo.suggestions.web.doors import acting, case_url, found, found_handling
from lianluo.ui.pages import refused

OF_HANDLING = (
    "congress",
    "handling__congress",
    "handling__unit__dispatched_by",
    "handling__suggestion__lead__person",
    "handling__suggestion__session__term",
    "handling__suggestion__term",
    "handling__suggestion__congress",
)


def given(
    request: HttpRequest, verdict: Verdict, suggestion: Suggestion, name: str, case: Any, title: str
) -> HttpResponse:
    """The paper, or why not."""
    if not verdict:
        return refused(request, verdict, url=case_url(suggestion), label=_("看这件建议"))
    return word(name, case, suggestion.congress, f"{title} {suggestion.number}".strip())


def _request(request: HttpRequest, model: Any, pk: int, *parts: str) -> Any:
    """An objection or a request for more time, of a case that one may see."""
    actor = acting(request)
    rows = model.objects.within(actor.scope).filter(handling__suggestion__in=visible(actor))
    one = get_object_or_404(rows.select_related(*OF_HANDLING[1:], *parts), pk=pk)
    known([one.handling.suggestion], actor)
    return one


@require_GET
def transfer_form(request: HttpRequest, pk: int) -> HttpResponse:
    """退办（改办）单."""
    one = _request(request, Objection, pk, "proposed")
    verdict = policy.may_have_request(acting(request), one.handling)
    return given(request, verdict, one.handling.suggestion, "suggestions.transfer", one, _("退办（改办）单"))


@require_GET
def extension_form(request: HttpRequest, pk: int) -> HttpResponse:
    """延期申请."""
    one = _request(request, Extension, pk)
    verdict = policy.may_have_request(acting(request), one.handling)
    return given(request, verdict, one.handling.suggestion, "suggestions.extension", one, _("延期申请"))


@require_GET
def opinion(request: HttpRequest, pk: int) -> HttpResponse:
    """会办意见."""
    actor = acting(request)
    rows = Reply.objects.within(actor.scope).filter(handling__mode=Mode.CO)
    rows = rows.filter(handling__suggestion__in=visible(actor)).exclude(state=ReplyState.DISCARDED)
    reply = get_object_or_404(rows.select_related(*OF_HANDLING), pk=pk)
    known([reply.handling.suggestion], actor)
    verdict = policy.may_have_opinion(actor, reply)
    title = f"{_('会办意见')} {reply.handling.unit}"
    return given(request, verdict, reply.handling.suggestion, "suggestions.opinion", reply, title)


@require_GET
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """当面答复记录, with the head of the case filled in."""
    handling: Handling = found_handling(request, pk)
    if not handling.role.answers_deputy:
        raise Http404
    verdict = policy.may_have_record(acting(request), handling)
    return given(request, verdict, handling.suggestion, "suggestions.meeting", handling, _("当面答复记录"))


@require_GET
def feedback_form(request: HttpRequest, pk: int, turn: int, seat: int) -> HttpResponse:
    """征询意见表 of one deputy for one round."""
    case = found(request, pk)
    verdict = policy.may_have_feedback(acting(request), case, seat)
    if verdict and not 1 <= turn <= case.round:
        raise Http404
    seats = Seat.objects.within(case.congress.scope).select_related("person")
    asked = Asked(case, seats.get(pk=seat), turn) if verdict else None
    return given(request, verdict, case, "suggestions.feedback", asked, _("征询意见表"))


@require_GET
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """不作建议处理告知, 转为参阅件告知."""
    case = found(request, pk)
    if case.state not in TOLD:
        raise Http404
    return word("suggestions.notice", case, case.congress, f"{_('处理告知')} {case.title[:40]}")
