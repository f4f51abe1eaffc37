"""Letters, joint withdrawals and taking one out of a bundle: small pages with one form each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from lianluo.suggestions import services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms import outcomes as forms
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.reviewing import editions_of
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.services.withdrawal import asked_because
from lianluo.suggestions.states import SuggestionState
from lianluo.suggestions.web.doors import acting, case_url, found
from lianluo.suggestions.web.handlings import Beside, MovePage, answer_with
from lianluo.trail.steps import Refused
from lianluo.ui.pages import done, refused, render


def _page(name: str, form: Any, act: Any, follows: Any, said: Any) -> MovePage:
    return MovePage(name=name, flow=SUGGESTION, form=form, act=act, follows=follows, said=said)


LETTER_ANSWER = _page(
    "letter_answer",
    forms.LetterAnswerForm,
    services.answer_letter,
    _("代表马上收到，结果记在这一件的经过里。"),
    _("办理结果已登记，代表会收到通知。"),
)
ASK = _page(
    "ask_withdraw",
    forms.AskWithdrawForm,
    services.ask_withdraw,
    _(
        "每位联名代表收到通知，全体同意才撤回；有人不同意，建议继续办理。"
        "不同意的联名代表也可以接过领衔，那时只撤回您一个人的名字。"
    ),
    _("已征求联名代表的意见，全体同意后撤回。"),
)
AGREE = _page(
    "agree_withdraw",
    forms.PlainForm,
    services.agree_withdraw,
    _("全体联名代表都同意后，建议撤回，办理终止，编号不再使用，不能恢复。"),
    _("已表示同意撤回。"),
)
REFUSE = _page(
    "refuse_withdraw",
    forms.RefuseWithdrawForm,
    services.refuse_withdraw,
    _("建议不撤回，继续办理；领衔代表和其他联名代表收到您的理由。"),
    _("已表示不同意，建议继续办理。"),
)
LEAD_ON = _page(
    "lead_on",
    forms.PlainForm,
    services.lead_on,
    _(
        "原领衔代表的名字退出，由您领衔，建议和办理都继续，编号和期限不变；全体代表、联工委和承办单位收到通知。"
    ),
    _("已由您领衔，建议继续办理。"),
)
KEEP = _page(
    "keep_going",
    forms.PlainForm,
    services.keep_going,
    _("建议照常办理，联名代表收到通知。"),
    _("已取消撤回，建议照常办理。"),
)
UNMERGE = _page(
    "unmerge",
    forms.UnmergeForm,
    services.unmerge,
    _("移出以后单独办理，承办单位和期限都不变。移出的是主件时，余下的第一件成为主件。"),
    _("已移出并案，单独办理。"),
)


def letter_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """登记来信办理结果."""
    suggestion = found(request, pk)
    return answer_with(request, LETTER_ANSWER, suggestion, suggestion, Beside(suggestion.letter_to))


def ask_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """征求撤回."""
    suggestion = found(request, pk)
    return answer_with(request, ASK, suggestion, suggestion, Beside())


def _asked(request: HttpRequest, pk: int, page: MovePage) -> HttpResponse:
    suggestion = found(request, pk)
    return answer_with(
        request, page, suggestion, suggestion, Beside(facts={"asked": asked_because(suggestion)})
    )


def agree_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """同意撤回."""
    return _asked(request, pk, AGREE)


def refuse_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """不同意撤回."""
    return _asked(request, pk, REFUSE)


def lead_on(request: HttpRequest, pk: int) -> HttpResponse:
    """由我领衔，继续办理."""
    return _asked(request, pk, LEAD_ON)


def keep_going(request: HttpRequest, pk: int) -> HttpResponse:
    """不再撤回."""
    return _asked(request, pk, KEEP)


def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    """移出并案."""
    suggestion = found(request, pk)
    return answer_with(request, UNMERGE, suggestion, suggestion, Beside())


@require_POST
def rewrite(request: HttpRequest, pk: int) -> HttpResponse:
    """A new draft with these words; pressed twice it opens the same draft."""
    actor, suggestion = acting(request), found(request, pk)
    begun = visible(actor).filter(origin=suggestion, state=SuggestionState.DRAFT).first()
    if begun is not None:
        return redirect("suggestions:write", begun.pk)
    try:
        draft: Suggestion = services.rewrite(suggestion, actor=actor, at=timezone.now())
    except Refused as reason:
        return refused(request, reason, url=case_url(suggestion), label=_("看这件建议"))
    done(request, _("原来的内容已带到新的草稿里，改好再提交。"))
    return redirect("suggestions:write", draft.pk)


@require_GET
def editions(request: HttpRequest, pk: int) -> HttpResponse:
    """Every edition that was sent in, the latest held against an earlier one, with what was asked for in between."""
    suggestion = found(request, pk)
    facts = editions_of(suggestion, acting(request), request.GET.get("since", ""))
    return render(request, "suggestions/editions.html", facts | {"case": suggestion})
