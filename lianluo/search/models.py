"""The queue of changes that the index has still to read, written in the transaction of the change itself."""

from django.db import models
from django.db.models.functions import Cast


class SearchChange(models.Model):
    """One record of one room changed. `xid` is the transaction: a reader skips none that commits late."""

    room = models.CharField(max_length=30)
    object_id = models.BigIntegerField()
    xid = models.BigIntegerField(
        db_default=Cast(
            Cast(models.Func(function="pg_current_xact_id"), models.TextField()), models.BigIntegerField()
        )
    )
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["xid", "id"], name="search_change_order"),
            models.Index(fields=["at"], name="search_change_age"),
        ]

    def __str__(self) -> str:
        return f"{self.room}:{self.object_id}"
