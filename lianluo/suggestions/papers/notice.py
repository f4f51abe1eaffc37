"""不作建议处理告知, 转为参阅件告知: the letter to the deputy after the talk (2-domain 1.5, 6.2, 12.6)."""

from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.offices import office_name
from lianluo.congress.rules import RuleBook
from lianluo.papers.letters import NOTICE, NoticeLetter
from lianluo.papers.numbers import number_of
from lianluo.papers.registry import Paper
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.papers.numbering import NOTICE_LETTER, NOTIFIED, of_suggestion
from lianluo.suggestions.papers.words import day, paragraphs, proposers_at, step

OUTCOMES = {
    "not_accept": ("不作代表建议处理", "不作为代表建议处理"),
    "refer": ("转为参阅件", "不作为代表建议处理，转为参阅件，送有关方面研究参考"),
    "letter": ("作代表来信处理", "不作为代表建议处理，作为代表来信转有关方面办理"),
}
"""Step → what it is called in the title, and what became of it."""


def notice_letter(suggestion: Suggestion) -> NoticeLetter:
    """Of the step by which it left the way of a suggestion."""
    told = step(suggestion, "suggestion", suggestion.pk, *NOTIFIED)
    if told is None:
        raise LookupError(suggestion.pk)
    called, outcome = OUTCOMES[told.move]
    on = localdate(told.at)
    office, book = office_name(suggestion.congress, on), RuleBook(suggestion.congress, on)
    grounds = {row.code: row.label.removesuffix("的") for row in book.grounds()}
    ground = grounds.get(str(told.facts.get("ground") or ""), "")
    return NoticeLetter(
        issuer=office.name,
        document_number=number_of(NOTICE_LETTER, of_suggestion(suggestion.pk), congress=suggestion.congress),
        heading=f"关于《{suggestion.title}》{called}的告知",
        addressee=proposers_at(suggestion, told.at),
        title=suggestion.title,
        submitted_on=day(suggestion.submitted_at),
        ground=ground,
        outcome=outcome,
        reason="；".join(paragraphs(str(told.facts.get("reason") or ""))).rstrip("。") + "。",
        talk=talk(told.facts.get("talk") or {}),
        contact=told.actor_name or office.short,
        phone="",
        date=day(told.at),
    )


def talk(facts: dict[str, Any]) -> str:
    """When, how, with whom, and what was said."""
    spoke = "，".join(str(facts[name]) for name in ("on", "how", "with_whom") if facts.get(name))
    return "。".join(part.rstrip("。") for part in (spoke, str(facts.get("note") or "")) if part)


LETTER = NoticeLetter(
    issuer="某省人大常委会代表工作委员会",
    document_number="代表告〔2026〕5号",
    heading="关于《关于尽快审结某水厂合同纠纷案的建议》不作代表建议处理的告知",
    addressee="覃望舒代表",
    title="关于尽快审结某水厂合同纠纷案的建议",
    submitted_on="2026年3月2日",
    ground="涉及具体司法、监察案件",
    outcome="不作为代表建议处理",
    reason="案件正在审理，依法由人民法院独立审判。",
    talk="2026-03-05，电话，覃望舒代表。代表表示理解",
    contact="罗令仪",
    phone="0000-00000000",
    date="2026年3月6日",
)
"""Made-up facts of real length, for trying the template."""

PAPER = Paper(name=NOTICE_LETTER, label=_("处理告知"), file=NOTICE, build=notice_letter, specimen=LETTER)
