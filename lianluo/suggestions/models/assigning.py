"""交办: what a unit received, what a deputy says to the choice of units, and the meeting that assigns a whole session."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress, Session, Unit
from lianluo.kernel.scoping import CongressModel
from lianluo.people.models import Seat
from lianluo.suggestions.models.handlings import Handling
from lianluo.suggestions.models.suggestions import Suggestion
from lianluo.suggestions.states import PlanState, RowState


class Receipt(CongressModel):
    """签收: who took it for the unit, when, and the SM3 digest of exactly what was taken (`received`, as text)."""

    congress_lookup = "handling__congress"

    handling = models.OneToOneField(Handling, models.PROTECT, related_name="receipt")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("签收单位"))
    name = models.CharField(_("签收人"), max_length=60)
    role = models.CharField(_("身份"), max_length=120, blank=True)
    at = models.DateTimeField(_("签收时间"))
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


class AssignmentPlan(CongressModel):
    """交办会: one proposal of units for all accepted suggestions of a session, corrected, then carried out row by row.

    `session` None: those received between sessions."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    session = models.ForeignKey(Session, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=8, choices=PlanState.choices, default=PlanState.OPEN)
    made_by = models.CharField(_("拟定人"), max_length=60)
    made_at = models.DateTimeField(_("拟定时间"))
    agreed_by = models.CharField(_("会商机构"), max_length=120, blank=True)
    agreed_at = models.DateTimeField(_("会商时间"), null=True, blank=True)
    ended_at = models.DateTimeField(_("交办完成"), null=True, blank=True)
    work = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "session"],
                condition=~Q(state="done"),
                nulls_distinct=False,
                name="one_open_plan",
            )
        ]

    @property
    def standing(self) -> PlanState:
        return PlanState(self.state)


class PlanRow(CongressModel):
    """One suggestion of a plan: `tasks` [{unit, mode, part}], `why` [{unit, code, n}], and what came of it."""

    congress_lookup = "plan__congress"

    plan = models.ForeignKey(AssignmentPlan, models.CASCADE, related_name="rows")
    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="+")
    committee = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    tasks = models.JSONField(default=list)
    why = models.JSONField(default=list)
    edited = models.BooleanField(_("人工改过"), default=False)
    state = models.CharField(max_length=8, choices=RowState.choices, default=RowState.WAITING)
    error = models.CharField(_("没有办成的原因"), max_length=300, blank=True)
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "suggestion"], name="one_plan_row_a_suggestion")
        ]
        indexes = [models.Index(fields=["plan", "state"], name="plan_row_state")]
