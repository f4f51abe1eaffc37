"""Browsers for stories that several people live through: each with a phone or a desk of its own.

    def test_li_writes(cast, phone): page = phone(cast.client("li")); page.goto("/")

Every page fails its test when a script broke or the content policy stopped something. `assert_accessible(page)` asks
axe and looks for sideways scrolling.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

from tests import browsers

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1440, "height": 900}}
Opener = Callable[[Client], Page]
PATIENCE = 30_000  # milliseconds; machines that build many things at once are slow


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = os.path.dirname(__file__)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)
            if browsers.executable() is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium for the stories of a module."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = browsers.launch(playwright)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def device(chromium: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Opens a device with storage of its own, signed in as the person of a test client."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_device(client: Client | None, kind: dict[str, Any], **options: Any) -> Page:
        context = chromium.new_context(
            base_url=live_server.url, locale="zh-CN", reduced_motion="reduce", **kind, **options
        )
        contexts.append(context)
        if client is not None:
            sign_in(context, client, live_server.url)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        page.on("console", lambda said: wrong.append(said.text) if "Content Security" in said.text else None)
        return page

    yield open_device
    for context in contexts:
        quiet(context)
        context.close()
    assert wrong == []


@pytest.fixture
def phone(device: Callable[..., Page]) -> Opener:
    """`phone(cast.client("li"))`: a phone in the hand of Li."""
    return lambda client: device(client, PHONE)


@pytest.fixture
def desk(device: Callable[..., Page]) -> Opener:
    """`desk(cast.client("wang"))`: the desk of Wang."""
    return lambda client: device(client, DESK)


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    return accessible


def quiet(context: BrowserContext) -> None:
    """Let no page send anything more, so that the server is idle when the tables are emptied."""
    for page in context.pages:
        with suppress(Error):
            page.evaluate("localStorage.clear()")
            page.wait_for_load_state("networkidle", timeout=3_000)


def sign_in(context: BrowserContext, client: Client, address: str) -> None:
    """Give the device the session of a signed-in test client."""
    name = django_settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])


def accessible(page: Page) -> None:
    """axe finds nothing that hinders, and the page does not scroll sideways."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    hindering = {"moderate", "serious", "critical"}
    bad = [
        (one["id"], [node["html"][:160] for node in one["nodes"]][:3])
        for one in found
        if one["impact"] in hindering
    ]
    assert bad == [], f"{page.url}: {bad}"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{page.url} scrolls sideways"
