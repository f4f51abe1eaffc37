"""The office takes the whole file of a suggestion away, at the desk and on the phone."""

import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from lianluo.papers import pdf
from lianluo.suggestions.tests import lives
from tests.browser.conftest import DESK, PHONE
from tests.cast import NOW, build

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("kind", [DESK, PHONE], ids=["desk", "phone"])
def test_wang_downloads_the_whole_file(
    transactional_db: None,
    monkeypatch: pytest.MonkeyPatch,
    device: Callable[..., Page],
    kind: dict[str, Any],
    assert_accessible: Callable[[Page], None],
) -> None:
    """Without the parts that lay out pages: then a small file comes at once, and the page says what is missing."""
    monkeypatch.setattr(pdf, "engine", lambda: None)
    cast = build()
    case = lives.closed(cast.home, NOW)
    page = device(cast.client("wang"), kind)
    page.goto(reverse("suggestions:case", args=[case.pk]))
    assert_accessible(page)
    page.get_by_role("link", name="全卷", exact=True).locator("visible=true").click()
    page.get_by_role("heading", name="历史核对").wait_for()
    assert_accessible(page)
    with page.expect_download() as coming:
        page.get_by_role("button", name="下载压缩包").click()
    assert coming.value.suggested_filename.endswith(".zip")
    with zipfile.ZipFile(coming.value.path()) as pack:
        assert "核对无误" in pack.read("说明.txt").decode()
