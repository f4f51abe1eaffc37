"""`manage restore FILE [--replace]`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lianluo.site import backups


class Command(BaseCommand):
    help = "Bring a backup back, all or nothing. A database with accounts is replaced only with --replace."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="replace what is in the database now")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            manifest = backups.restore(options["file"].resolve(), replace=options["replace"])
        except backups.Unrestorable as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(
            f"{sum(manifest.counts.values())} rows in {len(manifest.counts)} tables are back, counted."
        )
        self.stdout.write(f"history {manifest.history}, equal to the file's.")
