"""`run.py bench tables [ROWS] [MESSAGES.csv]`: a roster of ROWS deputies (100,000) from xlsx, beside plain COPY (P7);
and, with a file of messages and their answers, each of them as a suggestion with its whole life.

The file of messages has the columns 留言编号, 留言主题, 留言详情, 留言时间, 答复意见, 答复时间.
"""

import csv
import io
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import django

WRONG_EACH = 100
HEAD = ("姓名", "代表团", "代表证号", "性别", "民族", "政治面貌", "出生日期", "工作单位及职务")
NAMES = ("王伟", "李娜", "张敏", "刘洋", "陈静", "杨帆", "赵磊", "黄丽", "周涛", "吴刚")

GIVEN = "安邦诚达恩方刚浩杰凯乐明宁鹏清仁山涛文祥雪燕泽志"


def roster(rows: int) -> bytes:
    """Every hundredth row has a birthday that cannot be."""
    from lianluo.exchange.sheets import write

    def lines() -> Iterator[tuple[list[str], set[int]]]:
        for n in range(rows):
            born = (
                "1970-02-30" if n % WRONG_EACH == 7 else f"19{60 + n % 40}-{1 + n % 12:02d}-{1 + n % 28:02d}"
            )
            facts = ["女" if n % 3 else "男", "汉族", "群众", born, f"某市第{n}小学教师"]
            yield (
                [
                    f"{NAMES[n % 10]}{GIVEN[n // 10 % len(GIVEN)]}",
                    f"第{1 + n % 40}代表团",
                    f"{n:06d}",
                    *facts,
                ],
                set(),
            )

    with write("xlsx", HEAD, lines(), title="名册") as file:
        return file.read()


def timed(act: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    answer = act()
    return answer, time.perf_counter() - began


def memory() -> int:
    """The most this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def clerk() -> Any:
    """Somebody of the province who keeps the roster."""
    from django.utils.timezone import localdate

    from lianluo.people.actor import actor_for
    from lianluo.people.models import Role
    from lianluo.people.roles import RoleKind

    roles = Role.objects.everywhere("the bench looks for a clerk of the demo province")
    role = (
        roles.filter(kind=RoleKind.LIAISON_LEAD)
        .select_related("congress", "account")
        .order_by("congress__path")
        .first()
    )
    assert role is not None
    return actor_for(role.account, role.congress, localdate())


def taken_in(
    kind: str, content: bytes, name: str, actor: Any, now: Any, **options: str
) -> tuple[Any, dict[str, float]]:
    """Opened, mapped, checked, names answered by the first candidate, loaded: each with its seconds."""
    from lianluo.exchange.services import check, choose, load, map_columns, open_batch

    batch, opening = timed(lambda: open_batch(kind, io.BytesIO(content), name, actor=actor, at=now))
    map_columns(batch, dict(batch.mapping), batch.options | options, actor=actor, at=now)
    _batch, checking = timed(lambda: check(batch, actor=actor, at=now))
    asked = batch.problems.filter(grade="ask").values_list("thing", "written", "candidates")
    answers = {(thing, written): found[0][0] for thing, written, found in asked if found}
    if answers:
        choose(batch, answers, actor=actor, at=now)
        _batch, again = timed(lambda: check(batch, actor=actor, at=now))
        checking += again
    _batch, loading = timed(lambda: load(batch, actor=actor, now=lambda: now))
    return batch, {"open": opening, "check": checking, "load": loading}


def copied(rows: int) -> float:
    """Seconds for the same rows of the same three tables by COPY, indexes included."""
    from django.db import connection

    tables = ("people_person", "people_seat", "people_seatstep")
    seconds = 0.0
    with connection.cursor() as cursor:
        for table in tables:
            said: list[bytes] = []
            with cursor.copy(f"COPY (SELECT * FROM {table} ORDER BY id DESC LIMIT {rows}) TO STDOUT") as out:
                said = [bytes(piece) for piece in out]
            cursor.execute(f"CREATE TEMP TABLE copy_{table} (LIKE {table} INCLUDING ALL)")
            began = time.perf_counter()
            with cursor.copy(f"COPY copy_{table} FROM STDIN") as into:
                for piece in said:
                    into.write(piece)
            seconds += time.perf_counter() - began
    return seconds


def deputies(rows: int) -> dict[str, Any]:
    """P7."""
    from django.utils import timezone

    from lianluo.congress.models import Term
    from lianluo.exchange.errors import errors_file

    actor, now = clerk(), timezone.now()
    last = Term.objects.within(actor.scope).filter(congress=actor.congress).order_by("-number").first()
    assert last is not None
    starts = last.starts_on + timedelta(days=365)
    term = Term.objects.create(congress=actor.congress, number=last.number + 40, starts_on=starts)
    content = roster(rows)
    batch, seconds = taken_in("deputies", content, "名册.xlsx", actor, now, term=str(term.pk))
    (_table, _name), errors = timed(lambda: errors_file(batch))
    most, made = memory(), batch.count("made")
    plain = copied(made)
    return {
        "rows": rows, "made": made, "stay out": batch.count("left"), "file MB": round(len(content) / 1e6, 1),
        **{f"{name} s": round(value, 1) for name, value in seconds.items()}, "error table s": round(errors, 1),
        "rows/s loaded": round(made / seconds["load"]), "COPY rows/s": round(made / plain),
        "share of COPY": round(plain / seconds["load"], 3), "memory MB": most,
    }  # fmt: skip


def messages(path: Path) -> dict[str, Any]:
    """Every message and its answer as a suggestion; then the moments are compared with the file."""
    from django.utils import timezone

    from lianluo.congress.models import Unit
    from lianluo.exchange.models import Origin
    from lianluo.exchange.values import read_moment
    from lianluo.people.models import Seat
    from lianluo.suggestions.models import Suggestion

    actor, now = clerk(), timezone.now()
    lead = (
        Seat.objects.within(actor.scope)
        .filter(state="active", congress=actor.congress)
        .order_by("pk")
        .first()
    )
    unit = (
        Unit.objects.within(actor.scope)
        .filter(congress=actor.congress, valid_to=None, kind="government")
        .order_by("pk")
        .first()
    )
    assert lead is not None
    assert unit is not None
    batch, seconds = taken_in("suggestions", path.read_bytes(), path.name, actor, now, lead=str(lead.pk),
                              unit=str(unit.pk), reply_class="A", settle="1")  # fmt: skip
    with path.open(encoding="utf-8-sig") as file:
        told = {f"id:{row['留言编号']}": row for row in csv.DictReader(file)}
    keys = dict(Origin.objects.within(actor.scope).filter(batch=batch).values_list("target", "key"))
    cases = Suggestion.objects.within(actor.scope).filter(pk__in=keys)
    true = sum(
        (case.submitted_at, case.replied_at)
        == (read_moment(told[keys[case.pk]]["留言时间"]), read_moment(told[keys[case.pk]]["答复时间"]))
        for case in cases
    )
    states: dict[str, int] = {}
    for state in cases.values_list("state", flat=True):
        states[state] = states.get(state, 0) + 1
    return {
        "messages": len(told), "made": batch.count("made"), "stay out": batch.count("left"),
        "both moments true": true, "states": states, "check s": round(seconds["check"], 1),
        "load s": round(seconds["load"], 1), "a second": round(batch.count("made") / seconds["load"], 1),
        "memory MB": memory(),
    }  # fmt: skip


def main(target: Path, rows: int, path: Path | None) -> None:
    django.setup()
    found = {"deputies": deputies(rows)} | ({"messages": messages(path)} if path else {})
    for name, figures in found.items():
        for key, value in figures.items():
            print(f"{name:<10} {key:<20} {value}")
    target.write_text(json.dumps(found, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    words = sys.argv[2:]
    files = [Path(word) for word in words if not word.isdigit()]
    counts = [int(word) for word in words if word.isdigit()]
    main(Path(sys.argv[1]), counts[0] if counts else 100_000, files[0] if files else None)
