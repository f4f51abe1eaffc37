"""Which port to listen on, and under which addresses people reach it."""

import socket

TRIES = 50


def free(host: str, port: int) -> bool:
    """True when nobody listens on `host`:`port`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def choose(host: str, wanted: int) -> int:
    """`wanted`, or the next free port after it. Raises LookupError after fifty tries."""
    for port in range(wanted, min(wanted + TRIES, 65536)):
        if free(host, port):
            return port
    raise LookupError(wanted)


def any_free(host: str = "127.0.0.1") -> int:
    """A port of the system's choice."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def own_addresses() -> list[str]:
    """The machine's addresses in its network, for people on a phone beside it."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(("192.0.2.1", 9))  # a documentation address: nothing is sent
            return [str(probe.getsockname()[0])]
    except OSError:
        return []
