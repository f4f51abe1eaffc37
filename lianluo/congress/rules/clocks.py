"""Deadlines.

The values of other places come from the regulations of 青岛 2021, 重庆 2017, 山东 2017, 浙江 2016, 河南 2017, 北京 2014
and 上海 2015 on deputies' suggestions, and from the older ones of 福建 and 玉林.
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import PeriodUnit, RuleKind
from lianluo.congress.rules.kinds import RuleGroup, RuleSpec, rule
from lianluo.congress.rules.periods import period

DAYS, WORKDAYS, MONTHS = PeriodUnit.DAYS, PeriodUnit.WORKDAYS, PeriodUnit.MONTHS
DEPUTIES_LAW = _("代表法")
SINCE_2025 = date(2025, 3, 12)
"""The Law on Deputies as amended on 2025-03-11."""


def _clock(key: str, n: int, unit: PeriodUnit, **facts: Any) -> RuleSpec:
    return rule(RuleGroup.CLOCK, key, RuleKind.PERIOD, period(n, unit), **facts)


CLOCKS = (
    _clock(
        "review.limit",
        5,
        WORKDAYS,
        label=_("审核"),
        begins=_("收到建议起"),
        explain=_("联工委（大会期间为议案组）应在此期限内审核完，告诉代表是否作为建议办理。"),
    ),
    _clock(
        "delegation_review.limit",
        1,
        DAYS,
        label=_("代表团初审"),
        begins=_("代表提交起"),
        explain=_("大会期间，代表团工作人员应在此期限内初审完，送大会议案组。"),
    ),
    _clock(
        "assign.limit",
        5,
        WORKDAYS,
        label=_("闭会期间交办"),
        begins=_("审核通过起"),
        explain=_("闭会期间的建议，应在此期限内交给承办单位。"),
        compare={
            "青岛": "收到之日起 5 个工作日",
            "重庆": "10 个工作日",
            "山东": "5 日",
            "上海": "7 个工作日",
        },
    ),
    _clock(
        "assign.session_limit",
        1,
        MONTHS,
        label=_("大会建议交办"),
        begins=_("大会闭幕起"),
        explain=_("大会期间的建议，应在此期限内召开交办会或者逐件交办。"),
        compare={"上海": "闭幕后 1 个月内召开交办会", "山东": "会议期间交办"},
    ),
    _clock(
        "dispatch.limit",
        5,
        WORKDAYS,
        label=_("交办机构分办"),
        begins=_("交办起"),
        explain=_("政府办公厅等交办机构应在此期限内分给承办单位；这段时间算在答复期限内。"),
    ),
    _clock(
        "objection.limit",
        5,
        WORKDAYS,
        label=_("签收或提异议"),
        begins=_("交办起"),
        explain=_("承办单位认为不属于本单位职责的，应在此期限内说明理由退回；逾期按已签收办理。"),
        compare={
            "青岛": "收到起 5 个工作日",
            "重庆": "交办起 10 个工作日",
            "山东": "收到起 5 日",
            "浙江": "收到起 10 日",
            "河南": "交办起 10 个工作日",
            "上海": "收到起 7 个工作日",
            "玉林": "7 个工作日，逾期不再受理",
        },
    ),
    _clock(
        "reassign.limit",
        10,
        WORKDAYS,
        label=_("审定异议、重新交办"),
        begins=_("收到异议起"),
        explain=_("交办机构应在此期限内同意改办并重新交办，或者说明理由请原单位继续办理。"),
        compare={"重庆": "10 个工作日", "河南": "10 个工作日", "浙江": "及时", "上海": "及时"},
    ),
    _clock(
        "contact.limit",
        20,
        WORKDAYS,
        label=_("首次与代表沟通"),
        begins=_("交办起"),
        explain=_("承办单位应在此期限内与代表第一次联系，了解意图。"),
        compare={"重庆": "20 个工作日"},
    ),
    _clock(
        "co_opinion.limit",
        1,
        MONTHS,
        label=_("会办意见"),
        begins=_("交办起"),
        explain=_("会办单位应在此期限内把意见送主办单位。"),
        compare={
            "青岛": "1 个月",
            "重庆": "30 个工作日",
            "山东": "1 个月",
            "浙江": "2 个月",
            "河南": "2 个月",
            "上海": "1 个月",
            "福建": "1 个月",
        },
    ),
    _clock(
        "co_opinion.redo_limit",
        5,
        WORKDAYS,
        label=_("会办意见补正"),
        begins=_("主办单位退回起"),
        explain=_("会办意见不清楚被退回的，应在此期限内重新提出。"),
        compare={"重庆": "5 个工作日"},
    ),
    _clock(
        "reply.limit",
        3,
        MONTHS,
        label=_("答复代表"),
        begins=_("交办起"),
        explain=_("从交办之日起算，不是从代表提出之日起算。按日历月计算，遇休息日不顺延。"),
        source=DEPUTIES_LAW,
        article=_("第五十一条"),
        since=SINCE_2025,
        assumed=False,
        law=True,
        compare=dict.fromkeys(("青岛", "重庆", "山东", "浙江", "河南", "北京", "上海"), "3 个月"),
    ),
    _clock(
        "reply.hard_limit",
        6,
        MONTHS,
        label=_("答复，延期后最长"),
        begins=_("交办起"),
        explain=_("涉及面广、处理难度大的，可以申请延期，但不得超过这个期限。"),
        source=DEPUTIES_LAW,
        article=_("第五十一条"),
        since=SINCE_2025,
        assumed=False,
        law=True,
        compare=dict.fromkeys(("青岛", "重庆", "山东", "浙江", "河南", "北京"), "不超过 6 个月")
        | {"上海": "再延长不超过 3 个月，须书面同意"},
    ),
    _clock(
        "feedback.limit",
        10,
        WORKDAYS,
        label=_("代表评价"),
        begins=_("答复送达起"),
        explain=_("代表收到答复后在此期限内评价。提醒后仍未评价的，不计入满意率的分母。"),
        compare={"重庆": "20 个工作日", "河南": "10 个工作日", "北京": "15 个工作日", "山东": "随征询意见表"},
    ),
    _clock(
        "redo.request_limit",
        3,
        WORKDAYS,
        label=_("提出再办意见"),
        begins=_("评价不满意起"),
        explain=_("代表评价不满意后，联工委应在此期限内决定交承办单位重新办理还是作出说明。"),
    ),
    _clock(
        "redo.limit",
        1,
        MONTHS,
        label=_("重新办理"),
        begins=_("交重新办理起"),
        explain=_("承办单位应在此期限内重新办理并再次答复。"),
        compare={
            "重庆": "2 个月",
            "山东": "1 个月",
            "浙江": "1 个月",
            "河南": "1 个月",
            "北京": "2 个月",
            "上海": "1 个月",
            "青岛": "测评后重新办理",
        },
    ),
    _clock(
        "publish.limit",
        20,
        WORKDAYS,
        label=_("公开答复"),
        begins=_("答复送达起"),
        explain=_("可以公开的建议和答复，应在此期限内公开。"),
        compare={"安徽": "答复后 20 个工作日"},
    ),
    _clock(
        "promise.rating_limit",
        20,
        WORKDAYS,
        label=_("承诺落实评价"),
        begins=_("承诺进展送达起"),
        explain=_("承办单位通报承诺事项进展后，代表在此期限内评价落实情况。"),
        compare={"重庆": "20 个工作日"},
    ),
)
