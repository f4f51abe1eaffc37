"""`manage.py seed_divisions`: the five-level tree from the official codes."""

from typing import Any

from django.core.management.base import BaseCommand

from lianluo.congress.seeding import seed_divisions


class Command(BaseCommand):
    help = "Fill divisions and congresses that are missing: the whole country to county level, Hunan to townships."

    def handle(self, *args: Any, **options: Any) -> None:
        def say(label: str, added: int) -> None:
            if options["verbosity"] > 1:
                self.stdout.write(f"{label}: {added}")

        added = seed_divisions(progress=say)
        self.stdout.write(f"{added['regions']} divisions, {added['congresses']} congresses added")
