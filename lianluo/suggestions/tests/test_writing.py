"""The page on which a suggestion is written, and its saving by itself: nothing that was typed is lost or cut off."""

from datetime import datetime

import pytest
from django.test import Client

from lianluo.suggestions.forms.deputy import Write
from lianluo.suggestions.states import SuggestionState as S
from lianluo.suggestions.tests import lives
from lianluo.suggestions.tests.test_deputy_pages import WROTE, at, fresh, text_of
from tests.cast import Cast


@pytest.fixture
def li(cast: Cast) -> Client:
    return cast.client("li")


def test_write_keeps_what_was_typed_and_goes_on(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now, title="", situation="", proposals="")
    answer = li.post(at("write", draft), WROTE | {"version": draft.edition})
    assert answer.url == at("details", draft)
    assert fresh(draft).proposals == WROTE["proposals"]


def test_write_says_what_is_missing_and_keeps_the_rest(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now, title="", situation="", proposals="")
    answer = li.post(at("write", draft), WROTE | {"version": 0, "proposals": ""})
    assert "请写具体建议" in text_of(answer)
    assert fresh(draft).situation == WROTE["situation"]
    assert f'name="version" value="{fresh(draft).edition}"' in text_of(answer)


def test_write_too_long_a_title_is_said_and_not_cut(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    answer = li.post(at("write", draft), WROTE | {"version": 0, "title": "长" * 101})
    assert "标题最长 100 个字，现在有 101 个" in text_of(answer)
    assert "长" * 101 in text_of(answer)


def test_write_for_later_asks_for_nothing(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now, title="", situation="", proposals="")
    answer = li.post(at("write", draft), {"step": "write", "title": "半个标题", "version": 0, "later": "1"})
    assert answer.url == at("mine")
    assert fresh(draft).title == "半个标题"


def test_write_keeps_pasted_paragraphs_and_numbering(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    pasted = "1.　先摸底；\r\n2.　再改造。\r\n\r\n\r\n\r\n（三）按季度通报\u200b  "
    li.post(at("write", draft), WROTE | {"version": 0, "proposals": pasted})
    assert fresh(draft).proposals == "1.　先摸底；\n2.　再改造。\n\n（三）按季度通报"


def test_write_on_two_devices_shows_both_and_loses_nothing(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now, situation="全县有公墓六十三处。清明前后山火多。")
    li.post(
        at("write", draft),
        WROTE | {"version": 0, "situation": "全县有公墓六十三处。管护费不足。清明前后山火多。"},
    )
    here = WROTE | {"version": 0, "situation": "全县有公墓六十三处。十八处没有专人。清明前后山火多。"}
    answer = li.post(at("write", draft), here)
    assert answer.status_code == 409
    assert "<ins>十八处没有专人。</ins>" in text_of(answer)
    assert "<ins>管护费不足。</ins>" in text_of(answer)


def test_settle_puts_both_editions_together(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    li.post(at("write", draft), WROTE | {"version": 0, "situation": "一是远。二是旧。"})
    here = WROTE | {"version": 1, "situation": "一是远。三是少。", "keep": "both"}
    assert li.post(at("settle", draft), here).url == at("write", draft)
    assert fresh(draft).situation == "一是远。二是旧。三是少。"


@pytest.mark.parametrize(("keep", "kept"), [("here", "这边"), ("there", "那边")])
def test_settle_keeps_the_chosen_edition(cast: Cast, now: datetime, li: Client, keep: str, kept: str) -> None:
    draft = lives.draft(cast.home, now)
    li.post(at("write", draft), WROTE | {"version": 0, "situation": "那边"})
    li.post(at("settle", draft), WROTE | {"version": 1, "situation": "这边", "keep": keep})
    assert fresh(draft).situation == kept


def test_save_answers_with_the_new_edition(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    answer = li.post(at("save", draft), WROTE | {"version": 0})
    assert answer.json()["version"] == 1
    assert fresh(draft).title == WROTE["title"]


def test_save_sent_twice_is_saved_once(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    first = li.post(at("save", draft), WROTE | {"version": 0})
    again = li.post(at("save", draft), WROTE | {"version": 0})
    assert first.json()["version"] == again.json()["version"] == 1


def test_save_of_another_device_answers_with_both(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    li.post(at("save", draft), WROTE | {"version": 0, "situation": "一是远。二是旧。"})
    answer = li.post(at("save", draft), WROTE | {"version": 0, "situation": "一是远。三是少。"})
    assert answer.status_code == 409
    assert answer.json()["version"] == 1
    assert answer.json()["fields"]["situation"] == ["一是远。二是旧。"]
    assert answer.json()["merged"]["situation"] == ["一是远。二是旧。三是少。"]


def test_save_refuses_too_long_a_text_in_a_sentence(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    answer = li.post(at("save", draft), WROTE | {"version": 0, "title": "长" * 101})
    assert answer.status_code == 422
    assert "最长 100 个字" in answer.json()["error"]


def test_save_after_sending_changes_nothing(cast: Cast, now: datetime, li: Client) -> None:
    case = lives.submitted(cast.home, now)
    answer = li.post(at("save", case), WROTE | {"version": case.edition})
    assert answer.status_code == 403
    assert fresh(case).title == lives.TITLE


def test_write_a_returned_one_shows_the_advice_on_top(cast: Cast, now: datetime, li: Client) -> None:
    case = lives.returned(cast.home, now)
    page = text_of(li.get(at("write", case)))
    assert "请补充具体数据。" in page
    assert "王敏" in page
    li.post(at("write", case), WROTE | {"version": case.edition})
    li.post(at("submit", case), {"version": fresh(case).edition})
    assert fresh(case).state == S.REVIEW
    assert fresh(case).revisions.count() == 2


def test_write_after_sending_is_refused_with_the_reason(cast: Cast, now: datetime, li: Client) -> None:
    case = lives.submitted(cast.home, now)
    answer = li.get(at("write", case))
    assert answer.status_code == 403
    assert "正文不能再改" in text_of(answer)


def test_the_browser_is_not_told_to_cut_off_what_is_pasted(cast: Cast, now: datetime) -> None:
    """A title of 3,000 characters is answered with the sentence beside the field, and with all 3,000."""
    draft = lives.draft(cast.home, now)
    form = Write(None, draft=draft, on=now.date())
    assert "maxlength" not in "".join(str(form[name]) for name in form.fields)
    long = Write({"title": "长" * 3000}, draft=draft, on=now.date())
    assert "现在有 3000 个" in long.errors["title"][0]
    assert "长" * 3000 in str(long["title"])
