"""What follows from a step: rooms above register callables that run in the step's own transaction."""

from collections.abc import Callable

from lianluo.trail.models import Case, Event

Follower = Callable[[Event, Case], None]

_followers: list[Follower] = []


def follow(follower: Follower) -> Follower:
    """Call `follower(event, case)` after every step, inside its transaction: it may write rows or enqueue jobs."""
    if follower not in _followers:
        _followers.append(follower)
    return follower


def followed(event: Event, case: Case) -> None:
    for follower in _followers:
        follower(event, case)
