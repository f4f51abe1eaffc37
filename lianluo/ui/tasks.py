"""What the worker does for the face: long exports, bulk moves on many rows, and tidying up."""

from datetime import timedelta
from typing import Any

from django.core.files.base import File
from django.http import QueryDict
from django.utils import timezone
from procrastinate.contrib.django import app

from lianluo.people.actor import Actor
from lianluo.trail.steps import Refused
from lianluo.ui.lists import LISTS, bulk, sheet
from lianluo.ui.lists.state import ListState
from lianluo.ui.models import LongWork
from lianluo.ui.work import KEPT_DAYS, perform


def _state(page: str, query: str, actor: Actor) -> ListState:
    return ListState(LISTS[page](), actor, timezone.now(), QueryDict(query))


@app.task(name="ui.export_list")
def export_list(work_id: int, page: str, query: str, keys: list[str]) -> None:
    """Write a list into a sheet."""

    def job(work: LongWork, actor: Actor) -> None:
        state = _state(page, query, actor)
        if keys:
            sheet.selected(state, keys)
        file = sheet.write(state, work.progress)
        if file is None:
            return
        with file:
            work.finish(at=timezone.now(), file=File(file), name=sheet.filename(state))

    perform(work_id, job)


@app.task(name="ui.bulk_move")
def bulk_move(work_id: int, page: str, key: str, keys: list[str], data: dict[str, Any]) -> None:
    """Make one move on many rows, each in its own transaction."""

    def job(work: LongWork, actor: Actor) -> None:
        state = _state(page, "all=", actor)
        move = bulk.found(state, key)
        form = bulk.asked(state, move, bulk.sent(data))
        if form and not form.is_valid():
            raise Refused("；".join(str(said) for errors in form.errors.values() for said in errors))
        outcome = bulk.perform(state, move, keys, bulk.answers(form), work.progress)
        work.finish(at=timezone.now(), note=outcome.sentence)

    perform(work_id, job)


@app.periodic(cron="20 3 * * *")
@app.task(name="ui.tidy_long_work")
def tidy_long_work(timestamp: int) -> None:
    """Take away results older than a week: they may hold personal data."""
    old = LongWork.objects.everywhere("results of every account are kept a week only").filter(
        started_at__lt=timezone.now() - timedelta(days=KEPT_DAYS)
    )
    for work in old:
        work.result_file.delete(save=False)
    old.delete()
