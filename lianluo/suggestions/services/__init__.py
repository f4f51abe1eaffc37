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
from lianluo.suggestions.services.joint import cosign, decline, invite, uncosign
from lianluo.suggestions.services.judging import close, conclude, rate, remind, rework
from lianluo.suggestions.services.review import Talk, accept, not_accept, pass_on, refer, send_back, submit

__all__ = [
    "Answer",
    "Elsewhere",
    "Talk",
    "Task",
    "Text",
    "accept",
    "assign",
    "close",
    "conclude",
    "cosign",
    "decline",
    "deliver",
    "invite",
    "judge_tasks",
    "move_reply",
    "not_accept",
    "open_reply",
    "pass_on",
    "rate",
    "refer",
    "remind",
    "rework",
    "save_draft",
    "send_back",
    "sign_for",
    "start_draft",
    "submit",
    "uncosign",
    "urge",
    "withdraw",
    "write_reply",
]
