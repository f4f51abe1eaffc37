"""Components: what they say, and that what people typed stays text."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.utils import translation

from lianluo.kernel.workdays import WorkCalendar
from lianluo.ui import showcase
from lianluo.ui.components import case, forms, lines, small, text
from lianluo.ui.dues import due_on
from lianluo.ui.parts import Chip, ClosedMove, MoveButton, MovesPanel, Step, Tile, TimelineRow

EVIL = "<script>x</script>\"'"
TODAY = date(2026, 5, 20)


def drawn(source: str, **context: object) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


def test_icon_stands_in_the_sprite_and_is_silent_without_a_label() -> None:
    assert 'aria-hidden="true"' in small.icon("bell")
    assert 'aria-label="通知"' in small.icon("bell", "通知")
    with pytest.raises(small.UnknownIcon):
        small.icon("no-such-icon")


def test_badge_says_the_state_in_words_and_rounds_the_ring_to_fives() -> None:
    class State:
        label, tone, progress = "办理中", "", 62

    assert small.badge(State) == '<span class="badge" data-p="60">办理中</span>'
    assert "b-bad" in small.badge(label="不满意", tone="bad", p=70)


@pytest.mark.parametrize(
    ("day", "label", "tone"),
    [
        (date(2026, 5, 18), "逾期 2 天", "bad"),
        (date(2026, 5, 20), "今日", "warn"),
        (date(2026, 5, 27), "剩 5 个工作日", ""),
        (date(2026, 12, 31), "还有 7 个月", ""),
    ],
)
def test_due_in_words(day: date, label: str, tone: str) -> None:
    due = due_on(day, today=TODAY, calendar=WorkCalendar())
    assert (due.label, due.tone) == (label, tone)
    assert label in small.due(due)


def test_title_dims_its_frame_and_breaks_between_words_only() -> None:
    shown = text.title("关于加快补齐洞庭湖区农村安全饮水短板、推进城乡供水一体化的建议")
    assert '<span class="q">关于</span>' in shown
    assert '<span class="q nb">的建议</span>' in shown
    assert "洞庭<wbr>湖" not in shown
    assert shown.count('class="cl"') == 2


def test_a_single_character_stays_with_its_word() -> None:
    shown = text.words("省药品监督管理局答复了 12 件")
    assert "省药品" in shown
    assert "答复了" in shown


def test_title_of_any_other_kind_stays_as_it_is() -> None:
    assert "455" in text.title("455 件大会建议的三个月答复期满")
    assert 'class="q"' not in text.title("455 件大会建议的三个月答复期满")


def test_what_people_type_stays_text() -> None:
    panel = MovesPanel([MoveButton(label=EVIL, url=EVIL)], [ClosedMove(EVIL, EVIL)])
    parts = [
        text.title(EVIL), text.words(EVIL), text.paragraphs(EVIL), small.tag(EVIL), small.avatar(EVIL), small.kv(EVIL, EVIL),
        small.how(EVIL), small.empty("search", EVIL, EVIL, EVIL, EVIL), small.figure(EVIL, EVIL, EVIL, EVIL, EVIL),
        case.steps([Step(EVIL, EVIL)]), case.timeline([TimelineRow(at=TODAY, title=EVIL, text=EVIL, spent=EVIL)]),
        case.moves(panel, EVIL), case.tile(Tile(name=EVIL, note=EVIL, url=EVIL)), lines.chips([Chip(label=EVIL, url=EVIL, value=EVIL)]),
        forms.postbutton(EVIL, EVIL, EVIL, EVIL, confirm=EVIL, confirm_text=EVIL, fields={EVIL: EVIL}),
    ]  # fmt: skip
    for part in parts:
        assert "<script" not in part
        assert "\"'" not in part


def test_paragraphs_keep_numbering_and_know_headings() -> None:
    shown = text.paragraphs("一、情况与问题\n\n　　主要问题有三。\n（一）将湖区 23 个村纳入项目。")
    assert shown == "<h3>一、情况与问题</h3><p>主要问题有三。</p><p>（一）将湖区 23 个村纳入项目。</p>"


def test_dates_are_said_as_people_say_them() -> None:
    at = datetime(2026, 5, 13, 16, 40, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert text.day(at, TODAY) == "5月13日"
    assert text.day(date(2025, 5, 13), TODAY) == "2025年5月13日"
    assert text.moment(at).endswith("5月13日 16:40")
    with translation.override("en"):
        assert text.date_full(at) == "13 May 2026"


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        ("13800005521", "phone", "138 **** 5521"),
        ("430101199001011234", "id", "4301************34"),
        ("覃望舒", "name", "覃**"),
        ("12345", "phone", "*****"),
        ("", "phone", ""),
    ],
)
def test_masks(value: str, kind: str, shown: str) -> None:
    assert text.masked(value, kind) == shown


def test_bars_carry_their_length_in_an_attribute() -> None:
    assert 'width="66.7%"' in small.hbar(2, 3)
    assert 'width="0.0%"' in small.hbar(2, 0)
    assert 'aria-valuenow="820"' in small.progress(820, 1262)


def test_moves_show_open_ones_as_buttons_and_closed_ones_with_the_reason() -> None:
    panel = showcase.context()["panel"]
    shown = case.moves(panel, "t0ken")
    assert shown.count("<form") == 1
    assert 'data-confirm="撤回第0028号的交办？"' in shown
    assert "本轮已经答复" in shown.replace("<wbr>", "")


def test_field_with_an_error_says_it_beside_the_field() -> None:
    form = showcase.SampleForm({"title": "", "result": "3"})
    shown = drawn("{% form_errors form %}{% field form.title counter=60 %}", form=form)
    assert 'aria-describedby="id_title_hint id_title_err"' in shown
    assert 'aria-invalid="true"' in shown
    assert 'href="#id_title"' in shown
    assert shown.count('id="id_title_err"') == 1


def test_field_of_choices_is_a_fieldset_with_its_legend() -> None:
    shown = drawn("{% field form.result %}", form=showcase.SampleForm())
    assert shown.startswith('<fieldset class="field"')
    assert shown.count('class="choice"') == 3


def test_pager_says_which_of_how_many_and_keeps_the_filters() -> None:
    page = Paginator(range(386), 20).get_page(2)
    shown = lines.pager(page, QueryDict("state=open&page=2"), "件")
    assert "第 21–40 件，共 386 件" in shown
    assert 'href="?state=open&amp;page=3"' in shown


def test_block_tags_wrap_what_stands_between() -> None:
    shown = drawn('{% panel "标题" %}{% note "warn" %}{{ evil }}{% endnote %}{% endpanel %}', evil=EVIL)
    assert "<h2>标题</h2>" in shown
    assert "note-warn" in shown
    assert "<script" not in shown
