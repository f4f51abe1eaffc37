"""Accounts: open, change, suspend, unlock, reset. Every act leaves a row in the account's history."""

import re
import secrets
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from lianluo.kernel.text import Sentence, _
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.people.history import record
from lianluo.people.identity import read_phone
from lianluo.people.models import Account, Person
from lianluo.people.refusal import Unfit, require
from lianluo.people.roles import AccountAct
from lianluo.people.sealed import blinds
from lianluo.people.standing import standing

ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without letters that look like others: a one-time password is read from paper."""
USERNAME = re.compile(r"[a-z][a-z0-9._-]{2,59}")


def one_time_password() -> str:
    """Sixteen characters in groups of four: 90 bits, told over a telephone without a mistake."""
    return "-".join("".join(secrets.choice(ALPHABET) for _n in range(4)) for _group in range(4))


@transaction.atomic
def open_account(
    *, username: str, display_name: str, actor: Actor, at: datetime, email: str = "", phone: str = "",
    person: Person | None = None,
) -> tuple[Account, str]:  # fmt: skip
    """A new account of the actor's congress, and its one-time password, which is kept nowhere.

    Raises `Refused`, or `Unfit` beside the field.
    """
    require(policy.may(actor, "open_account"))
    password = one_time_password()
    account = Account(
        username=_free_username(username),
        display_name=_named(display_name),
        email=_free_email(email, None),
        phone=_free_phone(phone, None),
        person=_free_person(person),
        home=actor.congress,
        must_change_password=True,
    )
    account.set_password(password)
    account.save()
    record(account, AccountAct.OPENED, at=at, actor=actor, note=account.username)
    return account, password


@transaction.atomic
def change_account(
    account: Account, *, display_name: str, actor: Actor, at: datetime, email: str = "", phone: str = ""
) -> None:
    """Correct name, mail address and phone."""
    require(policy.may_change(actor, standing(account, at)))
    account.display_name = _named(display_name)
    account.email, account.phone = _free_email(email, account), _free_phone(phone, account)
    account.save(update_fields=["display_name", "email", "phone", "phone_digest"])
    record(account, AccountAct.CHANGED, at=at, actor=actor)


@transaction.atomic
def suspend_account(account: Account, *, reason: str, actor: Actor, at: datetime) -> None:
    """Nobody signs in with it any more; who is signed in with it is signed out."""
    require(policy.may_suspend(actor, standing(account, at)))
    account.is_active = False
    account.save(update_fields=["is_active"])
    _end_sessions(account)
    record(account, AccountAct.SUSPENDED, at=at, actor=actor, note=reason)


@transaction.atomic
def activate_account(account: Account, *, actor: Actor, at: datetime) -> None:
    require(policy.may_suspend(actor, standing(account, at)))
    account.is_active = True
    account.save(update_fields=["is_active"])
    record(account, AccountAct.ACTIVATED, at=at, actor=actor)


@transaction.atomic
def reset_password(account: Account, *, actor: Actor, at: datetime) -> str:
    """A new one-time password, returned once. It must be changed at the next sign-in; all devices are signed out."""
    require(policy.may_reset_password(actor, standing(account, at)))
    password = set_one_time_password(account)
    record(account, AccountAct.PASSWORD_RESET, at=at, actor=actor)
    return password


def set_one_time_password(account: Account) -> str:
    """Without asking who: for `reset_password` and for the command line of the machine's operator."""
    password = one_time_password()
    account.set_password(password)
    account.must_change_password = True
    account.save(update_fields=["password", "must_change_password"])
    _end_sessions(account)
    return password


def unlock_account(account: Account, *, actor: Actor, at: datetime) -> None:
    """End the pause after wrong passwords; the history row itself is what the lock reads."""
    require(policy.may_unlock(actor, standing(account, at)))
    record(account, AccountAct.UNLOCKED, at=at, actor=actor)


@transaction.atomic
def reset_second_factor(account: Account, *, reason: str, actor: Actor, at: datetime) -> None:
    """For a lost phone: authenticators, passkeys and recovery codes go, devices are signed out."""
    require(policy.may_reset_factor(actor, standing(account, at)))
    Authenticator.objects.filter(user_id=account.pk).delete()
    _end_sessions(account)
    record(account, AccountAct.FACTOR_RESET, at=at, actor=actor, note=reason)


@transaction.atomic
def end_sessions_of(account: Account, *, actor: Actor, at: datetime) -> int:
    """Sign the account out everywhere. Returns how many devices that were."""
    require(policy.may_see_sessions(actor, standing(account, at)))
    ended = _end_sessions(account)
    record(account, AccountAct.SESSIONS_ENDED, at=at, actor=actor, note=Sentence(_("{n} 台设备"), n=ended))
    return ended


@transaction.atomic
def end_own_sessions(account: Account, keys: list[str], *, at: datetime) -> int:
    """End those of the account's own sessions whose keys are named."""
    sessions = list(UserSession.objects.filter(user_id=account.pk, session_key__in=keys))
    for session in sessions:
        session.end()
    if sessions:
        record(account, AccountAct.SESSIONS_ENDED, at=at, note=Sentence(_("{n} 台设备"), n=len(sessions)))
    return len(sessions)


def _end_sessions(account: Account) -> int:
    sessions = list(UserSession.objects.filter(user_id=account.pk))
    for session in sessions:
        session.end()
    return len(sessions)


def _named(name: str) -> str:
    if not (name := name.strip()):
        raise Unfit(_("请填写姓名。"), "display_name")
    return name


def _free_username(username: str) -> str:
    name = username.strip().lower()
    if not USERNAME.fullmatch(name):
        raise Unfit(_("用户名用小写字母开头，3 至 60 位，可以有数字、点、横线和下划线。"), "username")
    if Account.objects.filter(username__iexact=name).exists():
        raise Unfit(Sentence(_("用户名 {name} 已经有人使用，请换一个。"), name=name), "username")
    return name


def _free_email(email: str, account: Account | None) -> str:
    email = email.strip()
    if email and _others(account).filter(email__iexact=email).exists():
        raise Unfit(_("这个电子邮箱已经登记在另一个账号上。"), "email")
    return email


def _free_phone(phone: str, account: Account | None) -> str:
    try:
        phone = read_phone(phone)
    except Unfit as wrong:
        raise Unfit(wrong.sentence, "phone") from None
    if phone and _others(account).filter(phone_digest__in=blinds(phone)).exists():
        raise Unfit(_("这个手机号码已经登记在另一个账号上。"), "phone")
    return phone


def _free_person(person: Person | None) -> Person | None:
    if person and Account.objects.filter(person=person).exists():
        raise Unfit(Sentence(_("{name}已经有账号。"), name=person.name), "person")
    return person


def _others(account: Account | None) -> Any:
    return Account.objects.exclude(pk=account.pk) if account else Account.objects.all()
