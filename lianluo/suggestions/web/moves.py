"""The moves that a case page offers: which page makes which move, and what is said of those that are closed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from lianluo.kernel.flow import Move
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.flow import EXTENSION, HANDLING, SUGGESTION
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.case import CaseFile
from lianluo.ui.parts import ClosedMove, MoveButton, MovesPanel

PAGES = {
    "submit": ("suggestions:write", "send"),
    "rate": ("suggestions:rate", "star"),
    "rerate": ("suggestions:rate", ""),
    "confirm_meeting": ("suggestions:confirm_meeting", "check"),
    "object_meeting": ("suggestions:object_meeting", ""),
    "dispute": ("suggestions:dispute", ""),
    "entrust": ("suggestions:entrust", ""),
    "judge_oneself": ("suggestions:judge_oneself", ""),
    "tell_lead": ("suggestions:tell_lead", ""),
    "question_units": ("suggestions:question_units", ""),
    "agree_division": ("suggestions:agree_division", "check"),
    "refuse_division": ("suggestions:refuse_division", ""),
    "agree_withdraw": ("suggestions:agree_withdraw", "check"),
    "refuse_withdraw": ("suggestions:refuse_withdraw", ""),
    "lead_on": ("suggestions:lead_on", ""),
    "ask_withdraw": ("suggestions:ask_withdraw", ""),
    "keep_going": ("suggestions:keep_going", ""),
    "rewrite": ("suggestions:rewrite", "edit"),
    "withdraw": ("suggestions:withdraw", ""),
    "accept": ("suggestions:review", "check"),
    "pass_on": ("suggestions:review", "check"),
    "send_back": ("suggestions:review", ""),
    "refer": ("suggestions:review", ""),
    "letter": ("suggestions:review", ""),
    "not_accept": ("suggestions:review", ""),
    "letter_answer": ("suggestions:letter_answer", "check"),
    "assign": ("suggestions:assign", "send"),
    "answer_question": ("suggestions:answer_question", ""),
    "record_division": ("suggestions:record_division", "check"),
    "divide": ("suggestions:divide", ""),
    "reunite": ("suggestions:reunite", ""),
    "merge": ("suggestions:merge", ""),
    "unmerge": ("suggestions:unmerge", ""),
    "express": ("suggestions:express", ""),
    "supervise": ("suggestions:supervise", ""),
    "instruct": ("suggestions:instruct", "flag"),
    "urge": ("suggestions:urge", "bell"),
    "invite": ("suggestions:invite", "userplus"),
    "cosign": ("suggestions:cosign", "check"),
    "decline": ("suggestions:decline", ""),
    "uncosign": ("suggestions:uncosign", ""),
    "ask_to_join": ("suggestions:join", "userplus"),
    "admit": ("suggestions:admit", "userplus"),
    "for_delegation": ("suggestions:delegation", ""),
    "confirm": ("suggestions:confirm", "check"),
    "remind": ("suggestions:remind", "bell"),
    "conclude": ("suggestions:conclude", ""),
    "enter_rating": ("suggestions:enter_rating", ""),
    "triage": ("suggestions:triage", "refresh"),
    "meet": ("suggestions:meet", "users"),
    "assess": ("suggestions:assess", "check"),
    "close": ("suggestions:close", "archive"),
    "archive": ("suggestions:archive", "archive"),
    "reopen": ("suggestions:reopen", ""),
    "lapse": ("suggestions:lapse", ""),
}
"""Move → the page on which it is made, and its icon."""
ORDER = {name: n for n, name in enumerate(PAGES)}
OF_DEPUTIES = frozenset(
    {
        "question_units",
        "submit",
        "confirm",
        "invite",
        "cosign",
        "decline",
        "uncosign",
        "ask_to_join",
        "admit",
        "for_delegation",
        "withdraw",
        "rate",
        "rerate",
        "dispute",
        "entrust",
        "judge_oneself",
        "tell_lead",
        "confirm_meeting",
        "object_meeting",
    }
)
"""Closed to somebody who is no deputy for a reason that goes without saying."""
OF_UNITS = frozenset({"sign_for", "object", "write", "ask_longer", "transfer", "contact"})
WITHDRAWING = frozenset({"ask_withdraw", "agree_withdraw", "refuse_withdraw", "lead_on", "keep_going"})
POSTED = frozenset({"rewrite"})
"""Made by the button itself."""
DIVIDING = frozenset({"agree_division", "refuse_division", "record_division", "reunite"})
QUIET = (
    WITHDRAWING
    | DIVIDING
    | frozenset(
        {
            "answer_question",
            "express",
            "instruct",
            "ask_to_join",
            "admit",
            "cosign",
            "decline",
            "for_delegation",
            "rerate",
            "dispute",
            "entrust",
            "judge_oneself",
            "tell_lead",
            "enter_rating",
            "triage",
            "meet",
            "assess",
            "confirm_meeting",
            "object_meeting",
            "lapse",
            "unmerge",
            "letter_answer",
            "rewrite",
        }
    )
)
"""Said to be closed to nobody: no question, no through train, another committee supervises, nobody asked, no meeting, no bundle,
not divided, nothing to withdraw."""
BESIDE_UNIT = frozenset({"reassign"})
HANDLING_PAGES = {"write": "suggestions:reply"}
HANDLING_ICONS = {
    "sign_for": "check",
    "write": "edit",
    "dispatch": "send",
    "ask_longer": "clock",
    "contact": "phone",
}
DECISIONS = frozenset({"accept", "pass_on", "send_back", "refer", "letter", "not_accept"})


def panel(file: CaseFile, actor: Actor) -> MovesPanel:
    """The moves of the suggestion, and those of handlings and extensions that wait for the actor."""
    suggestion, live = file.suggestion, file.live
    mine = [one for one in live if one.unit_id in actor.units()]
    several = len(live) > 1
    buttons = [
        _handling_button(move, one, several and one not in mine)
        for one in live
        for move in HANDLING.open_moves(actor, one)
        if move.name not in BESIDE_UNIT and policy.open_by_rule(move.name, file.book)
    ]
    asked = [one.extension for one in cast(list[Any], live) if one.extension]
    buttons += [_extension_button(move, one) for one in asked for move in EXTENSION.open_moves(actor, one)]
    open_moves = sorted(SUGGESTION.open_moves(actor, suggestion), key=lambda move: ORDER.get(move.name, 0))
    known = [move for move in open_moves if policy.open_here(move.name, suggestion, file.book)]
    buttons += [button for move in known if (button := _button(move, suggestion))]
    closed = [] if mine else _closed(actor, suggestion)
    closed += _closed_by_rule(open_moves, file)
    closed += [
        ClosedMove(str(c.move.label), c.reason)
        for one in mine
        for c in HANDLING.closed_moves(actor, one)
        if c.move.name in OF_UNITS
    ]
    closed += [
        ClosedMove(str(m.label), str(by_rule.reason))
        for one in mine
        for m in HANDLING.open_moves(actor, one)
        if not (by_rule := policy.open_by_rule(m.name, file.book))
    ]
    buttons.sort(key=lambda button: button.tone != "go")
    first, rest = buttons[:1], [replace(one, tone="") if one.tone == "go" else one for one in buttons[1:]]
    return MovesPanel([*first, *rest], closed)


def unit_moves(file: CaseFile, actor: Actor) -> dict[int, list[MoveButton]]:
    """Moves that stand beside each unit instead of among the buttons."""
    return {
        one.pk: [
            _handling_button(m, one, False) for m in HANDLING.open_moves(actor, one) if m.name in BESIDE_UNIT
        ]
        for one in file.live
    }


def _closed(actor: Actor, suggestion: Suggestion) -> list[ClosedMove]:
    """Moves of the actor's own side that are closed now; who signed sees the deputies', staff sees the staff's."""
    signed = bool(actor.own_seat_ids & set(suggestion.signer_ids))
    return [
        ClosedMove(str(one.move.label), one.reason)
        for one in SUGGESTION.closed_moves(actor, suggestion)
        if one.move.name not in QUIET
        and ((signed and one.move.name in OF_DEPUTIES) or (actor.roles and one.move.name not in OF_DEPUTIES))
    ]


def _closed_by_rule(moves: Sequence[Move], file: CaseFile) -> list[ClosedMove]:
    """What would be open if the congress's rules left it open."""
    judged = [(m, policy.open_here(m.name, file.suggestion, file.book)) for m in moves if m.name not in QUIET]
    return [ClosedMove(str(move.label), str(verdict.reason)) for move, verdict in judged if not verdict]


def _button(move: Move, suggestion: Suggestion) -> MoveButton | None:
    page, icon = PAGES.get(move.name, ("", ""))
    try:
        url = reverse(page, args=[suggestion.pk])
    except NoReverseMatch:
        return None
    if move.name in DECISIONS:
        url = f"{url}?decision={move.name}"
    post = move.name in POSTED
    return MoveButton(label=str(move.label), url=url, tone=move.tone, icon=icon, post=post)


def _handling_button(move: Move, handling: Any, say_unit: bool) -> MoveButton:
    label = (
        _("拟写会办意见") if move.name == "write" and not handling.role.answers_deputy else str(move.label)
    )
    if say_unit:
        label = f"{label} · {handling.unit}"
    page = HANDLING_PAGES.get(move.name, f"suggestions:{move.name}")
    url, post = reverse(page, args=[handling.pk]), move.name == "sign_for"
    return MoveButton(label=label, url=url, tone=move.tone, icon=HANDLING_ICONS.get(move.name, ""), post=post)


def _extension_button(move: Move, asked: Any) -> MoveButton:
    label = f"{move.label} · {asked.handling.unit}"
    return MoveButton(label=label, url=reverse(f"suggestions:{move.name}", args=[asked.pk]), tone=move.tone)
