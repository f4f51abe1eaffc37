"""After the judgement: triage, meeting, assessment, archive, taking up again; and what co-signers say to the lead."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions import services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms import closing as forms
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.archive import checks
from lianluo.suggestions.services.dissatisfied import outcomes
from lianluo.suggestions.web.doors import found
from lianluo.suggestions.web.handlings import Beside, MovePage, answer_with


def _page(name: str, form: Any, follows: Any, said: Any, act: Any = None, **more: Any) -> MovePage:
    act = act or getattr(services, name)
    return MovePage(name=name, flow=SUGGESTION, form=form, act=act, follows=follows, said=said, **more)


PAGES = {
    page.name: page
    for page in (
        _page(
            "archive",
            forms.ArchiveMoveForm,
            _("归档以后给档号，按本级规则定保管期限；需要再办的，由负责人恢复办理。"),
            _("已归档。"),
            template="suggestions/archive.html",
        ),
        _page(
            "reopen",
            forms.ReopenForm,
            _("恢复以后先研判，再定重新办理还是作出说明；代表和承办单位收到通知。"),
            _("已恢复办理，请研判下一步。"),
        ),
        _page(
            "lapse",
            forms.LapseForm,
            _("还没有交办的才能这样处理；已经交办的，承办单位照常答复。代表收到通知。"),
            _("已转为参阅件。"),
        ),
        _page(
            "confirm_meeting",
            forms.PlainForm,
            _("确认以后按商定的办：商定继续办理的，马上进入下一轮。"),
            _("已确认面商记录。"),
            template="suggestions/meeting.html",
        ),
        _page(
            "object_meeting",
            forms.NotedForm,
            _("联工委收到通知，重新记录；这一份和您的意见都保留。"),
            _("您的意见已送联工委。"),
            template="suggestions/meeting.html",
        ),
        _page(
            "dispute",
            forms.NotedForm,
            _("代录的评价不再计入，请您自己评价；联工委收到通知。"),
            _("代录的评价已作废，请您自己评价。"),
        ),
        _page(
            "entrust",
            forms.PlainForm,
            _("领衔代表收到通知，替您评价答复。评价以前可以改回自己评价。"),
            _("已请领衔代表代为评价。"),
        ),
        _page("judge_oneself", forms.PlainForm, _("以后由您自己评价答复。"), _("已改为自己评价。")),
        _page(
            "tell_lead", forms.NotedForm, _("领衔代表评价时会看到您的意见。"), _("您的意见已告诉领衔代表。")
        ),
    )
}


def _view(name: str, beside: Callable[[Suggestion], Beside] = lambda case: Beside()) -> Any:
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        case = found(request, pk)
        return answer_with(request, PAGES[name], case, case, beside(case))

    view.__name__ = name
    return view


def _record(case: Suggestion) -> Beside:
    """The record that is confirmed or objected to."""
    return Beside(facts={"meeting": case.meetings.filter(round=case.round).order_by("-pk").first()})


archive = _view("archive", lambda case: Beside(facts={"checks": checks(case)}))
reopen, lapse = _view("reopen"), _view("lapse")
confirm_meeting, object_meeting = _view("confirm_meeting", _record), _view("object_meeting", _record)
dispute, entrust = _view("dispute"), _view("entrust")
judge_oneself, tell_lead = _view("judge_oneself"), _view("tell_lead")


def triage(request: HttpRequest, pk: int) -> HttpResponse:
    """研判: after talking with both sides."""
    case = found(request, pk)
    form = partial(forms.TriageForm, offered=outcomes(case, timezone.now()))
    follows = _("重新办理的，期限重新起算，上一轮的答复和评价都保留；双方收到通知。")
    page = _page("triage", form, follows, _("研判已记录。"), template="suggestions/triage.html")
    said = case.ratings.filter(round=case.round, replaced_at=None, redo=True).select_related(
        "seat__person", "handling__unit"
    )
    return answer_with(request, page, case, case, Beside(facts={"said": said}))


def meet(request: HttpRequest, pk: int) -> HttpResponse:
    """面商: the record of both sides at one table."""
    case = found(request, pk)
    follows = _("没有代表签名的，领衔代表确认以后才算数；商定继续办理的，确认后马上进入下一轮。")
    page = _page("meet", forms.MeetForm, follows, _("面商已记录。"), act=_held)
    start = {"deputies_side": _("%s代表") % case.lead.person}
    return answer_with(request, page, case, case, Beside(initial=start))


def _held(case: Suggestion, *, actor: Any, at: Any, uploads: Any, signed: bool, **facts: Any) -> object:
    minutes = services.Minutes(**facts)
    return services.meet(case, minutes, files=uploads, signed=signed, actor=actor, at=at)


def _assessed(case: Suggestion, *, actor: Any, at: Any, uploads: Any, **facts: Any) -> object:
    return services.assess(case, services.Findings(**facts), files=uploads, actor=actor, at=at)


def assess(request: HttpRequest, pk: int) -> HttpResponse:
    """评估: what the experts concluded."""
    case = found(request, pk)
    follows = _("结论必须照办：应继续办理的马上进入下一轮，办理已到位的可以办结。双方收到通知。")
    page = _page("assess", forms.AssessForm, follows, _("已记录评估结论。"), act=_assessed)
    return answer_with(request, page, case, case, Beside())
