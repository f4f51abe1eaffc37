"""A named table that rooms fill while the application starts, and that refuses a bad entry right then."""

from collections.abc import Iterator
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


class Taken(Exception):
    """Two entries claim the same key."""


class Registry(Generic[Entry]):
    """Entries by key, in the order in which they came."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._entries: dict[str, Entry] = {}

    def add(self, key: str, entry: Entry) -> Entry:
        """Put `entry` under `key`. Raises `Taken` when the key is in use by another entry."""
        if not key:
            raise ValueError(f"{self.name}: an entry needs a key")
        if key in self._entries and self._entries[key] != entry:
            raise Taken(f"{self.name}: {key} is taken")
        self._entries[key] = entry
        return entry

    def __getitem__(self, key: str) -> Entry:
        return self._entries[key]

    def get(self, key: str) -> Entry | None:
        return self._entries.get(key)

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def keys(self) -> list[str]:
        return list(self._entries)
