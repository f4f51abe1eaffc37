"""Many people at once: each asks for the next address as soon as the last answer is there, over a kept connection."""

import http.client
import itertools
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass
class Answers:
    """Seconds of each answer, statuses, and the whole time."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    lasted: float = 0.0

    def add(self, other: "Answers") -> None:
        self.seconds += other.seconds
        self.statuses += other.statuses
        self.lasted += other.lasted

    def quantile(self, share: float) -> float:
        """Milliseconds."""
        found = sorted(self.seconds)
        return round(found[min(len(found) - 1, int(len(found) * share))] * 1000, 1) if found else 0.0

    @property
    def per_second(self) -> float:
        return round(len(self.seconds) / self.lasted, 1) if self.lasted else 0.0

    @property
    def bad(self) -> int:
        return sum(count for status, count in self.statuses.items() if status != 200)


def ask(base: str, cookies: Sequence[str], addresses: Sequence[str], users: int, seconds: float) -> Answers:
    """`users` people go through `addresses` for `seconds`; they hold the `cookies` in turn."""
    found, lock, turn = Answers(), threading.Lock(), itertools.count()
    began = time.monotonic()

    def person(number: int) -> None:
        host = urlsplit(base)
        line = http.client.HTTPConnection(host.hostname or "", host.port, timeout=120)
        headers = {"Cookie": f"sessionid={cookies[number % len(cookies)]}", "Accept-Language": "zh-hans"}
        own = Answers()
        while time.monotonic() - began < seconds:
            address, start = addresses[next(turn) % len(addresses)], time.monotonic()
            line.request("GET", address, headers=headers)
            answer = line.getresponse()
            answer.read()
            own.seconds.append(time.monotonic() - start)
            own.statuses[answer.status] += 1
        with lock:
            found.add(own)

    people = [threading.Thread(target=person, args=(number,)) for number in range(users)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    found.lasted = time.monotonic() - began
    return found
