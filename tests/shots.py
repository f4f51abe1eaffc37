"""Pictures of every page per role: `python3 run.py shots [DIR]`.

For each role of the demo the walk starts on the first page and follows the links it finds there, in that page's
order, until every kind of page (every URL name) was seen once. So a page that a role can reach is in the pictures
without a list that somebody would have to keep.
"""

import json
import os
import shutil
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import django

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
django.setup()

from playwright.sync_api import Browser, Error, Page, Response, sync_playwright  # noqa: E402

from lianluo.site.bench.walk import NOT_PAGES, name_of  # noqa: E402
from tests.browsers import launch  # noqa: E402
from tests.demo_accounts import DemoAccount, accounts  # noqa: E402

SIZES = {"1440": (1440, 900), "390": (390, 844)}
THEMES = ("light", "dark")
MOST = 80


@dataclass
class Walk:
    """What one role saw: URL name -> address."""

    account: DemoAccount
    seen: dict[str, str] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)


def sign_in(page: Page, base: str, account: DemoAccount) -> None:
    page.goto(f"{base}/accounts/login/")
    page.fill("input[name=login]", account.username)
    page.fill("input[name=password]", account.password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/accounts/login" not in url)


def links(page: Page, base: str) -> Iterator[tuple[str, str]]:
    """(URL name, address) of the links of this page that lead to a page of ours."""
    found = page.eval_on_selector_all("a[href]:not([download])", "list => list.map(a => a.href)")
    for address in found:
        if (
            address.startswith(base + "/")
            and (name := name_of(address.removeprefix(base).split("#")[0])) not in NOT_PAGES
        ):
            yield name, address.split("#")[0]


def visit(page: Page, address: str) -> Response | None:
    """Go there; None when it is a file to download and no page."""
    try:
        return page.goto(address)
    except Error as error:
        if "Download is starting" in str(error):
            return None
        raise


def walk(page: Page, base: str, account: DemoAccount) -> Walk:
    """Visit one page of every kind that can be reached by links."""
    walked = Walk(account)
    waiting = deque([("home", f"{base}/")])
    while waiting and len(walked.seen) < MOST:
        name, address = waiting.popleft()
        if name in walked.seen or name in walked.failed:
            continue
        answer = visit(page, address)
        if answer is None or "html" not in (answer.header_value("content-type") or ""):
            continue
        if answer.status != 200:
            walked.failed[name] = answer.status
            continue
        walked.seen[name] = address
        waiting.extend(links(page, base))
    return walked


def picture(browser: Browser, walked: Walk, state: object, folder: Path) -> int:
    """All pages of one walk in both sizes and both themes."""
    count = 0
    for size, (width, height) in SIZES.items():
        for theme in THEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=theme,
                storage_state=state,
                locale="zh-CN",
                has_touch=size == "390",
            )
            page = context.new_page()
            for name, address in walked.seen.items():
                page.goto(address)
                page.evaluate("document.fonts.ready")
                file = folder / walked.account.key / f"{name.replace(':', '-')}-{size}-{theme}.png"
                file.parent.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=file)
                count += 1
            context.close()
    return count


def main(base: str, folder: Path, only: set[str]) -> int:
    """Walk as every role, take the pictures, write what was seen to index.json."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    index: dict[str, dict[str, str]] = {}
    failed = 0
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for account in accounts():
            if only and account.key not in only:
                continue
            context = browser.new_context(locale="zh-CN")
            page = context.new_page()
            sign_in(page, base, account)
            walked = walk(page, base, account)
            taken = picture(browser, walked, context.storage_state(), folder)
            context.close()
            index[account.key] = {name: urlsplit(address).path for name, address in walked.seen.items()}
            failed += len(walked.failed)
            print(
                f"  {account.key:16} {len(walked.seen):3} pages, {taken:4} pictures  {walked.failed or ''}",
                flush=True,
            )
        browser.close()
    (folder / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=1))
    print(f"  → {folder}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), {word.lstrip("-") for word in sys.argv[3:]}))
