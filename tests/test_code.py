"""Tests about the code itself: what a reviewer would otherwise have to remember."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from lianluo.kernel.scoping import CongressModel, ScopedQuerySet
from lianluo.trail.cases import CASES, CaseType
from tests.everywhere import LIST, ROOT, places, sources, text

GLOBAL_MODELS = {
    "congress.Region": "the official divisions of the country, public",
    "congress.CalendarYear": "the State Council's calendar, one for the country",
    "congress.CalendarDay": "the State Council's calendar, one for the country",
    "congress.CalendarStamp": "the State Council's calendar, one for the country",
    "notices.Preference": "an account's own wishes, at whichever congress it works",
    "notices.Habit": "an account's own wishes, at whichever congress it works",
    "search.SearchChange": "what the index must read again; no content",
    "people.Account": "signs in before any congress is known; seen through roles and seats only",
    "people.AccountLog": "kept with the account; read through `selectors.log_in(scope)`",
    "people.Person": "may sit in several congresses; seen through seats only",
    "trail.DayRoot": "digests over the history of all congresses",
    "trail.RootHead": "digests over the history of all congresses",
}

# Who may write a column called `state`, `trail_seq` or `trail_hash`: the trail for cases, and owners of other rows.
STATE_WRITERS = {
    "lianluo/trail/steps.py": "the only writer of the state of a case",
    "lianluo/congress/sessions.py": "a session is no case: it opens and closes with its own record",
    "lianluo/notices/sending.py": "a delivery is no case",
    "lianluo/notices/tasks.py": "a delivery is no case",
    "lianluo/people/services/roster.py": "a seat is no case: each step leaves a SeatStep",
    "lianluo/suggestions/web/doors.py": "in memory only: how many steps the form had seen, for the compare-and-swap",
}

# Who may go around the guarded managers, or write SQL by hand.
AROUND = {
    "lianluo/kernel/scoping.py": "the guard itself",
    "lianluo/trail/steps.py": "writes the one row in hand",
    "lianluo/trail/changes.py": "what rows are called to which a kept version points",
    "lianluo/trail/verify.py": "the proof covers every congress",
    "lianluo/trail/roots.py": "locks the table of events for a moment",
    "lianluo/congress/numbers.py": "one counter row, by the congress in hand",
    "lianluo/figures/counting.py": "runs a query that was scoped by its figure",
    "lianluo/ui/lists/counting.py": "counts rows of queries that were scoped by their list",
    "lianluo/site/bench/copying.py": "multiplies the demo's rows, in a throw-away database",
    "lianluo/site/bench/crowd.py": "one setting of its own connection, so that all of the work is seen",
    "lianluo/site/bench/tables.py": "plain COPY beside the import, in a throw-away database",
    "lianluo/notices/jobs.py": "the queue's own table",
    "lianluo/notices/telling.py": "the queue's own table",
    "lianluo/search/feed.py": "the index is fed from all congresses; rights are in the query",
    "lianluo/site/backups.py": "a backup holds everything",
    "lianluo/site/management/commands/demo.py": "throws a demo away, all of it",
    "lianluo/site/demo/unfinished.py": "a note on the database, no row",
    "lianluo/site/probes.py": "asks whether the database answers",
    "lianluo/suggestions/selectors/wishes.py": "the through table of wished units of a suggestion in hand",
}

# Doorways: here the present moment is read and handed inwards. Everything else is told what time it is.
DOORWAYS = (
    "lianluo/desk/*",
    "lianluo/*/web/*",
    "lianluo/*/web.py",
    "lianluo/*/tasks.py",
    "lianluo/*/management/*",
    "lianluo/*/middleware.py",
    "lianluo/people/signin/*",
    "lianluo/people/signals.py",
    "lianluo/site/*",
    "lianluo/ui/*",
)

CLOCKS = {
    "lianluo/congress/apps.py": "seeds the calendar after migrating",
    "lianluo/search/feed.py": "how long the feeder itself has been idle",
    "lianluo/search/shelf.py": "when the index was last fed",
    "lianluo/suggestions/lists/promises.py": "a filter of a list, which is given its values and nothing else",
    "lianluo/suggestions/selectors/desk_rows.py": "a filter of a list, as in lists.py",
    "lianluo/suggestions/selectors/lists.py": "a filter of a list, which is given its values and nothing else",
}

HISTORY_READERS = {
    "lianluo/trail/changes.py",
    "lianluo/desk/histories.py",
    "lianluo/desk/audit_changes.py",
    "lianluo/desk/calendar.py",
    "lianluo/congress/rules/acts.py",
}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def trees() -> Iterator[tuple[str, ast.AST]]:
    for path in sources():
        yield name_of(path), ast.parse(path.read_text())


def our_models() -> list[type[models.Model]]:
    """The tables of the house, without those in which pghistory keeps versions (see HISTORY_READERS)."""
    ours = [m for m in apps.get_models() if m.__module__.startswith("lianluo.")]
    return [m for m in ours if not hasattr(m, "pgh_tracked_model")]


@pytest.mark.parametrize("model", our_models(), ids=lambda m: m._meta.label)
def test_every_model_is_scoped_or_named_as_global(model: type[models.Model]) -> None:
    if not issubclass(model, CongressModel):
        assert model._meta.label in GLOBAL_MODELS, (
            f"{model._meta.label}: inherit CongressModel, or say why not"
        )
        return
    assert isinstance(model._default_manager.all(), ScopedQuerySet), "the manager must guard"
    target: type[models.Model] = model
    for step in model.congress_lookup.split("__") if model.congress_lookup else []:
        target = target._meta.get_field(step).related_model  # type: ignore[assignment]
    assert target._meta.label == "congress.Congress", f"congress_lookup leads to {target._meta.label}"


def test_no_global_model_is_named_in_vain() -> None:
    assert set(GLOBAL_MODELS) <= {model._meta.label for model in our_models()}


def writes_state(node: ast.AST) -> bool:
    """Is this `x.state = …`, `update(state=…)` or `update(**{"state": …})`, or the same with the trail's columns?"""
    own = {"state", "trail_seq", "trail_hash"}
    if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        flat = [one for target in targets for one in ast.walk(target)]
        return any(isinstance(one, ast.Attribute) and one.attr in own for one in flat)
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"update", "bulk_update", "setattr"}:
        named = {keyword.arg for keyword in node.keywords}
        spelt = {one.value for arg in node.args for one in ast.walk(arg) if isinstance(one, ast.Constant)}
        return bool(own & (named | spelt))
    return False


def test_nothing_else_writes_a_state() -> None:
    writers = {file for file, tree in trees() if any(writes_state(node) for node in ast.walk(tree))}
    assert writers <= set(STATE_WRITERS), f"use trail.advance: {writers - set(STATE_WRITERS)}"
    assert "lianluo/trail/steps.py" in writers, "the test no longer sees the one that does"


@pytest.mark.parametrize(
    "code",
    [
        "case.state = 'x'",
        "case.state, case.other = 1, 2",
        "rows.update(state='x')",
        "rows.update(trail_hash=b'')",
        "rows.bulk_update(cases, ['state'])",
        "case.trail_seq += 1",
    ],
)
def test_the_test_above_sees_every_way_of_writing(code: str) -> None:
    assert any(writes_state(node) for node in ast.walk(ast.parse(code)))


def goes_around(node: ast.AST) -> bool:
    attribute = isinstance(node, ast.Attribute) and node.attr in {
        "_base_manager",
        "_default_manager",
        "cursor",
        "extra",
    }
    named = isinstance(node, ast.Name) and node.id in {"RawSQL", "lifted"}
    raw = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "raw"
    return attribute or named or raw


def test_nothing_goes_around_the_guard_unnamed() -> None:
    found = {file for file, tree in trees() if any(goes_around(node) for node in ast.walk(tree))}
    assert found <= set(AROUND), f"unguarded ways to the database: {found - set(AROUND)}"


def test_the_list_of_places_that_look_everywhere_is_up_to_date() -> None:
    assert all(place.why.strip() for place in places()), [p for p in places() if not p.why.strip()]
    assert LIST.read_text() == text(), "python -m tests.everywhere"


def reads_the_clock(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or node.args or not isinstance(node.func, ast.Attribute):
        return False
    owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
    return (owner, node.func.attr) in {
        ("timezone", "now"),
        ("timezone", "localdate"),
        ("timezone", "localtime"),
        ("datetime", "now"),
        ("datetime", "utcnow"),
        ("date", "today"),
        ("time", "time"),
    }


def test_time_comes_from_outside() -> None:
    found = {file for file, tree in trees() if any(reads_the_clock(node) for node in ast.walk(tree))}
    inner = {file for file in found if not any(fnmatch(file, door) for door in DOORWAYS)}
    assert inner <= set(CLOCKS), f"take `at` as an argument: {inner - set(CLOCKS)}"


def test_versions_of_rows_are_read_in_few_places() -> None:
    """The tables in which the database keeps versions have no guard: their readers narrow them themselves."""
    marks = {"pgh_event_model", "pgh_obj", "pgh_obj_id"}
    found = {
        file
        for file, tree in trees()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Attribute) and node.attr in marks)
        or (isinstance(node, ast.Constant) and node.value in marks)
    }
    assert found <= HISTORY_READERS, found - HISTORY_READERS


@pytest.mark.parametrize("kind", list(CASES), ids=lambda kind: kind.name)
def test_every_kind_of_case_is_complete(kind: CaseType) -> None:
    assert kind.model.flow_name == kind.flow.name
    assert kind.label != kind.flow.name, "say what it is called"
    assert (kind.seen_by is None) == (kind.may_see is None), "one without its twin"
    assert all(str(move.label) for move in kind.flow.moves.values())
    assert all(kind.state_label(state.value) for state in kind.flow.states)


def test_every_case_model_is_registered() -> None:
    from lianluo.trail.models import Case

    found = {m for m in our_models() if issubclass(m, Case)}
    assert found == {kind.model for kind in CASES}


MEASURED = [path for path in sources() if "demo" not in path.parts and path.name != "flow.py"]
"""Without tables: the demo's texts and the moves of a flow are as long as there are rows."""


@pytest.mark.parametrize("path", MEASURED, ids=name_of)
def test_no_file_grows_beyond_a_good_size(path: Path) -> None:
    lines = [line for line in path.read_text().splitlines() if line.strip()]
    assert len(lines) <= 250, f"{len(lines)} lines: a module of this size has two subjects"


def test_functions_stay_short() -> None:
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for _file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert lengths[int(len(lengths) * 0.95)] <= 25


@pytest.mark.parametrize("path", sorted((ROOT / "lianluo").rglob("*.html")), ids=name_of)
def test_templates_stay_short(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 120
