"""`run.py bench meeting [N]`: a whole session assigned in one job (P8): N suggestions (1,030) to 200 units.

Drawn up with likeness, then carried out row by row: state, history, clocks for receipt, contact and answer, notices to
units, deputies and committees. Processor time of this process and of its PostgreSQL, and clock time.
"""

import cProfile
import pstats
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

from lianluo.site.bench.copying import SUGGESTION, Copier, asked, run
from lianluo.site.bench.crowd import processor
from lianluo.site.bench.telling import tell

COUNT, UNITS = 1_030, 200
ONE = f"""
CREATE TEMP TABLE plan AS
WITH ready AS (
  SELECT s.id, row_number() OVER (ORDER BY s.id) - 1 AS place, count(*) OVER () AS many
    FROM {SUGGESTION} s JOIN congress_congress c ON c.id = s.congress_id
   WHERE c.path = '00/43/' AND s.state = 'accepted' AND s.session_id IS NOT NULL)
SELECT g.n, ready.id AS old, spot.name || (1 + g.n / spot.many) AS place, g.n %% 379 AS turn, 0 AS days, false AS aged
  FROM generate_series(0::bigint, %s) g(n) JOIN ready ON ready.place = g.n %% (SELECT max(many) FROM ready)
  JOIN spot ON spot.place = g.n %% (SELECT max(many) FROM spot)
"""


def waiting(count: int) -> Any:
    """`count` accepted suggestions of the session in progress; the session."""
    from lianluo.site.bench.scale import TABLES, turns
    from lianluo.suggestions.models import Suggestion

    run("SET session_replication_role = replica")
    turns()
    run(ONE, count - 1)
    copier = Copier(TABLES, "plan")
    copier.prepare()
    for _table in copier.copy(0, count):
        pass
    for table in sorted({rows.table for rows in TABLES}):
        run(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
    run("SET session_replication_role = origin")
    run("ANALYZE")
    why = "the bench looks for the session that it has just filled"
    rows = Suggestion.objects.everywhere(why).filter(state="accepted", session__isnull=False)
    case = rows.select_related("session__term", "congress").order_by("-pk")[0]
    return case.congress, case.session


def units_of(congress: Any) -> list[Any]:
    """Two hundred units in force: those of the demo, and as many more as are missing."""
    from lianluo.congress.models import Unit

    rows = (
        Unit.objects.within(congress.scope)
        .filter(dispatched_by__isnull=False)
        .select_related("dispatched_by")
    )
    found = list(rows.order_by("pk")[:UNITS])
    office = found[0].dispatched_by
    for n in range(len(found), UNITS):
        name = f"第{n}试办单位"
        values = {"kind": found[0].kind, "dispatched_by": office, "valid_from": found[0].valid_from}
        found.append(Unit.objects.create(congress=congress, name=name, short_name=name, **values))
    return found


def staff(congress: Any, units: list[Any]) -> None:
    """One person at work for each unit, who is told."""
    from lianluo.people.models import Account, Role
    from lianluo.people.roles import RoleKind

    made = [Account(username=f"bench{n}", display_name=f"承办{n}", password="!") for n in range(len(units))]
    accounts = Account.objects.bulk_create(made)
    held = {"congress": congress, "kind": RoleKind.UNIT_HANDLER, "starts_on": "2020-01-01"}
    Role.objects.bulk_create(
        Role(account=account, unit=unit, **held) for account, unit in zip(accounts, units, strict=True)
    )


def settle(plan: Any, units: list[Any]) -> None:
    """As the meeting decides: two of three suggestions to one unit, each third to a lead unit and a helper."""
    from lianluo.suggestions.models import PlanRow

    rows = list(PlanRow.objects.within(plan.congress.scope).filter(plan=plan).order_by("pk"))
    for n, row in enumerate(rows):
        first, second = units[n % UNITS].pk, units[(n * 7 + 3) % UNITS].pk
        shared = n % 3 == 0 and first != second
        row.tasks = [{"unit": first, "mode": "lead" if shared else "sole", "part": ""}]
        row.tasks += [{"unit": second, "mode": "co", "part": ""}] if shared else []
        row.unit_ids = [task["unit"] for task in row.tasks]
    PlanRow.objects.within(plan.congress.scope).bulk_update(rows, ["tasks", "unit_ids"], batch_size=500)


def timed(act: Callable[[], Any]) -> tuple[Any, dict[str, float]]:
    """The answer, with seconds of clock and of processors."""
    from django.db import connection

    connection.ensure_connection()
    server = connection.connection.info.backend_pid
    began = (time.perf_counter(), time.process_time(), processor(server))
    answer = act()
    ended = (time.perf_counter(), time.process_time(), processor(server))
    clock, python, database = (b - a for a, b in zip(began, ended, strict=True))
    return answer, {"clock": clock, "python": python, "database": database / 1000}


def measures(count: int, profile: str = "") -> dict[str, Any]:
    from django.db import connection
    from django.utils import timezone

    from lianluo.search.feed import rebuild
    from lianluo.site.bench.pages import Counter
    from lianluo.site.bench.tables import clerk
    from lianluo.suggestions.services import planning

    congress, session = waiting(count)
    units, actor = units_of(congress), clerk()
    staff(congress, units)
    rebuild()
    plan, drawing = timed(lambda: planning.draw_up(session, actor=actor, at=timezone.now()))
    settle(plan, units)
    planning.carry_out(plan, actor=actor, at=timezone.now())
    plan.refresh_from_db()
    profiler, counter = cProfile.Profile(), Counter()
    if profile:
        profiler.enable()
    with connection.execute_wrapper(counter):
        _none, carrying = timed(lambda: planning.carry_rows(plan, actor=actor, now=timezone.now))
    if profile:
        profiler.disable()
        pstats.Stats(profiler).sort_stats("cumulative").dump_stats(profile)
    done = plan.rows.filter(outcome="done").count()
    ((notices,),) = asked("SELECT count(*) FROM notices_notice WHERE key LIKE 'suggestion.%%together'")
    both = {key: drawing[key] + carrying[key] for key in drawing}
    return {
        "suggestions": plan.rows.count(),
        "done": done,
        "notices": notices,
        "questions_each": round(counter.number / max(done, 1), 1),
        "drawing_up_s": {key: round(value, 2) for key, value in drawing.items()},
        "carrying_out_s": {key: round(value, 2) for key, value in carrying.items()},
        "a_second_by_the_clock": round(done / both["clock"], 1),
        "a_second_of_processor": round(done / (both["python"] + both["database"]), 1),
    }


def main(target: Path, count: int, profile: str = "") -> None:
    django.setup()
    tell(target, measures(count, profile))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else COUNT, *sys.argv[3:4])
