"""A suggestion on paper: Wang takes it in, the deputy confirms it, makes it a draft, or says it is not so."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate

from lianluo.notices.models import Notice
from lianluo.people.roles import SeatState
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import FORM, SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Attachment, Event
from lianluo.trail.steps import Refused
from lianluo.trail.verify import verify_case
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(cast: Cast, now: datetime) -> Suggestion:
    return lives.entered(cast.home, now)


def at(case: Suggestion) -> str:
    return reverse("suggestions:confirm", args=[case.pk])


def read(answer: Any) -> str:
    return str(answer.content.decode()).replace("<wbr>", "")


def sheet(name: str = "建议专用纸.pdf", body: bytes = b"%PDF-1.7\n") -> Any:
    return SimpleUploadedFile(name, body)


def form(cast: Cast, now: datetime, **changes: Any) -> dict[str, Any]:
    """The form as Wang fills it in for Li."""
    text = lives.text()
    facts: dict[str, Any] = {
        "seat": cast.home.seats["li"].pk,
        "received_on": localdate(now).isoformat(),
        "form": sheet(),
        "title": text.title,
        "situation": text.situation,
        "proposals": text.proposals,
        "formed_by": "research",
        "raised_before": "no",
        "reply_wanted": "True",
        "consent": "full",
        "confidential": "False",
    }
    return facts | changes


def enter(cast: Cast, key: str, facts: dict[str, Any]) -> Any:
    return cast.client(key).post(reverse("suggestions:enter"), facts, follow=True)


def made() -> list[Suggestion]:
    return list(Suggestion.objects.everywhere("test"))


def test_wang_takes_it_in_and_li_is_told(cast: Cast, now: datetime) -> None:
    assert "已录入，等李建国代表确认" in read(enter(cast, "wang", form(cast, now)))
    (case,) = made()
    assert (case.state, case.lead, case.number) == (SuggestionState.ENTERED, cast.home.seats["li"], "")
    told = Notice.objects.within(cast.home.congress.scope).filter(key="suggestion.entered")
    assert [one.account_id for one in told] == [cast.li.account_id]
    event = Event.objects.everywhere("test").get(case_type="suggestion", case_id=case.pk, move="enter")
    assert [one["name"] for one in event.facts["files"]] == ["建议专用纸.pdf"]


def test_the_same_checks_are_said_to_who_types_and_to_who_confirms(cast: Cast, now: datetime) -> None:
    typed = form(cast, now, situation="村支书王某１３８　００１３　８０００反映，枯水期水质不稳定。")
    page = read(enter(cast, "wang", typed))
    assert "请对照纸质件再看一眼" in page
    assert "村支书王某138******00反映" in page
    (case,) = made()
    page = read(cast.client("li").get(at(case)))
    assert "文中有电话号码" in page
    assert "转为自己的草稿再改" in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seat": ""}, "请选择代表"),
        ({"form": ""}, "请上传纸质建议的扫描件"),
        ({"form": sheet("a.exe", b"MZ 1234")}, "只接受"),
        ({"received_on": "2099-01-01"}, "收到日期不能晚于今天"),
        ({"proposals": ""}, "请写具体建议"),
    ],
)
def test_what_is_missing_is_said_and_the_text_stays(
    cast: Cast, now: datetime, changes: dict[str, Any], said: str
) -> None:
    page = read(enter(cast, "wang", form(cast, now, **changes)))
    assert said in page
    assert "仍有二十三个村依靠单村水源供水" in page
    assert made() == []


def test_nobody_reads_it_until_it_is_confirmed(cast: Cast, paper: Suggestion) -> None:
    page = reverse("suggestions:case", args=[paper.pk])
    seen = {
        key: cast.client(key).get(page).status_code for key in ("li", "wang", "wu", "qian", "zhao", "chen")
    }
    assert seen == {"li": 200, "wang": 200, "wu": 404, "qian": 404, "zhao": 404, "chen": 404}


def test_li_confirms_and_twice_is_once(cast: Cast, paper: Suggestion) -> None:
    li = cast.client("li")
    assert "照原样录入" in read(li.get(at(paper)))
    for _time in range(2):
        assert "已提交" in read(li.post(at(paper), {"answer": "confirm"}, follow=True))
    paper.refresh_from_db()
    assert paper.state == SuggestionState.REVIEW
    rows = Event.objects.everywhere("test").filter(case_type="suggestion", case_id=paper.pk, move="confirm")
    assert rows.count() == 1
    assert verify_case(paper).broken is None


def test_in_session_it_goes_to_the_delegation(cast: Cast, now: datetime) -> None:
    cast.home.open_session(now - timedelta(days=1))
    paper = lives.entered(cast.home, now)
    say.submit(paper, actor=cast.li, at=now)
    assert paper.state == SuggestionState.DELEGATION_REVIEW


def test_li_did_not_raise_it(cast: Cast, paper: Suggestion) -> None:
    li, answer = cast.client("li"), {"answer": "disown", "note": "我没有交过这件。", "seen": paper.trail_seq}
    for _time in range(2):
        assert "已答复不是您提的" in read(li.post(at(paper), answer, follow=True))
    paper.refresh_from_db()
    assert (paper.state, paper.submitted_at) == (SuggestionState.WITHDRAWN, None)
    told = Notice.objects.within(cast.home.congress.scope).filter(key="suggestion.disowned")
    assert [one.account_id for one in told] == [cast.wang.account_id]


def test_li_makes_it_a_draft_and_the_scan_stays(cast: Cast, now: datetime, paper: Suggestion) -> None:
    answer = {"answer": "take_over", "seen": paper.trail_seq}
    assert "已转为您的草稿" in read(cast.client("li").post(at(paper), answer, follow=True))
    paper.refresh_from_db()
    assert paper.state == SuggestionState.DRAFT
    scan = Attachment.objects.within(cast.home.congress.scope).get(case_id=paper.pk, kind=FORM)
    with pytest.raises(Refused, match="扫描件"):
        say.drop_file(paper, scan, actor=cast.li)


def test_only_the_deputy_answers(cast: Cast, now: datetime, paper: Suggestion) -> None:
    for step in (say.submit, say.take_over, say.disown):
        with pytest.raises(Refused):
            step(paper, actor=cast.wang, at=now)
    paper.refresh_from_db()
    assert paper.state == SuggestionState.ENTERED


def test_between_sessions_only_the_deputies_body_takes_in(cast: Cast, now: datetime) -> None:
    facts = {"received_on": localdate(now), "form": sheet(), "at": now}
    seat = cast.home.seats["li"]
    for actor in (cast.he, cast.lin):
        with pytest.raises(Refused, match="闭会期间由联工委代录"):
            say.enter(seat, lives.text(), actor=actor, **facts)
    with pytest.raises(Refused, match="工作人员代录"):
        say.enter(seat, lives.text(), actor=cast.wu, **facts)


def test_in_session_the_delegation_takes_in_for_its_own(cast: Cast, now: datetime) -> None:
    cast.home.open_session(now - timedelta(days=1))
    facts = {"received_on": localdate(now), "actor": cast.he, "at": now}
    assert say.enter(cast.home.seats["li"], lives.text(), form=sheet(), **facts).state == "entered"
    with pytest.raises(Refused, match="本代表团"):
        say.enter(cast.home.seats["zhou"], lives.text(), form=sheet(), **facts)


def test_nobody_takes_in_for_next_door_or_for_one_who_left(cast: Cast, now: datetime) -> None:
    facts = {"received_on": localdate(now), "actor": cast.wang, "at": now}
    with pytest.raises(Refused, match="本级人大"):
        say.enter(cast.neighbour.seats["li"], lives.text(), form=sheet(), **facts)
    seat = cast.home.seats["li"]
    seat.state = SeatState.SUSPENDED
    with pytest.raises(Refused, match="在任代表"):
        say.enter(seat, lives.text(), form=sheet(), **facts)
    assert made() == []
