"""`run.py manage search_rebuild`: build the index anew from PostgreSQL, while the old one goes on serving."""

import time
from typing import Any

from django.core.management.base import BaseCommand

from lianluo.search.feed import rebuild
from lianluo.search.registry import SEARCHABLES


class Command(BaseCommand):
    help = "Build the search index anew from PostgreSQL; the old one serves until the new one is ready."

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        self.total = 0
        folder = rebuild(self.progress)
        seconds = time.monotonic() - started
        self.stdout.write(f"{len(SEARCHABLES)} rooms, {self.total:,} records in {seconds:.1f} s: {folder}")

    def progress(self, room: str, done: int, total: int) -> None:
        if done == total:
            self.total += total
        self.stdout.write(f"{room}: {done:,} of {total:,}")
