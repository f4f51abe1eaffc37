"""Where a recount of deadlines stands, and what became of each of its rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecountState(models.TextChoices):
    """Deadlines counted again wait for the head of the office; nothing changes before the approval."""

    OPEN = "open", _("待核准")
    APPLYING = "applying", _("正在重算")
    DONE = "done", _("已重算")
    DISCARDED = "discarded", _("不改")

    @property
    def tone(self) -> str:
        return {"open": "warn", "done": "done", "discarded": "off"}.get(str(self), "")

    @property
    def progress(self) -> int:
        return {"open": 30, "applying": 60}.get(str(self), 100)


class Outcome(models.TextChoices):
    """What became of one deadline."""

    WAITING = "waiting", _("待核准")
    KEPT = "kept", _("不改")
    MOVED = "moved", _("已改")
    PASSED = "passed", _("没有改成")

    @property
    def tone(self) -> str:
        return {"waiting": "warn", "moved": "done", "kept": "off", "passed": "bad"}[str(self)]

    @property
    def progress(self) -> int:
        return 30 if self == Outcome.WAITING else 100
