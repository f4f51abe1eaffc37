"""What units do with a suggestion, what they answer, and what the deputies say to it."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Unit
from lianluo.kernel.scoping import CongressModel
from lianluo.people.models import Account
from lianluo.suggestions.models.suggestions import Suggestion
from lianluo.suggestions.states import HandlingState, LongerBy, Mode, PublicAttribute, ReplyState, Share
from lianluo.trail.models import Attachment, Case


@pghistory.track(fields=["unit", "mode", "part", "due_on"])
class Handling(Case):
    """One unit's part of a suggestion, with a state of its own."""

    flow_name: ClassVar[str] = "handling"

    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="handlings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="handlings", verbose_name=_("承办单位"))
    mode = models.CharField(_("办理方式"), max_length=10, choices=Mode.choices)
    part = models.TextField(_("负责的部分"), blank=True)
    round = models.PositiveSmallIntegerField(_("轮次"), default=1)
    assigned_at = models.DateTimeField(_("交办时间"))
    signed_at = models.DateTimeField(_("签收时间"), null=True, blank=True)
    replied_at = models.DateTimeField(_("答复时间"), null=True, blank=True)
    due_on = models.DateField(_("答复期限"), null=True, blank=True)
    final_rating = models.CharField(_("评价"), max_length=20, blank=True)
    share = models.CharField(_("计入满意率"), max_length=3, choices=Share.choices, blank=True)
    redo_wanted = models.BooleanField(_("代表要求重新办理"), default=False)
    handler = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("承办人")
    )
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("改办前")
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "unit"],
                condition=~Q(state="cancelled"),
                name="one_live_handling_per_unit",
            ),
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=Q(mode__in=["sole", "lead"]) & ~Q(state="cancelled"),
                name="one_lead_per_suggestion",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "due_on"], name="handling_todo"),
            models.Index(fields=["congress", "state", "suggestion"], name="handling_where"),
            models.Index(fields=["congress", "replied_at"], name="handling_replied"),
        ]

    def __str__(self) -> str:
        return f"{self.suggestion} · {self.unit}"

    @property
    def keeps_names(self) -> bool:
        return bool(self.suggestion.confidential)

    @property
    def standing(self) -> HandlingState:
        return HandlingState(self.state)

    @property
    def role(self) -> Mode:
        return Mode(self.mode)


class Objection(CongressModel):
    """A unit's reasons why the suggestion is not its business, and what was decided (2-domain 12.6)."""

    congress_lookup = "handling__congress"

    handling = models.ForeignKey(Handling, models.PROTECT, related_name="objections")
    reason = models.TextField(_("理由"))
    basis = models.CharField(_("依据"), max_length=200, blank=True)
    proposed = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("建议改由")
    )
    at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    upheld = models.BooleanField(null=True)
    decision = models.TextField(_("裁定说明"), blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["handling"], condition=Q(decided_at=None), name="one_open_objection"
            )
        ]


class Extension(Case):
    """延期: until when, why, how the deputy was told, and whose consent it needs (代表法 art. 51; 2-domain 1.3, 1.6).

    The proof that the deputy was told may be a file: it lies with the unit's part, its digest in the request's step.
    """

    flow_name: ClassVar[str] = "extension"

    handling = models.ForeignKey(Handling, models.PROTECT, related_name="extensions")
    until = models.DateField(_("延至"))
    reason = models.TextField(_("理由"))
    told_on = models.DateField(_("告知代表的日期"), null=True, blank=True)
    told_deputy = models.CharField(_("告知代表的情况"), max_length=300)
    proof = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    consent = models.CharField(
        _("由谁同意"), max_length=10, choices=LongerBy.choices, default=LongerBy.ASSIGNER
    )
    requested_at = models.DateTimeField(_("申请时间"))
    decided_at = models.DateTimeField(_("审定时间"), null=True, blank=True)
    decision = models.TextField(_("审定意见"), blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["handling"], condition=Q(state="requested"), name="one_open_extension"
            )
        ]

    @property
    def keeps_names(self) -> bool:
        return bool(self.handling.suggestion.confidential)


@pghistory.track(fields=["reply_class", "document_number", "body", "public_attribute", "signer_name"])
class Reply(Case):
    """A written answer (答复函) of one round, or a co-handler's opinion (会办意见) to the lead unit."""

    flow_name: ClassVar[str] = "reply"

    handling = models.ForeignKey(Handling, models.PROTECT, related_name="replies")
    round = models.PositiveSmallIntegerField(_("轮次"), default=1)
    reply_class = models.CharField(_("类别"), max_length=2, blank=True)
    document_number = models.CharField(_("发文字号"), max_length=40, blank=True)
    body = models.TextField(_("答复内容"), blank=True)
    signer_name = models.CharField(_("签发人"), max_length=40, blank=True)
    contact_name = models.CharField(_("联系人"), max_length=40, blank=True)
    contact_phone = models.CharField(_("联系电话"), max_length=30, blank=True)
    public_attribute = models.CharField(
        _("公开属性"), max_length=10, choices=PublicAttribute.choices, default=PublicAttribute.ACTIVE
    )
    withheld_reason = models.CharField(_("不公开理由"), max_length=200, blank=True)
    number_reason = models.CharField(_("另编文号的理由"), max_length=200, blank=True)
    explanation = models.TextField(_("不能解决的原因"), blank=True)
    promises = models.JSONField(_("承诺事项"), default=list, blank=True)
    without_opinions = models.BooleanField(_("逾期未送会办意见，已在答复里说明"), default=False)
    created_at = models.DateTimeField(_("拟稿时间"))
    delivered_at = models.DateTimeField(_("送达时间"), null=True, blank=True)

    class Meta:
        ordering = ["round", "pk"]
        verbose_name = _("答复")
        constraints = [
            models.UniqueConstraint(
                fields=["handling", "round"],
                condition=~Q(state__in=["discarded", "returned"]),
                name="one_reply_per_round",
            ),
            models.CheckConstraint(
                condition=~Q(state="delivered") | Q(delivered_at__isnull=False),
                name="delivered_reply_has_time",
            ),
        ]

    def __str__(self) -> str:
        return self.document_number or str(self._meta.verbose_name)

    @property
    def keeps_names(self) -> bool:
        return bool(self.handling.suggestion.confidential)

    @property
    def standing(self) -> ReplyState:
        return ReplyState(self.state)
