"""No query on the rows of a congress runs before it says which congresses it may see.

Every model below `CongressModel` starts its queries with `.within(scope)`, or with `.everywhere("why")`, which a
test lists. The guard sits on the query itself, where it becomes SQL, and on the few QuerySet methods that change the
query's class on the way; a test enumerates all methods by reflection and proves that none gets around it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Self

from django.db import models
from django.db.models import Q, sql

# Policies take Q from here: they import no Django.
__all__ = ["CongressModel", "Q", "Scope", "ScopedQuery", "ScopedQuerySet", "Unscoped", "lifted"]


class Unscoped(Exception):
    """A query reached the database without `.within(scope)` or `.everywhere(why)`."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The congresses that may be seen, as paths in the tree such as "00/43/4301/".

    `own` are congresses seen as they are, `trees` are congresses seen with everything below them. `keys` are the
    primary keys of `own` where they are known: then no query has to join the tree, and PostgreSQL knows how many
    rows that one congress has (joined by path it expects the same few for each, and plans for those).
    """

    own: tuple[str, ...] = ()
    trees: tuple[str, ...] = ()
    keys: tuple[int, ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, congress: Any) -> "Scope":
        """One congress, nothing below it."""
        return cls(own=(congress.path,), keys=(congress.pk,) if congress.pk else ())

    @classmethod
    def below(cls, congress: Any) -> "Scope":
        """One congress and everything below it."""
        return cls(trees=(congress.path,))

    def q(self, lookup: str) -> Q:
        """The condition on rows whose congress is reached by `lookup` ("" for the congress itself)."""
        prefix = f"{lookup}__" if lookup else ""
        known = bool(lookup) and len(self.keys) == len(self.own) > 0
        found = Q(**({f"{prefix}in": self.keys} if known else {f"{prefix}path__in": self.own}))
        for path in self.trees:
            found |= Q(**{f"{prefix}path__startswith": path})
        return found

    def covers(self, path: str) -> bool:
        """Is the congress at `path` inside?"""
        return path in self.own or any(path.startswith(tree) for tree in self.trees)


_lifted: ContextVar[bool] = ContextVar("lifted", default=False)


@contextmanager
def lifted(why: str) -> Iterator[None]:
    """Lift the guard where Django itself asks (constraint checks, serializers). `why` is for the reader."""
    token = _lifted.set(True)
    try:
        yield
    finally:
        _lifted.reset(token)


class ScopedQuery(sql.Query):
    """A query that knows whether it was given a scope.

    It refuses where it is turned into SQL, so also as the inner query of `Subquery`, `Exists`, `__in` or a union.
    """

    scoped = ""  # "", "within" or "everywhere"

    def demand_scope(self) -> None:
        """Raise `Unscoped` unless the query said which congresses it may see (an empty one sees none)."""
        if not (self.scoped or _lifted.get() or self.is_empty()):
            raise Unscoped(f"{self.model}: say .within(scope) or .everywhere(why)")

    def get_compiler(self, *args: Any, **kwargs: Any) -> Any:
        self.demand_scope()
        return super().get_compiler(*args, **kwargs)


class ScopedQuerySet(models.QuerySet[Any]):
    """A QuerySet that refuses to run before it was given a scope."""

    def __init__(self, model: Any = None, query: Any = None, using: Any = None, hints: Any = None) -> None:
        super().__init__(model, query or ScopedQuery(model), using, hints)

    def within(self, scope: Scope) -> Self:
        """Only rows of the congresses in `scope`."""
        found = self.filter(scope.q(self.model.congress_lookup))
        found.query.scoped = found.query.scoped or "within"  # type: ignore[attr-defined]
        return found

    def everywhere(self, why: str) -> Self:
        """Rows of all congresses. `why` says what makes that right; `docs/everywhere.md` lists every such place."""
        if not why.strip():
            raise ValueError("say why")
        found: Self = self._chain()  # type: ignore[attr-defined]
        found.query.scoped = "everywhere"  # type: ignore[attr-defined]
        return found

    def _add_hints(self, **hints: Any) -> None:
        """A related manager hands over its instance: that one came through a scope, if it belongs to a congress.

        From a row of no congress (`person.seats`) nothing follows: such a query must still say its scope.
        """
        super()._add_hints(**hints)  # type: ignore[misc]
        if isinstance(hints.get("instance"), CongressModel):
            self.query.scoped = self.query.scoped or "within"  # type: ignore[attr-defined]

    def raw(self, *args: Any, **kwargs: Any) -> Any:
        """SQL by hand is not narrowed by `within`, therefore it asks for `.everywhere(why)`."""
        if self.query.scoped != "everywhere":  # type: ignore[attr-defined]
            raise Unscoped(f"{self.model.__name__}: raw SQL needs .everywhere(why)")
        return super().raw(*args, **kwargs)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        """New rows need no scope; overwriting those in the way (`update_conflicts`) does."""
        if kwargs.get("update_conflicts") or any(args[2:3]):
            self._guard()
        return super().bulk_create(objs, *args, **kwargs)

    def _guard(self) -> None:
        if self._result_cache is None:
            self.query.demand_scope()  # type: ignore[attr-defined]

    @property
    def _is_safe(self) -> bool:
        return bool(self.query.scoped or self.query.is_empty())  # type: ignore[attr-defined]


def _guarded(name: str) -> Any:
    """The method `name` asks for the scope first, also where Django rewrites the query's class (update, delete)."""
    plain = getattr(models.QuerySet, name)

    @wraps(plain)
    def method(self: ScopedQuerySet, *args: Any, **kwargs: Any) -> Any:
        self._guard()
        return plain(self, *args, **kwargs)

    return method


def _paired(name: str) -> Any:
    """Joining two queries is safe only when both sides are."""
    plain = getattr(models.QuerySet, name)

    @wraps(plain)
    def method(self: ScopedQuerySet, *others: Any, **kwargs: Any) -> Any:
        if not all(getattr(side, "_is_safe", True) for side in (self, *others)):
            raise Unscoped(f"{self.model.__name__}: give both sides a scope before joining them")
        joined = plain(self, *others, **kwargs)
        if isinstance(joined, ScopedQuerySet) and not joined.query.scoped:  # type: ignore[attr-defined]
            joined.query.scoped = "within"  # type: ignore[attr-defined]
        return joined

    return method


FUNNEL = (
    "_fetch_all",
    "iterator",
    "aiterator",
    "count",
    "exists",
    "aggregate",
    "update",
    "delete",
    "in_bulk",
    "explain",
    "contains",
    "bulk_update",
    "_raw_delete",
    "_update",
)
COMBINATORS = ("__or__", "__and__", "__xor__", "union", "intersection", "difference")

for _name in COMBINATORS:
    setattr(ScopedQuerySet, _name, _paired(_name))
for _name in FUNNEL:
    setattr(ScopedQuerySet, _name, _guarded(_name))


class CongressModel(models.Model):
    """A row that belongs to one congress, found by `congress_lookup` ("" when the row is a congress)."""

    congress_lookup = "congress"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True

    def _perform_unique_checks(self, unique_checks: Any) -> Any:
        with lifted("a unique check must see every row"):
            return super()._perform_unique_checks(unique_checks)  # type: ignore[misc]

    def validate_constraints(self, exclude: Any = None) -> None:
        with lifted("a constraint check must see every row"):
            super().validate_constraints(exclude)
