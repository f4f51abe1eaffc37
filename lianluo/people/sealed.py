"""Model fields that are encrypted at rest, and the digest by which a sealed value can still be found."""

import hashlib
import hmac
from typing import Any

from django.conf import settings
from django.db import models

from lianluo.kernel.ciphers import Keyring


def keyring() -> Keyring:
    """The installation's keys (made on first run, kept outside the database)."""
    return Keyring(settings.FIELD_KEYS, settings.FIELD_KEY)


def blind(value: str) -> bytes:
    """A keyed digest of `value` for equality search; without the key it tells nothing."""
    ring = keyring()
    return _digest(ring.keys[ring.current], value) if value else b""


def blinds(value: str) -> list[bytes]:
    """What `blind` gives under every key on the ring: rows written under an older key are still found."""
    return [_digest(key, value) for key in keyring().keys.values()] if value else []


def _digest(key: bytes, value: str) -> bytes:
    return hmac.new(key, value.encode(), hashlib.sha256).digest()


class SealedTextField(models.BinaryField):  # type: ignore[type-arg]
    """Text in Python, an authenticated ciphertext in the database (SM4-GCM or AES-256-GCM by setting)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", b"")
        kwargs.setdefault("editable", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> str:
        return keyring().unseal(bytes(value)) if value else ""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        sealed = keyring().seal(value) if isinstance(value, str) else (value or b"")
        return super().get_db_prep_value(sealed, connection, prepared)

    def get_default(self) -> str:
        return ""

    def to_python(self, value: Any) -> str:
        return str(value or "")

    def value_to_string(self, obj: Any) -> str:
        return str(self.value_from_object(obj))


class BlindField(models.BinaryField):  # type: ignore[type-arg]
    """The digest of another field of the same row, kept up to date whenever the row is written."""

    def __init__(self, *args: Any, of: str = "", **kwargs: Any) -> None:
        self.of = of
        options: dict[str, Any] = {"default": b"", "db_index": True, "editable": False} | kwargs
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes:
        digest = blind(str(getattr(model_instance, self.of) or ""))
        setattr(model_instance, self.attname, digest)
        return digest


def mask_phone(phone: str) -> str:
    """13800001234 → 138****1234."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 8 else "*" * len(phone)


def mask_id(number: str) -> str:
    """430102198001011234 → 430102********1234."""
    return f"{number[:6]}********{number[-4:]}" if len(number) == 18 else "*" * len(number)
