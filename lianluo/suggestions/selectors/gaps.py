"""缺号: the missing numbers of every series, each run with what is known of it, and what was said before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from lianluo.congress.models import Counter
from lianluo.kernel.memo import once
from lianluo.people.actor import Actor
from lianluo.suggestions.models import GapNote, Suggestion
from lianluo.suggestions.selectors.numbers import Series, every_series, run_words, runs

SHOWN = 200
"""So many runs of one series are shown on the page; the sheet has them all."""


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A run of missing numbers of which the same is known. `note` is what holds, `earlier` what was said before."""

    series: str
    label: str
    first: int
    last: int
    note: GapNote | None
    earlier: Sequence[GapNote]

    @property
    def words(self) -> str:
        return run_words(self.first, self.last)

    @property
    def count(self) -> int:
        return self.last - self.first + 1


def missing_in(actor: Actor, series: str) -> list[int]:
    """The numbers up to the last one given that no suggestion of the congress bears."""
    scope, congress = actor.congress.scope, actor.congress
    counter = Counter.objects.within(scope).filter(congress=congress, series=series).first()
    rows = Suggestion.objects.within(scope).filter(congress=congress, series=series)
    given = set(rows.exclude(series_no=None).values_list("series_no", flat=True))
    return [n for n in range(1, (counter.value if counter and series else 0) + 1) if n not in given]


def gaps(actor: Actor, at: datetime) -> list[Gap]:
    """All of them, series by series as the register lists these. One query beside those of the series."""
    return once(("gaps of numbers", actor.congress.pk), lambda: _gaps(actor, at))


def _gaps(actor: Actor, at: datetime) -> list[Gap]:
    notes: dict[str, list[GapNote]] = {}
    for note in GapNote.objects.within(actor.congress.scope).filter(congress=actor.congress).order_by("pk"):
        notes.setdefault(note.series, []).append(note)
    found = (one for one in every_series(actor, at) if one.missing)
    return [gap for one in found for gap in _of(one, notes.get(one.key, ()))]


def _of(series: Series, notes: Sequence[GapNote]) -> Iterable[Gap]:
    """Runs are cut where another note begins or ends, so that each run has one story."""
    borders = sorted({edge for one in notes for edge in (one.first, one.last + 1)})
    for begin, end in runs(series.missing):
        inside = [edge for edge in borders if begin < edge <= end]
        for first, after in zip([begin, *inside], [*inside, end + 1], strict=True):
            said = [one for one in notes if one.first <= first <= one.last]
            yield Gap(
                series=series.key,
                label=series.label,
                first=first,
                last=after - 1,
                note=said[-1] if said else None,
                earlier=said[-2::-1] if len(said) > 1 else (),
            )
