"""Rosters as tables: equal names kept apart, shifted rows said, spellings folded when somebody confirms it."""

from collections import Counter

from lianluo.congress.models import Delegation
from lianluo.exchange.models import Batch
from lianluo.exchange.services import check, choose, load
from lianluo.exchange.tests.hands import as_csv, as_xlsx, checked, given_out, said, taken_in
from lianluo.exchange.tests.shared import shared
from lianluo.people.actor import Actor
from lianluo.people.models import Person, Seat, SeatStep
from lianluo.people.roles import RoleKind
from tests.cast import NOW, Cast

HEAD = ("姓名", "所在代表团", "代表证号", "性别", "民族", "党派", "职务", "应有人数")


def _row(name: str, delegation: str = "第一代表团", card: str = "", **more: str) -> tuple[str, ...]:
    facts = {"gender": "男", "people": "汉", "party": "中共", "job": "某县农技站站长", "size": ""} | more
    return (name, delegation, card, *facts.values())


def _take(cast: Cast, content: bytes, name: str = "名册.csv", *, go: bool = True) -> Batch:
    qian, term = cast.home.actor("qian"), str(cast.home.term.pk)
    return (taken_in if go else checked)("deputies", content, name, actor=qian, term=term)


def _first_answers(batch: Batch) -> dict[tuple[str, str], str]:
    asked = batch.problems.filter(grade="ask").values_list("thing", "written", "candidates")
    return {(thing, written): found[0][0] for thing, written, found in asked}


def _confirmed(batch: Batch, actor: Actor, answers: dict[tuple[str, str], str] | None = None) -> Batch:
    """Take these answers, and the first one to every other question; check again, load."""
    choose(batch, _first_answers(batch) | (answers or {}), actor=actor, at=NOW)
    return load(check(batch, actor=actor, at=NOW), actor=actor, now=lambda: NOW)


def _seats(cast: Cast) -> "Counter[str]":
    rows = Seat.objects.within(cast.home.congress.scope)
    return Counter(rows.values_list("person__name", flat=True))


def test_two_of_the_same_name_become_two_people(cast: Cast) -> None:
    rows = [HEAD, _row("张伟", card="0101"), _row("张伟", "第二代表团", "0102", job="某校教师")]
    batch = _take(cast, as_csv(rows))
    assert batch.counts["made"] == 2, said(batch)
    assert _seats(cast)["张伟"] == 2
    assert Person.objects.filter(name="张伟").count() == 2
    steps = SeatStep.objects.within(cast.home.congress.scope).filter(seat__person__name="张伟", move="begin")
    assert steps.count() == 2


def test_somebody_on_the_roster_already_is_asked_about(cast: Cast) -> None:
    batch = _take(cast, as_csv([HEAD, _row("李建国", card="0777")]), go=False)
    ask = batch.problems.get(grade="ask")
    assert ask.sentence == "名册里已有 1 位李建国。"
    assert [value.split(":")[0] for value, _label, _note in ask.candidates] == ["same", "another"]
    _confirmed(batch, cast.home.actor("qian"))
    assert _seats(cast)["李建国"] == 1, "the first answer says it is the same deputy"


def test_a_row_that_slipped_is_said_and_stays_out(cast: Cast) -> None:
    slipped = ("陈明亮", "中共", "0102", "男", "第一代表团", "汉", "某校教师", "")
    batch = _take(cast, as_csv([HEAD, _row("张伟", card="0101"), slipped]))
    assert batch.counts["made"] == 1
    fields = {field for row, field, grade, _s in said(batch) if row == 3 and grade == "bad"}
    assert {"delegation", "ethnicity"} <= fields
    assert "错开了一栏" in said(batch)[0][3]


def test_spellings_of_a_delegation_fold_into_the_one_that_is_confirmed(cast: Cast) -> None:
    rows = [
        HEAD,
        *(
            _row(f"代表{n}", name)
            for n, name in zip("甲乙丙丁", ("娄底", "娄底", "娄底市", "娄底代表团"), strict=True)
        ),
    ]
    batch = _take(cast, as_csv(rows), go=False)
    assert batch.counts["ask"] == 4
    _confirmed(batch, cast.home.actor("qian"))
    made = Delegation.objects.within(cast.home.congress.scope).filter(name__contains="娄底")
    assert [one.name for one in made] == ["娄底"]
    assert Seat.objects.within(cast.home.congress.scope).filter(delegation=made[0]).count() == 4


def test_a_stated_size_that_is_wrong_is_said_with_both_numbers(cast: Cast) -> None:
    rows = [HEAD, *(_row(f"代表{n}", size="3") for n in "甲乙"), _row("代表丙", "第二代表团", size="1")]
    batch = _take(cast, as_csv(rows))
    assert batch.remarks == ["第一代表团：文件里写应有 3 人，实际有 2 行。"]


def test_equal_rows_are_asked_about_and_may_be_one_entered_twice(cast: Cast) -> None:
    batch = _take(cast, as_csv([HEAD, _row("张伟"), _row("张伟")]), go=False)
    ask = batch.problems.get(grade="ask")
    choose(batch, {(ask.thing, ask.written): "twice"}, actor=cast.home.actor("qian"), at=NOW)
    qian = cast.home.actor("qian")
    load(check(batch, actor=qian, at=NOW), actor=qian, now=lambda: NOW)
    assert _seats(cast)["张伟"] == 1


def test_wrong_cells_of_a_person(cast: Cast) -> None:
    head = ("姓名", "代表团", "性别", "手机", "身份证号", "出生日期")
    rows = [head, ("张伟", "第一代表团", "男", "123", "43010219900101123X", "2030-02-30")]
    batch = _take(cast, as_xlsx(rows), "名册.xlsx", go=False)
    assert {field for _r, field, grade, _s in said(batch) if grade == "bad"} == {
        "phone", "id_number", "birth_date",
    }  # fmt: skip


def test_a_roster_goes_out_and_into_an_empty_congress_as_the_same(cast: Cast) -> None:
    qian = cast.home.actor("qian")
    there = cast.congresses["430104"]
    from lianluo.congress.models import Term

    term = Term.objects.create(congress=there, number=14, starts_on=cast.home.term.starts_on)
    clerk = Actor(qian.account_id, qian.name, there, roles=qian.roles)
    _take(cast, as_csv([HEAD, _row("张伟", card="0101"), _row("张伟", "第二代表团", "0102")]))
    out = given_out("deputies", "xlsx", actor=qian)
    batch = checked("deputies", out, "名册.xlsx", actor=clerk, term=str(term.pk))
    _confirmed(batch, clerk)
    lines = [sorted(given_out("deputies", actor=one).splitlines()) for one in (clerk, qian)]
    assert lines[0] == lines[1]
    assert len(lines[0]) == 5
    assert RoleKind.LIAISON_LEAD in {role.kind for role in clerk.roles}


def test_a_national_roster_of_real_size(cast: Cast) -> None:
    """2,953 rows: one delegation states 174 and has 176; 53 names stand for more than one person."""
    path = shared("deputies_npc14/deputies.csv")
    batch = _take(cast, path.read_bytes(), go=False)
    assert [one for one in batch.remarks if "应有" in one] == ["河南省：文件里写应有 174 人，实际有 176 行。"]
    assert any(one.startswith("有 53 个名字重复") for one in batch.remarks)
    [(row, field, sentence)] = batch.problems.filter(grade="bad").values_list("row", "field", "sentence")
    assert (row, field) == (1431, "birth_date"), sentence
    namesakes = batch.problems.filter(grade="ask", field="name").values_list("thing", "written")
    before = Seat.objects.within(cast.home.congress.scope).count()
    _confirmed(batch, cast.home.actor("qian"), dict.fromkeys(namesakes, "another"))
    assert Seat.objects.within(cast.home.congress.scope).count() - before == 2952
    assert (batch.counts["rows"], batch.counts["made"], batch.counts["left"]) == (2953, 2952, 1)


def test_a_really_dirty_roster(cast: Cast) -> None:
    """858 rows: 34 spellings of 17 delegations; shifted rows stay out with their cells; nothing is merged."""
    path = shared("congress_shanghai/deputies_15th.csv")
    batch = _take(cast, path.read_bytes(), go=False)
    asked = set(batch.problems.filter(grade="ask", field="delegation").values_list("written", flat=True))
    assert len(asked) == 33, sorted(asked)
    slip = batch.problems.filter(grade="bad", field="delegation").values_list("text", flat=True)
    assert list(slip) == ["中共"], "the thirty-fourth spelling is a party: a row that slipped"
    shifted = set(batch.problems.filter(grade="bad").values_list("row", flat=True))
    _confirmed(batch, cast.home.actor("qian"))
    made = Delegation.objects.within(cast.home.congress.scope).exclude(name__startswith="第")
    assert made.count() == 17, [one.name for one in made]
    assert batch.counts["made"] + len(shifted) == 858
