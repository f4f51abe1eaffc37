"""No query on rows of a congress runs unscoped: proved over every method that Django's QuerySet and Manager have."""

import asyncio
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.manager import BaseManager
from django.test.utils import CaptureQueriesContext

from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Congress, Delegation, Session, Unit
from lianluo.kernel.scoping import FUNNEL, Scope, ScopedQuerySet, Unscoped, lifted
from lianluo.people.models import Person, Role, Seat
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def rows() -> Any:
    return Unit.objects.all()


def some_unit() -> Unit:
    return Unit(pk=1, name="教育厅", short_name="教育厅", kind=UnitKind.GOVERNMENT)


# How each method is called. What it gives back is then looked at until the database would be asked.
CALLS: dict[str, Callable[[Any], Any]] = {
    "__and__": lambda q: q & rows(),
    "__or__": lambda q: q | rows(),
    "__xor__": lambda q: q ^ rows(),
    "__bool__": bool,
    "__getitem__": lambda q: q[0],
    "__getstate__": pickle.dumps,
    "__iter__": list,
    "__aiter__": lambda q: q.__aiter__().__anext__(),
    "__len__": len,
    "__repr__": repr,
    "aggregate": lambda q: q.aggregate(n=Count("pk")),
    "aaggregate": lambda q: q.aaggregate(n=Count("pk")),
    "alias": lambda q: q.alias(n=F("pk")),
    "annotate": lambda q: q.annotate(n=F("pk")),
    "bulk_update": lambda q: q.bulk_update([some_unit()], ["name"]),
    "abulk_update": lambda q: q.abulk_update([some_unit()], ["name"]),
    "complex_filter": lambda q: q.complex_filter(Q(pk=1)),
    "contains": lambda q: q.contains(some_unit()),
    "acontains": lambda q: q.acontains(some_unit()),
    "dates": lambda q: q.dates("valid_from", "month"),
    "datetimes": lambda q: Session.objects.datetimes("opened_at", "month"),
    "difference": lambda q: q.difference(rows()),
    "intersection": lambda q: q.intersection(rows()),
    "union": lambda q: q.union(rows()),
    "distinct": lambda q: q.distinct(),
    "earliest": lambda q: q.earliest("pk"),
    "aearliest": lambda q: q.aearliest("pk"),
    "latest": lambda q: q.latest("pk"),
    "alatest": lambda q: q.alatest("pk"),
    "exclude": lambda q: q.exclude(pk=1),
    "filter": lambda q: q.filter(pk=1),
    "get": lambda q: q.get(pk=1),
    "aget": lambda q: q.aget(pk=1),
    "get_or_create": lambda q: q.get_or_create(pk=1),
    "aget_or_create": lambda q: q.aget_or_create(pk=1),
    "update_or_create": lambda q: q.update_or_create(pk=1, defaults={"name": "x"}),
    "aupdate_or_create": lambda q: q.aupdate_or_create(pk=1, defaults={"name": "x"}),
    "in_bulk": lambda q: q.in_bulk([1]),
    "ain_bulk": lambda q: q.ain_bulk([1]),
    "iterator": lambda q: list(q.iterator()),
    "aiterator": lambda q: q.aiterator().__anext__(),
    "prefetch_related": lambda q: q.prefetch_related("former_names"),
    "raw": lambda q: list(q.raw("SELECT * FROM congress_unit")),
    "resolve_expression": lambda q: Person.objects.filter(pk__in=q.values("pk")),
    "select_related": lambda q: q.select_related("congress"),
    "update": lambda q: q.update(name="x"),
    "aupdate": lambda q: q.aupdate(name="x"),
    "using": lambda q: q.using("default"),
    "values": lambda q: q.values("name"),
    "values_list": lambda q: q.values_list("name", flat=True),
    "_raw_delete": lambda q: q._raw_delete("default"),
    "_update": lambda q: q._update([(Unit._meta.get_field("name"), None, "x")]),
    "_iterator": lambda q: list(q._iterator(use_chunked_fetch=False, chunk_size=10)),
    "_earliest": lambda q: q._earliest("pk"),
}
# They write new rows, which carry their congress: nothing of another congress is read or changed.
WRITERS = {"create", "acreate", "bulk_create", "abulk_create"}
# Ways to say the scope, to build a manager, to hold and to copy: they do not ask the database.
QUIET = {
    "within",
    "everywhere",
    "as_manager",
    "from_queryset",
    "contribute_to_class",
    "deconstruct",
    "check",
    "db_manager",
    "get_queryset",
    "none",
    "__class_getitem__",
    "__deepcopy__",
    "__setstate__",
    "__eq__",
    "__hash__",
    "__str__",
    "__init__",
    "__new__",
    "__init_subclass__",
    "__subclasshook__",
}
# Private parts of Django. Those that ask the database are called by a public method that is proved here, or insert.
BELOW = {
    "_batched_insert",
    "_fetch_all",
    "_insert",
    "_prefetch_related_objects",
}
# The rest only shape the query or the answer.
SHAPING = {
    "_add_hints",
    "_annotate",
    "_as_manager",
    "_chain",
    "_check_bulk_create_options",
    "_check_operator_queryset",
    "_check_ordering_first_last_queryset_aggregation",
    "_clone",
    "_combinator_query",
    "_extract_model_params",
    "_filter_or_exclude",
    "_filter_or_exclude_inplace",
    "_guard",
    "_handle_order_with_respect_to",
    "_has_filters",
    "_is_safe",
    "_merge_known_related_objects",
    "_merge_sanity_check",
    "_next_is_sticky",
    "_not_support_combined_queries",
    "_prepare_for_bulk_create",
    "_validate_values_are_expressions",
    "_values",
}


def methods(*classes: type) -> list[str]:
    """Every callable that the classes add to `object`, private ones that only shape the query left out."""
    found = {
        name
        for one in classes
        for name, value in inspect.getmembers(one)
        if callable(value) and getattr(object, name, None) is not value
    }
    return sorted(
        name for name in found if not name.startswith("_") or name in CALLS or name in QUIET or name[1] == "_"
    )


ALL = methods(models.QuerySet, models.Manager, BaseManager, ScopedQuerySet)


def exhaust(answer: Any) -> None:
    """Look at an answer until it must have come from the database."""
    if inspect.isawaitable(answer):
        answer = asyncio.run(wait(answer))
    if isinstance(answer, models.QuerySet):
        list(answer)


async def wait(answer: Any) -> Any:
    return await answer


@pytest.mark.parametrize("name", [name for name in ALL if name not in WRITERS | QUIET])
def test_no_method_reaches_the_database_unscoped(name: str) -> None:
    """A method that is not in CALLS is called without arguments: a new one in Django cannot be forgotten."""
    call = CALLS.get(name, lambda query: getattr(query, name)())
    with CaptureQueriesContext(connection) as asked:
        try:
            exhaust(call(Unit.objects.all()))
        except Unscoped:
            refused = True
        else:
            refused = False
    touched = [q["sql"] for q in asked.captured_queries if "congress_unit" in q["sql"]]
    assert refused, f"{name} was not refused"
    assert touched == []


@pytest.mark.parametrize(
    "name",
    [name for name in methods(models.Manager) if name not in WRITERS | QUIET and not name.startswith("_")],
)
def test_no_method_of_a_manager_does_either(name: str) -> None:
    call = CALLS.get(name, lambda query: getattr(query, name)())
    with pytest.raises(Unscoped):
        exhaust(call(Unit.objects))


def test_every_private_method_is_known() -> None:
    """When Django gains one, somebody must look whether it asks the database."""
    private = {
        name
        for name in dir(ScopedQuerySet)
        if name.startswith("_") and name[1] != "_" and callable(getattr(ScopedQuerySet, name))
    }
    assert private - BELOW - SHAPING - set(CALLS) == set()
    assert set(FUNNEL) | BELOW <= set(dir(models.QuerySet))


def test_overwriting_rows_in_the_way_needs_a_scope() -> None:
    fields: dict[str, Any] = {"update_conflicts": True, "unique_fields": ["pk"], "update_fields": ["name"]}
    with pytest.raises(Unscoped):
        Unit.objects.bulk_create([some_unit()], **fields)
    with pytest.raises(Unscoped):
        Unit.objects.bulk_create([some_unit()], None, False, True, ["name"], ["pk"])


def test_guarded_methods_keep_what_templates_and_managers_look_at() -> None:
    assert ScopedQuerySet.delete.alters_data
    assert ScopedQuerySet.update.alters_data
    assert not hasattr(Unit.objects, "delete")


class TestScoped:
    """What has a scope runs, and stays inside."""

    def test_within_shows_the_own_rows_only(self, cast: Cast) -> None:
        seen = Unit.objects.within(cast.home.congress.scope)
        assert {unit.congress_id for unit in seen} == {cast.home.congress.pk}
        assert seen.count() == len(cast.home.units)

    def test_a_tree_shows_everything_below_and_nothing_beside(self, cast: Cast) -> None:
        seen = Unit.objects.within(cast.home.congress.subtree).select_related("congress")
        assert {unit.congress.path for unit in seen} == {"00/43/", "00/43/4301/"}

    def test_a_path_is_no_prefix_of_a_longer_code(self) -> None:
        assert not Scope(trees=("00/43/4301/",)).covers("00/43/43010/")
        assert Scope(trees=("00/43/",)).covers("00/43/4301/430104/")
        assert not Scope(own=("00/43/",)).covers("00/43/4301/")

    def test_no_scope_at_all_sees_nothing(self, cast: Cast) -> None:
        assert not Unit.objects.within(Scope()).exists()

    def test_later_filters_keep_the_scope(self, cast: Cast) -> None:
        seen = Unit.objects.within(cast.home.congress.scope).filter(kind=UnitKind.COURT).order_by("pk")
        assert [unit.pk for unit in seen] == [cast.home.units["court"].pk]

    def test_everywhere_must_say_why(self) -> None:
        with pytest.raises(ValueError, match="say why"):
            Unit.objects.everywhere(" ")

    def test_raw_sql_is_not_narrowed_and_so_asks_for_everywhere(self, cast: Cast) -> None:
        sql = "SELECT * FROM congress_unit"
        with pytest.raises(Unscoped):
            Unit.objects.within(cast.home.congress.scope).raw(sql)
        assert len(list(Unit.objects.everywhere("a test").raw(sql))) == 4 * len(cast.home.units)

    def test_writing_new_rows_needs_no_scope(self, cast: Cast) -> None:
        made = Unit.objects.create(congress=cast.home.congress, name="新厅", short_name="新", kind="party")
        assert made.pk

    def test_updates_and_deletions_stay_inside(self, cast: Cast) -> None:
        Delegation.objects.within(cast.lower.congress.scope).update(order=7)
        assert not Delegation.objects.within(cast.home.congress.scope).filter(order=7).exists()
        Role.objects.within(cast.lower.congress.scope).delete()
        assert Role.objects.within(cast.home.congress.scope).exists()

    def test_a_unique_check_sees_all_rows(self, cast: Cast) -> None:
        Congress.objects.within(cast.home.congress.scope).get().full_clean()


class TestJoined:
    """Two queries are joined only when both have a scope."""

    @pytest.mark.parametrize("join", ["__or__", "__and__", "__xor__", "union", "intersection", "difference"])
    def test_one_side_without_a_scope_is_enough_to_refuse(self, cast: Cast, join: str) -> None:
        own, bare = Unit.objects.within(cast.home.congress.scope), Unit.objects.all()
        with pytest.raises(Unscoped):
            getattr(own, join)(bare)
        with pytest.raises(Unscoped):
            getattr(bare, join)(own)
        with pytest.raises(Unscoped):
            getattr(cast.home.congress.units.all(), join)(bare)

    @pytest.mark.parametrize("join", ["__or__", "__and__", "__xor__", "union", "intersection", "difference"])
    def test_two_scopes_make_one(self, cast: Cast, join: str) -> None:
        joined = getattr(Unit.objects.within(cast.home.congress.scope), join)(
            Unit.objects.within(cast.lower.congress.scope)
        )
        assert {unit.congress_id for unit in joined} <= {cast.home.congress.pk, cast.lower.congress.pk}

    def test_nothing_may_be_joined_with_anything_scoped(self, cast: Cast) -> None:
        own = Unit.objects.within(cast.home.congress.scope)
        assert (Unit.objects.none() | own).count() == own.count()
        assert (own | Unit.objects.none()).count() == own.count()


class TestInside:
    """Inner queries are guarded where they become SQL."""

    def outer(self, cast: Cast) -> Any:
        return Congress.objects.within(cast.home.congress.subtree)

    def test_in(self, cast: Cast) -> None:
        with pytest.raises(Unscoped):
            list(self.outer(cast).filter(units__in=Unit.objects.filter(name="教育厅")))

    def test_exists(self, cast: Cast) -> None:
        with pytest.raises(Unscoped):
            list(self.outer(cast).filter(Exists(Unit.objects.filter(congress=OuterRef("pk")))))

    def test_subquery(self, cast: Cast) -> None:
        inner = Unit.objects.filter(congress=OuterRef("pk")).values("name")[:1]
        with pytest.raises(Unscoped):
            list(self.outer(cast).annotate(first=Subquery(inner)))

    def test_a_query_on_rows_of_no_congress_guards_its_inner_ones_too(self) -> None:
        with pytest.raises(Unscoped):
            Person.objects.filter(pk__in=Seat.objects.values("person")).count()

    def test_with_a_scope_inside_it_runs(self, cast: Cast) -> None:
        inner = Unit.objects.within(cast.lower.congress.scope).filter(congress=OuterRef("pk"))
        assert [c.pk for c in self.outer(cast).filter(Exists(inner))] == [cast.lower.congress.pk]


class TestRelated:
    """A row that came through a scope hands on its own rows; a row of no congress does not."""

    def test_the_units_of_a_congress(self, cast: Cast) -> None:
        assert cast.home.congress.units.count() == len(cast.home.units)

    def test_the_seats_of_a_person_need_a_scope(self, cast: Cast) -> None:
        """One person may sit in several congresses (选举法 art. 48): the relation alone says nothing about which."""
        person = cast.home.seats["li"].person
        with pytest.raises(Unscoped):
            person.seats.count()
        assert person.seats.within(cast.home.congress.scope).count() == 1

    def test_the_roles_of_an_account_need_a_scope(self, cast: Cast) -> None:
        with pytest.raises(Unscoped):
            list(cast.home.accounts["wang"].roles.all())

    def test_prefetching_from_a_person_needs_a_scoped_query(self, cast: Cast) -> None:
        people = Person.objects.filter(pk=cast.home.seats["li"].person_id)
        with pytest.raises(Unscoped):
            list(people.prefetch_related("seats"))
        own = Prefetch("seats", Seat.objects.within(cast.home.congress.scope))
        assert [len(person.seats.all()) for person in people.prefetch_related(own)] == [1]

    def test_prefetching_from_rows_of_a_congress(self, cast: Cast) -> None:
        (home,) = Congress.objects.within(cast.home.congress.scope).prefetch_related("units")
        assert len(home.units.all()) == len(cast.home.units)


def test_the_guard_is_lifted_only_inside() -> None:
    with lifted("a test"):
        Unit.objects.count()
    with pytest.raises(Unscoped):
        Unit.objects.count()
