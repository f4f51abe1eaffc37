"""How a person keeps a list: saved views, and the columns and page size of one's own."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel


class SavedView(CongressModel):
    """A named set of filters of one list; the row without a name keeps the account's columns and page size."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views")
    page = models.CharField(_("列表"), max_length=60)
    name = models.CharField(_("视图名称"), max_length=40, blank=True)
    query = models.CharField(_("条件"), max_length=2000, blank=True)
    is_default = models.BooleanField(_("打开列表时先看"), default=False)
    columns = models.JSONField(_("栏目"), default=list, blank=True)
    size = models.PositiveSmallIntegerField(_("每页件数"), default=20)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "congress", "page", "name"], name="one_view_of_a_name"
            ),
            models.UniqueConstraint(
                fields=["account", "congress", "page"], condition=Q(is_default=True), name="one_default_view"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.page

    @property
    def key(self) -> str:
        """Its mark in the address."""
        return f"s{self.pk}"
