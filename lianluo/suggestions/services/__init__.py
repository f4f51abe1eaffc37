"""Sentences of the congress's work with suggestions: say the verb, get the event."""

from lianluo.suggestions.services.answers import (
    Answer,
    deliver,
    move_reply,
    open_reply,
    sign_for,
    write_reply,
)
from lianluo.suggestions.services.assignment import Task, assign, judge_tasks, urge, withdraw
from lianluo.suggestions.services.drafts import Elsewhere, Text, save_draft, start_draft
from lianluo.suggestions.services.extensions import ask_longer, grant, refuse
from lianluo.suggestions.services.joint import cosign, decline, invite, uncosign
from lianluo.suggestions.services.judging import close, conclude, rate, remind, rework
from lianluo.suggestions.services.objections import (
    dispatch,
    object_to,
    overrule,
    question_units,
    reassign,
    redirect,
    uphold,
)
from lianluo.suggestions.services.review import Talk, accept, not_accept, pass_on, refer, send_back, submit

__all__ = [
    "Answer",
    "Elsewhere",
    "Talk",
    "Task",
    "Text",
    "accept",
    "ask_longer",
    "assign",
    "close",
    "conclude",
    "cosign",
    "decline",
    "deliver",
    "dispatch",
    "grant",
    "invite",
    "judge_tasks",
    "move_reply",
    "not_accept",
    "object_to",
    "open_reply",
    "overrule",
    "pass_on",
    "question_units",
    "rate",
    "reassign",
    "redirect",
    "refer",
    "refuse",
    "remind",
    "rework",
    "save_draft",
    "send_back",
    "sign_for",
    "start_draft",
    "submit",
    "uncosign",
    "uphold",
    "urge",
    "withdraw",
    "write_reply",
]
