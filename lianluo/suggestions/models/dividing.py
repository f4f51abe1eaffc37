"""分件: the record of one text that became two, so that both can be read against it and it can be taken back."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.scoping import CongressModel
from lianluo.suggestions.models.suggestions import Suggestion


class Division(CongressModel):
    """`original` is {title, situation, proposals} before, `lands` {paragraph: first | second | both}, `files` {file:
    the same}; `state_then` is where both stood, which they must not have left when it is taken back."""

    congress_lookup = "first__congress"

    first = models.ForeignKey(Suggestion, models.PROTECT, related_name="divisions")
    second = models.OneToOneField(Suggestion, models.PROTECT, related_name="divided_from")
    original = models.JSONField()
    lands = models.JSONField()
    files = models.JSONField(default=dict, blank=True)
    reason = models.CharField(_("为什么分件"), max_length=1000)
    state_then = models.CharField(max_length=24)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(first=models.F("second")), name="divided_into_another")
        ]

    def __str__(self) -> str:
        return f"{self.first_id} → {self.second_id}"
