"""交办: what a unit received, what a deputy says to the choice of units, and the meeting that assigns a whole session."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Session, Unit
from lianluo.kernel.scoping import CongressModel
from lianluo.people.models import Seat
from lianluo.suggestions.models.handlings import Handling
from lianluo.suggestions.models.suggestions import Suggestion
from lianluo.suggestions.states import PlanState, RowOutcome
from lianluo.trail.models import Case


class Receipt(CongressModel):
    """签收: who took it for the unit, when, and the SM3 digest of exactly what was taken (`received`, as text)."""

    congress_lookup = "handling__congress"

    handling = models.OneToOneField(Handling, models.PROTECT, related_name="receipt")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("签收单位"))
    name = models.CharField(_("签收人"), max_length=60)
    role = models.CharField(_("身份"), max_length=120, blank=True)
    at = models.DateTimeField(_("签收时间"))
    deemed = models.BooleanField(_("逾期视为签收"), default=False)
    received = models.TextField(_("收到的内容"))
    digest = models.CharField(_("校验值"), max_length=64)

    class Meta:
        ordering = ["pk"]


class UnitQuestion(CongressModel):
    """A deputy does not agree with the choice of units, and what the deputies' body answered (2-domain 1.3)."""

    congress_lookup = "suggestion__congress"

    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="unit_questions")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    reason = models.TextField(_("理由"))
    wished = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("希望由谁办")
    )
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(_("答复"), blank=True)
    changed = models.BooleanField(_("调整了承办单位"), default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion"], condition=Q(answered_at=None), name="one_open_unit_question"
            )
        ]


class AssignmentPlan(Case):
    """交办会: one proposal of units for all accepted suggestions of a session, corrected, then carried out row by row.

    `session` None: those received between sessions. `agreed`: [{unit, name, by, at}], the offices that agreed.
    `work` is the long work that carries it out."""

    flow_name: ClassVar[str] = "plan"

    session = models.ForeignKey(Session, models.PROTECT, null=True, blank=True, related_name="+")
    made_by = models.CharField(_("拟定人"), max_length=60)
    made_at = models.DateTimeField(_("拟定时间"))
    agreed = models.JSONField(default=list)
    ended_at = models.DateTimeField(_("交办完成"), null=True, blank=True)
    work = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "session"],
                condition=~Q(state__in=["done", "dropped"]),
                nulls_distinct=False,
                name="one_open_plan",
            )
        ]

    def __str__(self) -> str:
        day = date_format(localtime(self.made_at), "Y-m-d")
        held = _("第%s次会议") % self.session.number if self.session else _("闭会期间")
        return str(_("%(held)s建议交办方案（%(day)s）") % {"held": held, "day": day})

    @property
    def standing(self) -> PlanState:
        return PlanState(self.state)


class PlanRow(CongressModel):
    """One suggestion of a plan.

    `tasks` [{unit, mode, part}]; `why` [{unit, code, n, of}], the records that speak for a unit; `alike`
    [{id, number, percent}], suggestions of the same plan that say nearly the same; `said` [{office, by, text,
    unit, at}], what the dispatching offices think; `told`: the units and deputies have their notice."""

    congress_lookup = "plan__congress"

    plan = models.ForeignKey(AssignmentPlan, models.CASCADE, related_name="rows")
    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="+")
    committee = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    tasks = models.JSONField(default=list)
    unit_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    why = models.JSONField(default=list)
    alike = models.JSONField(default=list)
    said = models.JSONField(default=list)
    edited = models.BooleanField(_("人工改过"), default=False)
    outcome = models.CharField(max_length=8, choices=RowOutcome.choices, default=RowOutcome.WAITING)
    error = models.CharField(_("没有办成的原因"), max_length=300, blank=True)
    told = models.BooleanField(default=False)
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "suggestion"], name="one_plan_row_a_suggestion")
        ]
        indexes = [models.Index(fields=["plan", "outcome"], name="plan_row_outcome")]

    def __str__(self) -> str:
        return f"{self.suggestion.number} {self.suggestion}"

    @property
    def standing(self) -> RowOutcome:
        return RowOutcome(self.outcome)
