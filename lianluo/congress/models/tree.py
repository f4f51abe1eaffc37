"""Regions by their official codes, and the tree of congresses over them."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import Level
from lianluo.kernel.scoping import CongressModel, Scope


class Region(models.Model):
    """A division with its official code; a changed code points to its successor (祁阳县 431121)."""

    code = models.CharField(_("区划代码"), max_length=12)
    name = models.CharField(_("名称"), max_length=60)
    level = models.CharField(_("层级"), max_length=12, choices=Level.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    is_street = models.BooleanField(_("街道"), default=False)
    valid_from = models.DateField(_("自"), null=True, blank=True)
    valid_to = models.DateField(_("至"), null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="predecessors")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=Q(valid_to=None), name="region_code_in_force"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Congress(CongressModel):
    """A people's congress: one tenant in the tree. `path` lists the codes from the root ("00/43/4301/")."""

    congress_lookup = ""

    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    region = models.OneToOneField(Region, models.PROTECT, related_name="congress")
    level = models.CharField(_("层级"), max_length=12, choices=Level.choices)
    name = models.CharField(_("名称"), max_length=80)
    short_name = models.CharField(_("简称"), max_length=40)
    path = models.CharField(max_length=60, unique=True)
    active = models.BooleanField(_("已启用"), default=False)

    class Meta:
        indexes = [
            models.Index(fields=["path"], name="congress_path_prefix", opclasses=["varchar_pattern_ops"])
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def scope(self) -> Scope:
        """This congress alone."""
        return Scope.of(self)

    @property
    def subtree(self) -> Scope:
        """This congress and everything below it."""
        return Scope.below(self)

    @property
    def ancestor_paths(self) -> list[str]:
        """Paths from the root down to this congress, itself included."""
        codes = self.path.strip("/").split("/")
        return ["/".join(codes[: n + 1]) + "/" for n in range(len(codes))]


@pghistory.track()
class OfficeName(CongressModel):
    """What the deputies' body calls itself (联工委, 代表工委) from a date on (代表法 art. 12)."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="office_names")
    name = models.CharField(_("全称"), max_length=80)
    short = models.CharField(_("简称"), max_length=20)
    valid_from = models.DateField(_("自"))

    class Meta:
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["congress", "valid_from"], name="one_office_name_a_day")
        ]

    def __str__(self) -> str:
        return self.name

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day
