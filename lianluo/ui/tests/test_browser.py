"""In a real browser: the style guide has nothing that axe finds, and the scripts keep their promises."""

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template import Context, Template
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from lianluo.ui.context import script_words
from tests import browsers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browsers.executable() is None, reason="no Chromium on this machine"),
]
SEVERE = {"serious", "critical", "moderate"}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = browsers.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, live_server: Any, settings: Any) -> Iterator[Page]:
    """A page of the running site, in debug mode so that the style guide opens without sign-in."""
    settings.DEBUG = True
    context = chromium.new_context(base_url=live_server.url, locale="zh-CN", service_workers="block")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: errors.append(said.text) if "Content Security" in said.text else None)
    yield opened
    assert errors == []
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_on_the_style_guide(page: Page, theme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce", color_scheme="dark" if theme == "dark" else "light")
    page.goto("/ui/states/?form=bad")
    found = Axe().run(page).response["violations"]
    bad = [(v["id"], [node["target"] for node in v["nodes"]][:3]) for v in found if v["impact"] in SEVERE]
    assert bad == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"


def test_theme_changes_at_once_and_stays(page: Page) -> None:
    page.goto("/ui/states/")
    with page.expect_response("**/ui/preferences/"):
        page.get_by_role("button", name="切换深色与浅色").first.click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_large_letters_make_everything_larger(page: Page) -> None:
    page.goto("/ui/states/")
    before = page.locator("h1").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    with page.expect_response("**/ui/preferences/"):
        page.get_by_role("button", name="大字（关怀版）").first.click()
    assert page.locator("h1").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") > before * 1.15


def test_a_destructive_move_asks_once_and_can_be_called_off(page: Page) -> None:
    page.goto("/ui/states/")
    sent: list[str] = []
    page.on(
        "request", lambda request: sent.append(request.post_data or "") if request.method == "POST" else None
    )
    page.get_by_role("button", name="撤回第0028号").last.click()
    dialog = page.get_by_role("dialog", name="撤回第0028号的交办？")
    expect(dialog).to_contain_text("省发展改革委等 3 个单位会收到撤回通知")
    dialog.get_by_role("button", name="再想想").click()
    assert sent == []
    page.get_by_role("button", name="撤回第0028号").last.click()
    with page.expect_request(lambda request: request.method == "POST"):
        page.get_by_role("dialog").get_by_role("button", name="撤回第0028号").click()
    assert "confirmed=1" in sent[0]


def test_the_picker_finds_by_name_and_by_initials(page: Page) -> None:
    page.goto("/ui/states/")
    box = page.get_by_role("combobox", name="会办单位")
    box.fill("slt")
    expect(page.get_by_role("option")).to_have_text(["省水利厅 "])
    box.press("Enter")
    box.fill("教育")
    box.press("Enter")
    assert page.locator("#id_helpers").evaluate("s => [...s.selectedOptions].map(o => o.value)") == ["1", "2"]
    page.get_by_role("button", name="去掉省水利厅").click()
    assert page.locator("#id_helpers").evaluate("s => [...s.selectedOptions].map(o => o.value)") == ["1"]


def test_the_single_picker_shows_what_was_chosen(page: Page) -> None:
    page.goto("/ui/states/")
    box = page.get_by_role("combobox", name="主办单位")
    box.fill("czt")
    box.press("Enter")
    assert box.input_value() == "省财政厅"
    assert page.locator("#id_unit").evaluate("s => s.value") == "3"


def test_the_counter_counts_without_spaces(page: Page) -> None:
    page.goto("/ui/states/")
    page.locator("#id_title").fill("水 利")
    expect(page.locator('[data-count="id_title"]')).to_have_text("2 / 60 字")


def test_a_list_by_keyboard(page: Page) -> None:
    page.goto("/ui/states/")
    for key in ("j", "j", "x"):
        page.keyboard.press(key)
    expect(page.locator("[data-row].at [type=checkbox]")).to_have_value("2")
    expect(page.locator("[data-chosen]")).to_have_text("已选 1 件")
    page.keyboard.press("k")
    page.keyboard.press("x")
    expect(page.locator("[data-chosen]")).to_have_text("已选 2 件")
    page.keyboard.press("Enter")
    assert page.url.endswith("#row-1")
    page.get_by_role("button", name="取消选择").click()
    expect(page.locator("[data-bulk]")).to_be_hidden()


def test_letters_typed_into_a_field_move_nothing(page: Page) -> None:
    page.goto("/ui/states/")
    page.locator("#id_title").type("jjx")
    expect(page.locator("[data-row].at")).to_have_count(0)


def test_a_file_that_is_too_large_is_not_taken(page: Page) -> None:
    page.goto("/ui/states/")
    field = page.locator("#id_paper")
    large = {"name": "大.pdf", "mimeType": "application/pdf", "buffer": b"x" * (21 * 1024 * 1024)}
    field.set_input_files(large)
    expect(page.locator(".toast")).to_contain_text("大.pdf超过 20 MB")
    assert field.evaluate("f => f.files.length") == 0
    field.set_input_files({"name": "小.txt", "mimeType": "text/plain", "buffer": b"x"})
    expect(page.locator(".files .tile")).to_contain_text("小.txt")


FORM = """{% extends "ui/base.html" %}{% block body %}<main id="main"><span data-saved></span>
<form data-autosave="s:7" data-autosave-url="/draft/" data-version="{{ version }}" method="post">
<label for="t">标题</label><input type="text" id="t" name="title" value="{{ title }}">
<label for="b">正文</label><textarea id="b" name="body">{{ body }}</textarea></form></main>
<script type="application/json" id="ui-words">{{ words|safe }}</script>{% endblock %}"""


class Desk:
    """A page with a draft on it, and the server behind it, which answers as the test says."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.saves: list[str] = []
        self.answer: dict[str, Any] = {"status": 200, "json": {"version": 2}}
        self.down = False
        page.route("**/draft/", self._save)

    def _save(self, route: Route) -> None:
        if self.down:
            route.abort()
            return
        self.saves.append(route.request.post_data or "")
        route.fulfill(**self.answer)

    def open(self, **fields: Any) -> None:
        words = json.dumps(script_words())
        html = Template(FORM).render(
            Context({"version": 1, "title": "", "body": "", "words": words, **fields})
        )
        self.page.unroute("**/form/")
        self.page.route("**/form/", lambda route: route.fulfill(body=html, content_type="text/html"))
        self.page.goto("/form/")


@pytest.fixture
def desk(page: Page) -> Desk:
    return Desk(page)


def test_a_draft_saves_itself(desk: Desk) -> None:
    desk.open()
    desk.page.locator("#t").fill("候鸟生态补水")
    expect(desk.page.locator("[data-saved]")).to_contain_text("已保存", timeout=6000)
    assert len(desk.saves) == 1
    assert "version=1" in desk.saves[0]


def test_what_was_typed_without_a_network_is_there_after_a_reload(desk: Desk) -> None:
    desk.down = True
    desk.open()
    desk.page.locator("#b").fill("采桑湖提前干涸")
    expect(desk.page.locator("[data-saved]")).to_contain_text("离线，已存在本机", timeout=6000)
    desk.open()
    expect(desk.page.locator("#b")).to_have_value("采桑湖提前干涸")
    desk.down = False
    desk.page.locator("#b").type("。")
    expect(desk.page.locator("[data-saved]")).to_contain_text("已保存", timeout=6000)


def test_a_draft_can_be_written_on_from_the_offline_page(desk: Desk) -> None:
    desk.down = True
    desk.open()
    desk.page.evaluate("localStorage.setItem('draft-owner', '7')")
    desk.open()
    desk.page.locator("#b").fill("采桑湖提前干涸")
    desk.page.goto("/offline/")
    desk.page.locator("details.draft summary").click()
    desk.page.get_by_label("正文").fill("采桑湖提前干涸，农户意见也大")
    expect(desk.page.locator("details.draft summary")).to_contain_text("离线，已存在本机")
    desk.down = False
    desk.open()
    expect(desk.page.locator("#b")).to_have_value("采桑湖提前干涸，农户意见也大")
    expect(desk.page.locator("[data-saved]")).to_contain_text("已保存", timeout=6000)


def test_another_persons_drafts_do_not_show(desk: Desk) -> None:
    desk.open()
    desk.page.evaluate("localStorage.setItem('draft-owner', '7')")
    desk.page.evaluate(
        "localStorage.setItem('draft:8:s:1', JSON.stringify({dirty: true, title: '别人的', fields: {}}))"
    )
    desk.page.goto("/offline/")
    expect(desk.page.locator("[data-local-drafts]")).to_be_hidden()


def test_two_devices_both_texts_are_shown_and_can_be_joined(desk: Desk) -> None:
    desk.open(body="全县 63 处")
    theirs = {
        "version": 5,
        "at": "11:20",
        "fields": {"title": [""], "body": ["全县 63 处。管护费不到 2,000 元"]},
    }
    desk.answer = {"status": 409, "json": theirs}
    desk.page.locator("#b").fill("全县 63 处。18 处没有专人")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_contain_text("18 处没有专人", timeout=6000)
    expect(dialog).to_contain_text("管护费不到 2,000 元")
    desk.answer = {"status": 200, "json": {"version": 6}}
    dialog.get_by_role("button", name="两份都要，合在一起").click()
    value = desk.page.locator("#b").input_value()
    assert "18 处没有专人" in value
    assert "管护费不到 2,000 元" in value
    expect(desk.page.locator("[data-saved]")).to_contain_text("已保存", timeout=6000)
    assert "version=5" in desk.saves[-1]


def test_the_shell_is_light() -> None:
    """The shell of every page in what really travels: well under 70 kB."""
    import gzip
    from pathlib import Path

    from django.contrib.staticfiles import finders

    names = ("ui/dist/main.css", "ui/dist/main.js", "ui/dist/icons.svg")
    sizes = [len(gzip.compress(Path(str(finders.find(name))).read_bytes())) for name in names]
    assert sum(sizes) < 60_000
