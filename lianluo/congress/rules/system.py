"""Reminders and safety."""

from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import RuleKind
from lianluo.congress.rules.kinds import RuleGroup, rule

SYSTEM = (
    rule(
        RuleGroup.SYSTEM,
        "warn.days",
        RuleKind.NUMBERS,
        [30, 15, 7, 3],
        label=_("到期前几天提醒"),
        unit=_("天"),
        explain=_("答复期限前这些天各提醒一次承办单位；到期后按逾期天数标色。"),
    ),
    rule(
        RuleGroup.SYSTEM,
        "warn.feedback_days",
        RuleKind.NUMBERS,
        [5, 2],
        label=_("评价到期前几天提醒代表"),
        unit=_("天"),
        explain=_("代表还没有评价时提醒。"),
    ),
    rule(
        RuleGroup.SYSTEM,
        "warn.leaders",
        RuleKind.CHOICE,
        "weekly",
        label=_("办理情况汇总"),
        choices=(
            ("weekly", _("每周第一个工作日")),
            ("daily", _("每个工作日")),
            ("none", _("不发")),
        ),
        explain=_("逾期、快到期的件数和落后的单位，发给分管领导和联工委负责人。"),
    ),
    rule(
        RuleGroup.SYSTEM,
        "notice.quiet",
        RuleKind.HOURS,
        "21:00-07:30",
        label=_("免打扰时段"),
        explain=_("这段时间不发短信、邮件等外部通知，结束后一并发送；站内通知照常。"),
    ),
    rule(
        RuleGroup.SYSTEM,
        "security.second_factor",
        RuleKind.CHOICE,
        "staff",
        label=_("谁登录要第二道验证"),
        choices=(
            ("none", _("都不要求")),
            ("admins", _("三员和联工委")),
            ("staff", _("全体工作人员")),
            ("all", _("所有人，包括代表")),
        ),
        explain=_("登录时除密码外，还要动态口令或通行密钥。仅在安装时打开这项功能后生效。"),
    ),
    rule(
        RuleGroup.SYSTEM,
        "attachment.most",
        RuleKind.COUNT,
        3,
        label=_("每件建议附件最多"),
        unit=_("个"),
        most=20,
        explain=_("提出建议时可以附的文件数。"),
        compare={"一个公开系统": "不超过 3 个"},
    ),
    rule(
        RuleGroup.SYSTEM,
        "attachment.megabytes",
        RuleKind.COUNT,
        20,
        label=_("每个附件最大"),
        unit=_("MB"),
        most=200,
        explain=_("超过的不能上传。"),
    ),
)
