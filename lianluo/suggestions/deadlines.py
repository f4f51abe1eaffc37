"""Which clock runs from which step, by which rule, from which day. What the days are stands in congress.rules."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from lianluo.suggestions.states import Mode


@dataclass(frozen=True, slots=True)
class ClockRow:
    """The clock `kind` of a case, counted by the rule `rule`; `hard` names the rule of the outermost day."""

    kind: str
    rule: str
    hard: str = ""


SUGGESTION_CLOCKS = {
    "submit": ClockRow("review", "review.limit"),
    "submit_in_session": ClockRow("delegation_review", "delegation_review.limit"),
    "confirm": ClockRow("review", "review.limit"),
    "confirm_in_session": ClockRow("delegation_review", "delegation_review.limit"),
    "pass_on": ClockRow("review", "review.limit"),
    "accept": ClockRow("assign", "assign.limit"),
    "answer": ClockRow("feedback", "feedback.limit"),
    "rated": ClockRow("close", "redo.request_limit"),
    "conclude": ClockRow("close", "redo.request_limit"),
    "dispute": ClockRow("feedback", "feedback.limit"),
    "reopen": ClockRow("close", "redo.request_limit"),
}
"""Move of the suggestion → the clock that it starts."""

SIGN_FOR = ClockRow("sign_for", "objection.limit")
REPLY = ClockRow("reply", "reply.limit", "reply.hard_limit")
CO_OPINION = ClockRow("co_opinion", "co_opinion.limit")
REWORK = ClockRow("rework", "redo.limit")
PROMISE_RATING = ClockRow("promise_rating", "promise.rating_limit")
ASSIGN_IN_SESSION = ClockRow("assign", "assign.session_limit")


DISPATCH = ClockRow("dispatch", "dispatch.limit")
CONTACT = ClockRow("contact", "contact.limit")
CO_REDO = ClockRow("co_redo", "co_opinion.redo_limit")
PUBLISH = ClockRow("publish", "publish.limit")
REASSIGN = ClockRow("reassign", "reassign.limit")

HANDLING_CLOCKS = {"pass_through": SIGN_FOR, "dispatch": SIGN_FOR, "overrule": SIGN_FOR, "object": REASSIGN}
"""Move of a handling → the clock that it starts."""


def answer_clock(mode: str) -> ClockRow:
    """What a unit owes from assignment: the answer, or a co-handler its opinion (代表法 art. 51)."""
    return CO_OPINION if mode == Mode.CO else REPLY


def handling_clocks(mode: str) -> tuple[ClockRow, ClockRow]:
    """What will run for a unit that gets a part: receipt or objection, and what it owes."""
    return SIGN_FOR, answer_clock(mode)


CLOCK_LABELS = {
    "delegation_review": gettext_lazy("代表团初审"),
    "review": gettext_lazy("审核"),
    "assign": gettext_lazy("交办"),
    "dispatch": gettext_lazy("分办"),
    "sign_for": gettext_lazy("签收或提异议"),
    "reassign": gettext_lazy("裁定异议"),
    "reply": gettext_lazy("答复代表（法定）"),
    "co_opinion": gettext_lazy("会办意见"),
    "contact": gettext_lazy("首次与代表沟通"),
    "co_redo": gettext_lazy("会办意见补正"),
    "publish": gettext_lazy("公开答复"),
    "rework": gettext_lazy("重新办理"),
    "feedback": gettext_lazy("代表评价"),
    "close": gettext_lazy("办结"),
}
"""Kind of a clock → what it is for."""
