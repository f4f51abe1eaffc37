"""What the worker does for this room."""

from django.utils import timezone
from django.utils.translation import ngettext
from procrastinate.contrib.django import app

from lianluo.people.actor import Actor
from lianluo.suggestions.models import Recount
from lianluo.suggestions.services.recounting import carry_out
from lianluo.ui.models import LongWork
from lianluo.ui.work import perform


@app.task(name="suggestions.apply_recount")
def apply_recount(work_id: int, recount_id: int) -> None:
    """Carry out what the head approved."""

    def job(work: LongWork, actor: Actor) -> None:
        recount = Recount.objects.within(actor.scope).select_related("congress").get(pk=recount_id)
        moved = carry_out(recount, actor=actor, at=timezone.now, progress=work.progress)
        work.finish(at=timezone.now(), note=_note(moved))

    perform(work_id, job)


def _note(moved: int) -> str:
    return ngettext("已改 %d 个期限。", "已改 %d 个期限。", moved) % moved
