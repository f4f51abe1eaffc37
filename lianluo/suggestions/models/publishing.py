"""公开: the public edition of a suggestion's text or of one reply, beside the original, with what was decided."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.models.handlings import Reply
from lianluo.suggestions.models.suggestions import Suggestion
from lianluo.suggestions.states import PublicationKind, PublicationState, PublicLevel
from lianluo.trail.models import Case


@pghistory.track(fields=["title", "body", "reason", "deputy_refused"])
class Publication(Case):
    """One text on its way to the public (2-domain 1.13). `title` and `body` are the public edition: contacts are
    masked in it from the start, and staff may go on editing; the original is never touched."""

    flow_name: ClassVar[str] = "publication"

    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="publications")
    kind = models.CharField(_("公开内容"), max_length=5, choices=PublicationKind.choices)
    reply = models.OneToOneField(
        Reply, models.PROTECT, null=True, blank=True, related_name="publication", verbose_name=_("答复")
    )
    proposal = models.CharField(_("建议的公开方式"), max_length=8, choices=PublicLevel.choices)
    title = models.CharField(_("公开的标题"), max_length=300)
    body = models.TextField(_("公开的正文"), blank=True)
    masked = models.PositiveSmallIntegerField(_("隐去的电话、证件号"), default=0)
    deputy_refused = models.BooleanField(_("代表不同意公开答复"), default=False)
    name_shown = models.BooleanField(_("写明代表姓名"), default=False)
    reason = models.CharField(_("不公开的理由"), max_length=20, blank=True)
    note = models.CharField(_("说明"), max_length=300, blank=True)
    due_on = models.DateField(_("公开期限"), null=True, blank=True)
    opened_at = models.DateTimeField(_("进入审核"))
    decided_at = models.DateTimeField(_("决定时间"), null=True, blank=True)
    published_at = models.DateTimeField(_("公开时间"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion"], condition=Q(kind="text"), name="one_publication_of_the_text"
            ),
            models.CheckConstraint(
                condition=Q(kind="reply", reply__isnull=False) | Q(kind="text", reply__isnull=True),
                name="publication_of_a_reply_names_it",
            ),
            models.CheckConstraint(condition=~Q(state="withheld") | ~Q(reason=""), name="withheld_says_why"),
            models.CheckConstraint(
                condition=~Q(state__in=["full", "summary"]) | ~Q(body=""), name="published_text_is_there"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["full", "summary", "title"]) | Q(published_at__isnull=False),
                name="published_has_time",
            ),
        ]
        indexes = [models.Index(fields=["congress", "state", "due_on"], name="publication_todo")]

    def __str__(self) -> str:
        return self.title

    @property
    def keeps_names(self) -> bool:
        return bool(self.suggestion.confidential)

    @property
    def standing(self) -> PublicationState:
        return PublicationState(self.state)
