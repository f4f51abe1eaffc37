"""征询意见表: one deputy's form for one round, boxes ticked once the deputy has rated (2-domain 1.10, 12.2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.rules import RuleBook
from lianluo.papers.letters import FEEDBACK, FeedbackForm
from lianluo.papers.registry import Paper
from lianluo.people.models import Seat
from lianluo.suggestions.models import Rating, Reply, Suggestion
from lianluo.suggestions.papers.words import day, fellows, held_by, named
from lianluo.suggestions.states import Mode, ReplyState

CONTACTS = ("面谈", "电话", "座谈", "调研", "书面", "未沟通")


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom the form asks about which round."""

    suggestion: Suggestion
    seat: Seat
    round: int


def boxes(choices: tuple[str, ...], ticked: str = "") -> str:
    """□满意　☑基本满意　□不满意."""
    return "　".join(f"{'☑' if one == ticked else '□'}{one}" for one in choices)


def feedback_form(asked: Asked) -> FeedbackForm:
    """Blank before the deputy rates, filled as rated after."""
    case, seat = asked.suggestion, asked.seat
    held = case.ratings.filter(round=asked.round, seat=seat, replaced_at=None)
    given = list(held.select_related("handling__unit").order_by("pk"))
    last = given[-1] if given else None
    rows = Reply.objects.within(case.congress.scope).filter(
        handling__suggestion=case, round=asked.round, state=ReplyState.DELIVERED
    )
    replies = list(rows.exclude(handling__mode=Mode.CO).select_related("handling__unit").order_by("pk"))
    at = max((reply.delivered_at for reply in replies), default=case.replied_at)
    units = fellows(case, at)
    return FeedbackForm(
        session=held_by(case),
        suggestion_number=case.cited_number,
        title=case.title,
        round=f"第{asked.round}次答复" if asked.round > 1 else "",
        deputy=str(seat.person),
        card_number=seat.card_number,
        employer=seat.person.employer,
        units=named(units, Mode.SOLE, Mode.LEAD, Mode.SEPARATE),
        co_units=named(units, Mode.CO),
        replied="；".join(f"{day(one.delivered_at)}　{one.document_number}".strip() for one in replies),
        answer_class="、".join(sorted({one.reply_class for one in replies if one.reply_class})),
        contacts=boxes(CONTACTS),
        ratings=ratings(case, given),
        comment="\n".join(one.comment for one in given if one.comment),
        publish=boxes(("是", "否"), ("是" if last.publish_agreed else "否") if last else ""),
        signed=str(seat.person) if last else "",
        date=day(last.at) if last else "",
    )


AXES = {"two": (("办理态度", "attitude"), ("办理结果", "result")), "one": (("办理结果", "result"),)}
"""Axes of the rule → heading and field."""


def ratings(case: Suggestion, given: Sequence[Rating]) -> tuple[str, ...]:
    """One line an axis, by the rule of the day, for each unit apart where several answered apart."""
    moment = given[0].at if given else case.replied_at or case.assigned_at
    book = RuleBook(case.congress, localdate(moment))
    labels = tuple(option.label for option in book.rating_options())
    axes = AXES[book.text("rating.axes")]
    if not given:
        return tuple(f"{heading}：{boxes(labels)}" for heading, _name in axes)
    return tuple(
        f"{one.handling.unit if one.handling else ''}{heading}：{boxes(labels, getattr(one, f'{name}_label'))}"
        for one in given
        for heading, name in axes
    )


FORM = FeedbackForm(
    session="某省第十四届人民代表大会第四次会议",
    suggestion_number="第0412号",
    title="关于加快补齐湖区农村安全饮水短板的建议",
    round="",
    deputy="覃望舒",
    card_number="0207",
    employer="岳溪县供水公司",
    units="某省水利厅",
    co_units="某省财政厅、某省住房和城乡建设厅",
    replied="2026年5月20日　某水函〔2026〕61号",
    answer_class="B",
    contacts="☑面谈　□电话　□座谈　□调研　□书面　□未沟通",
    ratings=("办理态度：☑满意　□基本满意　□不满意", "办理结果：□满意　☑基本满意　□不满意"),
    comment="希望管网互联工程早日开工。",
    publish="☑是　□否",
    signed="覃望舒",
    date="2026年5月25日",
)
"""Made-up facts of real length, for trying the template."""

PAPER = Paper(
    name="suggestions.feedback", label=_("征询意见表"), file=FEEDBACK, build=feedback_form, specimen=FORM
)
