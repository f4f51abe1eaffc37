"""The units that a deputy wishes for."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Value
from django.db.models.functions import Coalesce, NullIf

from lianluo.suggestions.models import Suggestion


def wishes_of() -> ArraySubquery:
    """The units that the deputy wishes for, as they call themselves, along with the suggestion's query."""
    short = Coalesce(NullIf("unit__short_name", Value("")), "unit__name")
    rows = Suggestion.wished_units.through._default_manager.filter(suggestion_id=OuterRef("pk"))
    return ArraySubquery(rows.order_by("pk").values(called=short))
