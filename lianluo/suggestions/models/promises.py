"""承诺台账: what a reply promises, what came of it, and what the deputies say to that (2-domain 1.12)."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Unit
from lianluo.kernel.scoping import CongressModel
from lianluo.people.models import Seat
from lianluo.suggestions.models.handlings import Handling, Reply
from lianluo.suggestions.states import UNKEPT, LookBack, PromiseState, Satisfaction
from lianluo.trail.models import Case


class Promise(Case):
    """One thing promised in a reply. `stages` are lines of text. `unit` keeps it: an heir takes over what is not kept
    yet."""

    flow_name: ClassVar[str] = "promise"

    handling = models.ForeignKey(Handling, models.PROTECT, related_name="promises")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="promises", verbose_name=_("承诺单位"))
    reply = models.ForeignKey(Reply, models.PROTECT, related_name="promises_made")
    text = models.TextField(_("承诺事项"))
    responsible = models.CharField(_("责任处室、责任人"), max_length=100)
    made_on = models.DateField(_("承诺日期"))
    planned_on = models.DateField(_("计划完成"))
    stages = models.JSONField(_("分步"), default=list, blank=True)
    told_on = models.DateField(_("最近一次告知代表"), null=True, blank=True)
    ended_on = models.DateField(_("落实或调整日期"), null=True, blank=True)
    change_reason = models.TextField(_("调整理由"), blank=True)
    change_signer = models.CharField(_("签字领导"), max_length=40, blank=True)
    look_back = models.CharField(_("回头看"), max_length=8, choices=LookBack.choices, blank=True)
    look_back_text = models.TextField(_("回头看情况"), blank=True)
    look_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["planned_on", "pk"]
        verbose_name = _("承诺")
        indexes = [models.Index(fields=["congress", "state", "planned_on"], name="promise_due")]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def keeps_names(self) -> bool:
        return bool(self.handling.suggestion.confidential)

    @property
    def standing(self) -> PromiseState:
        return PromiseState(self.state)

    @property
    def cross_year(self) -> bool:
        """跨年度: planned for a later year than the one in which it was made."""
        return self.planned_on.year > self.made_on.year

    def overdue(self, on: date) -> bool:
        return self.state in UNKEPT and self.planned_on < on


class PromiseStep(CongressModel):
    """What was done for it, on a day, with files."""

    congress_lookup = "promise__congress"

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="steps")
    on = models.DateField(_("日期"))
    text = models.TextField(_("落实情况"))
    by_name = models.CharField(_("登记人"), max_length=60)
    at = models.DateTimeField(_("登记时间"))

    class Meta:
        ordering = ["on", "pk"]

    @property
    def file_kind(self) -> str:
        return f"step:{self.pk}"


class PromiseRating(CongressModel):
    """One deputy's judgement of how a promise is kept, once a year (2-domain 1.3: 重庆)."""

    congress_lookup = "promise__congress"

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="ratings")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    result = models.CharField(_("落实情况评价"), max_length=12, choices=Satisfaction.choices)
    comment = models.TextField(_("具体意见"), blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["promise", "seat", "year"], name="one_promise_rating_a_year"),
            models.CheckConstraint(
                condition=~models.Q(result="dissatisfied") | ~models.Q(comment=""),
                name="dissatisfied_promise_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.get_result_display()
