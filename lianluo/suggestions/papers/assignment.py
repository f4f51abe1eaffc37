"""交办单, the sheet that goes to one unit with its suggestion (2-domain 6.2, 12.6)."""

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.offices import office_name
from lianluo.congress.rules import RuleBook
from lianluo.papers.letters import ASSIGNMENT, AssignmentSheet
from lianluo.papers.registry import Paper
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.papers.words import day, fellows, files, held_by, named, proposers
from lianluo.suggestions.states import Mode
from lianluo.trail.models import Event
from lianluo.ui.components.text import date_full


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


def assigner(suggestion: Suggestion) -> str:
    """Who assigned it."""
    rows = Event.objects.within(suggestion.congress.scope)
    rows = rows.filter(case_type="suggestion", case_id=suggestion.pk, move="assign")
    return rows.order_by("-seq").values_list("actor_name", flat=True).first() or ""


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
"""Made-up facts of real length, for trying the template."""

PAPER = Paper(
    name="suggestions.assignment", label=_("交办单"), file=ASSIGNMENT, build=assignment_sheet, specimen=SHEET
)
