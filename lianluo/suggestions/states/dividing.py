"""Where the division of one suggestion into two stands (一事一案)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Divided(models.TextChoices):
    """`WAITS` until the lead deputy agrees; `UNDONE` is the second one of a division that was taken back."""

    WAITS = "waits", _("等领衔代表确认分件")
    AGREED = "agreed", _("已分件")
    UNDONE = "undone", _("分件已撤销")


class Edited(models.TextChoices):
    """Why an edition is there that no deputy sent in."""

    DIVIDED = "divided", _("分件后")
    REUNITED = "reunited", _("撤销分件后")
