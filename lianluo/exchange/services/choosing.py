"""A written name is said to mean somebody or something; that is remembered for the next file too."""

from datetime import datetime

from django.db import transaction

from lianluo.congress.models import Unit
from lianluo.exchange.models import Batch, Choice
from lianluo.exchange.services.opening import demand
from lianluo.kernel.text import _
from lianluo.people.actor import Actor
from lianluo.people.models import Seat
from lianluo.trail.steps import Refused

ANY = {"unit": Unit, "deputy": Seat}
"""Things of which any of the own congress may be chosen, also beyond the candidates."""


@transaction.atomic
def choose(batch: Batch, answers: dict[tuple[str, str], str], *, actor: Actor, at: datetime) -> int:
    """Keep the answers (thing, written name) → target. Only what was offered, or exists here, can be chosen."""
    demand(actor, batch.kind)
    asked = batch.problems.filter(grade="ask").values_list("thing", "written", "candidates")
    offered = {(thing, written): {c[0] for c in candidates} for thing, written, candidates in asked}
    for key, target in answers.items():
        if key not in offered or not (target in offered[key] or _is_here(key[0], target, actor)):
            raise Refused(str(_("这个选择不在列出的范围里，请重新检查文件。")))
        Choice.objects.within(batch.congress.scope).update_or_create(
            congress=batch.congress, thing=key[0], written=key[1],
            defaults={"target": target, "by_name": batch.by_name, "at": at},
        )  # fmt: skip
    return len(answers)


def _is_here(thing: str, target: str, actor: Actor) -> bool:
    model = ANY.get(thing)
    if model is None or not target.isdigit():
        return False
    return bool(model.objects.within(actor.scope).filter(pk=target).exists())
