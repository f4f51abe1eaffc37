"""What the deputies say of an answer, and what follows where it did not satisfy."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.scoping import CongressModel
from lianluo.people.models import Seat
from lianluo.suggestions.models.handlings import Handling
from lianluo.suggestions.models.suggestions import Suggestion
from lianluo.suggestions.states import TriageOutcome


class Rating(CongressModel):
    """One deputy's judgement of one round, or of one unit's answer where several answer apart (`handling`).

    Codes and labels are those of `rating.options` on the day; `counts` and `redo` keep what they meant then.
    `entered_by` names who entered it from a paper form. A judgement that was changed stays, with `replaced_at`.
    """

    congress_lookup = "suggestion__congress"

    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="ratings")
    round = models.PositiveSmallIntegerField()
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="ratings")
    handling = models.ForeignKey(
        Handling, models.PROTECT, null=True, blank=True, related_name="ratings", verbose_name=_("承办单位")
    )
    attitude = models.CharField(_("办理态度"), max_length=20, blank=True)
    attitude_label = models.CharField(max_length=20, blank=True)
    result = models.CharField(_("办理结果"), max_length=20)
    result_label = models.CharField(max_length=20, blank=True)
    counts = models.BooleanField(_("算满意"), default=True)
    redo = models.BooleanField(_("要求重新办理"), default=False)
    reason_asked = models.BooleanField(_("须写明意见"), default=False)
    comment = models.TextField(_("具体意见"), blank=True)
    publish_agreed = models.BooleanField(_("同意公开答复"), default=True)
    entered_by = models.CharField(_("代录人"), max_length=60, blank=True)
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(_("改评时间"), null=True, blank=True)

    class Meta:
        ordering = ["round", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "round", "seat", "handling"],
                condition=Q(replaced_at=None),
                nulls_distinct=False,
                name="one_rating_per_answer",
            ),
            models.CheckConstraint(
                condition=Q(reason_asked=False) | ~Q(comment=""), name="dissatisfied_says_why"
            ),
        ]

    @property
    def dissatisfied(self) -> bool:
        return self.redo


class _AfterRound(CongressModel):
    """A record that belongs to a round whose answer did not satisfy."""

    round = models.PositiveSmallIntegerField()
    by = models.CharField(_("记录人"), max_length=60)
    at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering = ["pk"]


class Triage(_AfterRound):
    """研判: what deputy and unit said, and what the deputies' body decided (2-domain 1.3, rows 再办)."""

    congress_lookup = "suggestion__congress"

    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="triages")
    outcome = models.CharField(_("研判结果"), max_length=10, choices=TriageOutcome.choices)
    talk_deputy = models.TextField(_("与代表沟通"))
    talk_unit = models.TextField(_("与承办单位沟通"))
    note = models.TextField(_("说明"), blank=True)


class Meeting(_AfterRound):
    """面商: both sides at one table (CQ 2017, SH 2015). `more`: they agreed on further handling."""

    congress_lookup = "suggestion__congress"

    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="meetings")
    held_at = models.DateTimeField(_("时间"))
    place = models.CharField(_("地点"), max_length=100)
    chair = models.CharField(_("主持人"), max_length=60)
    deputies_side = models.CharField(_("代表一方"), max_length=300)
    units_side = models.CharField(_("承办单位一方"), max_length=300)
    others = models.CharField(_("其他到会的"), max_length=300, blank=True)
    deputies_said = models.TextField(_("代表的意见"))
    units_said = models.TextField(_("承办单位的意见"))
    agreed = models.TextField(_("商定的事项"))
    more = models.BooleanField(_("商定继续办理"), default=False)
    confirmed_at = models.DateTimeField(_("代表确认时间"), null=True, blank=True)
    confirmed_by = models.CharField(_("确认人"), max_length=60, blank=True)
    objected_at = models.DateTimeField(null=True, blank=True)
    objection = models.TextField(_("代表对记录的意见"), blank=True)


class Assessment(_AfterRound):
    """评估: experts say whether the handling was good enough; what they conclude must be done (HEN 2017)."""

    congress_lookup = "suggestion__congress"

    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="assessments")
    held_on = models.DateField(_("评估日期"))
    experts = models.CharField(_("评估人员"), max_length=300)
    findings = models.TextField(_("评估情况"))
    conclusion = models.TextField(_("结论"))
    more = models.BooleanField(_("应继续办理"), default=False)
