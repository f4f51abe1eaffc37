"""A note in the database itself that the demo was begun and not brought to its end."""

from django.db import connection

NOTE = "the demo is being filled"


def note_unfinished() -> None:
    _note(NOTE)


def note_finished() -> None:
    _note(None)


def is_unfinished() -> bool:
    """True where a process was ended in the middle."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description('public'::regnamespace, 'pg_namespace')")
        ((words,),) = cursor.fetchall()
    return bool(words == NOTE)


def _note(words: str | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("COMMENT ON SCHEMA public IS %s", [words])
