"""Words of the work inside a unit: talks with the deputy, notes, promises."""

from django.db import models
from django.utils.translation import gettext_lazy as _

WITH, SIGNED = "reply", "signed"
"""Marks of the files of a reply: delivered with it, or its scan with the seal."""


class ContactStage(models.TextChoices):
    """事前、事中、事后 (2-domain 1.9: 三沟通)."""

    BEFORE = "before", _("办理前")
    DURING = "during", _("办理中")
    AFTER = "after", _("办理后")


class ContactMethod(models.TextChoices):
    """How the unit spoke with the deputy. 面复 is the reply given face to face (2-domain 1.9)."""

    VISIT = "visit", _("上门走访")
    PHONE = "phone", _("电话")
    MEETING = "meeting", _("座谈、调研")
    ONLINE = "online", _("网络、视频")
    LETTER = "letter", _("书面")
    FACE = "face", _("当面答复（面复）")


class Attitude(models.TextChoices):
    """What the deputy thought of it, as the unit heard it."""

    AGREES = "agrees", _("认可")
    PARTLY = "partly", _("部分认可")
    OPPOSES = "opposes", _("有不同意见")
    OPEN = "open", _("没有表态")


class ContactAnswer(models.TextChoices):
    """What the deputy says to the record of a talk."""

    CONFIRMED = "confirmed", _("代表已确认")
    DISPUTED = "disputed", _("代表说与实际不符")

    @property
    def tone(self) -> str:
        return "done" if self == ContactAnswer.CONFIRMED else "bad"


class PromiseState(models.TextChoices):
    """Where something promised in a reply stands (2-domain 1.12). Overdue is no state: the planned day tells it."""

    OPEN = "open", _("正在落实")
    CARRIED = "carried", _("结转落实")
    DONE = "done", _("已落实")
    CHANGED = "changed", _("已调整")

    @property
    def tone(self) -> str:
        return {"done": "done", "changed": "warn"}.get(str(self), "")

    @property
    def progress(self) -> int:
        return {"open": 40, "carried": 60}.get(str(self), 100)


UNKEPT = (PromiseState.OPEN, PromiseState.CARRIED)
"""Still to be done."""


class LookBack(models.TextChoices):
    """回头看: what the deputies' body found."""

    KEPT = "kept", _("已经落实")
    PARTLY = "partly", _("部分落实")
    NOT = "not", _("没有落实")
