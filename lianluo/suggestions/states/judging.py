"""What the deputy says of the answer, and what of it is public."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Satisfaction(models.TextChoices):
    """2-domain 1.10. Attitude and result are rated apart."""

    SATISFIED = "satisfied", _("满意")
    BASIC = "basic", _("基本满意")
    DISSATISFIED = "dissatisfied", _("不满意")

    @property
    def tone(self) -> str:
        return {"satisfied": "done", "basic": "", "dissatisfied": "bad"}[str(self)]


class PublicAttribute(models.TextChoices):
    """公开属性 of a reply (政府信息公开条例)."""

    ACTIVE = "active", _("主动公开")
    REQUEST = "request", _("依申请公开")
    WITHHELD = "withheld", _("不予公开")
