"""Who walks where: every address of the house, every person of the cast, and what they are answered."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver, reverse

from lianluo.notices.telling import quietly
from tests.cast import DEPUTIES, OUTSIDER, STAFF, Cast
from tests.stock import MAKERS, Stock

EVERYONE = tuple(row[0] for row in (*DEPUTIES, *STAFF)) + (OUTSIDER[0],)
ONE_EACH = tuple(key for key in EVERYONE if key not in {"wu", "zhou", "liu"})
"""One person of every role."""
A_FEW = ("li", "wang", "zhao", "chen", "han", "dong")
ELSEWHERE = ("neighbour", "upper", "lower")
REFUSED = frozenset({403, 404})

# Words that stand on a page of home only: people and texts that no other congress has.
MARKS = ("王敏", "李建国", "周志强", "赵磊", "洞庭湖区农村安全饮水")


def addresses() -> dict[str, URLPattern]:
    """Every address by its name, namespaces included; an address without a name cannot be."""
    found: dict[str, URLPattern] = {}
    for name, pattern in _walk(get_resolver(), ""):
        assert not name.endswith(("None", ":")), f"{pattern.pattern} has no name"
        found[name] = pattern
    return found


def _walk(resolver: Any, space: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", pattern
        else:
            yield from _walk(pattern, f"{pattern.namespace}:" if pattern.namespace else space)


MOST = 12
"""So many questions may a page ask the database (P1)."""
BOOKKEEPING = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")


def questions(asked: CaptureQueriesContext) -> list[str]:
    """What was asked, without the bookkeeping of transactions."""
    return [query["sql"] for query in asked.captured_queries if not query["sql"].startswith(BOOKKEEPING)]


SURE = {"confirmed": "1"}
"""Sent with every form, so that no question stands between an act and the answer whether it is allowed."""


class Walk:
    """Browsers of the whole cast, each signed in once; and one thing of every kind at home."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.stock = cast, Stock(cast)
        with quietly():
            self.things = {kind: make(self.stock) for kind, make in MAKERS.items()}
        self.clients = {
            (place, key): getattr(cast, place).client(key)
            for place in ("home", *ELSEWHERE)
            for key in EVERYONE
        }
        self.clients["home", ""] = Client()

    def path(self, name: str, args: str) -> str:
        return reverse(name, args=self.things[args] if args else [])

    def answer(self, place: str, key: str, path: str, method: str = "get") -> Any:
        """The answer to one request; whatever it wrote is taken back. A page that breaks raises here."""
        client = self.clients[place, key]
        signed_in = client.cookies.copy()
        with transaction.atomic():
            answer = getattr(client, method)(path, SURE if method == "post" else None)
            if answer.streaming:
                b"".join(answer.streaming_content)
            transaction.set_rollback(True)
        client.cookies = signed_in
        return answer
