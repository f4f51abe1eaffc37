"""What the deputy says beside the text."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    SINGLE = "single", _("代表个人")
    JOINT = "joint", _("代表联名")
    DELEGATION = "delegation", _("代表团")


class FormedBy(models.TextChoices):
    """How the suggestion came about (2-domain 1.4)."""

    RESEARCH = "research", _("专题调研")
    FORUM = "forum", _("座谈走访")
    INSPECTION = "inspection", _("视察检查")
    STATION = "station", _("联络站接待群众")
    OWN_WORK = "own_work", _("本职工作中了解")
    OTHER = "other", _("其他")


class Consent(models.TextChoices):
    """What the deputy agrees to have published (2-domain 1.4, 1.13)."""

    FULL = "full", _("同意全文公开")
    TITLE = "title", _("仅同意公开标题")


class RaisedBefore(models.TextChoices):
    NO = "no", _("首次提出")
    TWO = "two", _("连续两年提出")
    THREE = "three", _("连续三年提出")
    MORE = "more", _("三年以上仍未解决")


class SignatureState(models.TextChoices):
    """What a deputy who was asked to sign, or asked to join, has answered."""

    INVITED = "invited", _("等待确认")
    CONFIRMED = "confirmed", _("已确认")
    DECLINED = "declined", _("不参加")
    WITHDRAWN = "withdrawn", _("已退出")
    ASKING = "asking", _("申请联名")

    @property
    def tone(self) -> str:
        return {"confirmed": "done", "declined": "off", "withdrawn": "off", "asking": "warn"}.get(
            str(self), ""
        )

    @property
    def progress(self) -> int:
        return {"confirmed": 100, "invited": 40, "asking": 40}.get(str(self), 0)

    @classmethod
    def of(cls, confirmed: object, declined: object, withdrawn: object, asked: object) -> "SignatureState":
        """From the times that a signature keeps: the last act counts."""
        if withdrawn:
            return cls.WITHDRAWN
        if declined:
            return cls.DECLINED
        if confirmed:
            return cls.CONFIRMED
        return cls.ASKING if asked else cls.INVITED


DROPPED = "dropped"
"""Kind of a file that was handed in once and left out of the next submission: the history names it, so it stays, unseen."""
FORM = "form"
"""Kind of a file: the scanned form on which a suggestion was taken in."""
OPINION_FORM = "opinion_form"
"""Kind of a file: the scanned 征询意见表 that a deputy signed."""
MINUTES = "minutes"
"""Kind of a file: the scanned record of a meeting of both sides."""
SIGNED_SCANS = frozenset({FORM, OPINION_FORM, MINUTES})
"""Files on which the name of a proposer stands."""
