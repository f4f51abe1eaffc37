"""缺号说明: a missing number gets its reason, and a better one later; nothing is overwritten (decision 0114)."""

from datetime import datetime

from django.db import transaction

from lianluo.congress.models import Congress
from lianluo.kernel.text import Sentence, _
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import GapNote
from lianluo.suggestions.selectors.gaps import missing_in
from lianluo.suggestions.states import GapGround
from lianluo.trail.steps import Refused

HAND = "the congress whose register is kept"


@transaction.atomic
def explain_gap(
    series: str, first: int, last: int, *, ground: str, text: str, actor: Actor, at: datetime
) -> GapNote:
    """Say why the numbers `first` to `last` are missing. The same words by the same person once more change nothing."""
    if not (verdict := policy.may_explain_gap(actor)):
        raise Refused(str(verdict.reason))
    if ground not in GapGround.values or not text.strip():
        raise Refused(_("请选择情形，并写明原因。"))
    Congress.objects.everywhere(HAND).select_for_update(no_key=True).get(pk=actor.congress.pk)
    missing = set(missing_in(actor, series))
    many = last - first >= len(missing)
    wrong = last if many else min((n for n in range(first, last + 1) if n not in missing), default=None)
    if last < first or wrong is not None:
        raise Refused(Sentence(_("{n} 不是这个序列的缺号，请核对。"), n=wrong or first))
    said = {"series": series, "first": first, "last": last, "ground": ground, "text": text.strip()}
    newest: GapNote | None = (
        GapNote.objects.within(actor.congress.scope)
        .filter(congress=actor.congress, series=series, first__lte=last, last__gte=first)
        .order_by("-pk")
        .first()
    )
    if newest and newest.by == actor.account_id and all(getattr(newest, k) == v for k, v in said.items()):
        return newest
    made: GapNote = GapNote.objects.create(
        congress=actor.congress, by=actor.account_id, by_name=str(actor.name)[:60], at=at, **said
    )
    return made
