"""答复函, the written answer to the deputies (2-domain 6.2, 12.1)."""

from collections.abc import Sequence
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.offices import office_name
from lianluo.papers.letters import REPLY, ReplyLetter
from lianluo.papers.registry import Paper
from lianluo.suggestions.models import Handling, Reply, Suggestion
from lianluo.suggestions.papers.words import day, fellows, held_by, named, paragraphs, proposers_at
from lianluo.suggestions.selectors.letters import promised
from lianluo.suggestions.selectors.unit_names import called_at
from lianluo.suggestions.states import Mode, PublicAttribute
from lianluo.ui.components.text import date_full


def reply_letter(reply: Reply) -> ReplyLetter:
    """The reply as it goes to the deputies; before the signature it shows what is written so far."""
    handling = reply.handling
    suggestion, at = handling.suggestion, reply.delivered_at
    others, unit = fellows(suggestion, at), called_at(handling, at)
    return ReplyLetter(
        issuer=unit,
        answer_class=reply.reply_class,
        publicity=publicity(reply),
        document_number=reply.document_number,
        signer=reply.signer_name,
        heading=heading(suggestion, reply),
        addressee=proposers_at(suggestion, at),
        title=suggestion.title,
        consulted=named(others, Mode.CO) if handling.mode == Mode.LEAD else "",
        paragraphs=paragraphs(reply.body),
        reasons=paragraphs(reply.explanation),
        promises=promises(reply),
        unit=unit,
        date=day(at),
        contact=reply.contact_name,
        phone=reply.contact_phone,
        copies=copies(suggestion, handling, others, reply),
    )


def heading(suggestion: Suggestion, reply: Reply) -> str:
    words = f"关于{held_by(suggestion)}{suggestion.cited_number}建议的答复"
    return f"{words}（再次答复）" if reply.round > 1 else words


def promises(reply: Reply) -> tuple[str, ...]:
    """1．什么事，由谁负责，2026年12月31日前完成。"""
    found = []
    for n, row in enumerate(promised(reply), 1):
        until = date_full(parse_date(str(row["planned_on"])))
        found.append(f"{n}．{str(row['text']).rstrip('。；')}，由{row['responsible']}负责，{until}前完成。")
    return tuple(found)


def publicity(reply: Reply) -> str:
    said = str(PublicAttribute(reply.public_attribute).label)
    return f"{said}（{reply.withheld_reason}）" if reply.withheld_reason else said


def copies(suggestion: Suggestion, handling: Handling, others: Sequence[Any], reply: Reply) -> str:
    """抄送: the deputies' body, the office through which it was assigned, the co-handlers (2-domain 1.9)."""
    on = localdate(reply.delivered_at or reply.created_at)
    sent = [f"{suggestion.congress.short_name}{office_name(suggestion.congress, on).short}"]
    if handling.unit.dispatched_by:
        sent.append(handling.unit.dispatched_by.name)
    return "，".join(
        [*sent, *(one.name_then for one in others if one.mode == Mode.CO and one.pk != handling.pk)]
    )


LETTER = ReplyLetter(
    issuer="某省水利厅",
    answer_class="B",
    publicity="主动公开",
    document_number="某水函〔2026〕61号",
    signer="郁明河",
    heading="关于某省第十四届人民代表大会第四次会议第0412号建议的答复",
    addressee="覃望舒等20名代表",
    title="关于加快补齐湖区农村安全饮水短板的建议",
    consulted="某省财政厅、某省住房和城乡建设厅",
    paragraphs=("一、23个村已列入今年第二批项目。", "二、管网互联工程计划今年四季度开工。"),
    reasons=("单村水源改造的省级资金今年已经安排完毕。",),
    promises=("1．23个村管网互联，由农村水利处左安澜负责，2026年12月31日前完成。",),
    unit="某省水利厅",
    date="2026年5月20日",
    contact="左安澜",
    phone="0000-00000000",
    copies="某省人大常委会代表工作委员会，某省人民政府办公厅",
)
"""Made-up facts of real length, for trying the template."""

PAPER = Paper(name="suggestions.reply", label=_("答复函"), file=REPLY, build=reply_letter, specimen=LETTER)
