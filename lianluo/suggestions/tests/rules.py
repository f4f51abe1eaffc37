"""Rules of a congress for tests."""

from typing import Any

from lianluo.congress.models import Congress, Rule
from tests.cast import SINCE


def holds(congress: Congress, key: str, value: Any) -> None:
    """From long ago on, the congress's own rule."""
    Rule.objects.create(congress=congress, key=key, valid_from=SINCE, value=value)
