"""Templates that an office put in place of the built-in ones. A new one never overwrites an old one."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel
from lianluo.people.models import Account


@pghistory.track(exclude=["content"])
class PaperTemplate(CongressModel):
    """A Word template of one congress for one paper. At most one is in use."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    file_name = models.CharField(_("文件名"), max_length=120)
    content = models.BinaryField()
    sm3 = models.BinaryField(max_length=32)
    in_use = models.BooleanField(_("使用中"), default=True)
    uploaded_at = models.DateTimeField(_("上传时间"))
    uploaded_by = models.ForeignKey(Account, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-uploaded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "name"], condition=models.Q(in_use=True), name="one_template_in_use"
            )
        ]

    def __str__(self) -> str:
        return self.file_name


class PaperNumber(CongressModel):
    """发文字号: drawn when the act is done of which the paper tells; printed again, the paper has the same."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    paper = models.CharField(max_length=60)
    case_type = models.CharField(max_length=40)
    case_id = models.BigIntegerField()
    number = models.CharField(_("发文字号"), max_length=60)
    at = models.DateTimeField(_("编号时间"))

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "case_type", "case_id"], name="one_number_a_paper"),
            models.UniqueConstraint(fields=["congress", "paper", "number"], name="paper_number"),
        ]

    def __str__(self) -> str:
        return self.number
