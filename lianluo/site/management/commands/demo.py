"""`demo`: fill an empty database with the made-up province; `demo --accounts`: who may be tried, with what;
`demo --clear`: delete all of it (`run.py reset`, which asks first)."""

import shutil
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone

from lianluo.people.models import Account
from lianluo.site.demo.cast import PARTS
from lianluo.site.demo.fill import fill_in_two
from lianluo.site.demo.people import PASSWORD
from lianluo.site.demo.unfinished import is_unfinished


class Command(BaseCommand):
    help = "Fill an empty database with the demo province, or list its accounts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--accounts", action="store_true", help="list the accounts and stop")
        parser.add_argument(
            "--wanted", action="store_true", help="say whether there is room for it, and stop"
        )
        parser.add_argument("--clear", action="store_true", help="delete the demo with everything done in it")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["accounts"]:
            self.stdout.write(listing())
            return
        if options["wanted"]:
            self.stdout.write("yes" if is_half() or not Account.objects.exists() else "no")
            return
        if options["clear"]:
            clear()
            return
        if is_half():
            clear()
            call_command("migrate", interactive=False, verbosity=0)
            call_command("createcachetable")
        if Account.objects.exists():
            raise CommandError("数据库里已经有账号，演示数据只写入空库。")
        made = fill_in_two(timezone.localdate(), lambda step: self.stdout.write(f"  {step}"))
        self.stdout.write("，".join(f"{label} {n}" for label, n in made.items()))


def is_demo() -> bool:
    """Every account of the demo is there: they come before its cases, so half a demo has them all."""
    names = {part.username for part in PARTS}
    return Account.objects.filter(username__in=names).count() == len(names)


def is_half() -> bool:
    """A demo that was begun and broke off. The note alone is not enough to delete anything."""
    return is_unfinished() and is_demo()


def clear() -> None:
    """Every table and every file. Raises `CommandError` where an account of the demo is missing: it is another's data."""
    if not is_demo():
        raise CommandError("数据库里不是演示数据，什么也没有动。")
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;")
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


def listing() -> str:
    """One line an account: user name, who, what to try first."""
    rows = [f"{part.username:<12} {part.who}：{part.try_first}" for part in PARTS]
    return "\n".join([f"所有演示账号的密码都是 {PASSWORD}", *rows])
