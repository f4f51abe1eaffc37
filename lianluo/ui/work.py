"""Long work: started by a page, done by the worker, watched on a page of its own."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from lianluo.people.actor import Actor, actor_for
from lianluo.people.models import Account
from lianluo.trail.steps import Refused
from lianluo.ui.components.text import day as day_words
from lianluo.ui.models import LongWork, WorkState

log = structlog.get_logger()
KEPT_DAYS = 7  # a result may hold personal data: it can be downloaded for a week


def start(
    actor: Actor, label: str, total: int, task: Any, *, at: datetime, back_url: str = "", **arguments: Any
) -> LongWork:
    """Put `task` with `work_id` and `arguments` into the queue, in the caller's transaction.

    `task` is a task, or its name where importing it would close a ring. Show the work with `where(work)`.
    """
    work = LongWork.objects.create(
        congress=actor.congress,
        account_id=actor.account_id,
        label=label,
        total=total,
        back_url=back_url,
        started_at=at,
    )
    (app.configure_task(task) if isinstance(task, str) else task).defer(work_id=work.pk, **arguments)
    return work


def where(work: LongWork) -> str:
    """The page on which it can be watched."""
    return reverse("ui:work", args=[work.pk])


def perform(work_id: int, job: Callable[[LongWork, Actor], None]) -> None:
    """Run `job` as the account that asked for it; what goes wrong is said on its page."""
    work = (
        LongWork.objects.everywhere("the worker's own task")
        .select_related("account", "congress")
        .get(pk=work_id)
    )
    if work.state != WorkState.WAITING:
        return
    account = work.account
    if not isinstance(account, Account):
        return
    actor = actor_for(account, work.congress, timezone.localdate())
    try:
        job(work, actor)
    except Refused as refusal:
        work.fail(str(refusal), at=timezone.now())
    except Exception:
        log.exception("long_work_failed", work=work_id)
        work.fail(
            _("中途出错，已记入日志。请再试一次；还不行，请把编号 W-%d 告诉管理员。") % work_id,
            at=timezone.now(),
        )
        raise


def kept_until(work: LongWork) -> str:
    """Until when the result can be had."""
    day = timezone.localtime(work.started_at) + timedelta(days=KEPT_DAYS)
    return _("留到 %s") % day_words(day)
