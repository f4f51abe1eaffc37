"""The pages on which several names come together under one suggestion."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from lianluo.congress.models import Rule
from lianluo.notices.models import Notice
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.todo import todo_entries
from lianluo.suggestions.states import Kind
from lianluo.suggestions.tests import lives
from lianluo.trail.steps import Refused, Stale
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(cast: Cast, now: datetime) -> Suggestion:
    return lives.draft(cast.home, now)


@pytest.fixture
def asked(cast: Cast, now: datetime, draft: Suggestion) -> Suggestion:
    """Li asked Wu."""
    say.invite(draft, [cast.home.seats["wu"]], actor=cast.li, at=now)
    return draft


def at(name: str, case: Suggestion, *args: Any) -> str:
    return reverse(f"suggestions:{name}", args=[case.pk, *args])


def read(answer: Any) -> str:
    return str(answer.content.decode()).replace("<wbr>", "")


def need(cast: Cast, key: str, value: Any) -> None:
    Rule.objects.create(congress=cast.home.congress, key=key, value=value, valid_from=TODAY)


def seats(cast: Cast, *keys: str) -> list[int]:
    return sorted(cast.home.seats[key].pk for key in keys)


def test_li_invites_a_whole_delegation(cast: Cast, draft: Suggestion) -> None:
    group = cast.home.delegations[0].pk
    answer = cast.client("li").post(at("invite", draft), {"delegation": group}, follow=True)
    assert "已邀请 1 名代表联名" in read(answer)
    draft.refresh_from_db()
    assert draft.invited_ids == seats(cast, "wu")


def test_li_picks_deputies_by_name_or_initials(cast: Cast, draft: Suggestion) -> None:
    person = cast.home.seats["zhou"].person
    person.pinyin, person.initials = "zhouzhiqiang", "zzq"
    person.save()
    page = read(cast.client("li").get(at("invite", draft)))
    assert 'data-keys="zhouzhiqiang zzq 周志强 第二代表团"' in page
    cast.client("li").post(at("invite", draft), {"deputies": seats(cast, "wu", "zhou")})
    draft.refresh_from_db()
    assert draft.invited_ids == seats(cast, "wu", "zhou")


def test_nobody_chosen_says_so_and_keeps_the_page(cast: Cast, draft: Suggestion) -> None:
    assert "请选择要邀请的代表" in read(cast.client("li").post(at("invite", draft), {}))


def test_the_list_says_who_answered_what(cast: Cast, now: datetime, asked: Suggestion) -> None:
    say.invite(asked, [cast.home.seats["zhou"]], actor=cast.li, at=now)
    say.cosign(asked, actor=cast.wu, at=now)
    say.decline(asked, actor=cast.zhou, at=now, note="本人正在牵头另一件。")
    page = read(cast.client("li").get(at("invite", asked)))
    assert "已确认 1 人，等待 0 人" in page
    assert "本人正在牵头另一件" in page


def test_an_invitation_is_taken_back(cast: Cast, asked: Suggestion) -> None:
    wu = cast.home.seats["wu"]
    assert cast.client("wu").get(at("cosign", asked)).status_code == 200
    cast.client("li").post(at("invite_back", asked, wu.pk))
    assert cast.client("wu").get(at("cosign", asked)).status_code == 404


def test_a_reminder_goes_out_once_a_day(cast: Cast, now: datetime, asked: Suggestion) -> None:
    with pytest.raises(Refused, match="明天可以再提醒"):
        say.remind_invited(asked, actor=cast.li, at=now + timedelta(hours=1))
    assert say.remind_invited(asked, actor=cast.li, at=now + timedelta(days=1)) == 1
    told = Notice.objects.within(cast.home.congress.scope).filter(key="suggestion.invited")
    assert told.filter(account=cast.home.accounts["wu"]).count() == 2


def test_an_invitation_is_told_to_the_new_ones_only(cast: Cast, now: datetime, asked: Suggestion) -> None:
    say.invite(asked, [cast.home.seats["zhou"]], actor=cast.li, at=now)
    told = Notice.objects.within(cast.home.congress.scope).filter(key="suggestion.invited")
    assert sorted(told.values_list("account__username", flat=True)) == ["wu", "zhou"]


def test_it_waits_on_the_co_signers_list(cast: Cast, now: datetime, asked: Suggestion) -> None:
    entry = next(one for one in todo_entries(cast.wu, now) if one.key == f"suggestions:{asked.pk}")
    assert entry.action_url == at("cosign", asked)
    assert "邀请您联名" in read(cast.client("wu").get(reverse("suggestions:mine")))


def test_wu_reads_and_confirms_and_twice_is_once(cast: Cast, asked: Suggestion) -> None:
    wu = cast.client("wu")
    assert "二十三个村" in read(wu.get(at("cosign", asked)))
    for _time in range(2):
        answer = wu.post(at("cosign", asked), {"version": asked.edition}, follow=True)
        assert "已确认联名" in read(answer)
    asked.refresh_from_db()
    assert (asked.signer_ids, asked.kind) == (seats(cast, "li", "wu"), Kind.JOINT)


def test_a_text_that_changed_meanwhile_is_read_again_first(
    cast: Cast, now: datetime, asked: Suggestion
) -> None:
    say.save_draft(asked, lives.text(proposals="一、换了一条，要求今年完成。"), actor=cast.li, at=now)
    answer = cast.client("wu").post(at("cosign", asked), {"version": 0})
    assert answer.status_code == 409
    assert "请再看一遍" in read(answer)


def test_wu_sees_what_changed_since_the_last_yes(cast: Cast, now: datetime, asked: Suggestion) -> None:
    say.cosign(asked, actor=cast.wu, at=now)
    say.save_draft(
        asked, lives.text(proposals="一、把二十六个村纳入农村供水保障项目。"), actor=cast.li, at=now
    )
    page = read(cast.client("wu").get(at("cosign", asked)))
    assert "您确认以后，正文改了这些" in page
    assert "<del>" in page
    assert "<ins>" in page


def test_the_check_page_says_plainly_who_is_missing(cast: Cast, now: datetime, asked: Suggestion) -> None:
    say.cosign(asked, actor=cast.wu, at=now)
    say.save_draft(asked, lives.text(proposals="一、换了一条，要求今年完成。"), actor=cast.li, at=now)
    page = read(cast.client("li").get(at("check", asked)))
    assert "还有 1 名代表没有确认现在的正文" in page
    assert "吴秀兰" in page


def test_too_few_names_are_said_before_sending(cast: Cast, now: datetime, asked: Suggestion) -> None:
    need(cast, "suggestion.movers", 2)
    page = read(cast.client("li").get(at("check", asked)))
    assert "至少要 2 名代表联名，现在有 1 名" in page
    with pytest.raises(Refused, match="至少要 2 名"):
        say.submit(asked, actor=cast.li, at=now)
    say.cosign(asked, actor=cast.wu, at=now)
    say.submit(asked, actor=cast.li, at=now)
    assert asked.state == "review"


def test_decline_twice_gives_the_same_answer(cast: Cast, asked: Suggestion) -> None:
    wu = cast.client("wu")
    for _time in range(2):
        assert "已答复不参加联名" in read(wu.post(at("decline", asked), {"note": "下次"}, follow=True))


def test_leaving_needs_a_reason_and_goes_on_record(cast: Cast, now: datetime, asked: Suggestion) -> None:
    say.cosign(asked, actor=cast.wu, at=now)
    say.submit(asked, actor=cast.li, at=now)
    wu = cast.client("wu")
    assert "请写明原因" in read(wu.post(at("uncosign", asked), {"reason": ""}))
    wu.post(at("uncosign", asked), {"reason": "情况已经解决。"})
    page = read(cast.client("li").get(at("case", asked)))
    assert "情况已经解决" in page
    assert "已退出：吴秀兰" in page


def test_zhou_asks_to_join_instead_of_a_copy(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    cast.client("zhou").post(at("join", case), {"note": "我也走访过七个村。"})
    case.refresh_from_db()
    assert case.asking_ids == seats(cast, "zhou")
    entry = next(one for one in todo_entries(cast.li, now) if one.key == f"suggestions:{case.pk}")
    assert entry.action_url == at("admit", case)
    li = cast.client("li")
    assert "我也走访过七个村" in read(li.get(at("admit", case)))
    form = {"seat": cast.home.seats["zhou"].pk, "answer": "admit"}
    assert "周志强代表已加入联名" in read(li.post(at("admit", case), form, follow=True))
    case.refresh_from_db()
    assert (case.signer_ids, case.asking_ids) == (seats(cast, "li", "zhou"), [])


def test_zhou_is_turned_down_and_told(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    say.ask_to_join(case, actor=cast.zhou, at=now)
    cast.client("li").post(at("admit", case), {"seat": cast.home.seats["zhou"].pk, "answer": "no"})
    case.refresh_from_db()
    assert (case.signer_ids, case.asking_ids) == (seats(cast, "li"), [])
    told = Notice.objects.within(cast.home.congress.scope).filter(key="suggestion.turned_down")
    assert [one.account_id for one in told] == [cast.zhou.account_id]


def test_nobody_joins_twice_or_what_is_with_a_unit(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    say.ask_to_join(case, actor=cast.zhou, at=now)
    with pytest.raises(Refused, match="已申请联名"):
        say.ask_to_join(case, actor=cast.zhou, at=now)
    with pytest.raises(Refused, match="办理中"):
        say.ask_to_join(lives.assigned(cast.home, now), actor=cast.zhou, at=now)


def test_a_stale_look_is_never_sent(cast: Cast, now: datetime, draft: Suggestion) -> None:
    say.save_draft(draft, lives.text(proposals="一、换了一条，要求今年完成。"), actor=cast.li, at=now)
    with pytest.raises(Stale, match="再看一遍"):
        say.submit(draft, actor=cast.li, at=now, edition=0)
