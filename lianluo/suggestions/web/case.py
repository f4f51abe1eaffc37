"""The page of one suggestion, for everybody who may see it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianluo.congress.calendar import work_calendar
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.selectors import life, talks
from lianluo.suggestions.selectors.bundles import together
from lianluo.suggestions.selectors.case import CaseFile, case_file
from lianluo.suggestions.selectors.lights import lights_of
from lianluo.suggestions.selectors.likeness import alike
from lianluo.suggestions.selectors.lists import standing
from lianluo.suggestions.selectors.outcome import outcome, withdrawal
from lianluo.suggestions.selectors.papers import papers_of
from lianluo.suggestions.selectors.publishing import marks
from lianluo.suggestions.selectors.timeline import events, timeline
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.states import RaisedBefore
from lianluo.suggestions.web.doors import acting, found
from lianluo.suggestions.web.moves import panel, unit_moves
from lianluo.trail.verify import verify_case
from lianluo.ui.pages import render


@require_GET
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """Text, answers, units, deadlines, moves and history of one suggestion."""
    actor, at = acting(request), timezone.now()
    file = case_file(visible(actor), pk, actor, at)
    if file is None:
        raise Http404
    steps = events(file.suggestion, file.handlings, actor)
    again = SUGGESTION.judge(actor, file.suggestion, "rewrite")
    past_url = reverse("suggestions:rewrite", args=[pk]) if again else ""
    past: dict[str, Any] = {
        "outcome": outcome(file, steps),
        "withdrawal": withdrawal(file, steps),
        "rewrite_url": past_url,
    }
    past |= {
        "history": timeline(steps, file.handlings, veil=file.veil),
        "proof": verify_case(file.suggestion),
    }
    return render(request, "suggestions/case.html", shown(file, actor, at) | past)


@require_GET
def rounds(request: HttpRequest, pk: int) -> HttpResponse:
    """The replies of all rounds beside one another, with what the deputies said to each."""
    actor = acting(request)
    file = case_file(visible(actor), pk, actor, timezone.now())
    if file is None:
        raise Http404
    facts = {"case": file.suggestion, "rounds": sorted(file.rounds, key=lambda one: one.number)}
    return render(request, "suggestions/rounds.html", facts)


def shown(file: CaseFile, actor: Actor, at: Any) -> dict[str, Any]:
    """What the template draws."""
    today, calendar = timezone.localtime(at).date(), work_calendar()
    suggestion = file.suggestion
    lights = lights_of(suggestion.congress, today, file.book)
    due = life.due_of(suggestion, today, calendar, lights)
    return {
        "file": file,
        "together": together(file.suggestion),
        "case": suggestion,
        "due": due,
        "standing": standing(suggestion, file.live, today),
        "steps": life.steps(suggestion, file.handlings, due),
        "clocks": [
            life.clock(one, today, calendar, lights) for one in life.main_clocks(file.clocks, actor.units())
        ],
        "past_clocks": [life.clock(one, today, calendar) for one in life.past_clocks(file.clocks)],
        "moves": panel(file, actor),
        "units": [(one, unit_moves(file, actor).get(one.pk, [])) for one in file.handlings],
        "opinions": file.opinions if policy.may_read_opinions(actor, suggestion) else [],
        "talks": _talks(file, actor),
        "may_answer": policy.is_proposer(actor, suggestion),
        "own_units": actor.units(),
        "sheets": {one.pk for one in file.live if policy.may_have_sheet(actor, one)},
        "beside": beside(file),
        "papers": papers_of(file, actor),
        "public_marks": marks(file.suggestion, file.book, actor),
        "takes_whole": policy.may_take_whole(actor, suggestion),
        "like_url": reverse("suggestions:similar", args=[suggestion.pk]),
    }


def _talks(file: CaseFile, actor: Actor) -> list[talks.Entry]:
    """Talks and progress of all units, newest first, for those who may read them."""
    if not policy.may_read_contacts(actor, file.suggestion):
        return []
    found = [entry for one in file.handlings for entry in talks.entries(one, actor, file.veil)]
    return sorted(found, key=lambda one: one.on, reverse=True)


def beside(file: CaseFile) -> list[tuple[str, str]]:
    """What the deputy said beside the text, where it is not what everybody says."""
    suggestion = file.suggestion
    again = suggestion.get_raised_before_display() if suggestion.raised_before != RaisedBefore.NO else ""
    found = [
        (_("形成方式"), suggestion.get_formed_by_display()),
        (_("希望承办"), "、".join(file.wished)),
        (_("多次提出"), again),
        (_("答复"), "" if suggestion.reply_wanted else _("仅供参考，不需要书面答复")),
    ]
    return [(label, str(value)) for label, value in found if value]


@require_GET
def similar(request: HttpRequest, pk: int) -> HttpResponse:
    """Similar suggestions: a panel of the case page, or a page of its own."""
    actor, suggestion = acting(request), found(request, pk)
    template = (
        "suggestions/parts/alike.html" if request.headers.get("HX-Request") else "suggestions/similar.html"
    )
    found_alike = alike(suggestion, actor)
    writing = bool(policy.may_write(actor, suggestion))
    joinable = {
        one.case.pk for one in found_alike if writing and SUGGESTION.judge(actor, one.case, "ask_to_join")
    }
    facts = {"case": suggestion, "alike": found_alike, "writing": writing, "joinable": joinable}
    if SUGGESTION.judge(actor, suggestion, "merge"):
        facts["merge_url"] = reverse("suggestions:merge", args=[suggestion.pk])
    return render(request, template, facts)
