"""Names under a suggestion, and the record of the delegation in whose name it is raised."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.scoping import CongressModel
from lianluo.people.models import Seat
from lianluo.suggestions.models.suggestions import Suggestion


class CoSignature(CongressModel):
    """One deputy's name under a suggestion: asked, and confirmed as the true will (2-domain 1.4).

    `read` is the text as it was confirmed last, {title, situation, proposals}: what has changed since is shown when
    the name is asked for again. `asked_at` is set when the deputy asked to join, not the lead."""

    congress_lookup = "suggestion__congress"

    suggestion = models.ForeignKey(Suggestion, models.CASCADE, related_name="signatures")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="signatures")
    invited_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(_("附言"), max_length=300, blank=True)
    read = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["suggestion", "seat"], name="one_signature_per_seat")]


class Discussion(CongressModel):
    """代表团全体会议 that discussed the suggestion raised in its name, and the head whose signature it needs
    (2-domain 1.3, row "delegation-level suggestion"). The signature itself is the head's `CoSignature`."""

    congress_lookup = "suggestion__congress"

    suggestion = models.OneToOneField(Suggestion, models.CASCADE, related_name="discussion")
    head = models.ForeignKey(Seat, models.PROTECT, related_name="+", verbose_name=_("团长"))
    held_on = models.DateField(_("讨论日期"))
    present = models.PositiveSmallIntegerField(_("到会人数"), validators=[MinValueValidator(1)])
    members = models.PositiveSmallIntegerField(_("应到人数"), validators=[MinValueValidator(1)])

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(present__gte=1) & Q(present__lte=F("members")), name="present_of_members"
            )
        ]
