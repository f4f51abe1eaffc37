"""Switching congresses on: the tree is complete from the start, people work only where it is switched on."""

from datetime import datetime

from django.db import transaction

from lianluo.congress import policy
from lianluo.congress.models import Congress
from lianluo.congress.refusals import demand
from lianluo.congress.signed import signed


@transaction.atomic
def activate(congress: Congress, *, actor: policy.Worker, at: datetime) -> None:
    """From now on `congress` can be worked in."""
    _switch(congress, True, actor)


@transaction.atomic
def deactivate(congress: Congress, *, actor: policy.Worker, at: datetime) -> None:
    """Nobody is offered `congress` any more; its records stay."""
    _switch(congress, False, actor)


def _switch(congress: Congress, active: bool, actor: policy.Worker) -> None:
    demand(policy.may_prepare(actor, congress))
    congress.active = active
    with signed(actor):
        congress.save(update_fields=["active"])
