"""Pages of an undertaking unit: receipt, and its reply from draft to signature."""

import json
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lianluo.congress.calendar import work_calendar
from lianluo.congress.rules import RuleBook
from lianluo.kernel.ciphers import sm3
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions import policy, services
from lianluo.suggestions.flow import HANDLING, REPLY
from lianluo.suggestions.forms.units import FIELDS, ReplyForm, written
from lianluo.suggestions.models import Handling, Reply
from lianluo.suggestions.selectors import desk
from lianluo.suggestions.selectors.checks import checks
from lianluo.suggestions.selectors.lights import lights_of
from lianluo.suggestions.selectors.talks import beside_handling, entries
from lianluo.suggestions.services.answers import may_edit
from lianluo.suggestions.states import Mode
from lianluo.suggestions.web.doors import acting, case_url, found_handling, moved, reply_in
from lianluo.trail.steps import Refused
from lianluo.ui.components.text import moment
from lianluo.ui.dues import Due, due_on
from lianluo.ui.pages import back, done, refused, render

MOVES = ("to_review", "approve", "send_back", "sign")
SAID = {
    "to_review": lambda: _("已送审核人。"),
    "approve": lambda: _("审核通过，已送签发人。"),
    "send_back": lambda: _("已退回拟稿。"),
    "sign": lambda: _("已签发，答复送达代表。"),
}


@require_POST
def sign_for(request: HttpRequest, pk: int) -> HttpResponse:
    """签收."""
    handling = found_handling(request, pk)
    act = lambda at: services.sign_for(handling, actor=acting(request), at=at)  # noqa: E731
    to = case_url(handling.suggestion)
    return moved(request, HANDLING, handling, ("sign_for",), act, said=_("已签收，请及时与代表沟通。"), to=to)


@require_http_methods(["GET", "POST"])
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """The unit's desk: write, save, and send on to whoever is next."""
    actor, handling = acting(request), found_handling(request, pk, **beside_handling())
    if not (verdict := policy.may_see_draft(actor, handling)):
        return refused(request, verdict, url=case_url(handling.suggestion), label=_("看这件建议"))
    draft = reply_in(handling)
    form = _form(request, handling, draft)
    if request.method == "POST":
        return _send(request, handling, draft, form)
    if draft is None and not (verdict := HANDLING.judge(actor, handling, "write")):
        return refused(request, verdict, url=case_url(handling.suggestion), label=_("看这件建议"))
    return _page(request, handling, draft, form)


def _form(request: HttpRequest, handling: Handling, draft: Reply | None) -> ReplyForm:
    book = RuleBook(handling.congress, timezone.localdate())
    start = written(draft) or {"contact_name": acting(request).name}
    return ReplyForm(
        request.POST if request.method == "POST" else None,
        book=book,
        handling=handling,
        missing=handling.mode == Mode.LEAD,
        initial=start,
    )


def _send(request: HttpRequest, handling: Handling, draft: Reply | None, form: ReplyForm) -> HttpResponse:
    """Save what was typed where it is open, then make the move that the button names."""
    actor, move = acting(request), request.POST.get("move", "save")
    if may_edit(actor, draft, handling):
        if not form.is_valid():
            return _page(request, handling, draft, form)
        try:
            draft = services.write_reply(handling, form.answer, actor=actor, at=timezone.now())
        except Refused as reason:
            return refused(request, reason, url=case_url(handling.suggestion))
        draft.handling = handling
        if move == "sign" and not (verdict := REPLY.judge(actor, draft, "sign")):
            form.add_error(None, str(verdict.reason))
            return _page(request, handling, draft, form)
    elif draft is None or move not in MOVES:
        return refused(request, _closed(actor, handling, draft), url=case_url(handling.suggestion))
    if move not in MOVES or draft is None:
        done(request, _("已保存。"))
        return back(request, "suggestions:reply", handling.pk)
    return _move(request, handling, draft, move)


def _closed(actor: Actor, handling: Handling, draft: Reply | None) -> str:
    """Why the text cannot be changed now."""
    verdict = HANDLING.judge(actor, handling, "write")
    if verdict and draft is not None:
        return _("答复正在审核签发，退回拟稿后才能修改。")
    return str(verdict.reason)


def _move(request: HttpRequest, handling: Handling, draft: Reply, move: str) -> HttpResponse:
    actor, note = acting(request), request.POST.get("note", "").strip()[:500]
    draft.handling = handling

    def act(at: Any) -> object:
        if move == "sign":
            return services.deliver_by_rule(draft, actor=actor, at=at)
        return services.move_reply(draft, move, actor=actor, at=at, note=note)

    here = reverse("suggestions:reply", args=[handling.pk])
    to = case_url(handling.suggestion) if move == "sign" else here
    said = (
        _("会办意见已送主办单位。") if move == "sign" and not handling.role.answers_deputy else SAID[move]()
    )
    return moved(request, REPLY, draft, (move,), act, said=said, to=to)


def _page(request: HttpRequest, handling: Handling, draft: Reply | None, form: ReplyForm) -> HttpResponse:
    actor, today = acting(request), timezone.localdate()
    rows = desk.others(handling)
    flow_moves = REPLY.open_moves(actor, draft) if draft else []
    facts = {
        "handling": handling,
        "case": handling.suggestion,
        "draft": draft,
        "form": form,
        "editable": may_edit(actor, draft, handling),
        "may_sign": bool(policy.of_unit(actor, handling, RoleKind.UNIT_SIGNER)),
        "hint_number": desk.number_hint(handling, today),
        "moves": {move.name for move in flow_moves},
        "closed": REPLY.closed_moves(actor, draft) if draft else [],
        "points": desk.points(handling.suggestion),
        "opinions": desk.opinions(rows),
        "checks": checks(handling, draft, rows, RuleBook(handling.congress, today)),
        "sent_back": desk.sent_back(draft) if draft else [],
        "signer_rule": desk.signer_rule(RuleBook(handling.congress, today)),
        "talks": entries(handling, actor),
        "chain": desk.chain(handling, draft, today),
        "due": _due(handling, today),
        "version": version(draft),
        "like_url": reverse("suggestions:similar", args=[handling.suggestion_id]),
    }
    return render(request, "suggestions/reply.html", facts)


def _due(handling: Handling, today: date) -> Due | None:
    """Until when the unit owes this answer."""
    if handling.due_on is None:
        return None
    lights = lights_of(handling.congress, today)
    return due_on(handling.due_on, today=today, calendar=work_calendar(), lights=lights)


def version(draft: Reply | None) -> str:
    """A mark of the saved text: two devices that write at once are noticed by it."""
    if draft is None:
        return ""
    said = {name: getattr(draft, name) for name in FIELDS}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, default=list)
    return sm3(text.encode()).hex()[:16]


@require_POST
def reply_save(request: HttpRequest, pk: int) -> HttpResponse:
    """What the scripts send while one types; what is still missing comes back with the answer."""
    actor, handling = acting(request), found_handling(request, pk, **beside_handling())
    draft, form = reply_in(handling), _form(request, handling, None)
    if not may_edit(actor, draft, handling):
        return JsonResponse({"error": str(_("答复正在审核签发，不能再改。"))}, status=403)
    form.full_clean()
    answer = form.draft_answer(draft)
    if draft is not None and request.POST.get("version", "") != version(draft) and answer != form.kept(draft):
        fields = {name: [getattr(draft, name)] for name in form.fields if name != "without_opinions"}
        return JsonResponse(
            {"version": version(draft), "at": moment(timezone.now()), "fields": fields}, status=409
        )
    try:
        saved = services.write_reply(handling, answer, actor=actor, at=timezone.now())
    except Refused as reason:
        return JsonResponse({"error": str(reason)}, status=403)
    book = RuleBook(handling.congress, timezone.localdate())
    told = {"checks": checks(handling, saved, desk.others(handling), book), "handling": handling}
    parts = {"checks": render_to_string("suggestions/parts/reply_checks.html", told, request)}
    return JsonResponse({"version": version(saved), "at": moment(timezone.now()), "parts": parts})
