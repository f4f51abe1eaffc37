"""A scanner outside says what it found; when it is silent, nothing is taken in."""

import io
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lianluo.trail.filetypes import Unfit, inspect

CLEAN, BAD = b"%PDF-1.7\nclean", b"%PDF-1.7\nEVIL"


class Scanner:
    """Speaks as clamd does: finds EVIL."""

    def __init__(self, path: Path) -> None:
        self.address, self.seen = f"unix:{path}", b""
        self.door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.door.bind(str(path))
        self.door.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self.door.accept()
            except OSError:
                return
            with line, line.makefile("rb") as said:
                assert said.read(10) == b"zINSTREAM\0"
                self.seen = b""
                while size := struct.unpack("!I", said.read(4))[0]:
                    self.seen += said.read(size)
                found = b"stream: Test.Evil FOUND\0" if b"EVIL" in self.seen else b"stream: OK\0"
                line.sendall(found)


@pytest.fixture
def scanner(tmp_path: Path, settings: Any) -> Iterator[Scanner]:
    scanner = Scanner(tmp_path / "clamd")
    settings.CLAMD = scanner.address
    yield scanner
    scanner.door.close()


def taken(content: bytes) -> str:
    return inspect("情况.pdf", len(content), io.BytesIO(content), limit=2**20).media_type


def test_a_clean_file_is_taken_and_was_shown_whole(scanner: Scanner) -> None:
    assert taken(CLEAN) == "application/pdf"
    assert scanner.seen == CLEAN


def test_a_virus_is_refused_with_a_sentence(scanner: Scanner) -> None:
    with pytest.raises(Unfit, match="查出病毒"):
        taken(BAD)


def test_a_silent_scanner_takes_nothing_in(settings: Any, tmp_path: Path) -> None:
    settings.CLAMD = f"unix:{tmp_path}/nobody"
    with pytest.raises(Unfit, match="没有响应"):
        taken(CLEAN)


def test_without_a_scanner_nothing_is_asked(settings: Any) -> None:
    settings.CLAMD = ""
    assert taken(BAD) == "application/pdf"
