"""The shape of a demo text."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class DemoText:
    """A suggestion, where it goes, and what the lead unit answers."""

    title: str
    topic: str
    lead: str
    situation: str
    proposals: str
    reply: str
    reply_class: str
    co: tuple[str, ...] = ()
