"""交办单, the sheet that goes to one unit with its suggestion (2-domain 6.2, 12.6)."""

from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.offices import office_name
from lianluo.congress.rules import RuleBook
from lianluo.papers.letters import ASSIGNMENT, AssignmentSheet
from lianluo.papers.numbers import number_of
from lianluo.papers.registry import Paper
from lianluo.suggestions.models import Handling
from lianluo.suggestions.papers.numbering import ASSIGNMENT_SHEET, of_handling
from lianluo.suggestions.papers.words import day, fellows, held_by, named, proposers, step, then
from lianluo.suggestions.selectors.unit_names import called_at
from lianluo.suggestions.states import Mode
from lianluo.trail.clocks import of
from lianluo.ui.components.text import date_full


def assignment_sheet(handling: Handling) -> AssignmentSheet:
    """The sheet as it was on the day of assignment: units, names and days do not change with what came later."""
    suggestion, at = handling.suggestion, handling.assigned_at
    on = localdate(at)
    book, others, stood = RuleBook(suggestion.congress, on), fellows(suggestion, at), then(suggestion, at)
    topic = next((row for row in book.topics() if row.code == suggestion.topic), None)
    office = office_name(suggestion.congress, on)
    assigned = step(suggestion, "suggestion", suggestion.pk, "assign")
    facts = assigned.facts if assigned else {}
    return AssignmentSheet(
        issuer=office.name,
        document_number=number_of(ASSIGNMENT_SHEET, of_handling(handling.pk), congress=suggestion.congress),
        session=held_by(suggestion),
        suggestion_number=suggestion.cited_number,
        title=suggestion.title,
        proposers=proposers(suggestion, stood.signed),
        category=topic.label if topic else "",
        mode=str(handling.role.label),
        unit=called_at(handling, at),
        lead_units=named(others, Mode.SOLE, Mode.LEAD, Mode.SEPARATE),
        co_units=named(others, Mode.CO),
        requirements=(handling.part,) if handling.part else (),
        objection_days=str(book.period("objection.limit")),
        reply_due=date_full(first_due(handling)),
        answer="答复代表" if handling.role.answers_deputy else "将会办意见送主办单位",
        committee=str(facts.get("committee") or (topic.committee if topic else "")),
        attachments=stood.files,
        contact=(assigned.actor_name if assigned else "") or office.short,
        phone="",
        date=day(at),
        copies="，".join(copies(handling, facts.get("committee") or "")),
    )


def first_due(handling: Handling) -> date | None:
    """The day that was due when it was assigned: an extension or a second round has papers of its own."""
    kinds = ("reply", "co_opinion")
    clocks = sorted((clock for clock in of(handling) if clock.kind in kinds), key=lambda clock: clock.pk)
    return clocks[0].statutory_on if clocks else handling.due_on


def copies(handling: Handling, committee: str) -> list[str]:
    """抄送: the office through which it is assigned and the committee that supervises."""
    office = handling.unit.dispatched_by
    return [name for name in (office.name if office else "", committee) if name] or ["（无）"]


SHEET = AssignmentSheet(
    issuer="某省人大常委会代表工作委员会",
    document_number="代表交〔2026〕28号",
    session="某省第十四届人民代表大会第四次会议",
    suggestion_number="第0412号",
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
    answer="答复代表",
    committee="环境与资源保护委员会",
    attachments=("走访情况明细表.xlsx",),
    contact="罗令仪",
    phone="0000-00000000",
    date="2026年5月20日",
    copies="某省人民政府办公厅，某省人大环境与资源保护委员会",
)
"""Made-up facts of real length, for trying the template."""

PAPER = Paper(
    name=ASSIGNMENT_SHEET, label=_("交办单"), file=ASSIGNMENT, build=assignment_sheet, specimen=SHEET
)
