"""Background jobs as the system administrator sees them, and the housekeeping of their table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from asgiref.sync import async_to_sync
from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

LABELS = {
    "notices.send": _("发送通知"),
    "notices.digest": _("发送每日汇总"),
    "notices.digests": _("查看到期的每日汇总"),
    "jobs.rescue": _("重启中断的任务"),
    "jobs.sweep": _("清理旧任务"),
    "search.forget": _("清理搜索队列"),
    "lianluo.trail.tasks.seal_yesterday": _("封存每日历史"),
    "suggestions.apply_recount": _("重新计算期限"),
    "suggestions.draw_up": _("起草交办方案"),
    "suggestions.carry_out": _("按方案交办"),
    "suggestions.zip_sheets": _("打包交办单"),
    "suggestions.make_whole": _("生成全卷"),
    "suggestions.receipts": _("查看逾期未签收"),
    "suggestions.warn": _("提醒将到和已过的期限"),
    "exchange.check": _("检查要导入的文件"),
    "exchange.load": _("导入文件"),
    "exchange.give_out": _("导出整表"),
    "exchange.tidy": _("清理导入的文件"),
    "suggestions.promise_month": _("提醒通报承诺进展"),
    "ui.export_list": _("导出列表"),
    "ui.bulk_move": _("批量办理"),
    "ui.tidy_long_work": _("清理导出文件"),
    "desk.check_history": _("校验历史"),
}
"""Jobs in words. One without words shows its own name."""

KEPT, KEPT_FAILED = timedelta(days=7), timedelta(days=30)
STALLED = 90.0
"""Seconds without a sign of life after which a worker counts as dead."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job in words, with its arguments as `name value`."""

    pk: int
    label: str
    arguments: str
    attempts: int
    starts_at: datetime | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many jobs are in which state."""

    waiting: int
    running: int
    failed: int


def counts() -> Counts:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY 1")
        found: dict[str, int] = dict(cursor.fetchall())
    return Counts(found.get("todo", 0), found.get("doing", 0), found.get("failed", 0))


def listed(states: Sequence[str], most: int = 100) -> list[Job]:
    """The newest jobs in one of `states`."""
    return [_job(row) for row in ProcrastinateJob.objects.filter(status__in=states).order_by("-pk")[:most]]


def _job(row: ProcrastinateJob) -> Job:
    label = str(LABELS.get(row.task_name, row.task_name))
    arguments = "，".join(f"{name} {value}" for name, value in row.args.items())
    return Job(row.pk, label, arguments, row.attempts, row.scheduled_at)


@transaction.atomic
def retry(job_id: int, *, at: datetime) -> bool:
    """Put a failed job back into the queue. False when it is no longer failed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM procrastinate_jobs WHERE id = %s AND status = 'failed' FOR UPDATE", [job_id]
        )
        if cursor.fetchone() is None:
            return False
        cursor.execute("SELECT procrastinate_retry_job_v2(%s, %s, NULL, NULL, NULL)", [job_id, at])
    return True


def defer_once(task: Any, lock: str, **arguments: Any) -> None:
    """Defer `task` unless the same is waiting already."""
    try:
        with transaction.atomic():
            task.configure(queueing_lock=lock).defer(**arguments)
    except AlreadyEnqueued:
        return


def rescue_stalled() -> int:
    """Jobs whose worker gave no sign of life go back into the queue."""
    from procrastinate.contrib.django import app

    async def rescued() -> int:
        manager = app.job_manager
        stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED))
        for job in stalled:
            await manager.retry_job(job)
        return len(stalled)

    return async_to_sync(rescued)()


def sweep(at: datetime) -> int:
    """Remove what ended long ago. Returns how many jobs."""
    rows = """
        DELETE FROM procrastinate_jobs j USING (
            SELECT job_id, max(at) AS last FROM procrastinate_events GROUP BY job_id
        ) e WHERE e.job_id = j.id AND (
            (j.status IN ('succeeded', 'cancelled', 'aborted') AND e.last < %s)
            OR (j.status = 'failed' AND e.last < %s))"""
    with connection.cursor() as cursor:
        cursor.execute(rows, [at - KEPT, at - KEPT_FAILED])
        return int(cursor.rowcount)
