"""Sentences of the congress's work with suggestions: say the verb, get the event."""

from lianluo.suggestions.services.answers import (
    Answer,
    deliver,
    move_reply,
    open_reply,
    write_reply,
)
from lianluo.suggestions.services.assignment import Task, assign, judge_tasks, urge, withdraw
from lianluo.suggestions.services.contacts import answer_contact, contact
from lianluo.suggestions.services.drafts import Elsewhere, Text, save_draft, start_draft
from lianluo.suggestions.services.extensions import ask_longer, grant, refuse
from lianluo.suggestions.services.inside import hand_over, hand_over_all, note
from lianluo.suggestions.services.joint import cosign, decline, invite, uncosign
from lianluo.suggestions.services.judging import close, conclude, rate, remind, rework
from lianluo.suggestions.services.numbers import set_series
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
from lianluo.suggestions.services.opinions import return_opinion
from lianluo.suggestions.services.promises import carry, change, keep_promise, look_back, rate_promise, report
from lianluo.suggestions.services.receipts import look_after_receipts, sign_for, take_as_signed
from lianluo.suggestions.services.recount import apply_rule, keep, take_in
from lianluo.suggestions.services.recount import approve as approve_recount
from lianluo.suggestions.services.recount import discard as discard_recount
from lianluo.suggestions.services.recount import resume as resume_recount
from lianluo.suggestions.services.reply_files import bring, drop
from lianluo.suggestions.services.review import Talk, accept, not_accept, pass_on, refer, send_back, submit
from lianluo.suggestions.services.supervision import express, instruct, supervise

__all__ = [
    "Answer",
    "Elsewhere",
    "Talk",
    "Task",
    "Text",
    "accept",
    "answer_contact",
    "answer_question",
    "apply_rule",
    "approve_recount",
    "ask_longer",
    "assign",
    "bring",
    "carry",
    "change",
    "close",
    "conclude",
    "contact",
    "cosign",
    "decline",
    "deliver",
    "discard_recount",
    "dispatch",
    "drop",
    "express",
    "grant",
    "hand_over",
    "hand_over_all",
    "instruct",
    "invite",
    "judge_tasks",
    "keep",
    "keep_promise",
    "look_after_receipts",
    "look_back",
    "move_reply",
    "not_accept",
    "note",
    "object_to",
    "open_reply",
    "overrule",
    "pass_on",
    "question_units",
    "rate",
    "rate_promise",
    "reassign",
    "redirect",
    "refer",
    "refuse",
    "remind",
    "report",
    "resume_recount",
    "return_opinion",
    "rework",
    "save_draft",
    "send_back",
    "set_series",
    "sign_for",
    "split",
    "start_draft",
    "submit",
    "supervise",
    "take_as_signed",
    "take_in",
    "transfer",
    "uncosign",
    "uphold",
    "urge",
    "withdraw",
    "write_reply",
]
