"""People and their seats. One person may hold several seats at several levels (选举法 art. 48)."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress, Delegation, DeputyGroup, ElectoralUnit, Term
from lianluo.kernel.scoping import CongressModel
from lianluo.people.roles import Gender, SeatState
from lianluo.people.sealed import BlindField, SealedTextField


@pghistory.track()
class Person(models.Model):
    """A natural person. Not of one congress: which congresses may see a person follows from seats and roles."""

    name = models.CharField(_("姓名"), max_length=60)
    pinyin = models.CharField(max_length=120, blank=True)
    initials = models.CharField(max_length=20, blank=True)
    gender = models.CharField(_("性别"), max_length=6, choices=Gender.choices, blank=True)
    ethnicity = models.CharField(_("民族"), max_length=20, blank=True)
    birth_date = models.DateField(_("出生日期"), null=True, blank=True)
    party = models.CharField(_("政治面貌"), max_length=20, blank=True)
    education = models.CharField(_("学历"), max_length=20, blank=True)
    occupation = models.CharField(_("职业构成"), max_length=30, blank=True)
    employer = models.CharField(_("工作单位及职务"), max_length=120, blank=True)
    phone = SealedTextField(_("手机号码"))
    phone_digest = BlindField(of="phone")
    id_number = SealedTextField(_("居民身份证号码"))
    id_digest = BlindField(of="id_number")

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["name"], name="person_name_prefix", opclasses=["varchar_pattern_ops"]),
            models.Index(
                fields=["initials"], name="person_initials_prefix", opclasses=["varchar_pattern_ops"]
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Seat(CongressModel):
    """A deputy's mandate in one congress and term. Duty records, credentials and suggestions hang on it."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, related_name="seats")
    term = models.ForeignKey(Term, models.PROTECT, related_name="seats")
    delegation = models.ForeignKey(Delegation, models.PROTECT, null=True, blank=True, related_name="seats")
    group = models.ForeignKey(DeputyGroup, models.SET_NULL, null=True, blank=True, related_name="seats")
    electoral_unit = models.ForeignKey(
        ElectoralUnit, models.PROTECT, null=True, blank=True, related_name="seats"
    )
    card_number = models.CharField(_("代表证号"), max_length=20, blank=True)
    state = models.CharField(
        _("资格状态"), max_length=10, choices=SeatState.choices, default=SeatState.ACTIVE
    )
    starts_on = models.DateField(_("任职起"))
    ends_on = models.DateField(_("任职止"), null=True, blank=True)
    is_head = models.BooleanField(_("代表团团长"), default=False)
    is_standing_member = models.BooleanField(_("常委会组成人员"), default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "term"], condition=~Q(state="ended"), name="one_live_seat_per_term"
            ),
            models.UniqueConstraint(
                fields=["term", "card_number"], condition=~Q(card_number=""), name="card_number_per_term"
            ),
            models.UniqueConstraint(
                fields=["delegation"],
                condition=Q(is_head=True) & ~Q(state="ended"),
                name="one_head_per_delegation",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="seat_in_order"
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)

    def is_over(self, day: date) -> bool:
        """Did it end with its term, and not before?"""
        return self.term.ends_on is not None and self.term.ends_on < day
