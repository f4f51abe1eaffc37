"""一事一案: one text with two matters becomes two cases, waits for its deputy, and may become one again."""

import random
from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from lianluo.notices.models import Notice
from lianluo.suggestions import services as say
from lianluo.suggestions.dividing import BOTH, LANDS, cut, divide, paragraphs
from lianluo.suggestions.models import CoSignature, Division, Publication, Suggestion
from lianluo.suggestions.selectors.numbers import registered
from lianluo.suggestions.selectors.todo import todo_entries
from lianluo.suggestions.services.files import files_of
from lianluo.suggestions.states import Mode
from lianluo.suggestions.tests import lives
from lianluo.suggestions.tests.lives import TALK, TWO, again
from lianluo.trail.models import Clock, Event
from lianluo.trail.steps import Refused
from lianluo.trail.verify import verify_case
from tests.cast import Cast

LINES = st.text(st.sampled_from("一二三建议水。、 　\t\n\r"), max_size=60)


@given(LINES)
def test_cut_and_joined_it_is_the_same(text: str) -> None:
    parts = cut(text)
    assert "".join(parts) == (text if text.strip() else "")
    assert all(part.strip() for part in parts)


@given(LINES, LINES, st.integers())
def test_each_paragraph_lands_where_it_was_put_and_nowhere_else(one: str, two: str, seed: int) -> None:
    """Numbered, so that every paragraph is known again; in its field and in its order."""
    texts = [
        "".join(f"〔{name}{n}〕{part}" for n, part in enumerate(cut(text)))
        for name, text in (("甲", one), ("乙", two))
    ]
    rows = paragraphs(*texts)
    dice = random.Random(seed)
    lands = {row.key: dice.choice(LANDS) for row in rows}
    halves = divide(rows, lands, ("第一件", "第二件"))
    for half, side in zip(halves, LANDS, strict=False):
        for field in ("situation", "proposals"):
            wanted = [
                row.text.strip() for row in rows if row.field == field and lands[row.key] in (side, BOTH)
            ]
            got = [part.strip() for part in cut(getattr(half, field))]
            assert got == wanted


def text(answer: Any) -> str:
    return str(answer.content.decode()).replace("<wbr>", "")


def page(cast: Cast, who: str, name: str, case: Suggestion, **query: Any) -> str:
    return text(cast.client(who).get(reverse(f"suggestions:{name}", args=[case.pk]), query))


def moves_of(case: Suggestion) -> list[str]:
    rows = Event.objects.within(case.congress.scope).filter(case_type="suggestion", case_id=case.pk)
    return list(rows.order_by("seq").values_list("move", flat=True))


def told(cast: Cast, key: str) -> set[int]:
    rows = Notice.objects.within(cast.home.congress.scope).filter(key=f"suggestion.{key}")
    return set(rows.values_list("account", flat=True))


pytestmark = pytest.mark.django_db


def test_two_cases_each_with_its_own_words(cast: Cast, now: datetime) -> None:
    first, second = lives.divided(cast.home, now)
    assert (first.title, second.title) == ("关于农村饮水的建议", "关于村卫生室的建议")
    assert first.situation == "二十三个村依靠单村水源供水。"
    assert second.proposals == "二、给十一个村卫生室配医生。"
    assert (first.state, second.state, second.origin) == ("review", "review", first)
    assert second.submitted_at == first.submitted_at
    assert (second.lead, second.signer_ids) == (first.lead, first.signer_ids)
    assert moves_of(second) == ["begin", "divided_off"]
    assert not verify_case(first).broken
    assert not verify_case(second).broken


def test_the_first_keeps_its_number_and_the_second_gets_the_next(cast: Cast, now: datetime) -> None:
    first, second = lives.divided(cast.home, now, numbered=True)
    assert (first.number, second.number, second.state) == ("闭001", "闭002", "accepted")
    assert second.topic == first.topic
    public = Publication.objects.within(cast.home.congress.scope)
    assert "卫生室" not in public.get(suggestion=first).body
    assert "卫生室" in public.get(suggestion=second).body


def test_the_clock_of_the_second_is_as_far_on(cast: Cast, now: datetime) -> None:
    first, second = lives.divided(cast.home, now)
    rows = Clock.objects.within(cast.home.congress.scope).filter(case_type="suggestion", stopped_at=None)
    kept = {one.case_id: (one.kind, one.started_on, one.due_on) for one in rows}
    assert kept[first.pk] == kept[second.pk]
    assert second.due_on == first.due_on is not None


def test_both_name_each_other(cast: Cast, now: datetime) -> None:
    first, second = lives.divided(cast.home, now, numbered=True)
    shown = page(cast, "wang", "case", first)
    assert "分出的一件：" in shown
    assert second.number in shown
    assert second.title in shown
    shown = page(cast, "wang", "case", second)
    assert "由这一件分出：" in shown
    assert first.title in shown
    assert "由原件分出，另编 闭002" in shown


def test_the_original_stays_to_be_compared(cast: Cast, now: datetime) -> None:
    for case in lives.divided(cast.home, now):
        editions = list(case.revisions.all())
        assert [one.title for one in editions] == [TWO["title"], case.title]
        assert editions[0].proposals == TWO["proposals"]
        assert "分件后" in page(cast, "li", "editions", case)
        assert "对照分件以前的正文" in page(cast, "li", "case", case)


def test_nobody_goes_on_before_the_lead_agrees(cast: Cast, now: datetime) -> None:
    first, second = lives.divided(cast.home, now)
    for case in (first, second):
        with pytest.raises(Refused, match="等领衔代表确认"):
            say.accept(case, actor=cast.wang, at=now, topic="agriculture")
        with pytest.raises(Refused, match="等领衔代表确认"):
            say.not_accept(case, actor=cast.wang, at=now, ground="CASE", reason="不行", talk=TALK)
    say.agree_division(again(second), actor=cast.li, at=now)
    assert (again(first).division, again(second).division) == ("agreed", "agreed")
    say.accept(first, actor=cast.wang, at=now, topic="agriculture")
    say.accept(second, actor=cast.wang, at=now, topic="health")
    assert (first.number, second.number) == ("闭001", "闭002")


def test_numbered_ones_are_not_assigned_or_merged_before_that(cast: Cast, now: datetime) -> None:
    first, _second = lives.divided(cast.home, now, numbered=True)
    task = say.Task(unit=cast.home.units["court"], mode=Mode.SOLE)
    with pytest.raises(Refused, match="等领衔代表确认"):
        say.assign(first, [task], actor=cast.wang, at=now)
    with pytest.raises(Refused, match="等领衔代表确认"):
        say.merge(lives.accepted(cast.home, now, "zhou"), [again(first)], actor=cast.wang, at=now)


def test_only_the_lead_agrees_and_finds_it_among_the_things_to_do(cast: Cast, now: datetime) -> None:
    first, second = lives.divided(cast.home, now)
    with pytest.raises(Refused, match="领衔代表"):
        say.agree_division(first, actor=cast.wu, at=now)
    waiting = {one.key for one in todo_entries(cast.li, now)}
    assert {f"suggestions:{first.pk}", f"suggestions:{second.pk}"} <= waiting
    assert "同意分件" in page(cast, "li", "case", first)


def test_lead_and_co_signers_are_told(cast: Cast, now: datetime) -> None:
    case = lives.draft(cast.home, now, **TWO)
    say.invite(case, [cast.home.seats["wu"]], actor=cast.li, at=now)
    say.cosign(case, actor=cast.wu, at=now)
    say.submit(case, actor=cast.li, at=now)
    say.divide_in_two(case, lives.division(), actor=cast.wang, at=now)
    second = Suggestion.objects.within(cast.home.congress.scope).get(origin=case)
    assert told(cast, "division_asked") == {cast.home.accounts["li"].pk}
    assert told(cast, "divided") == {cast.home.accounts["wu"].pk}
    assert second.signer_ids == case.signer_ids
    assert len(second.signer_ids) == 2
    signed = CoSignature.objects.within(cast.home.congress.scope).get(suggestion=second)
    assert signed.read["title"] == TWO["title"]
    say.uncosign(second, actor=cast.wu, at=now, reason="只愿联名饮水一件")
    assert again(case).signer_ids != again(second).signer_ids


def test_consent_by_telephone_is_recorded_and_the_deputy_told(cast: Cast, now: datetime) -> None:
    first, second = lives.divided(cast.home, now)
    url = reverse("suggestions:record_division", args=[first.pk])
    facts = {"how": "phone", "on": "2026-05-20", "with_whom": "李建国", "note": "同意分两件"}
    assert 'id="id_note_err"' in text(cast.client("wang").post(url, facts | {"note": ""}))
    cast.client("wang").post(url, facts)
    assert again(second).division == "agreed"
    assert "同意分两件" in page(cast, "li", "case", first)
    assert cast.home.accounts["li"].pk in told(cast, "division_recorded")


def test_the_lead_refuses_and_it_is_one_again(cast: Cast, now: datetime) -> None:
    first, second = lives.divided(cast.home, now, numbered=True)
    say.refuse_division(second, actor=cast.li, at=now, reason="两件事要一起办")
    first, second = again(first), again(second)
    assert (first.title, first.situation, first.proposals) == tuple(TWO.values())
    assert (first.state, first.division, first.number) == ("accepted", "", "闭001")
    assert (second.state, second.division) == ("withdrawn", "undone")
    assert "分件已撤销" in page(cast, "li", "case", second)
    assert "两件事要一起办" in page(cast, "wang", "case", first)
    assert cast.home.accounts["wang"].pk in told(cast, "division_refused")
    assert second.number in [one.number for one in registered(cast.wang)]
    assert lives.accepted(cast.home, now).number == "闭003"


def test_the_office_takes_it_back_while_neither_was_moved_on(cast: Cast, now: datetime) -> None:
    first, second = lives.divided(cast.home, now)
    say.agree_division(first, actor=cast.li, at=now)
    say.reunite(again(second), actor=cast.wang, at=now, reason="点错了段落")
    assert again(first).proposals == TWO["proposals"]
    assert [one.step for one in first.revisions.all()] == ["", "divided", "reunited"]
    first, second = lives.divided(cast.home, now)
    say.agree_division(first, actor=cast.li, at=now)
    say.accept(again(second), actor=cast.wang, at=now, topic="health")
    with pytest.raises(Refused, match="已经往下办理"):
        say.reunite(again(first), actor=cast.wang, at=now, reason="点错了段落")


def test_divided_twice_the_later_one_is_taken_back_first(cast: Cast, now: datetime) -> None:
    first, _second = lives.divided(cast.home, now)
    say.agree_division(first, actor=cast.li, at=now)
    more = {"situation-0": "both", "proposals-0": "both"}
    plan = lives.division(lands=more, titles=("甲", "乙"))
    with pytest.raises(Refused, match="内容一样"):
        say.divide_in_two(again(first), plan, actor=cast.wang, at=now)
    case = lives.submitted(cast.home, now, **TWO | {"proposals": "一、水。\n二、医。\n三、路。"})
    lands = {"situation-0": "both", "situation-1": "both", "proposals-0": "first", "proposals-1": "first"}
    say.divide_in_two(case, lives.division(lands={**lands, "proposals-2": "second"}), actor=cast.wang, at=now)
    road = Suggestion.objects.within(cast.home.congress.scope).get(origin=case)
    say.agree_division(again(case), actor=cast.li, at=now)
    lands = {**lands, "proposals-1": "second"}
    say.divide_in_two(case, lives.division(lands=lands), actor=cast.wang, at=now)
    with pytest.raises(Refused, match="先撤销后一次"):
        say.reunite(again(road), actor=cast.wang, at=now, reason="点错了")
    say.reunite(again(case), actor=cast.wang, at=now, reason="点错了")
    assert again(case).division == "agreed"
    say.reunite(again(road), actor=cast.wang, at=now, reason="点错了")
    assert again(case).proposals == "一、水。\n二、医。\n三、路。"


def test_files_go_where_they_were_put_and_come_back(cast: Cast, now: datetime) -> None:
    case = lives.draft(cast.home, now, **TWO)
    uploads = [SimpleUploadedFile(f"{name}.pdf", b"%PDF-1.7\n" + name.encode()) for name in "水医图"]
    water, doctor, both = say.add_files(case, uploads, actor=cast.li, at=now)
    say.submit(case, actor=cast.li, at=now)
    places = {str(water.pk): "first", str(doctor.pk): "second", str(both.pk): "both"}
    say.divide_in_two(case, lives.division(files=places), actor=cast.wang, at=now)
    second = Suggestion.objects.within(cast.home.congress.scope).get(origin=case)
    assert [one.name for one in files_of(case)] == ["水.pdf", "图.pdf"]
    assert [one.name for one in files_of(second)] == ["医.pdf", "图.pdf"]
    copied = files_of(second)[0]
    assert copied.file.read() == doctor.file.read()
    assert copied.file.name != doctor.file.name
    assert bytes(copied.sm3) == bytes(doctor.sm3)
    say.refuse_division(again(case), actor=cast.li, at=now, reason="一起办")
    assert [one.name for one in files_of(case)] == ["水.pdf", "医.pdf", "图.pdf"]


def test_closed_where_it_makes_no_sense(cast: Cast, now: datetime) -> None:
    main, _other = lives.merged(cast.home, now)
    gone = lives.withdrawn(cast.home, now)
    given = lives.assigned(cast.home, now)
    for case, words in ((main, "并案"), (gone, "已撤回"), (given, "办理中")):
        with pytest.raises(Refused, match=words):
            say.divide_in_two(case, _any(case), actor=cast.wang, at=now)
    waiting, _second = lives.divided(cast.home, now)
    with pytest.raises(Refused):
        say.divide_in_two(waiting, _any(waiting), actor=cast.wang, at=now)
    own = lives.submitted(cast.home, now, **TWO)
    with pytest.raises(Refused, match="联工委"):
        say.divide_in_two(own, lives.division(), actor=cast.li, at=now)
    assert Division.objects.within(cast.home.congress.scope).count() == 1


def _any(case: Suggestion) -> Any:
    rows = paragraphs(case.situation, case.proposals)
    lands = {row.key: "both" for row in rows} | {rows[-1].key: "second"}
    return lives.division(lands=lands)


def posted(case: Suggestion, **changes: Any) -> dict[str, Any]:
    plan = lives.division()
    facts = {"title_first": plan.titles[0], "title_second": plan.titles[1], "reason": plan.reason}
    return {**facts, **plan.lands} | {"seen": case.trail_seq, "looked": ""} | changes


def looked(answer: str) -> str:
    return answer.split('name="looked" value="')[1].split('"', maxsplit=1)[0]


def test_from_the_page_first_a_look_then_the_step_and_twice_the_same_answer(
    cast: Cast, now: datetime
) -> None:
    case = lives.submitted(cast.home, now, **TWO)
    url, wang = reverse("suggestions:divide", args=[case.pk]), cast.client("wang")
    assert "二、给十一个村卫生室配医生。" in text(wang.get(url))
    shown = text(wang.post(url, posted(case)))
    assert "分开以后" in shown
    assert again(case).division == ""
    sure = posted(case, looked=looked(shown))
    assert "选择改动过" in text(wang.post(url, sure | {"title_second": "关于乡村医生的建议"}))
    assert again(case).division == ""
    wang.post(url, sure | {"again": "1"})
    assert again(case).division == ""
    first, second = wang.post(url, sure), wang.post(url, sure)
    assert (first.status_code, first.headers["Location"]) == (second.status_code, second.headers["Location"])
    assert Suggestion.objects.within(cast.home.congress.scope).filter(origin=case).count() == 1


def test_what_is_missing_stands_beside_its_field_and_nothing_is_lost(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now, **TWO)
    url, wang = reverse("suggestions:divide", args=[case.pk]), cast.client("wang")
    shown = text(wang.post(url, posted(case, title_second="")))
    assert 'id="id_title_second_err"' in shown
    assert "供水和卫生由两个部门办理。" in shown
    every = {"proposals-0": "second"}
    assert "两件都要有具体建议" in text(wang.post(url, posted(case, **every)))
    bare = posted(case)
    del bare["situation-1"]
    assert "请选归到哪一件" in text(wang.post(url, bare))
