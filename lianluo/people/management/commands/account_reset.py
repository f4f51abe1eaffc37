"""`run.py manage account_reset NAME`: the way back in when the last security administrator forgot the password.

Whoever can run this has the machine and its keys anyway. Each use is kept in the account's history.
"""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.people.history import record
from lianluo.people.roles import AccountAct
from lianluo.people.services.accounts import set_one_time_password
from lianluo.people.signin.names import account_named


class Command(BaseCommand):
    help = "Give an account a one-time password and drop its second factors. The password is shown once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="username, phone or mail address")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        account = account_named(options["username"])
        if account is None:
            raise CommandError(_("没有这个账号。"))
        Authenticator.objects.filter(user_id=account.pk).delete()
        password = set_one_time_password(account)
        record(account, AccountAct.PASSWORD_RESET, at=timezone.now(), note=_("在服务器上执行"))
        self.stdout.write(f"{account.username}  {password}")
