"""The ledger of promises: whose rows one reads, and one row with everything around it."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_date

from lianluo.kernel.scoping import ScopedQuerySet
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.models import Promise, PromiseRating, PromiseStep
from lianluo.suggestions.selectors.shapes import FILE
from lianluo.suggestions.selectors.veil import veil_of
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.states import Satisfaction
from lianluo.trail.models import Attachment

WHY = "rows of a promise that is itself in scope"


def kept_in_ledger(actor: Actor) -> ScopedQuerySet:
    """Deputies read those of their own suggestions, units their own and those of suggestions that they handle, those who
    watch over all of them everything that they may see."""
    rows: ScopedQuerySet = Promise.objects.within(actor.scope)
    wide = actor.is_liaison or actor.has(RoleKind.LEADER, RoleKind.COMMITTEE)
    if wide:
        return rows.filter(handling__suggestion__in=visible(actor))
    mine = Q(pk__in=[])
    if own := sorted(actor.seat_ids):
        mine |= Q(handling__suggestion__signer_ids__overlap=own)
    if units := sorted(actor.units()):
        mine |= Q(unit__in=units) | Q(handling__suggestion__unit_ids__overlap=units)
    return rows.filter(mine)


def may_read_ledger(actor: Actor) -> bool:
    return bool(
        actor.is_deputy or actor.is_liaison or actor.units() or actor.has(RoleKind.LEADER, RoleKind.COMMITTEE)
    )


def whole(actor: Actor) -> Any:
    """One promise with its steps, files and ratings in a single query."""
    mine = OuterRef("pk")
    steps = PromiseStep.objects.everywhere(WHY).filter(promise=mine).order_by("-on", "-pk")
    ratings = PromiseRating.objects.everywhere(WHY).filter(promise=mine).order_by("-pk")
    files = Attachment.objects.everywhere(WHY).filter(case_type="promise", case_id=mine).order_by("pk")
    said = JSONObject(name="seat__person__name", result="result", comment="comment", year="year")
    done = JSONObject(id="pk", on="on", text="text", by="by_name")
    parts = (
        "unit",
        "congress",
        "reply",
        "handling__suggestion__congress",
        "handling__suggestion__lead__person",
    )
    return (
        kept_in_ledger(actor)
        .select_related(*parts)
        .annotate(
            done=ArraySubquery(steps.values(row=done)),
            judged=ArraySubquery(ratings.values(row=said)),
            files=ArraySubquery(files.values(row=FILE)),
        )
    )


def steps(row: Any) -> list[dict[str, Any]]:
    """What was done for it, newest first, each with its files."""
    return [
        one
        | {
            "on": parse_date(one["on"]),
            "files": [file for file in row.files if file["kind"] == f"step:{one['id']}"],
        }
        for one in row.done
    ]


def ratings(row: Any) -> list[dict[str, Any]]:
    """What the deputies said; of a confidential suggestion without their names."""
    veil = veil_of(row.handling.suggestion)
    hidden = {"name": ""} if veil else {}
    return [veil.all(one) | {"label": Satisfaction(one["result"])} | hidden for one in row.judged]
