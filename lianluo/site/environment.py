"""What the machine tells Lianluo. Every environment variable that is read is read here, and nowhere else."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Environment:
    """The installation's own settings. `origin` is the public address (`https://rd.example.cn`), or empty at home.

    `idle`: seconds after which a session that nobody uses ends. `clamd`: address of the scanner, or empty.
    """

    data: Path
    database_url: str
    origin: str
    hosts: tuple[str, ...]
    debug: bool
    pool: bool
    proxies: int
    email: dict[str, Any]
    oidc: tuple[dict[str, Any], ...]
    second_factor: bool
    second_factor_for_all: bool
    idle: int
    clamd: str
    field_cipher: str
    channels: tuple[str, ...]
    paper_fonts: dict[str, str]
    log_level: str

    @property
    def secure(self) -> bool:
        return self.origin.startswith("https://")

    @property
    def allowed_hosts(self) -> list[str]:
        own = urlsplit(self.origin).hostname
        return ["localhost", "127.0.0.1", "[::1]", *([own] if own else []), *self.hosts]


def read(env: Mapping[str, str] = os.environ) -> Environment:
    """Read `env`. What is not set has a default that is right for one person trying Lianluo at home."""
    return Environment(
        data=Path(env.get("LIANLUO_DATA") or ROOT / "var").resolve(),
        database_url=env.get("DATABASE_URL", ""),
        origin=env.get("LIANLUO_ORIGIN", "").rstrip("/"),
        hosts=_words(env.get("LIANLUO_HOSTS", "")),
        debug=_yes(env, "LIANLUO_DEBUG"),
        pool=_yes(env, "LIANLUO_POOL"),
        proxies=int(env.get("LIANLUO_PROXIES") or 0),
        email=_email(env.get("EMAIL_URL", "")),
        oidc=tuple(json.loads(env.get("LIANLUO_OIDC") or "[]")),
        second_factor=_yes(env, "LIANLUO_SECOND_FACTOR"),
        second_factor_for_all=env.get("LIANLUO_SECOND_FACTOR", "").strip().lower() == "all",
        idle=60 * int(env.get("LIANLUO_IDLE_MINUTES") or 60),
        clamd=env.get("LIANLUO_CLAMD", ""),
        field_cipher=env.get("LIANLUO_FIELD_CIPHER", ""),
        channels=_words(env.get("LIANLUO_NOTICE_CHANNELS", "")),
        paper_fonts=_pairs(env.get("LIANLUO_PAPER_FONTS", "")),
        log_level=env.get("LIANLUO_LOG_LEVEL", "INFO").upper(),
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _pairs(text: str) -> dict[str, str]:
    """`a=b,c=d` as a table; what is no pair is left out."""
    pairs = (word.partition("=") for word in _words(text))
    return {name.strip(): value.strip() for name, equals, value in pairs if equals and value.strip()}


def _yes(env: Mapping[str, str], name: str) -> bool:
    return env.get(name, "").strip().lower() in ("1", "true", "yes", "on")


def _email(url: str) -> dict[str, Any]:
    """`smtp://user:password@host:25`, `smtp+tls://…:587` or `smtps://…:465`; without it, mail goes to a folder."""
    parts = urlsplit(url)
    if not parts.hostname:
        return {}
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": parts.username or "",
        "EMAIL_HOST_PASSWORD": parts.password or "",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }
