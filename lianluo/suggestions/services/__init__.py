"""Sentences of the congress's work with suggestions: say the verb, get the event."""

from lianluo.suggestions.services.answers import (
    Answer,
    deliver,
    move_reply,
    open_reply,
    write_reply,
)
from lianluo.suggestions.services.assignment import Task, assign, judge_tasks, urge, withdraw
from lianluo.suggestions.services.closing import archive, close, lapse, reopen
from lianluo.suggestions.services.dissatisfied import (
    Findings,
    Minutes,
    assess,
    confirm_meeting,
    meet,
    object_meeting,
    rework,
    triage,
)
from lianluo.suggestions.services.drafts import Elsewhere, Text, save_draft, start_draft
from lianluo.suggestions.services.extensions import ask_longer, grant, refuse
from lianluo.suggestions.services.joint import cosign, decline, invite, uncosign
from lianluo.suggestions.services.judging import (
    Opinion,
    answered_apart,
    conclude,
    rate,
    remind,
    rerate,
    scale_of,
)
from lianluo.suggestions.services.objections import (
    answer_question,
    dispatch,
    object_to,
    overrule,
    question_units,
    reassign,
    redirect,
    split,
    transfer,
    uphold,
)
from lianluo.suggestions.services.receipts import look_after_receipts, sign_for, take_as_signed
from lianluo.suggestions.services.recount import apply_rule, keep, take_in
from lianluo.suggestions.services.recount import approve as approve_recount
from lianluo.suggestions.services.recount import discard as discard_recount
from lianluo.suggestions.services.recount import resume as resume_recount
from lianluo.suggestions.services.review import Talk, accept, not_accept, pass_on, refer, send_back, submit
from lianluo.suggestions.services.supervision import express, instruct, supervise
from lianluo.suggestions.services.voices import dispute, enter_rating, entrust, take_back, tell_lead

__all__ = [
    "Answer",
    "Elsewhere",
    "Findings",
    "Minutes",
    "Opinion",
    "Talk",
    "Task",
    "Text",
    "accept",
    "answer_question",
    "answered_apart",
    "apply_rule",
    "approve_recount",
    "archive",
    "ask_longer",
    "assess",
    "assign",
    "close",
    "conclude",
    "confirm_meeting",
    "cosign",
    "decline",
    "deliver",
    "discard_recount",
    "dispatch",
    "dispute",
    "enter_rating",
    "entrust",
    "express",
    "grant",
    "instruct",
    "invite",
    "judge_tasks",
    "keep",
    "lapse",
    "look_after_receipts",
    "meet",
    "move_reply",
    "not_accept",
    "object_meeting",
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
    "reopen",
    "rerate",
    "resume_recount",
    "rework",
    "save_draft",
    "scale_of",
    "send_back",
    "sign_for",
    "split",
    "start_draft",
    "submit",
    "supervise",
    "take_as_signed",
    "take_back",
    "take_in",
    "tell_lead",
    "transfer",
    "triage",
    "uncosign",
    "uphold",
    "urge",
    "withdraw",
    "write_reply",
]
