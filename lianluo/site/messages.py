"""Where the message of the next page waits: in a signed cookie that scripts cannot read, or in the session."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class OwnCookie(CookieStorage):
    """Django's cookie under a name that browsers keep to this host."""

    cookie_name = f"{settings.COOKIE_PREFIX}messages"


class Messages(FallbackStorage):
    """What is too long for a cookie goes into the session."""

    storage_classes = (OwnCookie, SessionStorage)
