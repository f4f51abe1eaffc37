"""Work that takes longer than a page may: it runs in the worker and shows how far it is."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.db import models
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel


class WorkState(models.TextChoices):
    WAITING = "waiting", _("等候")
    RUNNING = "running", _("在跑")
    DONE = "done", _("好了")
    FAILED = "failed", _("没有办成")
    STOPPED = "stopped", _("停下了")


class LongWork(CongressModel):
    """One long task of one account, with its result to download."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="long_works")
    label = models.CharField(_("事项"), max_length=120)
    state = models.CharField(max_length=8, choices=WorkState.choices, default=WorkState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=300, blank=True)
    error = models.CharField(max_length=300, blank=True)
    result_file = models.FileField(upload_to="work/%Y/%m/", blank=True)
    result_name = models.CharField(max_length=120, blank=True)
    back_url = models.CharField(max_length=500, blank=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done__lte=models.F("total")), name="work_not_more_than_all"
            )
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def over(self) -> bool:
        """Nothing more will happen."""
        return self.state in {WorkState.DONE, WorkState.FAILED, WorkState.STOPPED}

    def _set(self, **values: Any) -> bool:
        """Write `values` unless somebody stopped the work meanwhile; False when it was stopped."""
        rows = LongWork.objects.everywhere("the worker writes on its own task").filter(pk=self.pk)
        for name, value in values.items():
            setattr(self, name, value)
        return bool(rows.exclude(state=WorkState.STOPPED).update(**values))

    def progress(self, done: int) -> bool:
        """So many of `total` are done. False: stop, the person does not want it any more."""
        return self._set(state=WorkState.RUNNING, done=min(done, self.total))

    def finish(
        self, *, at: datetime, file: "File[bytes] | None" = None, name: str = "", note: str = ""
    ) -> None:
        """All done; `file` is the result to download under `name`."""
        if file is not None:
            self.result_file.save(name, file, save=False)
        values = {"state": WorkState.DONE, "done": self.total, "note": note, "ended_at": at}
        if not self._set(**values, result_file=self.result_file.name, result_name=name) and file is not None:
            self.result_file.delete(save=False)

    def fail(self, sentence: str, *, at: datetime) -> None:
        """Not done, and why, in a sentence fit to be shown."""
        self._set(state=WorkState.FAILED, error=sentence[:300], ended_at=at)

    def stop(self, *, at: datetime) -> None:
        """The person does not want it any more; the worker sees that at its next step."""
        if not self.over:
            self._set(state=WorkState.STOPPED, ended_at=at)
