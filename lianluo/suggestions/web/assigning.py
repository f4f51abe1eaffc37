"""Supervision, the through train, and the answer to a deputy who doubts the choice of units."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions import services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.assigning import AnswerQuestionForm, InstructForm, SuperviseForm
from lianluo.suggestions.forms.handlings import ExpressForm
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.web.doors import found
from lianluo.suggestions.web.handlings import Beside, MovePage, answer_with


def _page(name: str, form: Any, follows: Any, said: Any) -> MovePage:
    return MovePage(
        name=name, flow=SUGGESTION, form=form, act=getattr(services, name), follows=follows, said=said
    )


def supervise(request: HttpRequest, pk: int) -> HttpResponse:
    """调整督办委员会."""
    suggestion = found(request, pk)
    follows = _("新的督办委员会收到通知，可以在“我委督办的”里看到办理情况。")
    page = _page("supervise", SuperviseForm, follows, _("已调整督办委员会。"))
    return answer_with(
        request, page, suggestion, suggestion, Beside(initial={"committee": suggestion.committee_id})
    )


def express(request: HttpRequest, pk: int) -> HttpResponse:
    """列入直通车."""
    suggestion = found(request, pk)
    page = _page(
        "express", ExpressForm, _("领导马上收到通知；交办时排在前面。"), _("已列入直通车，领导会收到通知。")
    )
    return answer_with(request, page, suggestion, suggestion, Beside())


def instruct(request: HttpRequest, pk: int) -> HttpResponse:
    """提出督办意见."""
    suggestion = found(request, pk)
    follows = _("承办单位和联工委马上收到通知，意见记在经过里。")
    page = _page("instruct", InstructForm, follows, _("督办意见已送承办单位。"))
    return answer_with(request, page, suggestion, suggestion, Beside())


def answer_question(request: HttpRequest, pk: int) -> HttpResponse:
    """The deputy's doubt, and whether a unit is changed for it."""
    suggestion = found(request, pk)
    follows = _("代表收到答复。调整的，原单位、新单位也收到通知，新单位的期限按本级规则计算。")
    form = partial(AnswerQuestionForm, case=suggestion)
    page = _page("answer_question", form, follows, _("已答复代表。"))
    return answer_with(request, page, suggestion, suggestion, _doubt(suggestion))


def _doubt(suggestion: Suggestion) -> Beside:
    """What the deputy said; the unit wished for is proposed."""
    asked = suggestion.unit_questions.filter(answered_at=None).select_related("wished").first()
    parts = list(suggestion.handlings.filter(state__in=("dispatching", "assigned", "signed")))
    alone = {"handling": parts[0]} if asked and asked.wished_id and len(parts) == 1 else {}
    start = {"unit": asked.wished_id} | alone if asked and asked.wished_id else {}
    return Beside(facts={"question": asked}, initial=start)
