"""One piece of a long run, all or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """One transaction without savepoints inside it, which are many of the questions of a step with many parts.

    Whatever fails inside undoes all of it: nothing in here may catch an error of the database and go on.
    """
    with transaction.atomic():
        before, connection.features.uses_savepoints = connection.features.uses_savepoints, False
        try:
            yield
        finally:
            connection.features.uses_savepoints = before
