"""`run.py manage reseal`: write every sealed field anew under the current key, after the key was changed."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from lianluo.people.models import Account, Person

AT_ONCE = 500
SEALED: tuple[tuple[Any, list[str]], ...] = (
    (Person, ["phone", "phone_digest", "id_number", "id_digest"]),
    (Account, ["phone", "phone_digest"]),
)


class Command(BaseCommand):
    help = "Seal phones and identity numbers again with the current key; may be stopped and started again."

    def handle(self, *args: Any, **options: Any) -> None:
        for model, fields in SEALED:
            last = done = 0
            while rows := list(model.objects.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
                with transaction.atomic():
                    for row in rows:
                        row.save(update_fields=fields)
                last, done = rows[-1].pk, done + len(rows)
            self.stdout.write(f"{model.__name__}: {done}")
