"""Whatever people type is text: markup put into every stored text of the house comes out of no page as markup."""

from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.backends.utils import CursorWrapper

from tests.matrix import ROWS, keys_by_status
from tests.walking import Walk

pytestmark = pytest.mark.django_db
LONG = '</script><u zz=1>\'" zz="1'
SHORT = "<u>"
TYPED = "[一-龥]"
"""What people typed is in Chinese; codes, keys and addresses of the house are not."""
PAGES = sorted(name for name, row in ROWS.items() if 200 in keys_by_status(row.get))


@pytest.fixture
def poisoned(walk: Walk) -> Walk:
    """Every text that somebody typed, with markup behind it; what may not be changed is changed all the same."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        changed = sum(_poison(cursor, model) for model in apps.get_models() if _is_ours(model))
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert changed > 200
    return walk


def _is_ours(model: type[models.Model]) -> bool:
    return model.__module__.startswith("lianluo.") and model._meta.managed


def _poison(cursor: CursorWrapper, model: type[models.Model]) -> int:
    count, table = 0, connection.ops.quote_name(model._meta.db_table)
    for field in model._meta.local_concrete_fields:
        if change := _change(field):
            cursor.execute(f"UPDATE {table} SET {change}")
            count += cursor.rowcount
    return count


def _change(field: "models.Field[object, object]") -> str:
    """SQL that puts markup behind a text, cut to its length; nothing for what nobody types."""
    column = connection.ops.quote_name(str(field.column))
    if isinstance(field, models.JSONField):
        inside = f"regexp_replace({column}::text, '({TYPED})\"(?!:)', '\\1{SHORT}\"', 'g')::jsonb"
        return f"{column} = {inside} WHERE {column}::text ~ '{TYPED}'"
    if not isinstance(field, (models.CharField, models.TextField)) or field.choices:
        return ""
    room = field.max_length or 10_000
    mark = LONG if room >= 80 else SHORT
    quoted = mark.replace("'", "''")
    not_typed = f"{column} ~ '^[0-9{{/]'"  # a day in words, a kept JSON text, a path
    return f"{column} = left({column}, {room - len(mark)}) || '{quoted}' WHERE {column} ~ '{TYPED}' AND NOT {not_typed}"


class Markup(HTMLParser):
    """Finds the tag and the attribute that only the typed text has."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "u" or any(name == "zz" for name, _value in attrs):
            self.found.append(f"{self.getpos()}: {self.get_starttag_text()}")


def _readers(allowed: set[str]) -> list[str]:
    """The office, a deputy and a unit, as far as they may read the page; else whoever may."""
    return [key for key in ("wang", "li", "zhao") if key in allowed] or sorted(allowed)[:1]


@pytest.mark.parametrize("part", range(4))
def test_no_page_lets_typed_markup_through(poisoned: Walk, part: int) -> None:
    shown = 0
    for name in PAGES[part::4]:
        row = ROWS[name]
        path = poisoned.path(name, row.args)
        for key in _readers(keys_by_status(row.get)[200]):
            answer = poisoned.answer("home", key, path)
            if answer.streaming or "text/html" not in answer["Content-Type"]:
                continue
            text = answer.content.decode()
            shown += "&lt;u" in text
            reader = Markup()
            reader.feed(text)
            assert not reader.found, f"{name} as {key}: {reader.found[:3]}"
    assert shown > 20
