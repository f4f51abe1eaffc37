"""A session ends after an hour without any use, and twelve hours after the sign-in at the latest."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from lianluo.kernel.text import Sentence, _
from lianluo.people.history import record
from lianluo.people.models import Account
from lianluo.people.roles import AccountAct

BORN, USED = "born", "used"
EVERY = 5 * 60
"""How exactly the last use is kept, in seconds: not every page writes the session."""
SECRET = frozenset({"csrfmiddlewaretoken", "next", "login", "code", "credential"})
LONG = 10
"""What is shorter is a choice or a number, not a text that somebody would miss."""


class SessionLife:
    """Stands between the session and whoever asks it for the account."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.ran_out = False  # type: ignore[attr-defined]
        if SESSION_KEY in request.session:
            request.ran_out = _used(request)  # type: ignore[attr-defined]
        return self.respond(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Before anything else looks at a form that came too late: nothing that was typed is lost."""
        if not request.ran_out:  # type: ignore[attr-defined]
            return None
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": reverse("account_login")})
        if request.method != "POST" or "json" in request.headers.get("Accept", ""):
            return None
        return render(request, "account/idle.html", {"texts": _texts(request)}, status=403)


def start(session: Any) -> None:
    """Called at each sign-in."""
    session[BORN] = session[USED] = int(time.time())


def _used(request: HttpRequest) -> bool:
    """Note the use, or end the session. Returns whether it ended."""
    now, session = int(time.time()), request.session
    born, used = session.get(BORN), session.get(USED)
    if born is None or used is None:
        start(session)  # signed in before sessions knew their age
        return False
    if now - used > settings.SESSION_IDLE or now - born > settings.SESSION_COOKIE_AGE:
        _end(request, idle=now - used > settings.SESSION_IDLE)
        return True
    if now - used > EVERY:
        session[USED] = now
    return False


def _end(request: HttpRequest, *, idle: bool) -> None:
    account = Account.objects.filter(pk=request.session[SESSION_KEY]).first()
    request.session.flush()
    minutes = settings.SESSION_IDLE // 60
    note = Sentence(_("{minutes} 分钟没有操作"), minutes=minutes) if idle else _("登录时间到了上限")
    record(account, AccountAct.SIGNED_OUT, at=timezone.now(), note=note)


def _texts(request: HttpRequest) -> list[str]:
    """The texts of the form, to be copied; nothing secret, no file."""
    return [
        value
        for name, values in request.POST.lists()
        for value in values
        if len(value) >= LONG and name not in SECRET and "password" not in name
    ]
