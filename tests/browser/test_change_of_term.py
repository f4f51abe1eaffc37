"""After a change of term the answer still goes to whoever proposed it, and is judged there."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page, expect

from lianluo.congress.sessions import begin_term
from lianluo.suggestions.states import SuggestionState
from lianluo.suggestions.tests import lives
from tests.browser.steps import open_todo, says
from tests.cast import Cast

Check = Callable[[Page], None]


def test_after_the_term_the_answer_still_goes_to_who_proposed_it(
    cast: Cast, phone: Any, desk: Any, assert_accessible: Check
) -> None:
    now = timezone.now()
    case = lives.signed_for(cast.home, now - timedelta(days=5))
    begin_term(
        cast.home.congress,
        number=15,
        starts_on=timezone.localdate(),
        seats_total=None,
        actor=cast.han,
        at=now,
    )
    wang, li = desk(cast.client("wang")), phone(cast.client("li"))
    wang.goto("/suggestions/?old_term=yes")
    says(wang, lives.TITLE, "上届")
    assert_accessible(wang)
    lives.give_answer(cast.home, case, now)
    li.goto("/")
    assert_accessible(li)
    expect(li.get_by_role("button", name="提建议")).to_have_count(0)
    li.get_by_role("link", name="评价答复").first.click()
    li.get_by_role("group", name="办理态度").get_by_text("满意", exact=True).click()
    li.get_by_role("group", name="办理结果").get_by_text("满意", exact=True).click()
    li.get_by_role("button", name="提交评价").click()
    li.get_by_role("button", name="提交评价").click()
    says(li, "满意")
    assert lives.again(case).state == SuggestionState.RATED
    open_todo(wang, "办结：")
    wang.get_by_role("button", name="办结").click()
    says(wang, "已办结")
