"""Every template of the house keeps to the strict content policy and to its size, and names icons that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "lianluo"
TEMPLATES = sorted(ROOT.glob("*/templates/**/*.html"))
SOURCES = sorted(path for path in ROOT.glob("**/*.py") if "migrations" not in path.parts)

TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
INLINE_STYLE = re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE)
INLINE_HANDLER = re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE)
INLINE_SCRIPT = re.compile(r"<script\b(?![^>]*(?:\bsrc=|type=\"application/json\"))", re.IGNORECASE)
HTMX_EVAL = re.compile(r"hx-on[:-]|hx-vals=.js:|javascript:", re.IGNORECASE)
ICON = re.compile(r"""\{%\s*icon\s+["']([\w-]+)["']|\bicon=["']([\w-]+)["']""")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_template_is_clean(path: Path) -> None:
    text = TAG.sub("", path.read_text(encoding="utf-8"))
    assert not INLINE_STYLE.search(text), "style belongs into assets/css"
    assert not INLINE_HANDLER.search(text), "behaviour belongs into assets/js"
    assert not INLINE_SCRIPT.search(text), "scripts belong into assets/js"
    assert not HTMX_EVAL.search(text), "htmx must not evaluate"
    assert len(text.splitlines()) <= 120, "a template is a form letter, not a novel"


def test_markup_in_code_is_clean() -> None:
    dirty = [
        named(path)
        for path in SOURCES
        if "tests" not in path.parts
        and (re.search(r"<[a-z][^>\n]*\sstyle=", path.read_text(encoding="utf-8"))
             or re.search(r"<[a-z][^>\n]*\son[a-z]+=[\"']", path.read_text(encoding="utf-8")))
    ]  # fmt: skip
    assert dirty == []


def test_a_column_that_becomes_a_drawer_has_something_that_opens_it() -> None:
    """Below 992 px `side` is hidden until `side-key` opens it: without one, what can be done there is gone."""
    drawers = [
        path for path in TEMPLATES if re.search(r'class="[^"]*\bside\b', path.read_text(encoding="utf-8"))
    ]
    assert drawers
    assert [named(path) for path in drawers if "side-key" not in path.read_text(encoding="utf-8")] == []


def icons_of(text: str) -> set[str]:
    return {first or second for first, second in ICON.findall(text)}


def test_every_named_icon_is_in_the_sprite() -> None:
    from lianluo.ui.components.small import icon_names

    used = {name for path in (*TEMPLATES, *SOURCES) for name in icons_of(path.read_text(encoding="utf-8"))}
    assert len(used) > 20
    assert used - icon_names() == set()


def test_the_sprite_holds_no_icon_that_nobody_uses() -> None:
    from lianluo.ui.components.small import icon_names

    scripts = sorted((ROOT / "ui" / "assets" / "js").glob("*.js"))
    text = "".join(path.read_text(encoding="utf-8") for path in (*TEMPLATES, *SOURCES, *scripts))
    quoted = set(re.findall(r"""["']([a-z]+)["']""", text))
    assert icon_names() - quoted == set(), "take the line out of icons.txt"


def test_the_checks_see_what_they_should() -> None:
    assert INLINE_STYLE.search('<p style="x">')
    assert INLINE_HANDLER.search('<a href="/" onclick="x()">')
    assert INLINE_SCRIPT.search("<script>x()</script>")
    assert not INLINE_SCRIPT.search('<script type="module" src="/main.js"></script>')
    assert not INLINE_SCRIPT.search('<script type="application/json">{}</script>')  # data, never run
    assert icons_of('{% icon "bell" %} {% note icon="info" %}') == {"bell", "info"}
