"""What every case has: a congress, a state, and the head of its own history."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel


class Case(CongressModel):
    """A row that moves along a flow. `state`, `trail_seq` and `trail_hash` are written by `trail.advance` alone."""

    flow_name: ClassVar[str]

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+")
    congress_id: int
    state = models.CharField(_("状态"), max_length=24, db_index=True)
    trail_seq = models.PositiveIntegerField(default=0, editable=False)
    trail_hash = models.BinaryField(max_length=32, default=b"", editable=False)

    class Meta:
        abstract = True

    @property
    def keeps_names(self) -> bool:
        """Must those who read of it not learn from a sentence who moved it last?"""
        return False
