"""One connection address, `DATABASE_URL`, turned into Django's database settings."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


class BadDatabaseUrl(ValueError):
    """The address cannot be read; the message says what is wrong with it."""


def read(url: str) -> dict[str, Any]:
    """The Django settings for `url`.

    Shapes: `postgresql://user:password@host:5432/name?sslmode=require` and, for a Unix socket,
    `postgresql://user@/name?host=/folder/of/the/socket`. What stands behind the question mark goes to libpq.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise BadDatabaseUrl(f"DATABASE_URL must begin with postgresql://, not {parts.scheme or url!r}")
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise BadDatabaseUrl("DATABASE_URL names no database: postgresql://user@host/name")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or unquote(parts.hostname or "")
    port = options.pop("port", "") or str(parts.port or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": port,
        "OPTIONS": dict(options),
    }
