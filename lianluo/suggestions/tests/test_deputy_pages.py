"""The deputy's pages, each test named like the page: what one sees, what one may not, what is never lost."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Rating, Suggestion
from lianluo.suggestions.states import SuggestionState as S
from lianluo.suggestions.tests import lives
from tests.cast import Cast

LONG = (
    "关于"
    + "加快补齐洞庭湖区农村安全饮水短板推进城乡供水一体化并同步完善乡村污水处理和管网运行维护长效机制以及资金保障办法"
    + "的建议"
)
WROTE = {
    "title": "关于加强乡镇卫生院急救能力的建议",
    "situation": "我县十二个乡镇卫生院只有三辆救护车，最远的村到县城要两小时。",
    "proposals": "一、三年内为每个乡镇卫生院配一辆救护车。\n二、把急救培训列入年度计划。",
    "step": "write",
}
CHOSE = {
    "formed_by": "research",
    "raised_before": "no",
    "consent": "full",
    "reply_wanted": "True",
    "step": "details",
}


@pytest.fixture
def li(cast: Cast) -> Client:
    return cast.client("li")


def at(name: str, case: Suggestion | None = None) -> str:
    return reverse(f"suggestions:{name}", args=[case.pk] if case else [])


def fresh(case: Suggestion) -> Suggestion:
    found: Suggestion = Suggestion.objects.everywhere("test").get(pk=case.pk)
    return found


def text_of(answer: Any) -> str:
    """What one reads: without the marks between words."""
    return str(answer.content.decode()).replace("<wbr>", "")


def test_mine_shows_what_waits_for_me_first(cast: Cast, now: datetime, li: Client) -> None:
    made = lives.lives(cast, now)
    answer = li.get(at("mine"))
    words = [card.words for card in answer.context["cards"]]
    assert set(words[:4]) == {
        "等您评价",
        "草稿",
        "代录，等您确认",
        "退回修改，请看修改意见",
    }
    assert len(words) == len(made)
    assert [tab.count for tab in answer.context["tabs"]] == [15, 4, 5, 6]


def test_mine_of_a_deputy_without_any_says_what_to_do(cast: Cast) -> None:
    answer = cast.client("zhou").get(at("mine"))
    assert "还没有提过建议" in text_of(answer)
    assert "提建议" in text_of(answer)


def test_mine_shows_a_view(cast: Cast, now: datetime, li: Client) -> None:
    lives.closed(cast.home, now)
    lives.draft(cast.home, now)
    answer = li.get(at("mine"), {"view": "ended"})
    assert [card.words for card in answer.context["cards"]] == ["已办结，B 类，满意"]


def test_mine_asks_the_database_at_most_twelve_times(
    cast: Cast, now: datetime, li: Client, at_most_queries: Any
) -> None:
    for _n in range(5):
        lives.assigned(cast.home, now, ("education", "health"))
    with at_most_queries(12):
        li.get(at("mine"))


def test_new_begins_one_draft_and_takes_up_an_empty_one(cast: Cast, li: Client) -> None:
    first = li.post(at("new"))
    second = li.post(at("new"))
    assert first.status_code == 302
    assert first.url == second.url
    assert li.get(at("mine")).context["cards"] == []


def test_new_lists_what_is_unfinished(cast: Cast, now: datetime, li: Client) -> None:
    lives.draft(cast.home, now, title="关于护林员工资的建议")
    assert "护林员工资" in text_of(li.get(at("new")))


def test_new_is_for_deputies(cast: Cast) -> None:
    answer = cast.client("wang").post(at("new"))
    assert answer.status_code == 403
    assert "只有代表可以提出建议" in text_of(answer)


def test_details_offers_units_by_pinyin_and_keeps_the_choice(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    page = text_of(li.get(at("details", draft)))
    assert 'data-keys="jiaoyuting jyt 教育厅"' in page
    assert "卫生健康委员会" in page
    unit = cast.home.units["health"]
    answer = li.post(
        at("details", draft), CHOSE | {"version": 0, "wished_units": [unit.pk], "consent": "title"}
    )
    assert answer.url == at("check", draft)
    assert list(fresh(draft).wished_units.all()) == [unit]
    assert fresh(draft).consent == "title"
    assert fresh(draft).title == lives.TITLE


def test_details_refuses_a_unit_of_another_congress(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    stranger = cast.neighbour.units["health"]
    li.post(at("details", draft), CHOSE | {"version": 0, "wished_units": [stranger.pk]})
    assert not fresh(draft).wished_units.exists()


def test_details_asks_how_it_was_formed(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    assert "请选一项" in text_of(li.post(at("details", draft), CHOSE | {"version": 0, "formed_by": ""}))


def test_check_says_what_follows_and_by_when(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    answer = li.get(at("check", draft))
    ahead = answer.context["ahead"]
    assert f"在 5 个工作日内（{ahead.by}前）审核" in text_of(answer)
    assert ahead.due > now.date()
    assert "怎么算的" in text_of(answer)


def test_check_in_session_leads_to_the_delegation(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    cast.home.open_session(now)
    assert "第一代表团在" in text_of(li.get(at("check", draft)))


def test_check_points_at_numbers_of_people_and_at_two_matters(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(
        cast.home,
        now,
        title="关于修路的建议；关于修桥的建议",
        situation="联系人13800138000，身份证11010519491231002X。",
    )
    page = text_of(li.get(at("check", draft)))
    assert "不止一件事" in page
    assert "“联系人138******00，身份证110*************2X…”" in page
    assert "文中有身份证号" in page
    assert f"{at('write', draft)}#id_situation" in page
    assert f"{at('write', draft)}#id_title" in page


def test_check_of_an_empty_draft_says_what_is_missing(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now, proposals="")
    page = text_of(li.get(at("check", draft)))
    assert "请先写具体建议" in page
    assert at("submit", draft) not in page


def test_submit_leads_to_a_page_that_says_what_happens(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    answer = li.post(at("submit", draft), {"version": draft.edition}, follow=True)
    assert answer.redirect_chain[-1][0] == at("sent", draft)
    assert "将在 5 个工作日内" in text_of(answer)
    assert fresh(draft).state == S.REVIEW


def test_submit_pressed_twice_is_sent_once(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    for _press in range(2):
        assert li.post(at("submit", draft), {"version": draft.edition}).url == at("sent", draft)
    assert fresh(draft).revisions.count() == 1


def test_submit_of_a_text_changed_meanwhile_is_held_back(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    li.post(at("save", draft), WROTE | {"version": 0})
    answer = li.post(at("submit", draft), {"version": 0})
    assert answer.status_code == 409
    assert "请再看一遍" in text_of(answer)
    assert fresh(draft).state == S.DRAFT


def test_submit_without_proposals_is_refused_with_the_reason(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now, proposals="")
    answer = li.post(at("submit", draft), {"version": draft.edition})
    assert answer.status_code == 403
    assert "请先写具体建议" in text_of(answer)


def test_sent_after_the_gates_leads_to_the_case(cast: Cast, now: datetime, li: Client) -> None:
    case = lives.accepted(cast.home, now)
    assert li.get(at("sent", case)).url == at("case", case)


@pytest.mark.parametrize("page", ["write", "details", "check"])
def test_a_draft_is_nobody_elses(cast: Cast, now: datetime, page: str) -> None:
    draft = lives.draft(cast.home, now)
    for key in ("wu", "wang", "chen"):
        assert cast.client(key).get(at(page, draft)).status_code == 404
    assert cast.neighbour.client("li").get(at(page, draft)).status_code == 404


def test_withdraw_names_the_thing_and_keeps_the_reason(cast: Cast, now: datetime, li: Client) -> None:
    case = lives.assigned(cast.home, now)
    page = text_of(li.get(at("withdraw", case)))
    assert "洞庭湖区农村安全饮水" in page
    assert "办理终止" in page
    li.post(at("withdraw", case), {"reason": "问题已经解决", "seen": case.trail_seq})
    assert fresh(case).state == S.WITHDRAWN


def test_withdraw_is_the_lead_deputys(cast: Cast, now: datetime) -> None:
    case = lives.assigned(cast.home, now)
    assert cast.client("wang").get(at("withdraw", case)).status_code == 403
    assert cast.client("wang").post(at("withdraw", case), {"seen": case.trail_seq}).status_code == 403
    assert fresh(case).state == S.HANDLING


def test_discard_asks_once_naming_the_draft(cast: Cast, now: datetime, li: Client) -> None:
    draft = lives.draft(cast.home, now)
    asked = li.post(at("discard", draft))
    assert "删除草稿《关于加快补齐" in text_of(asked)
    assert fresh(draft).state == S.DRAFT
    assert li.post(at("discard", draft), {"confirmed": "1"}).url == at("mine")
    assert li.get(at("mine")).context["cards"] == []


def test_discard_is_not_for_what_was_sent(cast: Cast, now: datetime, li: Client) -> None:
    case = lives.returned(cast.home, now)
    assert li.post(at("discard", case), {"confirmed": "1"}).status_code == 403


def test_rate_shows_the_answer_and_asks_once(cast: Cast, now: datetime, li: Client) -> None:
    case = lives.replied(cast.home, now)
    page = text_of(li.get(at("rate", case)))
    assert "湘水函〔2026〕61号" in page
    assert "二十三个村已全部列入今年项目" in page
    judged = {"attitude": "satisfied", "result": "basic", "comment": "", "seen": case.trail_seq}
    assert "收齐以后不能改" in text_of(li.post(at("rate", case), judged))
    assert fresh(case).state == S.REPLIED
    assert li.post(at("rate", case), judged | {"confirmed": "1"}).url == at("case", case)
    assert fresh(case).final_rating == "basic"


def test_rate_dissatisfied_must_say_why(cast: Cast, now: datetime, li: Client) -> None:
    case = lives.replied(cast.home, now)
    judged = {"attitude": "satisfied", "result": "dissatisfied", "comment": "不够", "confirmed": "1"}
    answer = li.post(at("rate", case), judged)
    assert "至少 20 个字" in text_of(answer)
    assert ">不够</textarea>" in text_of(answer).replace("\n", "")
    assert not Rating.objects.everywhere("test").exists()
    said = "七个村没有写清资金从哪里来，请补充资金来源和完成时间。"
    answer = li.post(at("rate", case), judged | {"comment": said}, follow=True)
    assert "提出再办意见" in text_of(answer)
    assert fresh(case).final_rating == "dissatisfied"


def test_rate_is_for_those_who_signed(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    answer = cast.client("wu").get(at("rate", case))
    assert answer.status_code == 403
    assert "由提出建议的代表评价" in text_of(answer)


def test_home_greets_the_deputy_with_what_waits(cast: Cast, now: datetime, li: Client) -> None:
    lives.replied(cast.home, now)
    page = text_of(li.get("/"))
    assert "李建国代表" in page
    assert "评价答复" in page
    assert "我的建议" in page


def test_home_of_staff_is_the_to_do_list(cast: Cast, now: datetime, at_most_queries: Any) -> None:
    lives.submitted(cast.home, now)
    wang = cast.client("wang")
    with at_most_queries(12):
        page = text_of(wang.get("/"))
    assert "待办 1 件" in page
    assert "立案编号" in page


def test_home_of_one_who_holds_nothing_says_so(cast: Cast) -> None:
    assert "这个账号还没有职务" in text_of(cast.client("sun").get("/"))


@pytest.mark.parametrize("page", ["mine", "new"])
def test_pages_before_sign_in_lead_to_the_door(client: Client, db: None, page: str) -> None:
    assert client.get(at(page)).url.startswith("/accounts/")


def test_a_long_title_is_shown_in_full(cast: Cast, now: datetime, li: Client) -> None:
    say.submit(lives.draft(cast.home, now, title=LONG), actor=cast.li, at=now)
    assert LONG[2:-3] in "".join(
        text_of(li.get(at("mine"))).replace("</span>", "").split('<span class="cl">')
    )
