"""`run.py bench scale N`: N suggestions with their parts, replies, steps and clocks in one congress (10,000 without N).

The demo province's own cases are multiplied (`copying`). One in ten belongs to the running year and stands wherever
the demo's cases stand; the others are of the nine years before, archived. Days move by years and by up to three
months, proposers and units take turns, each title names another place. Archived copies have at most four names under
them and only the suggestion's own steps; notices are not multiplied. All of it lies in one congress: the worst case,
since every list, count and to-do looks into one congress only.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import django

from lianluo.site.bench.copying import AT_ONCE, SUGGESTION, Copier, Rows, asked, indexes_later, run

HOME, TURNS, YEARS, FEW = "00/43/", 379, 9, 4
HANDLING, REPLY, PROMISE = "suggestions_handling", "suggestions_reply", "suggestions_promise"
EXTENSION, PUBLICATION = "suggestions_extension", "suggestions_publication"
ENDED = "('closed', 'archived')"
SERIES = "suggestion:year:1990"
"""A year of which the demo has no suggestion: the copies are numbered beside the demo's own."""
OF_CASE = {
    "delegation_id": "(SELECT m.delegation FROM seat_of m WHERE m.old = t.lead_id AND m.turn = p.turn)",
    "series": f"CASE WHEN t.number = '' THEN '' ELSE '{SERIES}' END",
    "series_no": "CASE WHEN t.number = '' THEN NULL ELSE p.n + 1 END",
    "number": "CASE WHEN t.number = '' THEN '' ELSE lpad((p.n + 1)::text, greatest(4, length((p.n + 1)::text)), '0') END",
    "title": "left(regexp_replace(t.title, '^关于', '关于' || p.place), 200)",
    "situation": "p.place || '：' || t.situation",
    "state": "CASE WHEN p.aged THEN 'archived' ELSE t.state END",
    "archived_at": "CASE WHEN p.aged THEN t.closed_at - (p.days - 30) * interval '1 day' ELSE t.archived_at END",
    "archive_number": "CASE WHEN p.aged THEN 'copy-' || p.n ELSE '' END",
    "merged_into_id": "NULL",
    "origin_id": "NULL",
    "bundle_size": "0",
}
OUT = "p.aged AND t.state = 'review' AND t.body <> ''"
OF_TEXT = {
    "state": f"CASE WHEN {OUT} THEN 'full' ELSE t.state END",
    "published_at": f"(CASE WHEN {OUT} THEN t.opened_at ELSE t.published_at END) - p.days * interval '1 day'",
    "due_on": "CASE WHEN p.aged THEN NULL ELSE t.due_on - p.days END",
}
OF_PROMISE = {"state": "CASE WHEN p.aged AND t.state IN ('open', 'carried') THEN 'done' ELSE t.state END"}
TABLES = (
    Rows(SUGGESTION, told=OF_CASE),
    Rows("suggestions_suggestion_wished_units", "suggestion_id", SUGGESTION),
    Rows("suggestions_revision", "suggestion_id", SUGGESTION),
    Rows("suggestions_cosignature", "suggestion_id", SUGGESTION),
    Rows(HANDLING, "suggestion_id", SUGGESTION),
    Rows("suggestions_receipt", "handling_id", HANDLING),
    Rows("suggestions_objection", "handling_id", HANDLING),
    Rows(EXTENSION, "handling_id", HANDLING),
    Rows(REPLY, "handling_id", HANDLING),
    Rows("suggestions_contact", "handling_id", HANDLING),
    Rows("suggestions_progressnote", "handling_id", HANDLING),
    Rows("suggestions_rating", "suggestion_id", SUGGESTION),
    Rows("suggestions_triage", "suggestion_id", SUGGESTION),
    Rows("suggestions_meeting", "suggestion_id", SUGGESTION),
    Rows("suggestions_assessment", "suggestion_id", SUGGESTION),
    Rows(PROMISE, "handling_id", HANDLING, told=OF_PROMISE),
    Rows("suggestions_promisestep", "promise_id", PROMISE),
    Rows(PUBLICATION, "suggestion_id", SUGGESTION, told=OF_TEXT),
    *(
        Rows(table, "case_id", of, kind, aged=kind == "suggestion")
        for table in ("trail_event", "trail_clock")
        for kind, of in (
            ("suggestion", SUGGESTION), ("handling", HANDLING), ("reply", REPLY), ("extension", EXTENSION),
            ("promise", PROMISE), ("publication", PUBLICATION),
        )
    ),
)  # fmt: skip


def turns() -> None:
    """Who takes whose place at which turn, and the places that are named."""
    run(
        "CREATE TEMP TABLE seat_of AS SELECT turn, a.id AS old, b.id AS new, b.delegation_id AS delegation"
        f" FROM generate_series(0, %s) turn, {SEATS} a, {SEATS} b WHERE b.place = (a.place + turn) %% a.many",
        TURNS - 1,
    )
    run(
        "CREATE TEMP TABLE unit_of AS SELECT turn, a.id AS old, b.id AS new"
        f" FROM generate_series(0, %s) turn, {UNITS} a, {UNITS} b WHERE b.place = (a.place + turn) %% a.many",
        TURNS - 1,
    )
    run("CREATE INDEX ON seat_of (old, turn)")
    run("CREATE INDEX ON unit_of (old, turn)")
    run(SPOTS)
    for table in ("seat_of", "unit_of", "spot"):
        run(f"ANALYZE {table}")


def plan(count: int) -> None:
    """Which case is copied how."""
    turns()
    run(PLAN, count - 1)
    run("CREATE UNIQUE INDEX ON plan (n)")
    run("ANALYZE plan")


SEATS = (
    "(SELECT s.id, s.delegation_id, row_number() OVER (ORDER BY s.id) - 1 AS place, count(*) OVER () AS many"
    f" FROM people_seat s JOIN congress_congress c ON c.id = s.congress_id WHERE c.path = '{HOME}')"
)
UNITS = (
    "(SELECT u.id, row_number() OVER (ORDER BY u.id) - 1 AS place, count(*) OVER () AS many"
    f" FROM congress_unit u JOIN congress_congress c ON c.id = u.congress_id WHERE c.path = '{HOME}'"
    " AND u.dispatched_by_id IS NOT NULL AND u.valid_to IS NULL)"
)
SPOTS = (
    "CREATE TEMP TABLE spot AS SELECT name, row_number() OVER (ORDER BY code) - 1 AS place, count(*) OVER () AS many"
    " FROM congress_region WHERE level IN ('county', 'township')"
)
PLAN = f"""
CREATE TEMP TABLE plan AS
WITH here AS (
  SELECT s.id, s.state, cardinality(s.signer_ids) AS signers FROM {SUGGESTION} s JOIN congress_congress c ON c.id = s.congress_id
   WHERE c.path = '{HOME}' AND s.merged_into_id IS NULL AND s.bundle_size = 0),
every AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many FROM here),
ended AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many
            FROM here WHERE state IN {ENDED} AND signers <= {FEW})
SELECT g.n, g.n %% {YEARS + 1} > 0 AS aged, g.n %% {TURNS} AS turn,
       spot.name || (1 + g.n / spot.many) AS place,
       CASE WHEN g.n %% {YEARS + 1} > 0 THEN ended.id ELSE every.id END AS old,
       (CASE WHEN g.n %% {YEARS + 1} > 0 THEN 365 * (g.n %% {YEARS + 1}) + g.n / {YEARS + 1} %% 97
             ELSE g.n / {YEARS + 1} %% 30 END)::int AS days
  FROM generate_series(0::bigint, %s) g(n) JOIN spot ON spot.place = g.n %% (SELECT max(many) FROM spot)
  JOIN every ON every.place = g.n / {YEARS + 1} %% every.many
  JOIN ended ON ended.place = g.n / {YEARS + 1} %% ended.many
"""


def fill(count: int, say: Any = print) -> dict[str, Any]:
    """Multiply until there are `count` copies; how many rows of what, seconds, and bytes on disk."""
    from django.db import connection

    began, size = time.perf_counter(), database_size()
    run("SET session_replication_role = replica")
    run("SET work_mem = '128MB'")
    plan(count)
    copier = Copier(TABLES, "plan")
    copier.prepare()
    with indexes_later(sorted({rows.table for rows in TABLES})):
        _copy(copier, count, say)
    run("SET session_replication_role = origin")
    copied = time.perf_counter() - began
    connection.set_autocommit(True)
    run("VACUUM ANALYZE")
    return {
        "suggestions": count,
        "seconds": round(copied, 1),
        "vacuum_seconds": round(time.perf_counter() - began - copied, 1),
        "kB_each": round((database_size() - size) / count / 1000, 1),
        "rows": {table: rows_of(table) for table in sorted({rows.table for rows in TABLES})},
        "states": dict(asked(f"SELECT state, count(*) FROM {SUGGESTION} GROUP BY 1 ORDER BY 2 DESC")),
    }


def _copy(copier: Copier, count: int, say: Any) -> None:
    began = time.perf_counter()
    for first in range(0, count, AT_ONCE):
        for _table in copier.copy(first, min(first + AT_ONCE, count)):
            pass
        say(f"{min(first + AT_ONCE, count):>9,} · {time.perf_counter() - began:.0f} s")
    for table in sorted({rows.table for rows in TABLES}):
        run(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")


def database_size() -> int:
    ((size,),) = asked("SELECT pg_database_size(current_database())")
    return int(str(size))


def rows_of(table: str) -> int:
    ((count,),) = asked(f"SELECT count(*) FROM {table}")
    return int(str(count))


def show(found: dict[str, Any]) -> None:
    for key, value in found.items():
        if isinstance(value, dict):
            print(key)
            for name, one in value.items():
                print(f"  {name:<40} {one:>12,}")
        else:
            print(f"{key:<42} {value:>12,}")


def main(target: Path, count: int) -> None:
    django.setup()
    found = fill(count)
    show(found)
    target.write_text(json.dumps(found, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
