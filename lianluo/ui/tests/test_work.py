"""Long work: progress, result, failure, stop — and only for the account that asked."""

from datetime import datetime
from typing import Any

import pytest

from lianluo.trail.steps import Refused
from lianluo.ui.lists import LISTS
from lianluo.ui.models import LongWork, WorkState
from lianluo.ui.tasks import bulk_move, export_list
from lianluo.ui.tests.sample import UnitList
from lianluo.ui.work import perform

if UnitList.name not in LISTS:
    LISTS.add(UnitList.name, UnitList)


@pytest.fixture
def work(cast: Any, now: datetime, tmp_path: Any, settings: Any) -> Any:
    settings.MEDIA_ROOT = tmp_path
    wang = cast.wang
    return LongWork.objects.create(
        congress=wang.congress, account_id=wang.account_id, label="导出承办单位 5 个", total=5, started_at=now
    )


def again(work: LongWork) -> LongWork:
    found: LongWork = LongWork.objects.everywhere("the test looks").get(pk=work.pk)
    return found


def test_an_export_ends_with_a_file_to_download(cast: Any, work: LongWork) -> None:
    export_list(work.pk, page=UnitList.name, query="all=", keys=[])
    done = again(work)
    assert (done.state, done.done) == (WorkState.DONE, 5)
    page = cast.client("wang").get(f"/work/{work.pk}/").content.decode()
    assert f"/work/{work.pk}/file/" in page
    file = cast.client("wang").get(f"/work/{work.pk}/file/")
    assert b"".join(file.streaming_content)[:2] == b"PK"
    assert "xlsx" in file.headers["Content-Disposition"]


def test_nobody_else_sees_it(cast: Any, work: LongWork) -> None:
    assert cast.client("qian").get(f"/work/{work.pk}/").status_code == 404
    assert cast.client("qian").get(f"/work/{work.pk}/file/").status_code == 404


def test_what_goes_wrong_is_said_on_its_page(cast: Any, work: LongWork) -> None:
    def job(_work: LongWork, _actor: Any) -> None:
        raise Refused("这些建议刚刚被他人处理。")

    perform(work.pk, job)
    assert "这些建议刚刚被他人处理。" in cast.client("wang").get(f"/work/{work.pk}/").content.decode()


def test_a_crash_is_said_and_raised(work: LongWork) -> None:
    def job(_work: LongWork, _actor: Any) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        perform(work.pk, job)
    assert again(work).state == WorkState.FAILED
    assert f"W-{work.pk}" in again(work).error


def test_stopping_stops_it(cast: Any, work: LongWork) -> None:
    cast.client("wang").post(f"/work/{work.pk}/")
    assert again(work).state == WorkState.STOPPED
    export_list(work.pk, page=UnitList.name, query="all=", keys=[])
    assert again(work).state == WorkState.STOPPED
    assert not again(work).result_file


def test_stopped_in_the_middle_it_leaves_no_file(work: LongWork, now: datetime) -> None:
    def job(running: LongWork, _actor: Any) -> None:
        assert running.progress(2)
        again(work).stop(at=now)
        assert not running.progress(3)

    perform(work.pk, job)
    assert again(work).state == WorkState.STOPPED


def test_a_bulk_move_in_the_background_tells_how_it_went(cast: Any, work: LongWork) -> None:
    keys = [str(cast.home.units[key].pk) for key in ("education", "court")]
    bulk_move(work.pk, page=UnitList.name, key="rename", keys=keys, data={})
    assert again(work).note == "已办 1 件；1 件没有办成，法院：法院不由我们改名。"


def test_htmx_gets_the_inner_part_only(cast: Any, work: LongWork) -> None:
    page = cast.client("wang").get(f"/work/{work.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert page.lstrip().startswith('<div class="job"')
