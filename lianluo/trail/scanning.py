"""Viruses: what is uploaded is shown to clamd first, where the machine names one (`LIANLUO_CLAMD`).

The address is `unix:/run/clamav/clamd.ctl` or `host:3310`. A scanner that is set up and does not answer takes
nothing in: better later than unseen.
"""

import socket
import struct
from enum import Enum
from typing import IO

import structlog
from django.conf import settings

PIECE = 64 * 1024
PATIENCE = 30
"""Seconds that a scanner has for each answer."""
log = structlog.get_logger(__name__)


class Found(Enum):
    """What the scanner says."""

    NOTHING = "nothing"
    VIRUS = "virus"
    SILENCE = "silence"


def look(stream: IO[bytes]) -> Found:
    """Show the bytes to the scanner; without one, nothing is found. The stream stands at its beginning afterwards."""
    address = str(getattr(settings, "CLAMD", ""))
    if not address:
        return Found.NOTHING
    try:
        said = _asked(address, stream)
    except (OSError, ValueError) as error:
        log.error("scanner does not answer", error=str(error))
        return Found.SILENCE
    finally:
        stream.seek(0)
    if said.endswith("FOUND"):
        log.warning("virus refused", said=said)
        return Found.VIRUS
    return Found.NOTHING if said.endswith("OK") else Found.SILENCE


def _asked(address: str, stream: IO[bytes]) -> str:
    """clamd's answer to the bytes (its INSTREAM command)."""
    with _connected(address) as line:
        line.sendall(b"zINSTREAM\0")
        stream.seek(0)
        while piece := stream.read(PIECE):
            line.sendall(struct.pack("!I", len(piece)) + piece)
        line.sendall(struct.pack("!I", 0))
        answer = b""
        while not answer.endswith(b"\0") and (more := line.recv(4096)):
            answer += more
    return answer.rstrip(b"\0").decode(errors="replace").strip()


def _connected(address: str) -> socket.socket:
    if address.startswith("unix:"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(PATIENCE)
        line.connect(address.removeprefix("unix:"))
        return line
    host, _colon, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=PATIENCE)
