"""Figures of the room (2-domain 1.15). Each names its records; the count is the figure, rates are part and whole."""

from typing import Any

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lianluo.congress.rules import RULES
from lianluo.figures.periods import Period
from lianluo.figures.registry import Per, figure, rate
from lianluo.kernel.scoping import Scope
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.states import USUAL, Kind, Mode, Satisfaction, Share, SuggestionState
from lianluo.trail.models import Clock

GROUP, UNIT = _("代表建议"), _("件")
DELEGATION = Per("delegation", _("代表团"), "delegation__name")
TOPIC = Per(
    "topic",
    _("内容分类"),
    "topic",
    {row["code"]: row["label"] for row in RULES["content.topics"].default},
)
KIND = Per("kind", _("提出方式"), "kind", dict(Kind.choices))
STATE = Per("state", _("状态"), "state", dict(SuggestionState.choices))
CLASS = Per("class", _("答复类别"), "reply_class")
RATING = Per(
    "rating", _("评价"), "final_label", {words: Satisfaction(code).label for code, words in USUAL.items()}
)
HANDLED_BY = Per("unit", _("承办单位"), "handlings__unit__short_name")
UNIT_OF_ANSWER = Per("unit", _("承办单位"), "unit__short_name")


def _row(case: Suggestion) -> tuple[str, str]:
    words = f"{case.number}　{case}" if case.number else str(case)
    return words, reverse("suggestions:case", args=[case.pk])


def _handled(part: Handling) -> tuple[str, str]:
    words, url = _row(part.suggestion)
    return f"{part.unit}　{words}", url


def _submitted(period: Period) -> str:
    days = f"submitted_from={period.start.isoformat()}&submitted_to={period.end.isoformat()}"
    return f"{reverse('suggestions:list')}?{days}"


def _rows(scope: Scope, period: Period, moment: str) -> "QuerySet[Any]":
    return Suggestion.objects.within(scope).filter(period.moments(moment)).select_related("lead__person")


@figure(
    "suggestions.received",
    label=_("收到建议"),
    unit=UNIT,
    group=GROUP,
    per=(DELEGATION, KIND, STATE, TOPIC),
    how=_("时段内第一次提交的建议，不论后来怎样处理。"),
    link=_submitted,
    row=_row,
)
def received(scope: Scope, period: Period) -> "QuerySet[Any]":
    return _rows(scope, period, "submitted_at")


@figure(
    "suggestions.accepted",
    label=_("立案"),
    unit=UNIT,
    group=GROUP,
    per=(DELEGATION, TOPIC, KIND),
    how=_("时段内审核通过、编了号的建议。"),
    row=_row,
)
def accepted(scope: Scope, period: Period) -> "QuerySet[Any]":
    return _rows(scope, period, "accepted_at")


@figure(
    "suggestions.refused",
    label=_("不作建议处理"),
    unit=UNIT,
    group=GROUP,
    per=(DELEGATION,),
    how=_("时段内提交、经与代表沟通不作建议处理的。"),
    row=_row,
)
def refused(scope: Scope, period: Period) -> "QuerySet[Any]":
    return received(scope, period).filter(state=SuggestionState.NOT_ACCEPTED)


@figure(
    "suggestions.assigned",
    label=_("交办"),
    unit=UNIT,
    group=GROUP,
    per=(HANDLED_BY, DELEGATION, TOPIC),
    how=_("时段内交给承办单位的建议。"),
    row=_row,
)
def assigned(scope: Scope, period: Period) -> "QuerySet[Any]":
    return _rows(scope, period, "assigned_at")


@figure(
    "suggestions.answered",
    label=_("答复"),
    unit=UNIT,
    group=GROUP,
    per=(CLASS, HANDLED_BY, DELEGATION, TOPIC),
    how=_("时段内应答复的单位都已答复代表的建议；有几轮的，按最后一轮。"),
    row=_row,
)
def answered(scope: Scope, period: Period) -> "QuerySet[Any]":
    return _rows(scope, period, "replied_at")


@figure(
    "suggestions.on_time",
    label=_("按期答复"),
    unit=UNIT,
    group=GROUP,
    per=(HANDLED_BY, DELEGATION),
    how=_("答复的建议中，每个应答复的单位每一轮都没有超过期限的（代表法第五十一条）。"),
    row=_row,
)
def on_time(scope: Scope, period: Period) -> "QuerySet[Any]":
    """No unit that answers the deputies was late in any round."""
    stopped = Clock.objects.within(scope).filter(case_type="handling", kind__in=("reply", "rework"))
    late = stopped.filter(stopped_at__date__gt=F("due_on")).values("case_id")
    slow = Handling.objects.within(scope).filter(pk__in=late).exclude(mode=Mode.CO).values("suggestion")
    return answered(scope, period).exclude(pk__in=slow)


@figure(
    "suggestions.judged",
    label=_("已评价"),
    unit=UNIT,
    group=GROUP,
    per=(RATING, HANDLED_BY, DELEGATION),
    how=_("时段内答复的建议中，代表作出评价的。没有评价的不在内。"),
    row=_row,
)
def judged(scope: Scope, period: Period) -> "QuerySet[Any]":
    return answered(scope, period).exclude(final_rating="")


@figure(
    "suggestions.in_share",
    label=_("计入满意率的"),
    unit=UNIT,
    group=GROUP,
    per=(RATING, HANDLED_BY, DELEGATION),
    how=_("时段内答复、评价已结束的建议；提醒后仍未评价的，按本级规则计入或不计入。"),
    row=_row,
)
def in_share(scope: Scope, period: Period) -> "QuerySet[Any]":
    """The whole of the final rate: as the rule `rating.skip_silent` held on the day on which the round was gathered."""
    return answered(scope, period).exclude(final_share="")


@figure(
    "suggestions.satisfied",
    label=_("满意和基本满意"),
    unit=UNIT,
    group=GROUP,
    per=(RATING, HANDLED_BY, DELEGATION),
    how=_("以最近一轮全部评价中最低的一档为准；哪几档算满意，按本级规则。"),
    row=_row,
)
def satisfied(scope: Scope, period: Period) -> "QuerySet[Any]":
    return in_share(scope, period).filter(final_share=Share.YES)


@figure(
    "suggestions.first_in_share",
    label=_("首轮计入满意率的"),
    unit=UNIT,
    group=GROUP,
    per=(HANDLED_BY, DELEGATION),
    how=_("时段内答复、第一轮评价已结束的建议。"),
    row=_row,
)
def first_in_share(scope: Scope, period: Period) -> "QuerySet[Any]":
    return answered(scope, period).exclude(first_share="")


@figure(
    "suggestions.first_satisfied",
    label=_("首轮满意和基本满意"),
    unit=UNIT,
    group=GROUP,
    per=(HANDLED_BY, DELEGATION),
    how=_("第一轮答复就让代表满意的，不算重新办理以后的。"),
    row=_row,
)
def first_satisfied(scope: Scope, period: Period) -> "QuerySet[Any]":
    return first_in_share(scope, period).filter(first_share=Share.YES)


@figure(
    "suggestions.redone",
    label=_("重新办理"),
    unit=UNIT,
    group=GROUP,
    per=(HANDLED_BY, DELEGATION, RATING),
    how=_("时段内答复的建议中，办过不止一轮的。"),
    row=_row,
)
def redone(scope: Scope, period: Period) -> "QuerySet[Any]":
    return answered(scope, period).filter(round__gt=1)


@figure(
    "suggestions.answers_in_share",
    label=_("承办单位被评价的答复"),
    unit=_("份"),
    group=GROUP,
    per=(UNIT_OF_ANSWER,),
    how=_("每个承办单位的答复分别计算；分办的按代表对各单位的评价。"),
    row=_handled,
)
def answers_in_share(scope: Scope, period: Period) -> "QuerySet[Any]":
    rows = Handling.objects.within(scope).filter(period.moments("replied_at")).exclude(mode=Mode.CO)
    return rows.exclude(share="").select_related("suggestion", "unit")


@figure(
    "suggestions.answers_satisfied",
    label=_("承办单位让代表满意的答复"),
    unit=_("份"),
    group=GROUP,
    per=(UNIT_OF_ANSWER,),
    how=_("以对该单位答复的评价中最低的一档为准。"),
    row=_handled,
)
def answers_satisfied(scope: Scope, period: Period) -> "QuerySet[Any]":
    return answers_in_share(scope, period).filter(share=Share.YES)


@figure(
    "suggestions.closed",
    label=_("办结"),
    unit=UNIT,
    group=GROUP,
    per=(HANDLED_BY, DELEGATION, RATING),
    row=_row,
)
def closed(scope: Scope, period: Period) -> "QuerySet[Any]":
    return _rows(scope, period, "closed_at")


@figure(
    "suggestions.joint",
    label=_("联名提出"),
    unit=UNIT,
    group=GROUP,
    per=(DELEGATION, TOPIC),
    row=_row,
)
def joint(scope: Scope, period: Period) -> "QuerySet[Any]":
    return received(scope, period).filter(Q(kind=Kind.JOINT) | Q(signer_ids__len__gt=1))


RATES = (
    ("suggestions.on_time_share", _("按期答复率"), "suggestions.on_time", "suggestions.answered"),
    ("suggestions.judged_share", _("评价率"), "suggestions.judged", "suggestions.answered"),
    ("suggestions.satisfied_share", _("满意率"), "suggestions.satisfied", "suggestions.in_share"),
    (
        "suggestions.first_satisfied_share",
        _("首轮满意率"),
        "suggestions.first_satisfied",
        "suggestions.first_in_share",
    ),
    (
        "suggestions.answers_satisfied_share",
        _("承办单位满意率"),
        "suggestions.answers_satisfied",
        "suggestions.answers_in_share",
    ),
)
for _key, _label, _part, _whole in RATES:
    rate(_key, label=_label, group=GROUP, part=_part, whole=_whole)
