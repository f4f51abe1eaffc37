"""Canonical content, digests and Merkle roots. Pure: bytes in, bytes out."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from lianluo.kernel.ciphers import sm3

FIELDS = (
    "congress_id",
    "case_type",
    "case_id",
    "seq",
    "account_id",
    "actor_name",
    "actor_role",
    "move",
    "source",
    "target",
    "facts",
)
GENESIS = bytes(32)


def canonical(values: dict[str, Any], at: datetime) -> bytes:
    """The one byte string for an event: JSON with sorted keys, no spaces, time in UTC with microseconds."""
    content = {name: values[name] for name in FIELDS} | {
        "at": at.astimezone(UTC).isoformat(timespec="microseconds")
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def link(previous: bytes, content: bytes) -> bytes:
    """hash = SM3(previous ‖ content)."""
    return sm3(previous, content)


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """The root over `leaves`: 0x00 before a leaf, 0x01 before a node, an odd node goes up as it is (RFC 6962)."""
    if not leaves:
        return GENESIS
    row = [sm3(b"\x00", leaf) for leaf in leaves]
    while len(row) > 1:
        pairs = [sm3(b"\x01", row[i], row[i + 1]) for i in range(0, len(row) - 1, 2)]
        row = pairs + ([row[-1]] if len(row) % 2 else [])
    return row[0]
