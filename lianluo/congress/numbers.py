"""Drawing business numbers: sequential, without doubles, safe when many draw at once."""

from django.db import connection

from lianluo.congress.models import Congress, Counter

DRAW = """
    INSERT INTO {table} (congress_id, series, value) VALUES (%s, %s, 1)
    ON CONFLICT (congress_id, series) DO UPDATE SET value = {table}.value + 1
    RETURNING value
"""


def draw(congress: Congress, series: str) -> int:
    """The next number of `series`, in the caller's transaction and rolled back with it.

    One statement locks the row; a second caller waits for the first to commit or roll back.
    """
    with connection.cursor() as cursor:
        cursor.execute(DRAW.format(table=Counter._meta.db_table), [congress.pk, series])
        return int(cursor.fetchone()[0])
