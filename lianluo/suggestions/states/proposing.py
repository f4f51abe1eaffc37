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
