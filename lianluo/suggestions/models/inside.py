"""Work inside a unit that the deputy may see: talks (沟通记录) and notes of progress."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.scoping import CongressModel
from lianluo.people.models import Seat
from lianluo.suggestions.models.handlings import Handling
from lianluo.suggestions.states import Attitude, ContactAnswer, ContactMethod, ContactStage


class Contact(CongressModel):
    """One talk with the deputy, and what the deputy says to the record of it (2-domain 1.9).

    A reply given face to face (面复) also keeps the place, the deputy's own words and whether the record was signed.
    """

    congress_lookup = "handling__congress"

    handling = models.ForeignKey(Handling, models.PROTECT, related_name="contacts")
    round = models.PositiveSmallIntegerField(_("轮次"), default=1)
    stage = models.CharField(_("阶段"), max_length=8, choices=ContactStage.choices)
    method = models.CharField(_("方式"), max_length=8, choices=ContactMethod.choices)
    on = models.DateField(_("日期"))
    place = models.CharField(_("地点"), max_length=100, blank=True)
    participants = models.CharField(_("参加人员"), max_length=200)
    content = models.TextField(_("沟通内容"))
    attitude = models.CharField(_("代表态度"), max_length=8, choices=Attitude.choices)
    opinions = models.TextField(_("代表意见"), blank=True)
    signed = models.BooleanField(_("代表已在面复记录上签名"), default=False)
    by_name = models.CharField(_("登记人"), max_length=60)
    at = models.DateTimeField(_("登记时间"))
    answer = models.CharField(_("代表确认"), max_length=10, choices=ContactAnswer.choices, blank=True)
    answered_by = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    correction = models.TextField(_("代表的更正"), blank=True)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(answer="disputed") | ~Q(correction=""), name="disputed_contact_says_why"
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.get_method_display()}"

    @property
    def file_kind(self) -> str:
        """Under which mark its files stand among those of the handling."""
        return f"contact:{self.pk}"


class ProgressNote(CongressModel):
    """进展: a dated note, for the deputy to read or for the unit alone."""

    congress_lookup = "handling__congress"

    handling = models.ForeignKey(Handling, models.PROTECT, related_name="notes")
    on = models.DateField(_("日期"))
    text = models.TextField(_("进展"))
    inside = models.BooleanField(_("只给本单位看"), default=False)
    by_name = models.CharField(_("登记人"), max_length=60)
    at = models.DateTimeField(_("登记时间"))

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.on}"

    @property
    def file_kind(self) -> str:
        return f"note:{self.pk}"
