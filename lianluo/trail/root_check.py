"""Recomputes the day roots while `verify` walks along the events."""

from bisect import bisect_left
from collections.abc import Iterator

from lianluo.trail import chain
from lianluo.trail.findings import Fault, Finding
from lianluo.trail.models import DayRoot, RootHead


class RootCheck:
    """Recomputes every day root on the way: one small tree per day."""

    def __init__(self) -> None:
        self.rows = list(DayRoot.objects.order_by("day"))
        self.reach = [row.upto for row in self.rows]
        self.trees = [chain.Merkle() for _row in self.rows]
        self.index, self.leaf = -1, b""

    def take(self, key: int, digest: bytes) -> None:
        """The next event of a case, by key: the last digest within a day becomes a leaf of that day."""
        index = bisect_left(self.reach, key)
        if index != self.index:
            self.end_case()
        self.index, self.leaf = index, digest

    def end_case(self) -> None:
        if 0 <= self.index < len(self.trees):
            self.trees[self.index].add(self.leaf)
        self.index = -1

    def findings(self) -> Iterator[Finding]:
        previous = chain.GENESIS
        for row, tree in zip(self.rows, self.trees, strict=True):
            if bytes(row.previous) != previous:
                yield Finding(fault=Fault.ROOT_CHAIN, day=row.day)
            root = chain.day_root(bytes(row.previous), row.day, row.upto, tree)
            if bytes(row.root) != root or row.leaves != tree.leaves:
                yield Finding(fault=Fault.ROOT, day=row.day, note=f"{tree.leaves} / {row.leaves}")
            previous = bytes(row.root)
        yield from self._tail(previous)

    def _tail(self, last: bytes) -> Iterator[Finding]:
        """The newest root is named in a row of its own, so that it cannot be cut off without a trace."""
        head = RootHead.objects.first()
        known = (head.day, bytes(head.root)) if head else (None, chain.GENESIS)
        newest = (self.rows[-1].day, last) if self.rows else (None, chain.GENESIS)
        if known != newest:
            yield Finding(fault=Fault.ROOT_CHAIN, day=known[0] or newest[0])
