"""What is kept of an import: the file, the mapping, what was chosen, what was wrong, and where each row went."""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress
from lianluo.kernel.scoping import CongressModel
from lianluo.ui.models import LongWork


def stored_name(batch: "Batch", name: str) -> str:
    """A random name: nothing of the sender's name reaches the disk."""
    return f"exchange/{batch.created_at:%Y/%m}/{secrets.token_hex(16)}"


class Stage(models.TextChoices):
    """How far an import is."""

    MAPPING = "mapping", _("待对栏目")
    CHECKING = "checking", _("正在检查")
    CHECKED = "checked", _("已检查，待导入")
    REFUSED = "refused", _("文件不能用")
    RUNNING = "running", _("正在导入")
    STOPPED = "stopped", _("停在半路")
    DONE = "done", _("已导入")
    TAKEN_BACK = "taken_back", _("已撤回")

    @property
    def tone(self) -> str:
        return {"done": "done", "refused": "bad", "stopped": "warn", "taken_back": "off"}.get(str(self), "")

    @property
    def progress(self) -> int:
        return {"mapping": 20, "checking": 40, "checked": 50, "running": 70, "stopped": 70, "done": 100}.get(
            str(self), 0
        )


class Batch(CongressModel):
    """One file that somebody loads. `bookmark`: the last row whose fate is settled; a run goes on behind it."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField(_("导入人"), max_length=120)
    name = models.CharField(_("文件名"), max_length=200)
    file = models.FileField(upload_to=stored_name, max_length=120, blank=True)
    size = models.PositiveBigIntegerField(_("大小"))
    sm3 = models.BinaryField(max_length=32)
    format = models.CharField(max_length=8, blank=True)
    sheet = models.CharField(max_length=60, blank=True)
    encoding = models.CharField(max_length=40, blank=True)
    head = models.PositiveIntegerField(default=0)
    columns = models.JSONField(default=list)
    samples = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.MAPPING)
    total = models.PositiveIntegerField(_("总行数"), default=0)
    bookmark = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    remarks = models.JSONField(default=list)
    error = models.CharField(max_length=500, blank=True)
    work = models.ForeignKey(LongWork, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def standing(self) -> Stage:
        return Stage(self.stage)

    @property
    def digest(self) -> str:
        return bytes(self.sm3).hex()

    def count(self, name: str) -> int:
        return int(self.counts.get(name, 0))

    def still(self, at: datetime) -> bool:
        """Running, but nothing has moved for a minute: the worker was probably killed."""
        return self.stage in {Stage.RUNNING, Stage.CHECKING} and (at - self.touched_at).total_seconds() > 60


class Remembered(CongressModel):
    """How the columns of a file with these headings were mapped last time."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30)
    fingerprint = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)
    options = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["congress", "kind", "fingerprint"], name="one_mapping_a_heading")
        ]


class Choice(CongressModel):
    """What somebody said a written name means: `target` is a key, or what the kind of thing agrees with itself."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    thing = models.CharField(max_length=30)
    written = models.CharField(max_length=200)
    target = models.CharField(max_length=80)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["congress", "thing", "written"], name="one_meaning_a_name")
        ]


class Problem(CongressModel):
    """What is wrong with one cell, or what has to be chosen. `grade`: bad, ask or note."""

    congress_lookup = "batch__congress"

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="problems")
    row = models.PositiveIntegerField()
    column = models.IntegerField(default=-1)
    field = models.CharField(max_length=40, blank=True)
    text = models.CharField(max_length=200, blank=True)
    sentence = models.CharField(max_length=400)
    grade = models.CharField(max_length=4)
    thing = models.CharField(max_length=30, blank=True)
    written = models.CharField(max_length=200, blank=True)
    candidates = models.JSONField(default=list)

    class Meta:
        ordering = ["row", "column", "pk"]
        indexes = [
            models.Index(fields=["batch", "row"], name="problem_row"),
            models.Index(fields=["batch", "thing", "written"], condition=Q(grade="ask"), name="problem_ask"),
        ]


class Origin(CongressModel):
    """Where a row went: the same row of the same or another file is known again and makes nothing new."""

    congress = models.ForeignKey(Congress, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    target = models.BigIntegerField()
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="origins")
    row = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["congress", "kind", "key"], name="one_target_a_row")]
        indexes = [models.Index(fields=["batch", "row"], name="origin_row")]
