"""The embedded PostgreSQL, started for real in a folder with a blank in its name."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from runner import database, owner
from runner.cluster import Cluster, socket_folder
from runner.places import find
from runner.say import Stop


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    made = database.throwaway(find())
    home = owner.private(made.folder.parent / "with a blank", made.user)
    sockets = socket_folder(home / "so cket", made.user)
    yield Cluster(made.program, home / "data", sockets, made.user, durable=False)
    shutil.rmtree(made.folder.parent)


@pytest.fixture
def running(cluster: Cluster, tmp_path: Path) -> Iterator[Cluster]:
    process = cluster.start(tmp_path / "postgres.log")
    yield cluster
    cluster.stop(process)
    assert process.returncode == 0


def test_it_answers_with_checksums_and_without_a_network(running: Cluster) -> None:
    assert running.sql("SHOW data_checksums") == "on"
    assert running.sql("SHOW listen_addresses") == ""
    assert running.sql("SHOW server_encoding") == "UTF8"
    assert int(running.sql("SHOW server_version_num")) >= 180000


def test_data_and_socket_are_for_one_user_only(running: Cluster) -> None:
    assert running.folder.stat().st_mode & 0o777 == 0o700
    assert running.sockets.stat().st_mode & 0o777 == 0o700


def test_a_database_is_made_once(running: Cluster) -> None:
    running.sql("DROP DATABASE IF EXISTS once")
    assert running.ensure("once")
    assert not running.ensure("once")


def test_a_wrong_statement_stops_with_its_reason(running: Cluster) -> None:
    with pytest.raises(Stop, match="nowhere"):
        running.sql("SELECT * FROM nowhere")


def test_a_server_left_over_by_a_killed_launcher_is_ended_first(cluster: Cluster, tmp_path: Path) -> None:
    left = cluster.start(tmp_path / "first.log")
    again = cluster.start(tmp_path / "second.log")
    assert left.wait(10) == 0
    assert cluster.sql("SELECT 1") == "1"
    cluster.stop(again)
    assert not cluster.listening()


def test_a_server_that_cannot_start_says_why(cluster: Cluster, tmp_path: Path) -> None:
    broken = Cluster(cluster.program, cluster.folder, cluster.sockets / "not" / "there", cluster.user)
    cluster.prepare()
    from runner import children

    process = children.spawn(broken.command(), log=tmp_path / "log", cwd=Path("/"), user=cluster.user)
    with pytest.raises(Stop, match="not/there"):
        broken.wait(process, tmp_path / "log")


def test_the_wheels_program_is_missing(tmp_path: Path) -> None:
    from runner.cluster import program_folder

    with pytest.raises(Stop):
        program_folder(tmp_path / "bin" / "python")
