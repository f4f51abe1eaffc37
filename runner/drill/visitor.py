"""Somebody at a browser without scripts: keeps cookies, reads forms, sends them, and sends them again when told nothing."""

import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPException
from http.cookiejar import CookieJar

PATIENCE = 120.0
"""Seconds for which a person goes on trying the same thing."""


class GaveUp(Exception):
    """The site did not come back in time, or answered what nobody expected."""


@dataclass
class Form:
    """A form of a page with what it holds: fields as a browser would send them, and its buttons."""

    action: str = ""
    fields: list[tuple[str, str]] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, **values: str) -> list[tuple[str, str]]:
        """What is sent when these fields are filled in."""
        rest = [(name, value) for name, value in self.fields if name not in values]
        return [*rest, *values.items()]

    def names(self) -> set[str]:
        return {name for name, _value in self.fields} | self.choices.keys()


class Forms(HTMLParser):
    """All forms of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.links: list[str] = []
        self._form: Form | None = None
        self._select = self._area = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in told:
            self.links.append(told["href"])
        if tag == "form" and told.get("method", "get").lower() == "post":
            self._form = Form(told.get("action", ""))
            self.found.append(self._form)
        elif self._form is not None:
            self._inside(tag, told, self._form)

    def _inside(self, tag: str, told: dict[str, str], form: Form) -> None:
        name, value = told.get("name", ""), told.get("value", "")
        if tag == "select":
            self._select = name
            form.choices[name] = []
        elif tag == "option" and self._select:
            form.choices[self._select].append(value)
            if "selected" in told:
                form.fields.append((self._select, value))
        elif tag == "textarea":
            self._area, self._text = name, []
        elif tag == "input" and name:
            _input(form, told, name, value)

    def handle_data(self, data: str) -> None:
        if self._area:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._form is not None and self._area:
            self._form.fields.append((self._area, "".join(self._text).lstrip("\n")))
            self._area = ""
        elif tag == "select":
            self._select = ""
        elif tag == "form":
            self._form = None


def _input(form: Form, told: dict[str, str], name: str, value: str) -> None:
    kind = told.get("type", "text")
    if kind in ("radio", "checkbox"):
        form.choices.setdefault(name, []).append(value)
        if "checked" in told:
            form.fields.append((name, value or "on"))
    elif kind not in ("submit", "button", "file", "image"):
        form.fields.append((name, value))


@dataclass(frozen=True)
class Answer:
    """What came back in the end, after redirections."""

    status: int
    url: str
    text: str

    def form(self, *holding: str) -> Form:
        """The form that has all these fields."""
        for one in self.read().found:
            if set(holding) <= one.names():
                return one
        raise GaveUp(f"no form with {holding} at {self.url}")

    def links(self) -> list[str]:
        return self.read().links

    def read(self) -> Forms:
        reader = Forms()
        reader.feed(self.text)
        return reader


class Visitor:
    """One person's browser. What fails for want of an answer is done again, as a person would."""

    def __init__(self, address: str, username: str, password: str) -> None:
        self.address, self.username, self.password = address, username, password
        self._open()

    def _open(self) -> None:
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), jar)

    def sign_in(self) -> None:
        """Sign in; when too many do so from one address at once, a little later."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            page = self.get("/accounts/login/")
            if "/accounts/login" not in page.url:
                return  # let in before: only the way on to the first page broke off
            form = page.form("login", "password")
            after = self.post(page.url, form.filled(login=self.username, password=self.password))
            if "/accounts/login" not in after.url:
                return
            time.sleep(5)
        raise GaveUp(f"{self.username} cannot sign in")

    def get(self, path: str) -> Answer:
        return self._until(path, None)

    def post(self, path: str, data: list[tuple[str, str]]) -> Answer:
        """Send a form; without an answer the very same form is sent again."""
        return self._until(path, urllib.parse.urlencode(data).encode())

    def _until(self, path: str, data: bytes | None) -> Answer:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                answer = self._once(path, data)
            except (OSError, HTTPException):
                time.sleep(0.3)
                continue
            if answer.status < 500:
                return answer
            time.sleep(0.3)
        raise GaveUp(f"{self.username}: {path}")

    def _once(self, path: str, data: bytes | None) -> Answer:
        url = urllib.parse.urljoin(self.address, path)
        request = urllib.request.Request(url, data, {"Referer": url, "Accept-Language": "zh-CN"})
        try:
            with self.opener.open(request, timeout=30) as found:
                return Answer(found.status, found.geturl(), found.read().decode())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.geturl() or url, error.read().decode(errors="replace"))
