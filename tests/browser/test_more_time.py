"""More time: asked for with proof, the deputy is told, the office approves; then the deputy consents, up to six months."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page, expect

from lianluo.congress.rules.acts import Basis, set_rule
from lianluo.suggestions.models import Handling
from lianluo.suggestions.services.extensions import limits
from lianluo.suggestions.tests import lives
from lianluo.trail.verify import verify
from lianluo.ui.components.text import date_full
from tests.browser.steps import inform, open_move, open_todo, says
from tests.cast import Cast

Check = Callable[[Page], None]
REASON = "涉及水利、农业、卫生三个部门，需要联合调查后才能提出时限。"


def fill(page: Page, until: date) -> None:
    page.get_by_label("延到哪一天").fill(until.isoformat())
    page.get_by_label("为什么需要更多时间").fill(REASON)
    page.get_by_label("哪一天告知代表的").fill(timezone.localdate().isoformat())
    page.get_by_label("怎样告知代表的").fill("电话告知李建国代表，代表没有意见。")


def ask(zhao: Page, handling: Handling) -> None:
    open_move(zhao, handling.suggestion, "申请延期")


def send(zhao: Page) -> None:
    zhao.get_by_role("button", name="申请延期").click()


def test_asked_told_granted_and_not_beyond_six_months(
    cast: Cast, phone: Any, desk: Any, assert_accessible: Check, tmp_path: Path
) -> None:
    handling = lives.part(lives.signed_for(cast.home, timezone.now()))
    zhao, li, wang = desk(cast.client("zhao")), phone(cast.client("li")), desk(cast.client("wang"))
    span = limits(handling)
    assert span
    assert span.latest
    first = span.due + timedelta(days=20)
    ask(zhao, handling)
    fill(zhao, first)
    proof = tmp_path / "代表回复.pdf"
    proof.write_bytes(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF")
    zhao.get_by_label("告知的证明材料").set_input_files(proof)
    assert_accessible(zhao)
    send(zhao)
    says(zhao, "已提出延期申请")
    told(li, handling, first, assert_accessible)
    grant(wang, first, assert_accessible)
    counted(li, handling, first, assert_accessible)
    by_the_deputys_consent(cast, (zhao, li), handling, span.latest, assert_accessible)
    assert verify() == []


def told(li: Page, handling: Handling, until: date, assert_accessible: Check) -> None:
    li.goto("/notices/")
    says(li, "申请延期答复")
    inform(li, handling.suggestion)
    says(li, REASON)
    assert_accessible(li)


def grant(wang: Page, until: date, assert_accessible: Check) -> None:
    open_todo(wang, "同意延期：")
    says(wang, REASON, "代表回复.pdf", "电话告知李建国代表")
    assert_accessible(wang)
    wang.get_by_role("button", name="同意延期").click()
    says(wang, "已同意延期")


def counted(page: Page, handling: Handling, until: date, assert_accessible: Check) -> None:
    """The new day, with how it was counted and the day by law beside it."""
    inform(page, handling.suggestion)
    says(page, date_full(until))
    how = page.locator(".clock", has_text=date_full(until)).first
    how.get_by_text("怎么算的").click()
    expect(how.get_by_text("延期").first).to_be_visible()
    assert_accessible(page)


def by_the_deputys_consent(
    cast: Cast, pages: tuple[Page, Page], handling: Handling, latest: date, assert_accessible: Check
) -> None:
    """From today the deputy consents. A day too many is refused beside the field and nothing typed is lost."""
    zhao, li = pages
    facts = {"valid_from": timezone.localdate(), "basis": Basis(source="条例", note="本级条例")}
    set_rule(cast.home.congress, "extension.consent", "deputy", **facts, actor=cast.qian, at=timezone.now())
    ask(zhao, handling)
    fill(zhao, latest + timedelta(days=1))
    zhao.evaluate("document.querySelector('#id_until').removeAttribute('max')")
    send(zhao)
    says(zhao, f"最迟只能延到{date_full(latest)}")
    expect(zhao.get_by_label("为什么需要更多时间")).to_have_value(REASON)
    assert_accessible(zhao)
    zhao.get_by_label("延到哪一天").fill(latest.isoformat())
    send(zhao)
    says(zhao, "已提出延期申请")
    open_todo(li, "同意延期")
    assert_accessible(li)
    li.get_by_role("button", name="同意延期").click()
    says(li, "已同意延期", date_full(latest))
