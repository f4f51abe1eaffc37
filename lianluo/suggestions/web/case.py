"""The page of one suggestion, for everybody who may see it."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianluo.congress.calendar import work_calendar
from lianluo.kernel.flow import Move
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import HANDLING, SUGGESTION
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors import life
from lianluo.suggestions.selectors.case import CaseFile, case_file
from lianluo.suggestions.selectors.likeness import alike
from lianluo.suggestions.selectors.lists import standing
from lianluo.suggestions.selectors.timeline import events, timeline
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.states import RaisedBefore
from lianluo.suggestions.web.doors import acting, found
from lianluo.trail.models import Attachment
from lianluo.trail.verify import verify_case
from lianluo.ui.pages import render
from lianluo.ui.parts import ClosedMove, MoveButton, MovesPanel

PAGES = {
    "submit": ("suggestions:write", "send"),
    "rate": ("suggestions:rate", "star"),
    "withdraw": ("suggestions:withdraw", ""),
    "accept": ("suggestions:review", "check"),
    "pass_on": ("suggestions:review", "check"),
    "send_back": ("suggestions:review", ""),
    "refer": ("suggestions:review", ""),
    "not_accept": ("suggestions:review", ""),
    "assign": ("suggestions:assign", "send"),
    "urge": ("suggestions:urge", "bell"),
    "invite": ("suggestions:invite", "userplus"),
    "cosign": ("suggestions:cosign", "check"),
    "decline": ("suggestions:decline", ""),
    "uncosign": ("suggestions:uncosign", ""),
    "remind": ("suggestions:remind", "bell"),
    "conclude": ("suggestions:conclude", ""),
    "rework": ("suggestions:rework", "refresh"),
    "close": ("suggestions:close", "archive"),
}
"""Move → the page on which it is made, and its icon."""
ORDER = {name: n for n, name in enumerate(PAGES)}
OF_DEPUTIES = frozenset({"submit", "invite", "cosign", "decline", "uncosign", "withdraw", "rate"})
"""Closed to somebody who is no deputy for a reason that goes without saying."""
DECISIONS = frozenset({"accept", "pass_on", "send_back", "refer", "not_accept"})


@require_GET
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """Text, answers, units, deadlines, moves and history of one suggestion."""
    actor, at = acting(request), timezone.now()
    file = case_file(visible(actor), pk, actor, at)
    if file is None:
        raise Http404
    steps = events(file.suggestion, file.handlings, actor)
    past = {"history": timeline(steps, file.handlings), "proof": verify_case(file.suggestion)}
    return render(request, "suggestions/case.html", shown(file, actor, at) | past)


def shown(file: CaseFile, actor: Actor, at: Any) -> dict[str, Any]:
    """What the template draws."""
    today, calendar = timezone.localtime(at).date(), work_calendar()
    suggestion = file.suggestion
    due = life.due_of(suggestion, today, calendar)
    return {
        "file": file,
        "case": suggestion,
        "due": due,
        "standing": standing(suggestion, file.live, today),
        "steps": life.steps(suggestion, file.handlings, due),
        "clocks": [life.clock(one, today, calendar) for one in life.main_clocks(file.clocks, actor.units())],
        "past_clocks": [life.clock(one, today, calendar) for one in life.past_clocks(file.clocks)],
        "moves": panel(file, actor),
        "opinions": file.opinions if policy.may_read_opinions(actor, suggestion) else [],
        "own_units": actor.units(),
        "beside": beside(file),
        "like_url": reverse("suggestions:similar", args=[suggestion.pk]),
    }


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


def panel(file: CaseFile, actor: Actor) -> MovesPanel:
    """The moves of the suggestion and of the actor's own handlings."""
    suggestion = file.suggestion
    mine = [one for one in file.live if one.unit_id in actor.units()]
    buttons = [_handling_button(move, one) for one in mine for move in HANDLING.open_moves(actor, one)]
    open_moves = sorted(SUGGESTION.open_moves(actor, suggestion), key=lambda move: ORDER.get(move.name, 0))
    buttons += [button for move in open_moves if (button := _button(move, suggestion))]
    closed = [] if mine else _closed(actor, suggestion)
    closed += [
        ClosedMove(str(c.move.label), c.reason) for one in mine for c in HANDLING.closed_moves(actor, one)
    ]
    return MovesPanel(sorted(buttons, key=lambda button: button.tone != "go"), closed)


def _closed(actor: Actor, suggestion: Suggestion) -> list[ClosedMove]:
    """Moves of the actor's own side that are closed now; who signed sees the deputies', staff sees the staff's."""
    signed = bool(actor.seat_ids & set(suggestion.signer_ids))
    return [
        ClosedMove(str(one.move.label), one.reason)
        for one in SUGGESTION.closed_moves(actor, suggestion)
        if (signed and one.move.name in OF_DEPUTIES) or (actor.roles and one.move.name not in OF_DEPUTIES)
    ]


def _button(move: Move, suggestion: Suggestion) -> MoveButton | None:
    page, icon = PAGES.get(move.name, ("", ""))
    try:
        url = reverse(page, args=[suggestion.pk])
    except NoReverseMatch:
        return None
    if move.name in DECISIONS:
        url = f"{url}?decision={move.name}"
    return MoveButton(label=str(move.label), url=url, tone=move.tone, icon=icon)


def _handling_button(move: Move, handling: Any) -> MoveButton:
    if move.name == "sign_for":
        url = reverse("suggestions:sign_for", args=[handling.pk])
        return MoveButton(label=str(move.label), url=url, tone="go", icon="check", post=True)
    label = _("拟写会办意见") if not handling.role.answers_deputy else str(move.label)
    return MoveButton(
        label=label, url=reverse("suggestions:reply", args=[handling.pk]), tone="go", icon="edit"
    )


@require_GET
def similar(request: HttpRequest, pk: int) -> HttpResponse:
    """Similar suggestions: a panel of the case page, or a page of its own."""
    actor, suggestion = acting(request), found(request, pk)
    template = (
        "suggestions/parts/alike.html" if request.headers.get("HX-Request") else "suggestions/similar.html"
    )
    return render(request, template, {"case": suggestion, "alike": alike(suggestion, actor)})


@require_GET
def attachment(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """A file of a suggestion that one may see."""
    suggestion = found(request, pk)
    rows = Attachment.objects.within(acting(request).scope).filter(
        case_type="suggestion", case_id=suggestion.pk
    )
    kept = get_object_or_404(rows, pk=file)
    return FileResponse(kept.file.open("rb"), as_attachment=True, filename=kept.name)  # type: ignore[return-value]
