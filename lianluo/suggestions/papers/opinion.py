"""会办意见, from a co-handler to the lead unit (2-domain 1.3, 6.2, 12.1)."""

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.offices import office_name
from lianluo.papers.letters import OPINION, OpinionLetter
from lianluo.papers.registry import Paper
from lianluo.suggestions.models import Reply
from lianluo.suggestions.papers.words import day, fellows, held_by, named, paragraphs, proposers_at
from lianluo.suggestions.selectors.unit_names import called_at
from lianluo.suggestions.states import Mode


def opinion_letter(reply: Reply) -> OpinionLetter:
    """The opinion as it went to the lead unit; before the signature what is written so far."""
    handling, at = reply.handling, reply.delivered_at
    suggestion = handling.suggestion
    said = office_name(suggestion.congress, localdate(at or reply.created_at)).short
    words = f"关于{held_by(suggestion)}{suggestion.cited_number}建议的会办意见"
    unit = called_at(handling, at)
    return OpinionLetter(
        issuer=unit,
        document_number=reply.document_number,
        signer=reply.signer_name,
        heading=f"{words}（第{reply.round}轮）" if reply.round > 1 else words,
        addressee=named(fellows(suggestion, at), Mode.LEAD),
        proposers=proposers_at(suggestion, at),
        title=suggestion.title,
        paragraphs=paragraphs(reply.body),
        unit=unit,
        date=day(at),
        contact=reply.contact_name,
        phone=reply.contact_phone,
        copies=f"{suggestion.congress.short_name}{said}",
    )


LETTER = OpinionLetter(
    issuer="某省财政厅",
    document_number="某财函〔2026〕33号",
    signer="宋知远",
    heading="关于某省第十四届人民代表大会第四次会议第0412号建议的会办意见",
    addressee="某省水利厅",
    proposers="覃望舒等20名代表",
    title="关于加快补齐湖区农村安全饮水短板的建议",
    paragraphs=("一、今年安排专项资金1.2亿元。", "二、明年起把管护经费列入预算。"),
    unit="某省财政厅",
    date="2026年4月30日",
    contact="方芷",
    phone="0000-00000000",
    copies="某省人大常委会代表工作委员会",
)
"""Made-up facts of real length, for trying the template."""

PAPER = Paper(
    name="suggestions.opinion", label=_("会办意见"), file=OPINION, build=opinion_letter, specimen=LETTER
)
