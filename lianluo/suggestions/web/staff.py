"""Pages of the deputies' body and of the delegations' staff: list, review, assign, urge, close."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.congress.rules import RuleBook
from lianluo.kernel.verdict import Verdict
from lianluo.suggestions import services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.staff import DECISIONS, AssignForm, NoteForm, ReviewForm
from lianluo.suggestions.lists import list_for
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.assigning import choosable, clocks_ahead, fitting, told
from lianluo.suggestions.selectors.likeness import alike
from lianluo.suggestions.selectors.reviewing import review_facts
from lianluo.suggestions.web.doors import acting, case_url, found, moved
from lianluo.ui.pages import refused, render


def suggestion_list(request: HttpRequest) -> HttpResponseBase:
    """The list that fits the visitor's work."""
    return list_for(acting(request)).as_view()(request)


def _today(at: Any) -> Any:
    return timezone.localtime(at).date()


def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide on a submitted text: accept, send back, refer, or not accept with the record of a talk."""
    actor, suggestion = acting(request), found(request, pk)
    open_moves = [move.name for move in SUGGESTION.open_moves(actor, suggestion) if move.name in DECISIONS]
    book = RuleBook(suggestion.congress, _today(timezone.now()))
    form = _review_form(request, suggestion, book, open_moves or list(DECISIONS))
    if request.method == "POST" and form.is_valid():
        return _decide(request, suggestion, form)
    if not open_moves:
        return refused(request, _reason(request, suggestion), url=case_url(suggestion), label=_("看这件建议"))
    facts = review_facts(suggestion, actor, timezone.now(), request.GET.get("since", ""))
    return render(
        request, "suggestions/review.html", facts | {"case": suggestion, "form": form, "book": book}
    )


def _review_form(
    request: HttpRequest, suggestion: Suggestion, book: RuleBook, offered: list[str]
) -> ReviewForm:
    start = {
        "decision": request.GET.get("decision") or offered[0],
        "topic": suggestion.topic,
        "talk_on": _today(timezone.now()),
    }
    data = request.POST if request.method == "POST" else None
    return ReviewForm(data, book=book, open_moves=offered, initial=start)


def _reason(request: HttpRequest, suggestion: Suggestion) -> Verdict:
    actor = acting(request)
    verdicts = [SUGGESTION.judge(actor, suggestion, name) for name in ("accept", "pass_on")]
    return next((v for v, name in zip(verdicts, ("accept", "pass_on"), strict=True)
                 if suggestion.state in SUGGESTION.moves[name].sources), verdicts[0])  # fmt: skip


def _decide(request: HttpRequest, suggestion: Suggestion, form: ReviewForm) -> HttpResponse:
    facts, actor = form.cleaned_data, acting(request)
    decision = facts["decision"]
    acts: dict[str, Callable[[Any], object]] = {
        "accept": lambda at: services.accept(suggestion, actor=actor, at=at, topic=facts["topic"]),
        "pass_on": lambda at: services.pass_on(suggestion, actor=actor, at=at, note=facts["advice"]),
        "send_back": lambda at: services.send_back(suggestion, actor=actor, at=at, advice=facts["advice"]),
        "refer": lambda at: services.refer(
            suggestion, actor=actor, at=at, reason=facts["reason"], talk=form.talk
        ),
        "letter": lambda at: services.letter(
            suggestion,
            actor=actor,
            at=at,
            reason=facts["reason"],
            talk=form.talk,
            to=facts["letter_to"],
            unit=facts["letter_unit"],
        ),
        "not_accept": lambda at: services.not_accept(
            suggestion, actor=actor, at=at, ground=facts["ground"], reason=facts["reason"], talk=form.talk
        ),
    }
    said = DECIDED[decision]()
    return moved(
        request, SUGGESTION, suggestion, (decision,), acts[decision], said=said, to=case_url(suggestion)
    )


DECIDED: dict[str, Callable[[], str]] = {
    "accept": lambda: _("已立案编号，请接着交办。"),
    "pass_on": lambda: _("初审已通过，送议案组审核。"),
    "send_back": lambda: _("已退回，代表改好后会再次提交。"),
    "refer": lambda: _("已转为参阅件，代表会收到通知。"),
    "letter": lambda: _("已作代表来信处理，有了结果请登记。"),
    "not_accept": lambda: _("已按不作建议处理办结，代表会收到通知。"),
}


def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose units, ways and parts; what will start and who is told stands beside the button."""
    actor, suggestion, at = acting(request), found(request, pk), timezone.now()
    form = AssignForm(request.POST, choosable(suggestion.congress, _today(at)))
    ready = services.judge_tasks(form.tasks, _today(at))
    if request.method == "POST" and form.act == "assign" and form.is_valid() and ready:
        count = len(form.tasks)
        said = ngettext("已交办给 %d 个单位。", "已交办给 %d 个单位。", count) % count
        act = lambda when: services.assign(suggestion, form.tasks, actor=actor, at=when)  # noqa: E731
        return moved(request, SUGGESTION, suggestion, ("assign",), act, said=said, to=case_url(suggestion))
    if not (verdict := SUGGESTION.judge(actor, suggestion, "assign")):
        return refused(request, verdict, url=case_url(suggestion), label=_("看这件建议"))
    return render(request, "suggestions/assign.html", _assign_facts(suggestion, form, ready, request))


def _assign_facts(
    suggestion: Suggestion, form: AssignForm, ready: Verdict, request: HttpRequest
) -> dict[str, Any]:
    today = _today(timezone.now())
    wished = list(suggestion.wished_units.all())
    likes = alike(suggestion, acting(request))
    tasks = form.tasks
    return {
        "case": suggestion,
        "form": form,
        "ready": ready,
        "wished": wished,
        "alike": likes,
        "fitting": [
            (unit, why, unit in form.chosen)
            for unit, why in fitting(wished, [one.case.unit_ids for one in likes], form.units)
        ],
        "options": [unit for unit in form.units.values() if unit not in form.chosen],
        "clocks": clocks_ahead(suggestion.congress, [(task.mode, task.unit) for task in tasks], today),
        "told": told(suggestion, form.chosen),
        "today": today,
    }


def _noted(
    request: HttpRequest,
    pk: int,
    move: str,
    form_class: type[forms.Form],
    act: Callable[..., object],
    said: str,
) -> HttpResponse:
    """A move that needs a few words: a small page with one field."""
    actor, suggestion = acting(request), found(request, pk)
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        run = lambda at: act(suggestion, actor=actor, at=at, **form.cleaned_data)  # noqa: E731
        return moved(request, SUGGESTION, suggestion, (move,), run, said=said, to=case_url(suggestion))
    if not (verdict := SUGGESTION.judge(actor, suggestion, move)):
        return refused(request, verdict, url=case_url(suggestion), label=_("看这件建议"))
    facts = {
        "case": suggestion,
        "form": form,
        "move": SUGGESTION.moves[move],
    }
    return render(request, f"suggestions/{move}.html", facts)


def urge(request: HttpRequest, pk: int) -> HttpResponse:
    """催办."""
    return _noted(request, pk, "urge", NoteForm, services.urge, _("已催办，未答复的承办单位会收到通知。"))


def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """提醒代表评价."""
    return _noted(request, pk, "remind", forms.Form, services.remind, _("已提醒代表评价。"))


def conclude(request: HttpRequest, pk: int) -> HttpResponse:
    """按未反馈结束评价."""
    return _noted(request, pk, "conclude", forms.Form, services.conclude, _("已结束本轮评价。"))


def close(request: HttpRequest, pk: int) -> HttpResponse:
    """办结."""
    return _noted(request, pk, "close", NoteForm, services.close, _("已办结，请归档。"))
