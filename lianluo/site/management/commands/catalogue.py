"""`manage catalogue --check | --update`: is every sentence translated into English?"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lianluo.site import catalogue

SHOWN = 40


class Command(BaseCommand):
    help = "Compare the English catalogue with the sentences in the code, or bring it up to date."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--update", action="store_true", help="add new sentences, drop those no longer used"
        )
        parser.add_argument("--check", action="store_true", help="fail unless every sentence is translated")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.LOCALE_PATHS[0])
        po = folder / "en" / "LC_MESSAGES" / "django.po"
        found = catalogue.catalogue(catalogue.sentences(folder.parent))
        if options["update"]:
            catalogue.write(po, catalogue.merge(found, catalogue.read(po)))
        report = catalogue.compare(found, catalogue.read(po))
        self._say(report, len(found))
        if options["check"] and not report.complete:
            raise CommandError(
                "The English catalogue is not complete: run `python3 run.py manage catalogue --update`."
            )

    def _say(self, report: catalogue.Report, total: int) -> None:
        self.stdout.write(f"{total} sentences, {len(report.missing)} not translated")
        for name in ("missing", "fuzzy", "obsolete"):
            for text in getattr(report, name)[:SHOWN]:
                self.stdout.write(f"  {name}: {text}")
