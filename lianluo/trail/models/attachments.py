"""Files of a case. The file's SM3 stands in the event that brought it, so a changed file is found too."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel


def stored_name(attachment: "Attachment", name: str) -> str:
    """A random name: it tells nothing, cannot be guessed, and nothing of the sender's name reaches the disk."""
    return f"{attachment.at:%Y/%m}/{secrets.token_hex(16)}"


class Attachment(CongressModel):
    """A file that belongs to a case."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+")
    case_type = models.CharField(max_length=40)
    case_id = models.BigIntegerField()
    name = models.CharField(_("文件名"), max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(_("大小"))
    sm3 = models.BinaryField(max_length=32)
    file = models.FileField(upload_to=stored_name, max_length=120)
    kind = models.CharField(_("用途"), max_length=20, blank=True)
    account_id = models.BigIntegerField(_("上传人"), null=True)
    at = models.DateTimeField(_("时间"))

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["case_type", "case_id"], name="attachment_case")]

    def __str__(self) -> str:
        return self.name
