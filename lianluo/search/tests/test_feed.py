import shutil
import time
from io import StringIO
from threading import Event as Signal
from threading import Thread

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from lianluo.congress.models import Unit
from lianluo.search import shelf
from lianluo.search.changes import KEPT, changed, forget
from lianluo.search.feed import Feeder, horizon
from lianluo.search.find import find
from lianluo.search.models import SearchChange
from lianluo.search.tests.conftest import Papers
from tests.cast import NOW, Cast, build


def test_a_change_is_found_after_the_next_round(cast: Cast, papers: Papers, feeder: Feeder) -> None:
    feeder.step()
    unit = cast.home.units["court"]
    assert find("量子计算", actor=cast.wang).total == 0
    papers.texts[unit.pk] = "建设量子计算中心"
    changed("papers", [unit.pk], at=NOW)
    assert feeder.step() == 1
    assert find("量子计算", actor=cast.wang).total == 1


def test_a_changed_record_stands_in_the_index_once(cast: Cast, papers: Papers, feeder: Feeder) -> None:
    feeder.step()
    unit = cast.home.units["court"]
    for text in ("建设量子计算中心", "建设算力中心"):
        papers.texts[unit.pk] = text
        changed("papers", [unit.pk], at=NOW)
        feeder.step()
    assert find("量子", actor=cast.wang).total == 0
    assert find("算力中心", actor=cast.wang).total == 1


def test_a_deleted_record_is_gone(cast: Cast, papers: Papers, feeder: Feeder) -> None:
    unit = Unit.objects.create(
        congress=cast.home.congress, name="临时机构", short_name="临时", kind="government"
    )
    feeder.step()
    assert find("临时机构", actor=cast.wang).total == 1
    changed("papers", [unit.pk], at=NOW)
    unit.delete()
    feeder.step()
    assert find("临时机构", actor=cast.wang).total == 0


def test_a_change_of_an_unknown_room_is_refused(papers: Papers) -> None:
    with pytest.raises(KeyError):
        changed("nowhere", [1], at=NOW)


def test_a_record_that_cannot_be_read_holds_up_no_other(
    cast: Cast, papers: Papers, feeder: Feeder, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = cast.home.units["court"].pk, cast.home.units["health"].pk
    papers.texts |= {bad: "甲文稿", good: "乙文稿"}
    papers.titles[bad] = None  # type: ignore[assignment]
    feeder.step()
    assert find("乙文稿", actor=cast.wang).total == 1


def test_a_round_without_changes_writes_nothing(cast: Cast, papers: Papers, feeder: Feeder) -> None:
    feeder.step()
    assert feeder.step() == 0


def test_a_missing_index_is_built_by_itself(cast: Cast, papers: Papers, feeder: Feeder) -> None:
    feeder.step()
    feeder.close()
    shutil.rmtree(shelf.shelf())
    feeder.step()
    assert find("教育厅", actor=cast.wang).total == 1


def test_a_corrupt_index_is_built_by_itself(cast: Cast, papers: Papers, feeder: Feeder) -> None:
    feeder.step()
    feeder.close()
    folder = shelf.current()
    assert folder
    (folder / "meta.json").write_text("{ not json")
    Feeder().step()
    assert shelf.current() != folder
    assert find("教育厅", actor=cast.wang).total == 1


def test_a_node_that_was_away_too_long_builds_anew(
    cast: Cast, papers: Papers, feeder: Feeder, monkeypatch: pytest.MonkeyPatch
) -> None:
    feeder.step()
    feeder.close()
    folder = shelf.current()
    later = time.time() + KEPT.total_seconds() + 1
    monkeypatch.setattr("lianluo.search.feed.time.time", lambda: later)
    feeder.step()
    assert shelf.current() != folder


def test_the_command_builds_and_says_how_much(cast: Cast, papers: Papers, feeder: Feeder) -> None:
    out = StringIO()
    call_command("search_rebuild", stdout=out)
    assert "papers: 20 of 20" in out.getvalue()
    assert find("教育厅", actor=cast.wang).total == 1


def test_a_rebuild_beside_a_feeder_changes_the_generation_under_it(
    cast: Cast, papers: Papers, feeder: Feeder
) -> None:
    feeder.step()
    call_command("search_rebuild", stdout=StringIO())
    papers.texts[cast.home.units["court"].pk] = "新的文稿内容"
    changed("papers", [cast.home.units["court"].pk], at=NOW)
    feeder.step()
    assert find("新的文稿", actor=cast.wang).total == 1


def test_names_are_taught(cast: Cast, papers: Papers, feeder: Feeder) -> None:
    feeder.step()
    folder = shelf.current()
    assert folder
    assert {"李建国", "教科文卫委", "第一代表团"} <= set(shelf.read_words(folder))


def test_old_changes_are_forgotten(papers: Papers, db: None) -> None:
    changed("papers", [1, 2], at=NOW - KEPT * 2)
    changed("papers", [3], at=NOW)
    assert forget(before=NOW - KEPT) == 2
    assert [row.object_id for row in SearchChange.objects.all()] == [3]


def test_a_second_writer_is_kept_out(cast: Cast, papers: Papers, feeder: Feeder) -> None:
    feeder.step()
    with pytest.raises(ValueError, match=r"(?i)lock"):
        Feeder().step()


@pytest.mark.django_db(transaction=True)
def test_nothing_of_a_rollback_and_nothing_late_is_missed(papers: Papers, feeder: Feeder) -> None:
    cast = build()
    late, soon, never = (cast.home.units[name].pk for name in ("court", "health", "education"))
    papers.texts |= {late: "晚到的文稿", soon: "先到的文稿"}
    feeder.step()
    written, go = Signal(), Signal()

    def slow() -> None:
        with transaction.atomic():
            changed("papers", [late], at=NOW)
            written.set()
            go.wait(10)
        connection.close()

    other = Thread(target=slow)
    other.start()
    written.wait(10)
    papers.texts[never] = "撤回的稿件"
    with transaction.atomic():
        changed("papers", [never], at=NOW)
        transaction.set_rollback(True)
    changed("papers", [soon], at=NOW)
    assert feeder.step() == 1
    assert feeder.cursor <= horizon()
    go.set()
    other.join()
    assert feeder.step() == 1
    assert find("晚到的文稿", actor=cast.wang).total == 1
    assert find("先到的文稿", actor=cast.wang).total == 1
    assert find("“撤回的稿件”", actor=cast.wang).total == 0
