"""`manage backup FILE`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from lianluo.site import backups


class Command(BaseCommand):
    help = "Write database, attachments and a manifest into one file. The keys (secrets.json) are kept apart."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"].resolve()
        manifest = backups.backup(file, at=timezone.now())
        rows, files = sum(manifest.counts.values()), len(manifest.digests) - 1
        self.stdout.write(f"{file}: {len(manifest.counts)} tables, {rows} rows, {files} attachments")
        self.stdout.write(f"history {manifest.history}")
        self.stdout.write(
            "secrets.json is not in the file: without it personal fields cannot be read. Keep it apart."
        )
