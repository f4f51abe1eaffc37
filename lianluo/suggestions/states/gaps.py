"""Why a series of numbers has one that no suggestion bears (2-domain 1.7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GapGround(models.TextChoices):
    """What is commonly found when somebody looks into it."""

    NOT_ACCEPTED = "not_accepted", _("立案以前撤回，号没有用")
    PAPER = "paper", _("用在纸质登记上")
    IMPORTED = "imported", _("用在从别处带来的建议上")
    CONTINUED = "continued", _("接着别的系统编号")
    MISTAKE = "mistake", _("误取的号，作废")
    OTHER = "other", _("其他")
