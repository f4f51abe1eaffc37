"""Letters, what a deputy reads of a refusal and how to go on from it, editions, and the register of numbers."""

import io
from datetime import datetime
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from lianluo.congress.models import Counter
from lianluo.notices.models import Notice
from lianluo.suggestions import policy
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.numbers import every_series, runs
from lianluo.suggestions.tests import lives
from lianluo.suggestions.tests.lives import TALK, again
from lianluo.trail.steps import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db

SAID = {"talk_how": "phone", "talk_on": "2026-05-20", "talk_note": "代表同意作来信转办"}


def text(answer: Any) -> str:
    return str(answer.content.decode()).replace("<wbr>", "")


def page(cast: Cast, who: str, name: str, *args: Any, **query: Any) -> str:
    return text(cast.client(who).get(reverse(f"suggestions:{name}", args=args), query))


def post(cast: Cast, who: str, name: str, pk: int, **data: Any) -> Any:
    return cast.client(who).post(reverse(f"suggestions:{name}", args=[pk]), data)


def told(cast: Cast, key: str) -> set[int]:
    rows = Notice.objects.within(cast.home.congress.scope).filter(key=f"suggestion.{key}")
    return set(rows.values_list("account", flat=True))


def test_a_letter_is_passed_on_and_its_answer_told(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    facts = {"decision": "letter", "reason": "反映一户一事", "letter_to": "省信访局", **SAID}
    post(cast, "wang", "review", case.pk, **facts)
    assert (again(case).state, case.number, case.letter_to) == ("letter", "", "省信访局")
    assert cast.home.accounts["li"].pk in told(cast, "lettered")
    post(cast, "wang", "letter_answer", case.pk, answer="省信访局已经答复当事人。")
    shown = page(cast, "li", "case", case.pk)
    for words in ("反映一户一事", "代表同意作来信转办", "省信访局已经答复当事人。"):
        assert words in shown
    assert cast.home.accounts["li"].pk in told(cast, "letter_answered")


def test_a_unit_that_works_here_sees_its_letter(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    unit = cast.home.units["health"]
    say.letter(case, actor=cast.wang, at=now, reason="请研究", talk=TALK, unit=unit)
    assert policy.may_see(cast.liu, again(case))
    assert cast.home.accounts["liu"].pk in told(cast, "letter_passed")


def test_whom_a_letter_goes_to_is_asked_beside_the_field(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now)
    answer = post(cast, "wang", "review", case.pk, decision="letter", reason="反映一户一事")
    assert 'id="id_letter_unit_err"' in text(answer)
    assert 'id="id_talk_note_err"' in text(answer)
    assert again(case).state == "review"


def test_a_letter_is_answered_once(cast: Cast, now: datetime) -> None:
    case = lives.letter(cast.home, now)
    say.answer_letter(case, actor=cast.wang, at=now, answer="已答复。")
    with pytest.raises(Refused, match="已经登记"):
        say.answer_letter(case, actor=cast.wang, at=now, answer="再答复。")


def test_letters_have_a_view_of_their_own(cast: Cast, now: datetime) -> None:
    case = lives.letter(cast.home, now)
    assert str(case.pk) in page(cast, "wang", "list", state="letter")
    assert f"/suggestions/{case.pk}/" not in page(cast, "wang", "list", state="reference")


def test_the_deputy_reads_ground_reason_and_talk_and_may_write_anew(cast: Cast, now: datetime) -> None:
    case = lives.not_accepted(cast.home, now)
    shown = page(cast, "li", "case", case.pk)
    for words in ("具体司法", "涉及具体案件", "用这份内容另写一件"):
        assert words in shown
    assert "用这份内容另写一件" not in page(cast, "wang", "case", case.pk)
    first, second = (post(cast, "li", "rewrite", case.pk) for _n in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    draft = Suggestion.objects.within(cast.home.congress.scope).get(origin=case)
    assert (draft.state, draft.title, draft.proposals) == ("draft", case.title, case.proposals)


def test_three_editions_are_compared_by_the_deputy_too(cast: Cast, now: datetime) -> None:
    case = lives.submitted(cast.home, now, proposals="（一）第一次写的办法。")
    for words in ("（一）第二次改过的措施。", "（一）第三次定下的方案。"):
        say.send_back(again(case), actor=cast.wang, at=now, advice="再具体一些。")
        say.save_draft(again(case), lives.text(proposals=words), actor=cast.li, at=now)
        say.submit(again(case), actor=cast.li, at=now)
    assert "提交 3 次，看改动" in page(cast, "li", "case", case.pk)
    assert "第一次" in page(cast, "li", "editions", case.pk, since="1").replace("<del>", "")
    assert "再具体一些。" in page(cast, "li", "editions", case.pk)


def test_the_register_shows_what_was_given_and_what_comes_next(cast: Cast, now: datetime) -> None:
    kept, gone = lives.accepted(cast.home, now), lives.accepted(cast.home, now)
    say.withdraw(gone, actor=cast.li, at=now, reason="已经解决")
    [series] = every_series(cast.wang, now)
    assert (series.count, series.first, series.last, series.gone) == (2, kept.number, gone.number, 1)
    assert (series.next, series.missing) == ("闭003", [])
    assert "已撤回，编号不再使用：已经解决" in page(cast, "wang", "numbers")


def test_a_number_that_no_suggestion_has_is_named(cast: Cast, now: datetime) -> None:
    lives.accepted(cast.home, now)
    Counter.objects.within(cast.home.congress.scope).update(value=5)
    lives.accepted(cast.home, now)
    [series] = every_series(cast.wang, now)
    assert series.missing_words == "2–5"
    assert "2–5" in page(cast, "wang", "numbers")


def test_an_empty_register_says_so(cast: Cast) -> None:
    assert "还没有给出过编号" in page(cast, "wang", "numbers")
    assert list(runs([])) == []
    assert list(runs([3, 4, 5, 9])) == [(3, 5), (9, 9)]


def test_the_register_is_exported_as_it_is_shown(cast: Cast, now: datetime) -> None:
    gone = lives.accepted(cast.home, now)
    say.withdraw(gone, actor=cast.li, at=now, reason="已经解决")
    answer = cast.client("wang").post(reverse("suggestions:numbers"), {"do": "export"})
    rows = list(load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active.values)
    said = [str(cell) for row in rows for cell in row]
    assert gone.number in said
    assert "已撤回，编号不再使用：已经解决" in said


def test_series_of_another_congress_are_its_own(cast: Cast, now: datetime) -> None:
    lives.accepted(cast.neighbour, now)
    assert every_series(cast.wang, now) == []


def test_a_clerk_puts_two_together_from_the_page(cast: Cast, now: datetime) -> None:
    main, other = lives.accepted(cast.home, now), lives.accepted(cast.home, now, "zhou")
    shown = page(cast, "wang", "merge", main.pk, **{"with": other.pk})
    assert other.title in shown
    data = {"others": [other.pk], "main": other.pk, "reason": "同一件事"}
    data |= {f"seen_{one.pk}": one.trail_seq for one in (main, other)}
    first, second = (post(cast, "wang", "merge", main.pk, **data) for _n in range(2))
    assert first.status_code == second.status_code == 302
    assert again(main).merged_into == other
    assert "并案 2 件" in page(cast, "li", "case", main.pk)
    assert "并案 2" in page(cast, "wang", "list", bundle="yes")


def test_nothing_chosen_is_said_beside_the_list(cast: Cast, now: datetime) -> None:
    main = lives.accepted(cast.home, now)
    assert 'id="id_others_err"' in text(post(cast, "wang", "merge", main.pk, main=main.pk))
    assert "没有找到编号9999" in text(post(cast, "wang", "merge", main.pk, main=main.pk, numbers="9999"))


def test_named_by_its_number_it_joins_too(cast: Cast, now: datetime) -> None:
    main, other = lives.accepted(cast.home, now), lives.accepted(cast.home, now, "zhou")
    post(
        cast,
        "wang",
        "merge",
        main.pk,
        main=main.pk,
        numbers=other.number,
        **{f"seen_{main.pk}": main.trail_seq},
    )
    assert again(other).merged_into == main


def test_many_rows_of_the_list_join_one(cast: Cast, now: datetime) -> None:
    main, *others = (lives.accepted(cast.home, now, key) for key in ("li", "zhou", "wu"))
    data = {"do": "bulk", "bulk": "merge", "confirmed": "1", "main": main.number}
    rows = [main.pk, *(one.pk for one in others)]
    cast.client("wang").post(reverse("suggestions:list"), data | {"pk": rows})
    assert {again(one).merged_into for one in others} == {main}
    assert again(main).bundle_size == 3


def test_the_unit_works_on_the_bundle_from_one_page(cast: Cast, now: datetime) -> None:
    main, other = lives.bundle(cast.home, now)
    say.write_reply(lives.part(main), lives.answer(), actor=cast.zhao, at=now)
    assert "带到其他 1 件" in page(cast, "zhao", "bundle", main.pk)
    post(cast, "zhao", "carry", lives.part(main).pk)
    assert lives.part(other).replies.get().body
    assert "带到其他" not in page(cast, "zhao", "bundle", main.pk)
    assert "带到其他" not in page(cast, "wang", "bundle", main.pk)
