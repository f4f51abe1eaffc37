"""Digests and seals. SM3 and SM4-GCM (GB/T 32905, GB/T 32907) or AES-256-GCM by key name.

A sealed value is: one byte length of the key name, the key name, 12 bytes nonce, ciphertext with 16 bytes tag.
Keys come from outside (`Keyring`), so that a key can be changed without losing what older keys sealed.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE, TAG = 12, 16
SIZES = {"sm4-": 16, "aes-": 32}


class BadKey(ValueError):
    """A key has a wrong name or length, or the current one is not on the ring."""


class Unreadable(Exception):
    """The sealed value was changed, or its key is not on the ring."""


def _start() -> Any:
    """An SM3 at its beginning: Python's own where its OpenSSL knows it (twice as fast), otherwise cryptography's."""
    try:
        return hashlib.new("sm3")
    except ValueError:
        return None


_SM3 = _start()


def sm3(*parts: bytes) -> bytes:
    """The 32-byte SM3 digest of `parts` joined."""
    if _SM3 is None:
        return _sm3_of_cryptography(parts)
    digest = _SM3.copy()
    for part in parts:
        digest.update(part)
    return bytes(digest.digest())


def sm3_of(stream: IO[bytes]) -> bytes:
    """The SM3 of what `stream` still holds, read a piece at a time."""
    return _sm3_of_cryptography(iter(lambda: stream.read(1 << 16), b""))


def _sm3_of_cryptography(parts: Iterable[bytes]) -> bytes:
    digest = hashes.Hash(hashes.SM3())
    for part in parts:
        digest.update(part)
    return digest.finalize()


@dataclass(frozen=True)
class Keyring:
    """Named keys. Names begin with the cipher: "sm4-…" (16 bytes) or "aes-…" (32 bytes). `current` seals."""

    keys: Mapping[str, bytes]
    current: str

    def __post_init__(self) -> None:
        for name, key in self.keys.items():
            if len(key) != SIZES.get(name[:4]) or not name.isascii() or len(name) > 255:
                raise BadKey(name)
        if self.current not in self.keys:
            raise BadKey(self.current)

    def seal(self, text: str) -> bytes:
        """Encrypt `text`. The empty text stays empty."""
        if not text:
            return b""
        nonce, name = os.urandom(NONCE), self.current.encode()
        return (
            bytes([len(name)])
            + name
            + nonce
            + _encrypt(self.current, self.keys[self.current], nonce, text.encode())
        )

    def unseal(self, sealed: bytes) -> str:
        """Decrypt. Raises `Unreadable` when the value was changed or the key is missing."""
        if not sealed:
            return ""
        end = 1 + sealed[0]
        name = sealed[1:end].decode("ascii", "replace")
        if name not in self.keys:
            raise Unreadable(name)
        try:
            return _decrypt(name, self.keys[name], sealed[end : end + NONCE], sealed[end + NONCE :]).decode()
        except (InvalidTag, ValueError) as error:
            raise Unreadable(name) from error


def _encrypt(name: str, key: bytes, nonce: bytes, plain: bytes) -> bytes:
    if name.startswith("aes-"):
        return AESGCM(key).encrypt(nonce, plain, None)
    worker = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    return worker.update(plain) + worker.finalize() + worker.tag


def _decrypt(name: str, key: bytes, nonce: bytes, body: bytes) -> bytes:
    if name.startswith("aes-"):
        return AESGCM(key).decrypt(nonce, body, None)
    worker = Cipher(algorithms.SM4(key), modes.GCM(nonce, body[-TAG:])).decryptor()
    return worker.update(body[:-TAG]) + worker.finalize()
