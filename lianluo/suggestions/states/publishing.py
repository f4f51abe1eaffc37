"""What of a suggestion and of its answers the public may read (2-domain 1.13)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublicationState(models.TextChoices):
    """Where the review of one text stands. Three of them are out: whole, as a summary, by its title."""

    REVIEW = "review", _("待公开审核")
    FULL = "full", _("全文公开")
    SUMMARY = "summary", _("摘要公开")
    TITLE = "title", _("只公开标题")
    WITHHELD = "withheld", _("不公开")
    TAKEN_BACK = "taken_back", _("已撤下")

    @property
    def tone(self) -> str:
        return {"full": "done", "summary": "done", "title": "done", "review": ""}.get(str(self), "off")

    @property
    def progress(self) -> int:
        return 30 if self == PublicationState.REVIEW else 100


class PublicationKind(models.TextChoices):
    TEXT = "text", _("建议正文")
    REPLY = "reply", _("答复")


class PublicLevel(models.TextChoices):
    """How much is proposed to go out; the names are those of the states after the decision."""

    FULL = "full", _("全文")
    SUMMARY = "summary", _("摘要")
    TITLE = "title", _("只公开标题")
    WITHHELD = "withheld", _("不公开")


OUT = frozenset({PublicationState.FULL, PublicationState.SUMMARY, PublicationState.TITLE})
"""The public reads something of it."""
WITH_TEXT = frozenset({PublicationState.FULL, PublicationState.SUMMARY})
"""The public reads more than the title."""
