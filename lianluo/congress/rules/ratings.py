"""What the deputy says of the answer, and joint acts (2-domain 1.10, 2, 3.4)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import Level, RuleKind
from lianluo.congress.rules.kinds import Column, RuleGroup, RuleSpec, rule

LOCAL_LAW, DEPUTIES_LAW, ELECTION_LAW = _("地方组织法"), _("代表法"), _("选举法")

RATINGS = (
    rule(
        RuleGroup.RATING,
        "rating.options",
        RuleKind.LIST,
        [
            {"code": "satisfied", "label": "满意", "counts": True, "redo": False},
            {"code": "basic", "label": "基本满意", "counts": True, "redo": False},
            {"code": "dissatisfied", "label": "不满意", "counts": False, "redo": True},
        ],
        label=_("评价选项"),
        columns=(
            Column("code", _("代号")),
            Column("label", _("名称")),
            Column("counts", _("算满意"), flag=True),
            Column("redo", _("要重新办理"), flag=True),
        ),
        explain=_("征询意见表上的选项。“要重新办理”的选项要求代表写明意见。"),
        compare={
            "重庆": "满意、基本满意、不满意",
            "山东": "对态度、对结果分别评价",
            "上海": "对态度、对结果分别评价",
        },
    ),
    rule(
        RuleGroup.RATING,
        "rating.axes",
        RuleKind.CHOICE,
        "two",
        label=_("评价几个方面"),
        choices=(("two", _("办理态度和办理结果")), ("one", _("只评办理结果"))),
        explain=_("决定评价页上有一项还是两项。"),
        compare={"山东": "两项", "上海": "两项", "重庆": "一项"},
    ),
    rule(
        RuleGroup.RATING,
        "rating.reason_required",
        RuleKind.FLAG,
        True,
        label=_("不满意必须写明意见"),
        explain=_("没有意见，承办单位无法有针对性地重新办理。"),
        compare={"山东": "必须", "上海": "必须"},
    ),
    rule(
        RuleGroup.RATING,
        "rating.skip_silent",
        RuleKind.FLAG,
        True,
        label=_("提醒后未评价的不计入满意率"),
        explain=_("选“否”，未评价的留在分母里，满意率会低一些。"),
        compare={"重庆": "不计入"},
    ),
    rule(
        RuleGroup.RATING,
        "rating.in_session",
        RuleKind.FLAG,
        False,
        label=_("在大会上逐件测评"),
        explain=_("选“是”，大会期间对每件建议的办理情况表决测评。"),
        compare={"固镇": "议案 6 件、建议 69 件逐件测评"},
    ),
    rule(
        RuleGroup.RATING,
        "promise.rated_apart",
        RuleKind.FLAG,
        True,
        label=_("承诺落实单独评价"),
        explain=_("答复评价和承诺落实评价分开，后者在通报进展以后进行。"),
        compare={"重庆": "单独评价", "青岛": "落实率权重高于满意率"},
    ),
    rule(
        RuleGroup.RATING,
        "redo.still_dissatisfied",
        RuleKind.CHOICE,
        "meeting",
        label=_("再办后仍不满意"),
        choices=(
            ("meeting", _("由代表工作机构召集双方面商")),
            ("experts", _("组织评估，按结论办理")),
            ("explained", _("作出说明后办结")),
        ),
        explain=_("第二次评价仍不满意时进入的步骤。"),
        compare={"重庆": "召集双方", "河南": "专家评估，必须执行", "上海": "当面答复会"},
    ),
    rule(
        RuleGroup.RATING,
        "joint.reply_to",
        RuleKind.CHOICE,
        "every",
        label=_("联名建议答复给谁"),
        choices=(
            ("every", _("每一位联名代表")),
            ("lead", _("领衔代表，由其转告")),
            ("consent", _("经同意可只答复领衔代表")),
        ),
        explain=_("答复送达和评价按此通知。"),
        compare={
            "青岛": "领衔代表转告",
            "重庆": "每一位",
            "山东": "每一位，或经同意只给领衔代表",
            "浙江": "每一位",
            "河南": "每一位",
            "上海": "每一位",
        },
    ),
    rule(
        RuleGroup.JOINT,
        "withdraw.all_agree",
        RuleKind.FLAG,
        True,
        label=_("联名建议撤回须全体同意"),
        explain=_("选“否”，领衔代表可以单独撤回。"),
        compare={"上海": "全体联名代表同意"},
    ),
)


def _threshold(key: str, number: int, **facts: Any) -> RuleSpec:
    return rule(RuleGroup.JOINT, key, RuleKind.COUNT, number, unit=_("人"), assumed=False, law=True, **facts)


def _share(key: str, share: str, **facts: Any) -> RuleSpec:
    return rule(RuleGroup.JOINT, key, RuleKind.SHARE, share, assumed=False, law=True, **facts)


JOINT = (
    rule(
        RuleGroup.JOINT,
        "suggestion.movers",
        RuleKind.COUNT,
        1,
        label=_("提出建议最少人数"),
        unit=_("人"),
        explain=_("一人即可提出，联名与单独提出效力相同。"),
        source=DEPUTIES_LAW,
        article=_("第二十四条、第三十六条"),
        assumed=False,
        law=True,
        compare={"北京": "不限人数，效力相同"},
    ),
    _threshold(
        "motion.movers",
        10,
        by_level={Level.NATIONAL: 30, Level.TOWNSHIP: 5},
        label=_("联名提出议案"),
        explain=_("县级以上十人以上，乡镇五人以上；全国人大三十人以上或者一个代表团。"),
        source=LOCAL_LAW,
        article=_("第二十二条"),
    ),
    _threshold(
        "inquiry.movers",
        10,
        by_level={Level.NATIONAL: 30},
        label=_("联名提出质询案"),
        explain=_("地方十人以上；全国人大三十人以上或者一个代表团。"),
        source=LOCAL_LAW,
        article=_("第二十四条"),
    ),
    _threshold(
        "nomination.movers",
        10,
        by_level={Level.PROVINCE: 30, Level.PREFECTURE: 20},
        label=_("联名提名国家机关领导人员"),
        explain=_("省级三十人以上，市级二十人以上，县级、乡镇十人以上。"),
        source=LOCAL_LAW,
        article=_("第二十六条"),
    ),
    _threshold(
        "nominee.movers",
        10,
        label=_("联名推荐代表候选人"),
        explain=_("代表十人以上联名，或者选民十人以上联名。"),
        source=ELECTION_LAW,
        article=_("第三十条"),
    ),
    _share(
        "recall.movers",
        "1/10",
        by_level={Level.TOWNSHIP: "1/5"},
        label=_("联名提出罢免案"),
        explain=_("县级以上十分之一以上代表，乡镇五分之一以上代表。"),
        source=LOCAL_LAW,
        article=_("第三十一条"),
    ),
    _share(
        "investigation.movers",
        "1/10",
        label=_("联名提议特定问题调查委员会"),
        explain=_("十分之一以上代表书面联名。"),
        source=LOCAL_LAW,
        article=_("第三十六条"),
    ),
    _share(
        "extra_session.movers",
        "1/5",
        label=_("联名提议临时召集会议"),
        explain=_("五分之一以上代表提议。"),
        source=LOCAL_LAW,
        article=_("第十四条"),
    ),
)
