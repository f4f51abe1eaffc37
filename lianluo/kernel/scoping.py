"""No query on the rows of a congress runs before it says which congresses it may see.

Every model below `CongressModel` starts its queries with `.within(scope)`, or with `.everywhere("why")`, which a
test lists. The guard sits on the funnel through which every QuerySet method reaches the database; a test
enumerates all QuerySet methods by reflection and proves that none gets around it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Self

from django.db import models
from django.db.models import Q as Q


class Unscoped(Exception):
    """A query reached the database without `.within(scope)` or `.everywhere(why)`."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The congresses that may be seen, as paths in the tree such as "00/43/4301/".

    `own` are congresses seen as they are, `trees` are congresses seen with everything below them.
    """

    own: tuple[str, ...] = ()
    trees: tuple[str, ...] = ()

    @classmethod
    def of(cls, congress: Any) -> "Scope":
        """One congress, nothing below it."""
        return cls(own=(congress.path,))

    @classmethod
    def below(cls, congress: Any) -> "Scope":
        """One congress and everything below it."""
        return cls(trees=(congress.path,))

    def q(self, lookup: str) -> Q:
        """The condition on rows whose congress is reached by `lookup` ("" for the congress itself)."""
        prefix = f"{lookup}__" if lookup else ""
        found = Q(**{f"{prefix}path__in": self.own})
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


class ScopedQuerySet(models.QuerySet[Any]):
    """A QuerySet that refuses to run before it was given a scope."""

    _scoped = False

    def within(self, scope: Scope) -> Self:
        """Only rows of the congresses in `scope`."""
        found = self.filter(scope.q(self.model.congress_lookup))  # type: ignore[attr-defined]
        found._scoped = True
        return found

    def everywhere(self, why: str) -> Self:
        """Rows of all congresses. `why` says what makes that right; a test lists every such place."""
        if not why.strip():
            raise ValueError("say why")
        found = self._chain()  # type: ignore[attr-defined]
        found._scoped = True
        return found  # type: ignore[no-any-return]

    def _clone(self) -> Self:
        clone = super()._clone()  # type: ignore[misc]
        clone._scoped = self._scoped
        return clone  # type: ignore[no-any-return]

    def _guard(self) -> None:
        # A related manager hands its instance down as a hint: that instance came through a scope already.
        if not (self._scoped or self._hints.get("instance") or _lifted.get() or self.query.is_empty()):  # type: ignore[attr-defined]
            raise Unscoped(f"{self.model.__name__}: say .within(scope) or .everywhere(why)")


def _guarded(name: str) -> Any:
    plain = getattr(models.QuerySet, name)

    def method(self: ScopedQuerySet, *args: Any, **kwargs: Any) -> Any:
        self._guard()
        return plain(self, *args, **kwargs)

    method.__name__ = name
    return method


def _paired(name: str) -> Any:
    """Joining two queries keeps the scope only when both sides have one."""
    plain = getattr(models.QuerySet, name)

    def method(self: ScopedQuerySet, *others: Any, **kwargs: Any) -> Any:
        joined = plain(self, *others, **kwargs)
        if isinstance(joined, ScopedQuerySet):
            joined._scoped = self._scoped and all(getattr(other, "_scoped", True) for other in others)
        return joined

    method.__name__ = name
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
    "_raw_delete",
    "_update",
    "raw",
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
