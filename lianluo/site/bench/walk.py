"""Walking the pages as people do: from the first page along its links, one page of every kind."""

from collections import deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

NOT_PAGES = {"account_logout", "ui:worker", "ui:manifest", "ui:language", "healthz", "metrics", ""}
MOST = 100


class Links(HTMLParser):
    """The addresses of a page's links."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "a" and told.get("href") and "download" not in told:
            self.found.append(str(told["href"]))


def name_of(address: str) -> str:
    """The URL name behind an address of our own, or nothing."""
    parts = urlsplit(address)
    if parts.netloc or parts.scheme:
        return ""
    try:
        return resolve(parts.path).view_name
    except Resolver404:
        return ""


def links(page: str, at: str) -> Iterator[tuple[str, str]]:
    """(URL name, address) of the links that lead to a page of ours."""
    reader = Links()
    reader.feed(page)
    for href in reader.found:
        address = urljoin(at, href).split("#")[0]
        if (name := name_of(address)) not in NOT_PAGES:
            yield name, address


def walk(client: Client, start: str = "/") -> dict[str, str]:
    """URL name -> address of every kind of page that links lead to and that is HTML; broken ones too."""
    seen: dict[str, str] = {}
    tried: set[str] = set()
    waiting = deque([("", start)])
    while waiting and len(seen) < MOST:
        name, address = waiting.popleft()
        if name in tried:
            continue
        tried.add(name)
        answer = client.get(address, follow=not name)
        if "html" not in answer.get("Content-Type", ""):
            continue
        at = answer.request["PATH_INFO"]
        seen[name or name_of(at)] = address if name else at
        waiting.extend(links(answer.content.decode(), at))
    return seen
