"""公开: what waits, who decides how much goes out, and that nothing else does."""

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from lianluo.congress.models import Rule
from lianluo.figures.counting import number
from lianluo.figures.periods import Period
from lianluo.figures.registry import FIGURES
from lianluo.suggestions import public
from lianluo.suggestions import services as say
from lianluo.suggestions.masking import mask, private
from lianluo.suggestions.models import Publication, Suggestion
from lianluo.suggestions.states import Consent, PublicationState
from lianluo.suggestions.tests import lives
from lianluo.trail import clocks
from lianluo.trail.refusals import Refused
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.django_db
PHONE, IDENTITY = "13875310001", "43010419800101001X"
SECRETS = f"联系人手机{PHONE}，座机0731-85001234，证件{IDENTITY}，邮箱a.b@hn.cn。"


def texts(case: Suggestion) -> Publication:
    one: Publication = case.publications.select_related("suggestion__congress", "congress").get(kind="text")
    return one


def reply_of(case: Suggestion) -> Publication:
    rows = case.publications.select_related("suggestion__congress", "congress", "reply__handling__unit")
    one: Publication = rows.get(kind="reply")
    return one


def edition(one: Publication, **changes: str) -> say.Edition:
    return say.Edition(**{"title": one.title, "body": one.body} | changes)


def put_out(cast: Cast, one: Publication, now: datetime, level: str = "full") -> None:
    say.publish(one, level, edition=edition(one), actor=cast.wang, at=now)


def read(page: Any) -> str:
    """The page without the marks at which a line may break."""
    return str(page.content.decode()).replace("<wbr>", "")


def seen(cast: Cast) -> list[public.PublicSuggestion]:
    return public.published(cast.home.congress.scope)


def test_an_accepted_text_waits_and_its_days_run_from_the_reply(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    one = texts(case)
    assert (one.state, one.proposal, one.due_on) == (PublicationState.REVIEW, "full", None)
    case = lives.replied(cast.home, now)
    for waiting in (texts(case), reply_of(case)):
        assert [clock.kind for clock in clocks.of(waiting)] == ["publish"]
        assert waiting.due_on == clocks.of(waiting)[0].due_on
    assert seen(cast) == []


def test_published_in_full_it_reads_as_decided_and_the_clock_stops(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    put_out(cast, texts(case), now)
    put_out(cast, reply_of(case), now)
    (shown,) = seen(cast)
    assert shown.title == lives.TITLE
    assert "把二十三个村纳入" in shown.body
    assert shown.proposers == "李建国"
    assert [reply.answer_class for reply in shown.replies] == ["B"]
    assert "全部列入今年项目" in shown.replies[0].body
    assert all(clock.stopped_at for clock in clocks.of(texts(case)))


def test_contacts_are_masked_and_a_text_with_contacts_left_stays_in(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now, situation=SECRETS)
    one = texts(case)
    assert one.masked == 4
    with pytest.raises(Refused, match=PHONE):
        say.publish(one, "full", edition=edition(one, body=f"请打{PHONE}"), actor=cast.wang, at=now)
    put_out(cast, one, now)
    out = json.dumps([asdict(row) for row in seen(cast)], default=str, ensure_ascii=False)
    for secret in (PHONE, IDENTITY, "85001234", "a.b@hn.cn"):
        assert secret not in out
    assert "（电话略）" in out
    case.refresh_from_db()
    assert PHONE in case.situation


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("电话138 7531 0001", 1),
        ("１３８７５３１０００１", 1),
        ("（0731）85001234", 1),
        ("0731-85001234转8", 1),
        ("43010419800101001x", 1),
        ("总投资13875310001234元", 0),
        ("2026年5月20日，12345热线", 0),
    ],
)
def test_what_counts_as_a_contact(text: str, found: int) -> None:
    assert len(private(text)) == found
    assert private(mask(text)) == []
    assert (mask(text) == text) is (found == 0)


def test_title_only_is_title_only_whatever_is_tried(cast: Cast, now: datetime) -> None:
    case = lives.replied_with(cast.home, now, consent=Consent.TITLE)
    for one in (texts(case), reply_of(case)):
        assert one.proposal == "title"
        for level in ("full", "summary"):
            with pytest.raises(Refused, match="只同意公开标题"):
                put_out(cast, one, now, level)
        put_out(cast, one, now, "title")
    (shown,) = seen(cast)
    assert (shown.body, shown.replies[0].body) == ("", "")


@pytest.mark.parametrize(("attribute", "why"), [("withheld", "不予公开"), ("request", "依申请公开")])
def test_the_units_attribute_holds_for_its_reply(cast: Cast, now: datetime, attribute: str, why: str) -> None:
    case = lives.signed_for(cast.home, now)
    lives.give_answer(cast.home, case, now, public_attribute=attribute, withheld_reason="涉及商业秘密")
    one = reply_of(case)
    with pytest.raises(Refused, match=why):
        put_out(cast, one, now)
    put_out(cast, texts(case), now)
    put_out(cast, one, now, "title")
    (shown,) = seen(cast)
    assert shown.body
    assert shown.replies[0].body == ""


def refuse_on_the_form(case: Suggestion, cast: Cast, now: datetime) -> None:
    from lianluo.suggestions.flow import SUGGESTION
    from lianluo.trail.steps import advance

    facts = {"publish_agreed": False, "round": 1, "attitude": "satisfied", "result": "satisfied"}
    advance(SUGGESTION, case, "rate", actor=cast.li, at=now, facts=facts)


def test_a_deputy_who_says_no_on_the_form_takes_the_reply_back(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    put_out(cast, texts(case), now)
    put_out(cast, reply_of(case), now)
    refuse_on_the_form(case, cast, now)
    assert reply_of(case).state == PublicationState.TAKEN_BACK
    with pytest.raises(Refused, match="不同意公开答复"):
        put_out(cast, reply_of(case), now)
    (shown,) = seen(cast)
    assert shown.replies == ()
    put_out(cast, reply_of(case), now, "title")
    assert seen(cast)[0].replies[0].body == ""


def test_a_deputy_who_says_no_before_the_review_leaves_the_title(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    refuse_on_the_form(case, cast, now)
    assert (reply_of(case).proposal, reply_of(case).state) == ("title", PublicationState.REVIEW)


def test_withheld_says_its_reason_and_nothing_else(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    one = texts(case)
    with pytest.raises(Refused, match="请选择不公开的理由"):
        say.withhold(one, reason="", actor=cast.wang, at=now)
    with pytest.raises(Refused, match="请写明原因"):
        say.withhold(one, reason="OTHER", actor=cast.wang, at=now)
    say.withhold(one, reason="PRIVACY", actor=cast.wang, at=now)
    assert seen(cast) == []
    (row,) = public.directory(cast.home.congress.scope)
    assert (row.number, row.title, row.reason) == (case.number, "", "涉及个人隐私")


def test_taken_back_it_is_gone_and_may_go_out_again(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    put_out(cast, texts(case), now)
    with pytest.raises(Refused, match="请写明撤下的理由"):
        say.take_back_public(texts(case), reason=" ", actor=cast.wang, at=now)
    say.take_back_public(texts(case), reason="文中数据有误。", actor=cast.wang, at=now)
    assert seen(cast) == []
    assert public.directory(cast.home.congress.scope) == []
    put_out(cast, texts(case), now + timedelta(days=1), "title")
    assert seen(cast)[0].level == "title"


def test_what_the_deputy_withdraws_is_out_no_longer(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    put_out(cast, texts(case), now)
    say.withdraw(case, actor=cast.li, at=now, reason="已解决")
    assert texts(case).state == PublicationState.TAKEN_BACK
    assert seen(cast) == []
    with pytest.raises(Refused, match="不再办理"):
        put_out(cast, texts(case), now)


def test_names_stand_there_by_rule(cast: Cast, now: datetime) -> None:
    Rule.objects.create(congress=cast.home.congress, key="publish.name", value=False, valid_from=TODAY)
    put_out(cast, texts(lives.accepted(cast.home, now)), now)
    assert seen(cast)[0].proposers == ""


@pytest.mark.parametrize(
    ("rule", "proposal"), [("full", "full"), ("summary", "summary"), ("title", "title"), ("none", "withheld")]
)
def test_what_is_proposed_follows_the_rule(cast: Cast, now: datetime, rule: str, proposal: str) -> None:
    Rule.objects.create(congress=cast.home.congress, key="publish.default", value=rule, valid_from=TODAY)
    assert texts(lives.accepted(cast.home, now)).proposal == proposal


def test_only_the_deputies_body_decides(cast: Cast, now: datetime) -> None:
    one = texts(lives.accepted(cast.home, now))
    for key in ("li", "zhao", "gao", "guo", "chen", "he"):
        with pytest.raises(Refused, match="由联工委审核公开"):
            say.publish(one, "full", edition=edition(one), actor=cast.home.actor(key), at=now)
    with pytest.raises(Refused):
        say.publish(one, "withheld", edition=edition(one), actor=cast.wang, at=now)


def test_the_neighbour_publishes_its_own(cast: Cast, now: datetime) -> None:
    put_out(cast, texts(lives.accepted(cast.home, now)), now)
    assert public.published(cast.neighbour.congress.scope) == []
    assert public.published(cast.lower.congress.scope) == []


def test_nothing_leaks_whatever_was_decided_before(cast: Cast, now: datetime) -> None:
    """Rows that no service writes: the conditions stand in the query too."""
    case = lives.replied(cast.home, now)
    put_out(cast, texts(case), now)
    put_out(cast, reply_of(case), now)
    rows = Suggestion.objects.within(cast.home.congress.scope).filter(pk=case.pk)
    rows.update(consent=Consent.TITLE)
    assert seen(cast) == []
    rows.update(consent=Consent.FULL)
    case.handlings.get().replies.update(public_attribute="request")
    assert seen(cast)[0].replies == ()


def test_many_go_out_at_once_as_proposed_but_not_those_to_look_at(cast: Cast, now: datetime) -> None:
    plain = [texts(lives.accepted(cast.home, now)) for _ in range(2)]
    phones = texts(lives.accepted(cast.home, now, situation=SECRETS))
    client, url = cast.client("wang"), "/suggestions/publications/"
    keys = {"do": "bulk", "bulk": "publish", "pk": [str(one.pk) for one in (*plain, phones)]}
    asked = client.post(url, keys)
    assert "请逐件核对隐去后的文本" in asked.content.decode()
    client.post(url, keys | {"confirmed": "1"})
    states = [texts(one.suggestion).state for one in (*plain, phones)]
    assert states == ["full", "full", "review"]


def test_the_page_shows_both_texts_and_asks_once(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now, situation=SECRETS)
    client, url = cast.client("wang"), f"/suggestions/publications/{texts(case).pk}/"
    page = client.get(url).content.decode()
    assert PHONE in page
    assert "（电话略）" in page
    one = texts(case)
    form = {"level": "full", "title": one.title, "body": one.body, "seen": one.trail_seq}
    asked = client.post(url, form)
    assert "可能已被转载" in asked.content.decode()
    assert texts(case).state == "review"
    for _ in range(2):  # a double click
        assert client.post(url, form | {"confirmed": "1"}).status_code == 302
    assert texts(case).state == "full"


def test_an_edited_edition_is_kept_before_it_goes_out(cast: Cast, now: datetime) -> None:
    one = texts(lives.accepted(cast.home, now))
    client, url = cast.client("wang"), f"/suggestions/publications/{one.pk}/"
    form = {
        "level": "full",
        "title": "改过的标题",
        "body": "改过的正文",
        "seen": one.trail_seq,
        "act": "save",
    }
    client.post(url, form)
    kept = texts(one.suggestion)
    assert (kept.state, kept.title, kept.body) == ("review", "改过的标题", "改过的正文")


def test_who_comes_second_reads_who_was_faster(cast: Cast, now: datetime) -> None:
    one = texts(lives.accepted(cast.home, now))
    put_out(cast, one, now)
    form = {"level": "title", "title": one.title, "body": "", "seen": one.trail_seq - 1, "confirmed": "1"}
    answer = cast.client("qian").post(f"/suggestions/publications/{one.pk}/", form)
    assert answer.status_code == 409
    assert "王敏" in answer.content.decode()


def test_the_directory_for_people_and_for_machines(cast: Cast, now: datetime) -> None:
    put_out(cast, texts(lives.accepted(cast.home, now, title="=1+1关于农村饮水的建议")), now)
    kept = texts(lives.accepted(cast.home, now))
    say.withhold(kept, reason="STATE", actor=cast.wang, at=now)
    client = cast.client("qian")
    items = json.loads(client.get("/suggestions/publications/directory.json").content)["items"]
    assert [(one["title"], one["reason"]) for one in items] == [
        ("=1+1关于农村饮水的建议", ""),
        ("", "涉及国家秘密"),
    ]
    sheet = load_workbook(BytesIO(client.get("/suggestions/publications/directory.xlsx").content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]][:2] == ["编号", "标题"]
    assert sheet.cell(2, 2).data_type == "s"


def test_everybody_who_sees_the_case_sees_it_as_the_public_does(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    url = f"/suggestions/{case.pk}/as-public/"
    assert "公众看不到这件建议" in cast.client("li").get(url).content.decode()
    put_out(cast, texts(case), now)
    page = cast.client("li").get(url).content.decode()
    assert "把二十三个村纳入" in page
    assert "全部列入今年项目" not in page


def test_the_case_page_says_what_is_public(cast: Cast, now: datetime) -> None:
    case = lives.replied(cast.home, now)
    put_out(cast, texts(case), now)
    say.withhold(reply_of(case), reason="TRADE", actor=cast.wang, at=now)
    page = read(cast.client("li").get(f"/suggestions/{case.pk}/"))
    assert "全文公开" in page
    assert "涉及商业秘密" in page
    assert "建议全文公开" in page


def test_figures_are_part_and_whole(cast: Cast, now: datetime) -> None:
    put_out(cast, texts(lives.accepted(cast.home, now)), now)
    put_out(cast, texts(lives.accepted(cast.home, now, consent=Consent.TITLE)), now, "title")
    lives.accepted(cast.home, now)
    found: dict[str, Any] = {
        key: number(FIGURES[key], cast.home.congress.scope, Period.year(2026))
        for key in ("suggestions.accepted", "suggestions.published", "suggestions.published_text")
    }
    assert found == {"suggestions.accepted": 3, "suggestions.published": 2, "suggestions.published_text": 1}


def test_the_to_do_list_has_one_line_for_all_of_them(cast: Cast, now: datetime) -> None:
    for _ in range(2):
        lives.replied(cast.home, now)
    page = read(cast.client("wang").get("/"))
    assert "4 份等您审核能不能公开" in page
    assert "等您审核能不能公开" not in read(cast.client("li").get("/"))


def test_a_name_that_is_kept_back_stops_the_text(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now, confidential=True, situation="我（李建国）走访了二十三个村。")
    with pytest.raises(Refused, match="代表要求不公开姓名，公开文本里还有：李建国"):
        put_out(cast, texts(case), now)
    one = texts(case)
    without = edition(one, body=one.body.replace("（李建国）", ""))
    say.publish(one, "full", edition=without, actor=cast.wang, at=now)
    assert [shown.proposers for shown in seen(cast)] == [""]
