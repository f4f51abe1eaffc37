"""Background jobs, for the system administrator."""

from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.desk.doors import DeskRequest, door
from lianluo.kernel.verdict import Verdict
from lianluo.notices import jobs as work
from lianluo.notices import policy
from lianluo.ui.pages import back, done, render, warn


def may_run(actor: Any, congress: Any) -> Verdict:
    return policy.may_run_jobs(actor)


@door(may_run)
def jobs(request: DeskRequest) -> HttpResponse:
    """What waits, what runs, what failed."""
    facts = {
        "counts": work.counts(),
        "failed": work.listed(["failed"]),
        "running": work.listed(["doing"]),
        "waiting": work.listed(["todo"], 20),
    }
    return render(request, "desk/jobs.html", facts)


@door(may_run)
@require_POST
def job_again(request: DeskRequest, pk: int) -> HttpResponse:
    """Put a failed job back into the queue."""
    if work.retry(pk, at=timezone.now()):
        done(request, _("任务已重新排队。"))
    else:
        warn(request, _("这个任务已不是失败状态。"))
    return back(request, "desk:jobs")


urlpatterns = [
    path("jobs/", jobs, name="jobs"),
    path("jobs/<int:pk>/again/", job_again, name="job_again"),
]
