"""What the worker does: checking and loading large files, giving out, and tidying up."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile, File
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from lianluo.exchange import giving
from lianluo.exchange.errors import errors_file
from lianluo.exchange.models import Batch, Stage
from lianluo.exchange.services import check, load
from lianluo.people.actor import Actor
from lianluo.ui.models import LongWork
from lianluo.ui.work import perform

KEPT_DAYS = 30  # an uploaded file holds personal data


def _batch(pk: int, actor: Actor) -> Batch:
    rows = Batch.objects.within(actor.scope).select_related("congress")
    batch: Batch = rows.get(pk=pk)
    return batch


@app.task(name="exchange.check")
def check_batch(work_id: int, batch: int) -> None:
    """Check a large file."""

    def job(work: LongWork, actor: Actor) -> None:
        found = _batch(batch, actor)
        try:
            check(found, actor=actor, at=timezone.now(), progress=work.progress)
        finally:
            _batches(actor).filter(pk=batch, stage=Stage.CHECKING).update(stage=Stage.MAPPING)
        work.finish(at=timezone.now(), note=_("检查完了，请回去看结果。"))

    perform(work_id, job)


@app.task(name="exchange.load")
def load_batch(work_id: int, batch: int) -> None:
    """Load a checked file, or go on with one that was interrupted."""

    def job(work: LongWork, actor: Actor) -> None:
        found = load(_batch(batch, actor), actor=actor, now=timezone.now, progress=work.progress)
        if found.stage != Stage.DONE:
            return
        note = _("已导入 {made} 条，{left} 行没有进来。").format(
            made=found.count("made"), left=found.count("left")
        )
        file, name = errors_file(found) if found.count("left") else (None, "")
        work.finish(at=timezone.now(), note=note, file=ContentFile(file) if file else None, name=name)

    perform(work_id, job)


@app.task(name="exchange.give_out")
def give_out(work_id: int, kind: str, form: str, filters: dict[str, Any]) -> None:
    """Write an export."""

    def job(work: LongWork, actor: Actor) -> None:
        at = timezone.now()
        made = giving.give_out(kind, form, filters, actor=actor, at=at, progress=work.progress)
        if made is not None:
            with made.file:
                work.finish(at=timezone.now(), file=File(made.file), name=made.name)

    perform(work_id, job)


def _batches(actor: Actor) -> Any:
    return Batch.objects.within(actor.scope)


@app.periodic(cron="40 3 * * *")
@app.task(name="exchange.tidy")
def tidy(timestamp: int) -> None:
    """Uploaded files go after a month; the record of the import stays."""
    old = Batch.objects.everywhere("uploads of every congress are kept a month only").filter(
        created_at__lt=timezone.now() - timedelta(days=KEPT_DAYS)
    )
    for batch in old.exclude(file=""):
        batch.file.delete(save=False)
        batch.problems.all().delete()
        batch.samples = []
        batch.save(update_fields=["file", "samples"])
