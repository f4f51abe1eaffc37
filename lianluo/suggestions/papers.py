"""Official documents of the room: the assignment sheet 交办单 and the reply 答复函 (2-domain 6.2, 12.1, 12.6)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.congress.offices import office_name
from lianluo.congress.rules import RuleBook
from lianluo.papers.letters import ASSIGNMENT, REPLY, AssignmentSheet, ReplyLetter
from lianluo.papers.registry import PAPERS, Paper
from lianluo.suggestions.models import Handling, Reply, Suggestion
from lianluo.suggestions.states import HandlingState, Mode, PublicAttribute
from lianluo.trail.models import Attachment, Event
from lianluo.ui.components.text import date_full

CONGRESS = "人民代表大会"


def day(moment: datetime | None) -> str:
    return date_full(moment)


def held_by(suggestion: Suggestion) -> str:
    """湖南省第十四届人民代表大会第四次会议, or 闭会期间 in place of the session."""
    place = suggestion.congress.name.removesuffix(CONGRESS)
    term = f"{place}{suggestion.term}{CONGRESS}"
    session = suggestion.session
    return term + (str(session).removeprefix(str(suggestion.term)) if session else now_("闭会期间"))


def proposers(suggestion: Suggestion) -> str:
    """李建国代表, 李建国等20名代表 (2-domain 12.1)."""
    name, count = str(suggestion.lead.person), len(suggestion.signer_ids)
    return f"{name}等{count}名代表" if count > 1 else f"{name}代表"


def named(handlings: Iterable[Handling], *modes: str) -> str:
    return "、".join(one.unit.name for one in handlings if one.mode in modes)


def fellows(suggestion: Suggestion) -> list[Handling]:
    """All units that handle it."""
    rows = suggestion.handlings.exclude(state=HandlingState.CANCELLED).select_related("unit")
    return list(rows.order_by("pk"))


def assignment_sheet(handling: Handling) -> AssignmentSheet:
    """The sheet that goes to one unit with its suggestion."""
    suggestion, on = handling.suggestion, localdate(handling.assigned_at)
    book, others = RuleBook(suggestion.congress, on), fellows(suggestion)
    topic = next((row for row in book.topics() if row.code == suggestion.topic), None)
    office = office_name(suggestion.congress, on)
    return AssignmentSheet(
        issuer=office.name,
        document_number="",
        session=held_by(suggestion),
        suggestion_number=suggestion.number,
        title=suggestion.title,
        proposers=proposers(suggestion),
        category=topic.label if topic else "",
        mode=str(handling.role.label),
        unit=handling.unit.name,
        lead_units=named(others, Mode.SOLE, Mode.LEAD, Mode.SEPARATE),
        co_units=named(others, Mode.CO),
        requirements=(handling.part,) if handling.part else (),
        objection_days=str(book.period("objection.limit")),
        reply_due=date_full(handling.due_on),
        committee=topic.committee if topic else "",
        attachments=files(suggestion),
        contact=assigner(suggestion) or office.short,
        phone="",
        date=day(handling.assigned_at),
    )


def files(suggestion: Suggestion) -> tuple[str, ...]:
    rows = Attachment.objects.within(suggestion.congress.scope)
    rows = rows.filter(case_type="suggestion", case_id=suggestion.pk)
    return tuple(rows.order_by("pk").values_list("name", flat=True))


def assigner(suggestion: Suggestion) -> str:
    """Who assigned it."""
    rows = Event.objects.within(suggestion.congress.scope)
    rows = rows.filter(case_type="suggestion", case_id=suggestion.pk, move="assign")
    return rows.order_by("-seq").values_list("actor_name", flat=True).first() or ""


def reply_letter(reply: Reply) -> ReplyLetter:
    """The reply as it goes to the deputies; before the signature it shows what is written so far."""
    handling = reply.handling
    suggestion, others = handling.suggestion, fellows(handling.suggestion)
    return ReplyLetter(
        issuer=handling.unit.name,
        answer_class=reply.reply_class,
        publicity=publicity(reply),
        document_number=reply.document_number,
        signer=reply.signer_name,
        heading=heading(suggestion, reply),
        addressee=proposers(suggestion),
        title=suggestion.title,
        consulted=named(others, Mode.CO) if handling.mode == Mode.LEAD else "",
        paragraphs=paragraphs(reply.body),
        unit=handling.unit.name,
        date=day(reply.delivered_at),
        contact=reply.contact_name,
        phone=reply.contact_phone,
        copies=copies(suggestion, handling, others, reply),
    )


def heading(suggestion: Suggestion, reply: Reply) -> str:
    words = f"关于{held_by(suggestion)}第{suggestion.number}号建议的答复"
    return f"{words}（再次答复）" if reply.round > 1 else words


def publicity(reply: Reply) -> str:
    said = str(PublicAttribute(reply.public_attribute).label)
    return f"{said}（{reply.withheld_reason}）" if reply.withheld_reason else said


def paragraphs(body: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in body.splitlines() if line.strip())


def copies(suggestion: Suggestion, handling: Handling, others: Sequence[Handling], reply: Reply) -> str:
    """抄送: the deputies' body, the office through which it was assigned, the co-handlers (2-domain 1.9)."""
    on = localdate(reply.delivered_at or reply.created_at)
    sent = [f"{suggestion.congress.short_name}{office_name(suggestion.congress, on).short}"]
    if handling.unit.dispatched_by:
        sent.append(handling.unit.dispatched_by.name)
    return "，".join(
        [*sent, *(one.unit.name for one in others if one.mode == Mode.CO and one.pk != handling.pk)]
    )


SHEET = AssignmentSheet(
    issuer="某省人大常委会代表工作委员会",
    document_number="代工交〔2026〕28号",
    session="某省第十四届人民代表大会第四次会议",
    suggestion_number="0412",
    title="关于加快补齐湖区农村安全饮水短板的建议",
    proposers="覃望舒等20名代表",
    category="城建环保",
    mode="主办",
    unit="某省水利厅",
    lead_units="某省水利厅",
    co_units="某省财政厅、某省住房和城乡建设厅",
    requirements=("请综合会办意见后答复代表。",),
    objection_days="5 个工作日",
    reply_due="2026年8月20日",
    committee="环境与资源保护委员会",
    attachments=("走访情况明细表.xlsx",),
    contact="罗令仪",
    phone="0000-00000000",
    date="2026年5月20日",
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
    unit="某省水利厅",
    date="2026年5月20日",
    contact="左安澜",
    phone="0000-00000000",
    copies="某省人大常委会代表工作委员会，某省人民政府办公厅",
)
"""Made-up facts of real length, for trying a template."""


def register() -> None:
    PAPERS.add(
        "suggestions.assignment",
        Paper(
            name="suggestions.assignment",
            label=_("交办单"),
            file=ASSIGNMENT,
            build=assignment_sheet,
            specimen=SHEET,
        ),
    )
    PAPERS.add(
        "suggestions.reply",
        Paper(name="suggestions.reply", label=_("答复函"), file=REPLY, build=reply_letter, specimen=LETTER),
    )
