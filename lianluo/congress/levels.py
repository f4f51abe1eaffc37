"""The five levels and the kinds of bodies (words only)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """The five levels of people's congresses (地方组织法; 选举法)."""

    NATIONAL = "national", _("全国")
    PROVINCE = "province", _("省级")
    PREFECTURE = "prefecture", _("设区的市、自治州")
    COUNTY = "county", _("县级")
    TOWNSHIP = "township", _("乡镇")

    @property
    def depth(self) -> int:
        """0 for the national level to 4 for the township."""
        return list(Level).index(self)


class UnitKind(models.TextChoices):
    """What an undertaking unit is; decides through which office suggestions reach it (2-domain 1.6)."""

    GOVERNMENT = "government", _("政府部门")
    PARTY = "party", _("党群部门")
    COURT = "court", _("法院")
    PROCURATORATE = "procuratorate", _("检察院")
    SUPERVISION = "supervision", _("监察委员会")
    COMMITTEE = "committee", _("人大专门委员会、工作机构")
    LOCAL = "local", _("下级政府")
    ENTERPRISE = "enterprise", _("企事业单位")
    MILITARY = "military", _("军队")


class DelegationKind(models.TextChoices):
    REGION = "region", _("按选举单位组成")
    MILITARY = "military", _("解放军和武警")


class SessionState(models.TextChoices):
    """Opening and closing a session switches routing and permissions (2-domain 11, trap 5)."""

    PLANNED = "planned", _("未开幕")
    OPEN = "open", _("正在举行")
    CLOSED = "closed", _("已闭幕")


class RuleKind(models.TextChoices):
    """How the value of a rule is written and read."""

    PERIOD = "period", _("期限")
    COUNT = "count", _("数")
    SHARE = "share", _("比例")
    FLAG = "flag", _("是否")
    CHOICE = "choice", _("选项")
    TEXT = "text", _("文字")
    PATTERN = "pattern", _("编号样式")
    NUMBERS = "numbers", _("一组数")
    HOURS = "hours", _("时段")
    LIST = "list", _("清单")


class PeriodUnit(models.TextChoices):
    """In what a period is counted."""

    WORKDAYS = "workdays", _("个工作日")
    DAYS = "days", _("天")
    MONTHS = "months", _("个月")
