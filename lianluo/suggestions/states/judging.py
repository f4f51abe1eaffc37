"""What the deputy says of the answer, what follows when it did not satisfy, and what of it is public."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Satisfaction(models.TextChoices):
    """2-domain 1.10: the three usual options. Which options a congress has, and what they mean, stands in its rule
    `rating.options`; these are the codes whose names Lianluo can translate."""

    SATISFIED = "satisfied", _("满意")
    BASIC = "basic", _("基本满意")
    DISSATISFIED = "dissatisfied", _("不满意")

    @property
    def tone(self) -> str:
        return {"satisfied": "done", "basic": "", "dissatisfied": "bad"}[str(self)]


USUAL = {"satisfied": "满意", "basic": "基本满意", "dissatisfied": "不满意"}
"""Codes with the names that they carry unless a congress calls them otherwise."""


def option_words(code: str, label: str = "") -> str:
    """How an option is called: by the name kept with the judgement; the usual names also in English."""
    if code in USUAL and label in ("", USUAL[code]):
        return str(Satisfaction(code).label)
    return label or code


class Share(models.TextChoices):
    """How a round counts in the rate of satisfaction; left out altogether when empty."""

    YES = "yes", _("计入，满意")
    NO = "no", _("计入，不满意")


class Settled(models.TextChoices):
    """How far a judgement that asks for more has been taken up in this round."""

    EXPLAINED = "explained", _("已作说明")
    MEETING = "meeting", _("待双方面商")
    RECORDED = "recorded", _("面商记录待代表确认")
    MET = "met", _("已面商")
    EXPERTS = "experts", _("待组织评估")
    ASSESSED = "assessed", _("已评估")
    REOPENED = "reopened", _("恢复办理，待定下一步")


RESTS = frozenset({Settled.EXPLAINED, Settled.MET, Settled.ASSESSED})
"""With these a case may be closed although the deputy is not satisfied."""


class TriageOutcome(models.TextChoices):
    """What the deputies' body decides after talking with both sides (研判)."""

    REDO = "redo", _("交承办单位重新办理")
    EXPLAINED = "explained", _("已向代表说明，不再重新办理")
    MEETING = "meeting", _("召集双方面商")
    EXPERTS = "experts", _("组织评估")


class PublicAttribute(models.TextChoices):
    """公开属性 of a reply (政府信息公开条例)."""

    ACTIVE = "active", _("主动公开")
    REQUEST = "request", _("依申请公开")
    WITHHELD = "withheld", _("不予公开")
