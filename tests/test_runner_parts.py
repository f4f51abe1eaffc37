"""The launcher's small parts: ports, stamps, folders of sockets, words."""

import os
import socket
from pathlib import Path

import pytest

from runner import ports, say, stamps
from runner.checks import SUMMARY, Tally
from runner.cluster import Cluster, socket_folder
from runner.install import _locked
from runner.places import ROOT, find
from runner.say import Stop


@pytest.fixture
def taken() -> "socket.socket":
    """A port somebody listens on."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    yield listener
    listener.close()


def test_a_taken_port_is_not_free(taken: socket.socket) -> None:
    assert not ports.free("127.0.0.1", taken.getsockname()[1])


def test_the_next_port_is_taken_when_the_wanted_one_is_taken(taken: socket.socket) -> None:
    wanted = taken.getsockname()[1]
    assert wanted < ports.choose("127.0.0.1", wanted) <= wanted + ports.TRIES


def test_no_port_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "free", lambda host, port: False)
    with pytest.raises(LookupError):
        ports.choose("127.0.0.1", 8000)


def test_the_highest_port_is_not_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(ports, "free", lambda host, port: asked.append(port))
    with pytest.raises(LookupError):
        ports.choose("127.0.0.1", 65530)
    assert max(asked) == 65535


def test_a_stamp_changes_with_content_with_a_name_and_with_a_word(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.css").write_text("a{}")
    first = stamps.content([folder], "x")
    assert stamps.content([folder], "x") == first
    assert stamps.content([folder], "y") != first
    (folder / "a.css").rename(folder / "b.css")
    renamed = stamps.content([folder], "x")
    assert renamed != first
    (folder / "b.css").write_text("b{}")
    assert stamps.content([folder], "x") not in (first, renamed)


def test_a_stamp_does_not_mind_compiled_python_and_missing_files(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1")
    before = stamps.content([tmp_path, tmp_path / "missing"])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("2")
    assert stamps.content([tmp_path, tmp_path / "missing"]) == before


def test_a_step_is_done_again_only_with_another_stamp(tmp_path: Path) -> None:
    stamp = tmp_path / "stamps" / "migrate"
    assert not stamps.fresh(stamp, "one")
    stamps.put(stamp, "one")
    assert stamps.fresh(stamp, "one")
    assert not stamps.fresh(stamp, "two")
    stamps.forget(stamp.parent)
    assert not stamps.fresh(stamp, "one")


def test_a_short_folder_holds_its_socket_itself(tmp_path: Path) -> None:
    assert socket_folder(Path("/srv/联络 data/socket"), None) == Path("/srv/联络 data/socket")


@pytest.mark.parametrize(
    "folder", ["/srv/" + "very-long-name/" * 8 + "socket", "/srv/a,b/socket", '/srv/"x"/socket']
)
def test_a_path_no_socket_can_have_gets_a_short_folder(folder: str) -> None:
    short = socket_folder(Path(folder), None)
    assert len(os.fsencode(str(short / ".s.PGSQL.5432"))) < 100
    assert short == socket_folder(Path(folder), None)
    assert short != socket_folder(Path(folder), "lianluo")
    assert short != socket_folder(Path(folder + "2"), None)


def test_a_planted_link_is_not_followed(tmp_path: Path) -> None:
    wanted = tmp_path / ("x" * 120)
    short = socket_folder(wanted, None)
    short.symlink_to(tmp_path)
    try:
        with pytest.raises(Stop):
            socket_folder(wanted, None)
    finally:
        short.unlink()


def test_the_address_of_a_folder_with_blanks_can_be_read_again() -> None:
    from lianluo.site.database_url import read

    cluster = Cluster(Path("/p"), Path("/d"), Path("/srv/my data/套接字"), None)
    settings = read(cluster.url("lianluo"))
    assert (settings["HOST"], settings["NAME"], settings["USER"]) == (
        "/srv/my data/套接字",
        "lianluo",
        "lianluo",
    )


def test_the_server_never_listens_on_the_network() -> None:
    command = Cluster(Path("/p"), Path("/d"), Path("/s"), None).command()
    assert "listen_addresses=" in command
    assert {"fsync=on", "full_page_writes=on", "synchronous_commit=on"} <= set(command)


def test_the_data_folder_can_be_elsewhere() -> None:
    assert find({}).data == ROOT / "var"
    assert find({"LIANLUO_DATA": "/srv/lianluo"}).data == Path("/srv/lianluo")


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({}, False),
        ({"LANG": "zh_CN.UTF-8"}, False),
        ({"LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "C"}, False),
        ({"LANG": "en_US.UTF-8", "LIANLUO_LANG": "zh"}, False),
    ],
)
def test_the_launcher_speaks_the_terminals_language(env: dict[str, str], expected: bool) -> None:
    assert say.english(env) is expected


def test_every_locked_package_is_counted(tmp_path: Path) -> None:
    lock = tmp_path / "base.txt"
    lock.write_text("# made by uv\na==1 \\\n    --hash=sha256:x==\nb==2 \\\n    --hash=sha256:y\n")
    assert _locked(lock) == 2


REPORT = """<testsuites><testsuite>
<testcase classname="a" name="one" time="0.5"/>
<testcase classname="a" name="two" time="2"><failure/></testcase>
<testcase classname="b" name="three" time="0"><skipped/></testcase>
<testcase classname="b" name="four" time="0"><error/></testcase>
</testsuite></testsuites>"""


def test_runs_are_counted_together_in_pytests_words(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    tally = Tally()
    tally.add(report)
    tally.add(report)
    line = tally.line(12.5)
    assert "2 failed, 2 passed, 2 skipped, 2 errors in 12.50s" in line
    assert SUMMARY.match(line)
    assert max(tally.times) == (2.0, "a::two")


def test_a_run_without_a_report_is_an_error(tmp_path: Path) -> None:
    tally = Tally()
    tally.add(tmp_path / "nothing.xml")
    assert tally.counts["errors"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "===== 3 passed, 1 warning in 0.12s =====",
        "=== 2 failed in 61.00s (0:01:01) ===",
        "38 failed, 336 passed in 320.41s (0:05:20)",
        "no tests ran in 0.01s",
    ],
)
def test_pytests_own_last_line_is_known(text: str) -> None:
    assert SUMMARY.match(text)


@pytest.mark.parametrize("text", ["....F [ 3%]", "FAILED a.py::b - 3 failed in 2s", "ok   pytest 3.0 s"])
def test_other_lines_are_passed_on(text: str) -> None:
    assert not SUMMARY.match(text)
