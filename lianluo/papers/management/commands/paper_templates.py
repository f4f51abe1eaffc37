"""`run.py manage paper_templates`: write the built-in Word templates anew from the layout in code."""

from typing import Any

from django.core.management.base import BaseCommand

from lianluo.papers.letters import write_all


class Command(BaseCommand):
    help = "Write the built-in Word templates anew from the code in lianluo/papers/letters."

    def handle(self, *args: Any, **options: Any) -> None:
        for path in write_all():
            self.stdout.write(str(path))
