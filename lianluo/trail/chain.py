"""Canonical content, digests and Merkle roots. Pure: values in, bytes out."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from lianluo.kernel.ciphers import sm3

GENESIS = bytes(32)

_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class Content(NamedTuple):
    """What an event says, in the order in which `verify` reads it; `at` as `moment` and `facts` as `json_text`."""

    congress_id: int
    case_type: str
    case_id: int
    seq: int
    at: str
    account_id: int | None
    actor_name: str
    actor_role: str
    move: str
    source: str
    target: str
    facts: str


def moment(at: datetime) -> str:
    """`at` in UTC with microseconds: 2026-05-20T01:30:00.000000+00:00."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def json_text(facts: dict[str, Any]) -> str:
    """JSON with sorted keys and no spaces."""
    return _json(facts) if facts else "{}"


def canonical(event: Content) -> bytes:
    """The one byte string for an event: JSON, keys sorted, no spaces, time in UTC with microseconds.

    Written out by hand because a year of a province has millions of them; a test holds it against `json.dumps`.
    """
    quoted = encode_basestring
    return (
        f'{{"account_id":{"null" if event.account_id is None else event.account_id},'
        f'"actor_name":{quoted(event.actor_name)},"actor_role":{quoted(event.actor_role)},'
        f'"at":"{event.at}",'
        f'"case_id":{event.case_id},"case_type":{quoted(event.case_type)},"congress_id":{event.congress_id},'
        f'"facts":{event.facts},"move":{quoted(event.move)},"seq":{event.seq},'
        f'"source":{quoted(event.source)},"target":{quoted(event.target)}}}'
    ).encode()


def link(previous: bytes, content: bytes) -> bytes:
    """hash = SM3(previous ‖ content)."""
    return sm3(previous, content)


class Merkle:
    """A root over leaves that come one by one, in memory that grows with the logarithm of their number.

    0x00 before a leaf, 0x01 before a node, an odd node goes up as it is (the tree of RFC 6962).
    """

    def __init__(self) -> None:
        self.leaves = 0
        self._peaks: list[tuple[int, bytes]] = []

    def add(self, leaf: bytes) -> None:
        self.leaves += 1
        height, node = 0, sm3(b"\x00", leaf)
        while self._peaks and self._peaks[-1][0] == height:
            node = sm3(b"\x01", self._peaks.pop()[1], node)
            height += 1
        self._peaks.append((height, node))

    @property
    def root(self) -> bytes:
        """The root over all leaves so far; 32 zero bytes over none."""
        if not self._peaks:
            return GENESIS
        *rest, (_height, node) = self._peaks
        for _height, peak in reversed(rest):
            node = sm3(b"\x01", peak, node)
        return node


def merkle_root(leaves: Iterable[bytes]) -> bytes:
    """The root over `leaves`."""
    tree = Merkle()
    for leaf in leaves:
        tree.add(leaf)
    return tree.root


def day_root(previous: bytes, day: date, upto: int, tree: Merkle) -> bytes:
    """The root of a day: over its Merkle root, how far it reaches, and the root of the day before."""
    head = f"{day.isoformat()}:{upto}:{tree.leaves}".encode()
    return sm3(b"\x02", previous, head, tree.root)
