"""`run.py manage worker`: the background process of a node. It does jobs and keeps the node's index up to date."""

import threading
from typing import Any

import structlog
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from lianluo.search.feed import Feeder

log = structlog.get_logger(__name__)
PAUSE = 0.5
"""Seconds between two looks at the changes: what is committed is found within two seconds."""
RETRY = 5.0


class Command(BaseCommand):
    help = "Does background jobs and keeps the search index of this node up to date."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--index-only", action="store_true", help="only the search index, no jobs")
        parser.add_argument("--concurrency", type=int, default=2, help="jobs at the same time")

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        if options["index_only"]:
            follow(stop)
            return
        feeding = threading.Thread(target=follow, args=[stop], name="search-feed", daemon=True)
        feeding.start()
        try:
            call_command("procrastinate", "worker", "--concurrency", str(options["concurrency"]))
        finally:
            stop.set()
            feeding.join(timeout=RETRY)


def follow(stop: threading.Event) -> None:
    """Follow changes until told to stop. Whatever goes wrong is logged and tried again."""
    feeder = Feeder()
    while not stop.is_set():
        pause = PAUSE
        try:
            close_old_connections()
            if feeder.step():
                pause = 0
        except Exception:
            log.exception("search_feed_failed")
            feeder.close()
            pause = RETRY
        stop.wait(pause)
    feeder.close()
