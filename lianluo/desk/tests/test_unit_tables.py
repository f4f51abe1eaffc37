"""Units as a table: guessed columns, cells with their sentences, names chosen once, rows that wait for others."""

import pytest
from django.urls import reverse

from lianluo.congress.models import Unit
from lianluo.exchange.models import Origin
from lianluo.exchange.services import choose, load, take_back
from lianluo.exchange.services.checking import check
from lianluo.exchange.tests.hands import as_csv, as_xlsx, checked, given_out, said, taken_in
from lianluo.trail.steps import Refused
from tests.cast import NOW, Cast

HEAD = ("单位名称", "单位简称", "主管单位", "类别")


def _names(cast: Cast) -> set[str]:
    return set(Unit.objects.within(cast.home.congress.scope).values_list("name", flat=True))


def test_a_unit_may_name_one_that_stands_further_down(cast: Cast) -> None:
    rows = [
        HEAD,
        ("湖南省教育考试院", "省考试院", "湖南省教育大厅", ""),
        ("湖南省教育大厅", "教育大厅", "", "政府部门"),
    ]
    batch = taken_in("units", as_csv(rows), actor=cast.home.actor("qian"))
    assert batch.counts["made"] == 2, said(batch)
    made = Unit.objects.within(cast.home.congress.scope).get(name="湖南省教育考试院")
    assert str(made.parent) == "教育大厅"


def test_every_fault_has_its_cell_and_its_sentence(cast: Cast) -> None:
    rows = [HEAD, ("教育厅", "", "", ""), ("", "无名", "", ""), ("湖南省数据局", "", "", "不知什么")]
    batch = checked("units", as_csv(rows), actor=cast.home.actor("qian"))
    assert [(row, field) for row, field, grade, _s in said(batch) if grade == "bad"] == [
        (2, "name"), (3, "name"), (4, "kind"),
    ]  # fmt: skip
    assert "可填：" in said(batch)[-1][3]
    assert (batch.counts["bad"], batch.counts.get("ready", 0)) == (3, 0)


def test_what_was_chosen_for_a_name_holds_for_the_next_file(cast: Cast) -> None:
    qian, home = cast.home.actor("qian"), cast.home
    first = checked("units", as_csv([HEAD, ("湖南省教育考试院", "", "教育", "")]), actor=qian)
    ask = first.problems.get(grade="ask")
    assert next(label for _key, label, _note in ask.candidates) == "教育厅"
    choose(first, {("unit", "教育"): str(home.units["education"].pk)}, actor=qian, at=NOW)
    load(check(first, actor=qian, at=NOW), actor=qian, now=lambda: NOW)
    second = taken_in("units", as_csv([HEAD, ("湖南省教育科学院", "", "教育", "")]), actor=qian)
    assert second.counts["made"] == 1
    assert not second.problems.exists()


def test_what_was_not_offered_cannot_be_chosen(cast: Cast) -> None:
    qian = cast.home.actor("qian")
    batch = checked("units", as_csv([HEAD, ("湖南省教育考试院", "", "教育", "")]), actor=qian)
    for target in (str(cast.neighbour.units["education"].pk), "0", "new:随便"):
        with pytest.raises(Refused, match="不在列出的范围里"):
            choose(batch, {("unit", "教育"): target}, actor=qian, at=NOW)


def test_the_same_file_again_makes_nothing_new(cast: Cast) -> None:
    qian = cast.home.actor("qian")
    rows = as_csv([HEAD, ("湖南省数据局", "省数据局", "", ""), ("湖南省林业局", "省林业局", "", "")])
    taken_in("units", rows, actor=qian)
    before = _names(cast)
    again = checked("units", rows, "改了名的.csv", actor=qian)
    assert (again.counts["same"], again.counts.get("ready", 0)) == (2, 0)
    load(again, actor=qian, now=lambda: NOW)
    assert _names(cast) == before


def test_a_table_can_be_taken_back_until_its_units_are_used(cast: Cast) -> None:
    qian = cast.home.actor("qian")
    batch = taken_in("units", as_csv([HEAD, ("湖南省数据局", "省数据局", "", "")]), actor=qian)
    assert take_back(batch, actor=qian, at=NOW) == 1
    assert "湖南省数据局" not in _names(cast)
    assert not Origin.objects.within(cast.home.congress.scope).exists()


def test_wang_who_keeps_no_units_cannot_load_them(cast: Cast) -> None:
    with pytest.raises(Refused):
        checked("units", as_csv([HEAD, ("湖南省数据局", "", "", "")]), actor=cast.wang)


@pytest.mark.parametrize("form", ["xlsx", "csv", "jsonl"])
def test_what_goes_out_comes_in_next_door_as_the_same(cast: Cast, form: str) -> None:
    qian = cast.home.actor("qian")
    taken_in("units", as_csv([HEAD, ("湖南省数据局", "省数据局", "教育厅", "政府部门")]), actor=qian)
    empty = cast.congresses["430104"]
    there = cast.home.actor("qian")
    there = type(there)(there.account_id, there.name, empty, roles=there.roles)
    batch = taken_in("units", given_out("units", form, actor=qian), f"单位.{form}", actor=there)
    assert not batch.problems.exclude(grade="note").exists(), said(batch)
    assert given_out("units", actor=there) == given_out("units", actor=qian)


def test_the_pages_from_the_file_to_the_units(cast: Cast) -> None:
    client = cast.client("qian")
    rows = as_xlsx(
        [["二〇二六年承办单位一览表"], HEAD, ("湖南省数据局", "省数据局", "教育", ""), ("教育厅", "", "", "")]
    )
    from django.core.files.uploadedfile import SimpleUploadedFile

    upload = SimpleUploadedFile("单位.xlsx", rows)
    answer = client.post(reverse("exchange:new", args=["units"]), {"file": upload}, follow=True)
    assert "表格里的栏，放到哪里" in answer.content.decode()
    columns = {f"column-{n}": key for n, key in enumerate(("name", "short_name", "parent", "kind"))}
    answer = client.post(answer.request["PATH_INFO"], columns, follow=True)
    page = answer.content.decode()
    assert "C3" in page
    assert "本级已有“教育厅”。" in page
    here = answer.request["PATH_INFO"]
    page = client.post(f"{here}answers/", {"all": "1"}, follow=True).content.decode()
    assert "导入 1 个" in page
    page = client.post(f"{here}run/", follow=True).content.decode()
    assert "已导入 1 个" in page
    table = client.get(f"{here}errors/")
    assert table.content[:2] == b"PK"
