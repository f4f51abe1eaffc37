"""Counters for Prometheus. With several web processes they meet in the folder `PROMETHEUS_MULTIPROC_DIR`."""

import os

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    multiprocess,
)

_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
_answers = Counter("lianluo_requests", "Answers by page and status", ["method", "page", "status"])
_seconds = Histogram("lianluo_request_seconds", "Time to answer by page", ["page"], buckets=_BUCKETS)


def count(method: str, page: str, status: int, seconds: float) -> None:
    """Record one answered request."""
    _answers.labels(method, page or "other", str(status)).inc()
    _seconds.labels(page or "other").observe(seconds)


def exposition(jobs: dict[str, int]) -> bytes:
    """The text Prometheus reads. `jobs` are the numbers of background jobs by status, counted now."""
    registry = CollectorRegistry()
    gauge = Gauge("lianluo_jobs", "Background jobs by status", ["status"], registry=registry)
    for status, number in jobs.items():
        gauge.labels(status).set(number)
    own = generate_latest(registry)
    return generate_latest(_requests()) + own


def _requests() -> CollectorRegistry:
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return registry
    registry.register(_answers)
    registry.register(_seconds)
    return registry
