"""Work in a process beside this one, on the other processor."""

import multiprocessing
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

from django.db import connections


class Broken(RuntimeError):
    """The work beside did not come to its end; its own lines say why."""


@dataclass
class Beside:
    """`answer`: what the work returned, once the block has ended."""

    answer: int = 0


@contextmanager
def beside(work: Callable[[], int]) -> Iterator[Beside]:
    """Do `work` while the block does its own; both have ended afterwards. Raises `Broken` where `work` failed.

    The process is a copy of this one with database connections of its own.
    """
    told, here = Beside(), multiprocessing.get_context("fork")
    ours, theirs = here.Pipe(duplex=False)
    _let_go()
    process = here.Process(target=_work, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield told
        try:
            told.answer = ours.recv()
        except EOFError as error:
            raise Broken("the work beside broke off") from error
        process.join()
    finally:
        process.kill()
        process.join()
        ours.close()


def _let_go() -> None:
    """Two processes never share a connection, nor a pool of them."""
    connections.close_all()
    for one in connections.all():
        if close := getattr(one, "close_pool", None):
            close()


def _work(work: Callable[[], int], answer: "Connection[int, int]") -> None:
    try:
        answer.send(work())
    except Exception:  # told here, where it happened; the other process sees that no answer came
        traceback.print_exc()
    finally:
        connections.close_all()
        answer.close()
