"""`manage three_admins CODE`: the first accounts of an installation without demo data."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lianluo.congress.models import Congress
from lianluo.site.founding import AlreadyFounded, found


class Command(BaseCommand):
    help = (
        "Open the system, security and audit administrator of one congress. Their passwords are shown once."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="the congress's division code, for example 43 or 430104")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            passwords = found(options["code"], at=timezone.now())
        except AlreadyFounded as error:
            raise CommandError(
                "There are accounts already: the security administrator opens further ones."
            ) from error
        except Congress.DoesNotExist as error:
            raise CommandError(f"There is no congress with the code {options['code']}.") from error
        for username, password in passwords.items():
            self.stdout.write(f"{username}  {password}")
