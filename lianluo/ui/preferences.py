"""Theme, letter size and language: kept in a cookie, and with the account so that they follow the person."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from lianluo.people.models import Account

YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Preference:
    """`name` is the form field and the cookie, `column` the account's column, "" the default choice."""

    name: str
    column: str
    cookie: str
    choices: tuple[tuple[str, Any], ...]


THEME = Preference(
    "theme",
    "theme",
    f"{settings.COOKIE_PREFIX}theme",
    (("", _("跟随系统")), ("light", _("浅色")), ("dark", _("深色"))),
)
SIZE = Preference(
    "size", "text_size", f"{settings.COOKIE_PREFIX}size", (("", _("标准")), ("large", _("大字（关怀版）")))
)
LANGUAGE = Preference(
    "lang", "language", settings.LANGUAGE_COOKIE_NAME, (("zh-hans", "中文"), ("en", "English"))
)
ALL = (THEME, SIZE, LANGUAGE)


def chosen(request: HttpRequest, preference: Preference) -> str:
    """The cookie's choice, or what the account says, or the default."""
    allowed = {value for value, _label in preference.choices}
    value = request.COOKIES.get(preference.cookie)
    if value is None:
        value = str(getattr(getattr(request, "user", None), preference.column, "") or "")
    return value if value in allowed else ""


def remember(request: HttpRequest, response: HttpResponse) -> None:
    """Keep what the form says. What it does not name stays as it is."""
    changed: dict[str, str] = {}
    for preference in ALL:
        value = request.POST.get(preference.name)
        if value is not None and value in {v for v, _label in preference.choices}:
            response.set_cookie(
                preference.cookie,
                value,
                max_age=YEAR,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
            )
            changed[preference.column] = value
    if changed and isinstance(request.user, Account):
        Account.objects.filter(pk=request.user.pk).update(**changed)
