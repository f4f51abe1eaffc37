"""Sentences of the congress's work with suggestions: say the verb, get the event."""

from lianluo.suggestions.services.answers import (
    Answer,
    deliver,
    move_reply,
    open_reply,
    write_reply,
)
from lianluo.suggestions.services.assignment import Task, assign, judge_tasks, urge
from lianluo.suggestions.services.carrying import carry_over, deliver_by_rule
from lianluo.suggestions.services.closing import archive, close, lapse, reopen
from lianluo.suggestions.services.contacts import answer_contact, contact
from lianluo.suggestions.services.delegation import Meeting, for_delegation, for_oneself
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
from lianluo.suggestions.services.dividing import (
    agree_division,
    divide_in_two,
    record_division,
    refuse_division,
    reunite,
)
from lianluo.suggestions.services.drafts import Elsewhere, Text, save_draft, start_draft
from lianluo.suggestions.services.entering import disown, enter, take_over
from lianluo.suggestions.services.extensions import ask_longer, grant, refuse
from lianluo.suggestions.services.files import add_files, drop_file
from lianluo.suggestions.services.gaps import explain_gap
from lianluo.suggestions.services.inside import hand_over, hand_over_all, note
from lianluo.suggestions.services.joining import admit, ask_to_join, turn_down
from lianluo.suggestions.services.joint import cosign, decline, invite, remind_invited, take_back, uncosign
from lianluo.suggestions.services.judging import (
    Opinion,
    answered_apart,
    conclude,
    rate,
    remind,
    rerate,
    scale_of,
)
from lianluo.suggestions.services.letters import answer_letter, letter, rewrite
from lianluo.suggestions.services.merge import merge, unmerge
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
from lianluo.suggestions.services.promises import (
    carry_on,
    change,
    keep_promise,
    look_back,
    rate_promise,
    report,
)
from lianluo.suggestions.services.publication import Edition, publish, withhold
from lianluo.suggestions.services.publication import edit as edit_public
from lianluo.suggestions.services.publication import take_back as take_back_public
from lianluo.suggestions.services.receipts import look_after_receipts, sign_for, take_as_signed
from lianluo.suggestions.services.recount import apply_rule, keep, take_in
from lianluo.suggestions.services.recount import approve as approve_recount
from lianluo.suggestions.services.recount import discard as discard_recount
from lianluo.suggestions.services.recount import resume as resume_recount
from lianluo.suggestions.services.reply_files import bring, drop
from lianluo.suggestions.services.review import Talk, accept, not_accept, pass_on, refer, send_back, submit
from lianluo.suggestions.services.supervision import express, instruct, supervise
from lianluo.suggestions.services.voices import dispute, enter_rating, entrust, judge_oneself, tell_lead
from lianluo.suggestions.services.withdrawal import (
    agree_withdraw,
    ask_withdraw,
    keep_going,
    lead_on,
    refuse_withdraw,
    withdraw,
)

__all__ = [
    "Answer",
    "Edition",
    "Elsewhere",
    "Findings",
    "Meeting",
    "Minutes",
    "Opinion",
    "Talk",
    "Task",
    "Text",
    "accept",
    "add_files",
    "admit",
    "agree_division",
    "agree_withdraw",
    "answer_contact",
    "answer_letter",
    "answer_question",
    "answered_apart",
    "apply_rule",
    "approve_recount",
    "archive",
    "ask_longer",
    "ask_to_join",
    "ask_withdraw",
    "assess",
    "assign",
    "bring",
    "carry_on",
    "carry_over",
    "change",
    "close",
    "conclude",
    "confirm_meeting",
    "contact",
    "cosign",
    "decline",
    "deliver",
    "deliver_by_rule",
    "discard_recount",
    "disown",
    "dispatch",
    "dispute",
    "divide_in_two",
    "drop",
    "drop_file",
    "edit_public",
    "enter",
    "enter_rating",
    "entrust",
    "explain_gap",
    "express",
    "for_delegation",
    "for_oneself",
    "grant",
    "hand_over",
    "hand_over_all",
    "instruct",
    "invite",
    "judge_oneself",
    "judge_tasks",
    "keep",
    "keep_going",
    "keep_promise",
    "lapse",
    "lead_on",
    "letter",
    "look_after_receipts",
    "look_back",
    "meet",
    "merge",
    "move_reply",
    "not_accept",
    "note",
    "object_meeting",
    "object_to",
    "open_reply",
    "overrule",
    "pass_on",
    "publish",
    "question_units",
    "rate",
    "rate_promise",
    "reassign",
    "record_division",
    "redirect",
    "refer",
    "refuse",
    "refuse_division",
    "refuse_withdraw",
    "remind",
    "remind_invited",
    "reopen",
    "report",
    "rerate",
    "resume_recount",
    "return_opinion",
    "reunite",
    "rework",
    "rewrite",
    "save_draft",
    "scale_of",
    "send_back",
    "set_series",
    "sign_for",
    "split",
    "start_draft",
    "submit",
    "supervise",
    "take_as_signed",
    "take_back",
    "take_back_public",
    "take_in",
    "take_over",
    "tell_lead",
    "transfer",
    "triage",
    "turn_down",
    "uncosign",
    "unmerge",
    "uphold",
    "urge",
    "withdraw",
    "withhold",
    "write_reply",
]
