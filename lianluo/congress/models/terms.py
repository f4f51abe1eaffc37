"""Terms, sessions and the groups in which deputies sit."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import DelegationKind, SessionState
from lianluo.congress.models.tree import Congress
from lianluo.kernel.language import numeral
from lianluo.kernel.scoping import CongressModel


@pghistory.track()
class Term(CongressModel):
    """第N届."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="terms")
    number = models.PositiveSmallIntegerField(_("届次"))
    starts_on = models.DateField(_("开始日期"))
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)
    seats_total = models.PositiveIntegerField(_("代表名额"), null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["congress", "number"], name="term_number"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="term_in_order"
            ),
        ]

    def __str__(self) -> str:
        return _("第{n}届").format(n=numeral(self.number))


@pghistory.track()
class Session(CongressModel):
    """第N次会议. It is open between its opening and its closing, which are acts with a time of their own."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="sessions")
    term = models.ForeignKey(Term, models.CASCADE, related_name="sessions")
    number = models.PositiveSmallIntegerField(_("会次"))
    opens_on = models.DateField(_("拟开幕日期"))
    closes_on = models.DateField(_("拟闭幕日期"))
    state = models.CharField(
        _("状态"), max_length=8, choices=SessionState.choices, default=SessionState.PLANNED
    )
    opened_at = models.DateTimeField(_("开幕时间"), null=True, blank=True)
    closed_at = models.DateTimeField(_("闭幕时间"), null=True, blank=True)
    deadline_at = models.DateTimeField(_("建议截止时间"), null=True, blank=True)

    class Meta:
        ordering = ["-opens_on"]
        constraints = [
            models.UniqueConstraint(fields=["term", "number"], name="session_number"),
            models.UniqueConstraint(
                fields=["congress"], condition=Q(state="open"), name="one_open_session_per_congress"
            ),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="session_in_order"),
        ]

    def __str__(self) -> str:
        return _("{term}第{n}次会议").format(term=self.term, n=numeral(self.number))


class _Group(CongressModel):
    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    name = models.CharField(_("名称"), max_length=60)
    order = models.PositiveSmallIntegerField(_("排序"), default=0)
    is_active = models.BooleanField(_("在用"), default=True)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Delegation(_Group):
    """代表团 of one term."""

    term = models.ForeignKey(Term, models.CASCADE, related_name="delegations")
    kind = models.CharField(
        _("组成"), max_length=10, choices=DelegationKind.choices, default=DelegationKind.REGION
    )

    class Meta(_Group.Meta):
        constraints = [models.UniqueConstraint(fields=["term", "name"], name="delegation_name")]


@pghistory.track()
class DeputyGroup(_Group):
    """代表小组 of one term."""

    term = models.ForeignKey(Term, models.CASCADE, related_name="groups")

    class Meta(_Group.Meta):
        constraints = [models.UniqueConstraint(fields=["term", "name"], name="group_name")]


@pghistory.track()
class ElectoralUnit(_Group):
    """选举单位 or 选区 that elects deputies of this congress; `elector` when it is itself a congress."""

    elector = models.ForeignKey(Congress, models.PROTECT, null=True, blank=True, related_name="elects")

    class Meta(_Group.Meta):
        constraints = [models.UniqueConstraint(fields=["congress", "name"], name="electoral_unit_name")]
