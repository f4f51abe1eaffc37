from datetime import timedelta

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from lianluo.notices import jobs
from lianluo.notices.policy import may_run_jobs, may_see_log, may_switch
from lianluo.notices.tasks import send
from tests.cast import NOW, Cast


def set_status(job_id: int, status: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = %s WHERE id = %s", [status, job_id])


def test_jobs_are_counted_by_state(db: None) -> None:
    before = jobs.counts()
    first, second = send.defer(delivery_id=1), send.defer(delivery_id=2)
    set_status(first, "doing")
    set_status(first, "failed")
    after = jobs.counts()
    assert (after.waiting - before.waiting, after.failed - before.failed) == (1, 1)
    assert [job.pk for job in jobs.listed(["todo"])][:1] == [second]


def test_jobs_are_said_in_words(db: None) -> None:
    send.defer(delivery_id=7)
    job = jobs.listed(["todo"])[0]
    assert (job.label, job.arguments) == ("发送通知", "delivery_id 7")


def test_every_job_of_the_house_has_words() -> None:
    from procrastinate.contrib.django import app

    ours = {name for name, task in app.tasks.items() if task.func.__module__.startswith("lianluo.")}
    assert {name for name in ours if name not in jobs.LABELS} == set()


def test_a_failed_job_is_put_back(db: None) -> None:
    job_id = send.defer(delivery_id=1)
    set_status(job_id, "doing")
    set_status(job_id, "failed")
    assert jobs.retry(job_id, at=NOW)
    assert ProcrastinateJob.objects.get(pk=job_id).status == "todo"


def test_a_job_that_did_not_fail_stays_as_it_is(db: None) -> None:
    job_id = send.defer(delivery_id=1)
    assert not jobs.retry(job_id, at=NOW)


def test_the_same_job_waits_only_once(db: None) -> None:
    for _time in range(2):
        jobs.defer_once(send, "lock-of-the-test", delivery_id=1)
    assert ProcrastinateJob.objects.filter(queueing_lock="lock-of-the-test").count() == 1


def test_ended_jobs_are_swept_away_and_failed_ones_stay_longer(db: None) -> None:
    done, failed, waiting = (send.defer(delivery_id=n) for n in range(3))
    for job_id, status in ((done, "succeeded"), (failed, "failed")):
        set_status(job_id, "doing")
        set_status(job_id, status)
    last = ProcrastinateJob.objects.get(pk=done).procrastinateevent_set.latest("at").at
    assert jobs.sweep(last + timedelta(days=8)) >= 1
    left = set(ProcrastinateJob.objects.values_list("pk", flat=True))
    assert done not in left
    assert {failed, waiting} <= left
    jobs.sweep(last + timedelta(days=31))
    assert not ProcrastinateJob.objects.filter(pk=failed).exists()


@pytest.mark.parametrize(
    ("key", "switch", "log", "run"),
    [
        ("qian", True, True, False),
        ("han", True, True, True),
        ("dong", False, True, False),
        ("wang", False, False, False),
        ("li", False, False, False),
        ("feng", False, False, False),
    ],
)
def test_who_looks_after_notices_and_jobs(cast: Cast, key: str, switch: bool, log: bool, run: bool) -> None:
    actor = getattr(cast, key)
    assert bool(may_switch(actor)) is switch
    assert bool(may_see_log(actor)) is log
    assert bool(may_run_jobs(actor)) is run


def test_nobody_may_nothing() -> None:
    assert not may_switch(None)
    assert not may_see_log(None)
    assert not may_run_jobs(None)


def test_a_job_whose_worker_died_is_started_again(db: None) -> None:
    job_id = send.defer(delivery_id=1)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
        )
        worker = cursor.fetchone()[0]
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE id = %s", [worker, job_id]
        )
    assert jobs.rescue_stalled() == 1
    assert ProcrastinateJob.objects.get(pk=job_id).status == "todo"
    assert jobs.rescue_stalled() == 0
