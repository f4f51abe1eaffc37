"""R4: malformed forms, bodies and questions at every address. Never a breakdown; a refusal writes nothing and says why.

`LIANLUO_MALFORMED=5000` sends that many; the ordinary run sends fewer.
"""

import os
import random
import re
from typing import Any

import pytest
from django.db import transaction

from lianluo.suggestions.models import Suggestion
from lianluo.trail.models import Event
from runner.drill.visitor import Forms
from tests import junk
from tests.matrix import ROWS, keys_by_status
from tests.walking import Walk

pytestmark = pytest.mark.django_db
NUMBER = int(os.environ.get("LIANLUO_MALFORMED", "600"))
PARTS = 6
CHINESE = re.compile(r"[一-鿿]{2}")
WHY = "the test counts what was written"
TAKING = [name for name, row in ROWS.items() if "302" in row.post or "200" in row.get]


def who_may(name: str) -> list[str]:
    """Those for whom the address does something."""
    row = ROWS[name]
    found: set[str] = set()
    for words in filter(None, (row.get, row.post)):
        statuses = keys_by_status(words)
        found |= statuses.get(200, set()) | statuses.get(302, set())
    return sorted(found)


def written() -> tuple[int, int]:
    return Event.objects.everywhere(WHY).count(), Suggestion.objects.everywhere(WHY).count()


class Sender:
    """Sends one malformed thing after the other; whatever is written is taken back."""

    def __init__(self, walk: Walk, seed: int) -> None:
        self.walk, self.chance = walk, random.Random(seed)
        self.forms: dict[tuple[str, str], list[tuple[str, str]]] = {}

    def fields(self, key: str, path: str) -> list[tuple[str, str]]:
        """The fields of the page's largest form."""
        if (key, path) not in self.forms:
            answer = self.walk.answer("home", key, path)
            reader = Forms()
            if answer.status_code == 200 and not answer.streaming:
                reader.feed(answer.content.decode(errors="replace"))
            forms = [one.fields + [(n, "") for n in one.choices] for one in reader.found]
            self.forms[key, path] = max(forms, key=len, default=[("title", "x"), ("page", "1")])
        return self.forms[key, path]

    def send(self) -> None:
        name = self.chance.choice(TAKING)
        key, path = self.chance.choice(who_may(name)), self.walk.path(name, ROWS[name].args)
        fields, method = (
            self.fields(key, path),
            self.chance.choice(("form", "form", "form", "body", "question")),
        )
        client = self.walk.clients["home", key]
        cookies = client.cookies.copy()
        with transaction.atomic():
            before = written()
            answer = self._sent(client, method, path, fields)
            said = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert answer.status_code < 500, f"{method} {path} as {key}: {answer.status_code}"
            if answer.status_code >= 400:
                assert written() == before, f"{path} as {key}: refused and yet written"
            if answer.status_code in (403, 404, 409, 422) and "html" in answer.get("Content-Type", ""):
                assert CHINESE.search(said.decode(errors="replace")), f"{path} as {key}: no sentence"
            transaction.set_rollback(True)
        client.cookies = cookies

    def _sent(self, client: Any, method: str, path: str, fields: list[tuple[str, str]]) -> Any:
        if method == "form":
            return client.post(path, junk.spoilt(fields, self.chance))
        if method == "question":
            asked = {
                name: junk.word(self.chance)
                for name in ("q", "page", "sort", "state", "due", "view", "columns")
            }
            return client.get(path, asked)
        content, kind = junk.body(self.chance)
        return client.generic("POST", path, content, content_type=kind)


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_that_is_sent_breaks_the_house(walk: Walk, part: int) -> None:
    sender = Sender(walk, part)
    for _ in range(NUMBER // PARTS):
        sender.send()
