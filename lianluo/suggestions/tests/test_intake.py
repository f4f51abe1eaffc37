"""Suggestions as a table: the whole life with its true days, gaps said, candidates asked, and out again as the same."""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest

from lianluo.exchange.models import Batch
from lianluo.exchange.services import check, choose, load
from lianluo.exchange.tests.hands import as_csv, checked, given_out, said, taken_in
from lianluo.notices.models import Notice
from lianluo.suggestions.models import Reply, Suggestion
from lianluo.suggestions.states import SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Clock, Event
from tests.cast import CHINA, NOW, Cast

HEAD = ("来源编号", "标题", "情况", "具体建议", "领衔代表", "提出时间", "编号", "承办单位", "交办时间", "答复类别",
        "发文字号", "答复内容", "答复时间", "评价", "评价时间", "办结时间", "内容分类")  # fmt: skip
WHOLE = ("2024-7", "关于加装电梯的建议", "老旧小区没有电梯。", "一、补贴。\n二、简化审批。", "李建国", "2024-01-29 10:00",
         "jy2024020", "教育厅", "2024-02-20", "A", "湘教提〔2024〕8号", "已列入计划。", "2024/4/25 9:32:09", "满意",
         "2024-05-06", "2024-06-01", "GEN")  # fmt: skip


def _rows(cast: Cast) -> "list[Suggestion]":
    return list(Suggestion.objects.within(cast.home.congress.scope).order_by("submitted_at", "pk"))


def _take(cast: Cast, *rows: tuple[str, ...], **options: str) -> Batch:
    return taken_in("suggestions", as_csv([HEAD, *rows]), actor=cast.wang, **options)


def _with(**changes: str) -> tuple[str, ...]:
    keys = dict(zip(HEAD, WHOLE, strict=True)) | changes
    return tuple(keys[name] for name in HEAD)


def _local(moment: datetime) -> str:
    return f"{moment.astimezone(CHINA):%Y-%m-%d %H:%M:%S}"


def test_a_whole_life_stands_with_its_true_days(cast: Cast) -> None:
    batch = _take(cast, WHOLE)
    assert (batch.counts["made"], batch.counts["left"]) == (1, 0), said(batch)
    [case] = _rows(cast)
    assert (case.state, case.number, str(case.lead.person)) == (SuggestionState.CLOSED, "jy2024020", "李建国")
    assert _local(case.submitted_at) == "2024-01-29 10:00:00"
    reply = Reply.objects.within(cast.home.congress.scope).get()
    assert (reply.document_number, _local(reply.delivered_at)) == ("湘教提〔2024〕8号", "2024-04-25 09:32:09")


def test_the_history_says_who_loaded_it_from_which_file_and_proves_itself(cast: Cast) -> None:
    _take(cast, WHOLE)
    [case] = _rows(cast)
    events = Event.objects.within(cast.home.congress.scope).filter(case_type="suggestion", case_id=case.pk)
    moves = list(events.order_by("seq").values_list("move", flat=True))
    assert {"submit", "accept", "assign", "close"} <= set(moves)
    assert all("表.csv" in event.actor_role for event in events)


def test_numbers_of_people_are_hinted_at_and_do_not_stop_it(cast: Cast) -> None:
    batch = _take(cast, _with(情况="请联系王某 138-0013-8000。"))
    assert batch.counts["made"] == 1
    [(_row, field, grade, sentence)] = [one for one in said(batch) if "电话" in one[3]]
    assert (field, grade) == ("situation", "note")
    assert "138******00" in sentence
    assert "8000" not in sentence


TWICE = ("来源编号", "标题", "具体建议", "领衔代表", "提出时间", "承办单位", "办理方式", "交办时间", "答复轮次",
         "重新办理时间", "重新办理要求", "答复类别", "发文字号", "答复内容", "答复时间", "评价轮次", "评价", "具体意见",
         "评价时间", "办结时间")  # fmt: skip
FIRST = ("t1", "关于校车的建议", "配校车。", "李建国", "2024-01-29", "教育厅", "主办", "2024-02-20", "1", "", "", "C", "文1",
         "暂不能配。", "2024-04-01", "1", "不满意", "没有时间表", "2024-04-20", "2024-07-01")  # fmt: skip
SECOND = ("t1", "", "", "", "", "教育厅", "", "", "2", "2024-05-06", "写明时间表", "B", "文2", "明年配。", "2024-06-01",
          "2", "满意", "", "2024-06-20", "")  # fmt: skip
HELPER = ("t1", "", "", "", "", "卫生健康委员会", "会办", *[""] * 13)


def test_two_rounds_and_a_co_handler_are_one_suggestion(cast: Cast) -> None:
    rows = as_csv([TWICE, FIRST, SECOND, HELPER])
    batch = taken_in("suggestions", rows, actor=cast.wang)
    assert (batch.counts["made"], batch.counts["left"]) == (1, 0), said(batch)
    [case] = _rows(cast)
    assert (case.state, case.round, case.final_rating) == (SuggestionState.CLOSED, 2, "satisfied")
    assert case.first_share == "no"
    assert {(str(h.unit), h.mode) for h in case.handlings.select_related("unit")} == {
        ("教育厅", "lead"), ("卫健委", "co"),
    }  # fmt: skip
    again = given_out("suggestions", "jsonl", actor=cast.wang)
    assert again.count(b'"\xe5\x8f\x91\xe6\x96\x87\xe5\xad\x97\xe5\x8f\xb7"') == 2, (
        "two replies with their numbers"
    )


def test_nobody_may_say_for_the_deputy_that_it_was_settled(cast: Cast) -> None:
    """The last judgement asks for more and the ledger says "closed": it stays open for a triage, and says so."""
    batch = taken_in("suggestions", as_csv([TWICE, FIRST, HELPER]), actor=cast.wang)
    [case] = _rows(cast)
    assert case.state == SuggestionState.RATED
    assert any("研判后再办结" in sentence for _row, _field, _grade, sentence in said(batch))


def test_nobody_is_told_and_no_clock_runs_for_what_is_over(cast: Cast) -> None:
    _take(cast, WHOLE)
    assert not Notice.objects.within(cast.home.congress.scope).exists()
    running = Clock.objects.within(cast.home.congress.scope).filter(stopped_at=None)
    assert not running.exists(), list(running)


def test_gaps_are_filled_by_the_step_before_and_said(cast: Cast) -> None:
    batch = _take(cast, _with(交办时间="", 发文字号="", 评价="", 评价时间="", 办结时间=""))
    notes = {field for _row, field, grade, _sentence in said(batch) if grade == "note"}
    assert notes == {"assigned_at", "document_number"}
    [case] = _rows(cast)
    assert case.state == SuggestionState.REPLIED
    assert case.assigned_at == case.submitted_at


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"标题": ""}, "title", "没有标题"),
        ({"提出时间": "2024-02-30"}, "submitted_at", "没有 30 日"),
        ({"提出时间": "去年春天"}, "submitted_at", "不是日期"),
        ({"答复时间": "2024-02-01"}, "delivered_at", "早于"),
        ({"办结时间": "2030-01-01"}, "closed_at", "还没有到"),
        ({"承办单位": ""}, "unit", "没有写承办单位"),
        ({"答复类别": ""}, "reply_class", "没有答复类别"),
        ({"评价": "还行"}, "result", "可填"),
        ({"情况": "", "具体建议": ""}, "text", "只有标题"),
    ],
)
def test_a_wrong_cell_has_its_sentence(cast: Cast, changes: dict[str, str], field: str, words: str) -> None:
    batch = checked(
        "suggestions", as_csv([HEAD, WHOLE, _with(来源编号="x", 编号="9", **changes)]), actor=cast.wang
    )
    wrong = [(row, name, sentence) for row, name, grade, sentence in said(batch) if grade == "bad"]
    assert any(name == field and words in sentence for _row, name, sentence in wrong), wrong
    assert (batch.counts["ready"], batch.counts["bad"]) == (1, 1)
    assert not _rows(cast), "checking writes nothing"


def test_a_number_is_used_once_a_term(cast: Cast) -> None:
    batch = _take(cast, WHOLE, _with(来源编号="b", 标题="另一件"))
    assert batch.counts["made"] == 1
    assert "已有编号 jy2024020" in said(batch)[0][3]


def test_a_name_with_one_wrong_character_is_asked_and_chosen(cast: Cast) -> None:
    batch = checked(
        "suggestions", as_csv([HEAD, _with(领衔代表="李建囯", 承办单位="省教育局")]), actor=cast.wang
    )
    asks = {one.thing: one for one in batch.problems.filter(grade="ask")}
    assert set(asks) == {"deputy", "unit"}, said(batch)
    answers = {(one.thing, one.written): one.candidates[0][0] for one in asks.values()}
    choose(batch, answers, actor=cast.wang, at=NOW)
    check(batch, actor=cast.wang, at=NOW)
    load(batch, actor=cast.wang, now=lambda: NOW)
    assert [str(case.lead.person) for case in _rows(cast)] == ["李建国"]


def test_the_same_row_is_known_again_and_a_changed_one_is_refused(cast: Cast) -> None:
    _take(cast, WHOLE)
    again = _take(cast, WHOLE)
    assert (again.counts["same"], again.counts.get("made", 0)) == (1, 0)
    changed = _take(cast, _with(标题="改了的标题"))
    assert "以前导入过" in said(changed)[0][3]
    assert len(_rows(cast)) == 1


def test_a_stop_in_the_middle_goes_on_without_doubles(cast: Cast) -> None:
    rows = [_with(来源编号=f"n{n}", 编号=f"N{n}") for n in range(24)]
    batch = checked("suggestions", as_csv([HEAD, *rows]), actor=cast.wang)
    load(batch, actor=cast.wang, now=lambda: NOW, progress=lambda row: row < 20)
    assert (batch.stage, len(_rows(cast))) == ("stopped", 20)
    load(batch, actor=cast.wang, now=lambda: NOW)
    assert (batch.stage, batch.counts["made"], len(_rows(cast))) == ("done", 24, 24)


def test_what_breaks_in_the_middle_leaves_whole_portions_only(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after kill -9: the portion that was not committed is not there, the bookmark stands before it."""
    from lianluo.suggestions.intake import checker

    rows = [_with(来源编号=f"n{n}", 编号=f"N{n}") for n in range(24)]
    batch = checked("suggestions", as_csv([HEAD, *rows]), actor=cast.wang)
    real, lived = checker.live, []

    def dies(*args: Any) -> Any:
        lived.append(args)
        if len(lived) == 23:
            raise KeyboardInterrupt
        return real(*args)

    monkeypatch.setattr(checker, "live", dies)
    with pytest.raises(KeyboardInterrupt):
        load(batch, actor=cast.wang, now=lambda: NOW)
    assert len(_rows(cast)) == 20
    monkeypatch.undo()
    load(Batch.objects.within(cast.home.congress.scope).get(pk=batch.pk), actor=cast.wang, now=lambda: NOW)
    assert len(_rows(cast)) == len({case.number for case in _rows(cast)}) == 24


def _every_kind(cast: Cast) -> None:
    """Cases in many states, two units, a joint one, a file that was loaded."""
    home = cast.home
    for make in (
        lives.submitted,
        lives.returned,
        lives.not_accepted,
        lives.referred,
        lives.withdrawn,
        lives.letter,
        lives.joint,
    ):
        make(home, NOW)
    lives.assigned(home, NOW, units=("education", "health"))
    lives.replied(home, NOW)
    lives.rated(home, NOW)
    lives.archived(home, NOW)
    _take(cast, WHOLE)


@pytest.mark.parametrize("form", ["jsonl", "xlsx", "csv"])
def test_what_goes_out_comes_into_an_empty_congress_as_the_same(cast: Cast, form: str) -> None:
    """The neighbour has deputies and units of its own names; theirs are put into the file for those of home."""
    _every_kind(cast)
    there = cast.neighbour
    out = given_out("suggestions", form, actor=cast.wang)
    for place, other in ((cast.home, there),):
        for key, seat in place.seats.items():
            other.seats[key].person.name = seat.person.name
            other.seats[key].person.save()
            other.seats[key].card_number = seat.card_number
            other.seats[key].save()
        for key, unit in place.units.items():
            own = other.units[key]
            own.name, own.short_name = unit.name, unit.short_name
            own.save()
    wang = there.actor("wang")
    batch = taken_in("suggestions", out, f"建议.{form}", actor=wang, at=NOW)
    assert batch.counts["left"] == 0, said(batch)
    keys = ("来源编号",)
    mine, theirs = (_plain(given_out("suggestions", actor=one), keys) for one in (cast.wang, wang))
    assert theirs == mine


def _plain(content: bytes, without: tuple[str, ...]) -> list[dict[str, str]]:
    import json

    rows = [json.loads(line) for line in content.splitlines()]
    made_up = {"内容分类": "agriculture"}.items()  # the stock's topic is in no congress's list
    kept = [{k: v for k, v in row.items() if k not in without and (k, v) not in made_up} for row in rows]
    return sorted(kept, key=lambda row: json.dumps(row, sort_keys=True))


def test_documents_go_out_and_come_in_as_suggestions(cast: Cast) -> None:
    _take(cast, WHOLE, _with(来源编号="b", 编号="jy2", 标题="关于校外托管的建议"))
    out = given_out("suggestions", "zip", actor=cast.wang)
    with zipfile.ZipFile(BytesIO(out)) as packed:
        assert [name.split(" ")[1] for name in packed.namelist()] == [
            "关于加装电梯的建议.docx",
            "关于校外托管的建议.docx",
        ]
    lead = str(cast.home.seats["wu"].pk)
    batch = taken_in(
        "suggestions", out, "建议.zip", actor=cast.wang, lead=lead, submitted_at="2020-05-06 12:00:00"
    )
    assert batch.counts["made"] == 2, said(batch)
    came = [case for case in _rows(cast) if case.submitted_at.year == 2020]
    assert {case.title for case in came} == {"关于加装电梯的建议", "关于校外托管的建议"}
    assert {str(case.lead.person) for case in came} == {"吴秀兰"}
    assert all("简化审批" in case.proposals for case in came)


def test_a_text_that_only_repeats_the_title_comes_in(cast: Cast) -> None:
    batch = _take(cast, _with(标题="村里的河道可以养螃蟹吗？", 情况="", 具体建议="村里的河道可以养螃蟹吗？"))
    assert batch.counts["made"] == 1, said(batch)
    rows = [
        ("标题", "正文", "领衔代表", "提出时间"),
        ("怎么捐赠遗体？", "怎么捐赠遗体？", "李建国", "2024-01-20"),
    ]
    assert taken_in("suggestions", as_csv(rows), "留言.csv", actor=cast.wang).counts["made"] == 1
