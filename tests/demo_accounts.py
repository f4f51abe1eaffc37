"""The accounts of the demo, for tests and pictures that sign in like people do."""

from collections.abc import Iterator
from dataclasses import dataclass

from lianluo.site.demo.cast import PARTS
from lianluo.site.demo.people import PASSWORD


@dataclass(frozen=True)
class DemoAccount:
    """`key` is a name for files, `who` what the person is."""

    key: str
    username: str
    password: str
    who: str


def accounts() -> Iterator[DemoAccount]:
    """One account per role."""
    for part in PARTS:
        yield DemoAccount(part.username, part.username, PASSWORD, part.who)
