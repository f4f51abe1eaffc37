"""Undertaking units of every kind, as a tree, with succession (撤并)."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import UnitKind
from lianluo.congress.models.tree import Congress
from lianluo.kernel.scoping import CongressModel


@pghistory.track()
class Unit(CongressModel):
    """承办单位. When it is abolished or merged, open cases move to `successor`."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="units")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    name = models.CharField(_("全称"), max_length=80)
    short_name = models.CharField(_("简称"), max_length=30)
    kind = models.CharField(_("类别"), max_length=14, choices=UnitKind.choices)
    pinyin = models.CharField(max_length=600, blank=True)
    initials = models.CharField(max_length=160, blank=True, db_index=True)
    order = models.PositiveSmallIntegerField(_("排序"), default=0)
    is_dispatcher = models.BooleanField(_("交办机构"), default=False)
    dispatched_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="dispatches",
        verbose_name=_("经由交办机构"),
    )
    valid_from = models.DateField(_("设立日期"), null=True, blank=True)
    valid_to = models.DateField(_("撤销日期"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("职责承接单位"),
    )

    document_pattern = models.CharField(_("发文字号格式"), max_length=60, blank=True)
    note = models.CharField(_("设立、变动依据"), max_length=200, blank=True)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "name"], condition=Q(valid_to=None), name="unit_name_in_force"
            ),
            models.CheckConstraint(condition=~Q(successor=F("pk")), name="unit_not_its_own_heir"),
            models.CheckConstraint(condition=~Q(parent=F("pk")), name="unit_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name


@pghistory.track()
class UnitName(CongressModel):
    """A name that a unit had until a date: documents keep the name of their day."""

    congress_lookup = "unit__congress"

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="former_names")
    name = models.CharField(_("曾用名"), max_length=80)
    until = models.DateField(_("至"))

    class Meta:
        ordering = ["-until"]
        constraints = [models.UniqueConstraint(fields=["unit", "until"], name="one_former_name_a_day")]

    def __str__(self) -> str:
        return self.name
