"""Setting rules: from a day on, with a source; the past is never changed without a written reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lianluo.congress import policy
from lianluo.congress.levels import Level
from lianluo.congress.models import Congress, Rule
from lianluo.congress.refusals import Refusal, demand
from lianluo.congress.rules.book import nearest
from lianluo.congress.rules.kinds import BadValue, RuleSpec
from lianluo.congress.rules.table import RULES
from lianluo.congress.signed import signed
from lianluo.kernel.registry import Registry


@dataclass(frozen=True, kw_only=True)
class RuleEffect:
    """A room above counts what hangs on a rule: running clocks, open forms. `count(key, congress, at)` None: nothing."""

    label: Any
    count: Callable[[str, Congress, datetime], int | None]


RULE_EFFECTS: Registry[RuleEffect] = Registry("rule effects")


RuleFollower = Callable[[Congress, str, policy.Worker, datetime], None]

RULE_FOLLOWERS: Registry[RuleFollower] = Registry("rule followers")
"""Rooms above that act on a changed rule `(congress, key, actor, at)`, in the transaction of the change."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Who would live by a value set in a congress: those that inherit, those that keep their own."""

    inheriting: int
    overriding: tuple[Congress, ...]
    running: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a value comes from. `assumed`: no text was found yet; `note`: why, in words of one's own."""

    source: str = ""
    article: str = ""
    assumed: bool = False
    note: str = ""


@transaction.atomic
def set_rule(
    congress: Congress,
    key: str,
    value: Any,
    *,
    valid_from: date,
    basis: Basis,
    actor: policy.Worker,
    at: datetime,
) -> Rule:
    """Let `value` hold in `congress` (and below, where nothing else is set) from `valid_from` on.

    Raises `Refusal`: no right; a rule of law below the national level; neither source nor "assumed"; a day in the
    past without a note. Setting the same day again corrects the row, and the history keeps what stood there.
    """
    spec = _checked(congress, key, valid_from, basis.note, actor=actor, at=at)
    if not basis.assumed and not basis.source.strip():
        raise Refusal(_("去掉“假定”要写出处。还没有条文，就保留“假定”。"))
    try:
        stored = spec.clean(value)
    except BadValue as error:
        raise Refusal(str(error)) from error
    return _write(congress, key, valid_from, stored, basis, actor, at)


@transaction.atomic
def return_to_above(
    congress: Congress, key: str, *, valid_from: date, note: str = "", actor: policy.Worker, at: datetime
) -> Rule:
    """From `valid_from` on, `congress` lives again by what holds above it."""
    _checked(congress, key, valid_from, note, actor=actor, at=at)
    if not Rule.objects.within(congress.scope).filter(key=key).exists():
        raise Refusal(_("本级没有自己的规定，本来就沿用上级。"))
    return _write(congress, key, valid_from, None, Basis(note=note), actor, at)


@transaction.atomic
def drop_future(row: Rule, *, actor: policy.Worker, at: datetime) -> None:
    """Take back a change that has not begun. What has begun stays: set a new value instead."""
    demand(policy.may_set_rules(actor, row.congress))
    if row.valid_from <= localdate(at):
        raise Refusal(_("已经生效的规定不能删除，可以从今天或以后另定。"))
    with signed(actor):
        row.delete()


def planned(congress: Congress, at: datetime) -> dict[str, Rule]:
    """Per key the next change of this congress that has not begun."""
    rows = Rule.objects.within(congress.scope).filter(valid_from__gt=localdate(at)).order_by("-valid_from")
    return {row.key: row for row in rows}


def history(congress: Congress, key: str) -> list[Any]:
    """Every recorded change of this congress's rows of `key`, latest first, with who made it (`pgh_context`)."""
    events = Rule.pgh_event_model.objects.filter(congress=congress, key=key)  # type: ignore[attr-defined]
    return list(events.select_related("pgh_context").order_by("-pgh_created_at", "-pgh_id"))


def effect(congress: Congress, key: str, *, at: datetime) -> Effect:
    """What setting `key` in `congress` would reach today."""
    own = Rule.objects.within(congress.subtree).filter(key=key, valid_from__lte=localdate(at))
    rows = [row for row in own.select_related("congress") if row.congress.path != congress.path]
    overriding = [
        nearest([row for row in rows if row.congress_id == pk])[key].congress for pk in _setters(rows)
    ]
    below = Congress.objects.within(congress.subtree).exclude(path=congress.path)
    for other in overriding:
        below = below.exclude(path__startswith=other.path)
    running = [(str(e.label), e.count(key, congress, at)) for e in RULE_EFFECTS]
    return Effect(
        inheriting=below.count(),
        overriding=tuple(sorted(overriding, key=lambda c: c.path)),
        running=tuple((label, n) for label, n in running if n is not None),
    )


def _setters(rows: list[Rule]) -> list[int]:
    """The congresses whose latest row sets a value (and does not pass upwards)."""
    latest: dict[int, Rule] = {}
    for row in sorted(rows, key=lambda row: row.valid_from):
        latest[row.congress_id] = row
    return [pk for pk, row in latest.items() if row.value is not None]


def _checked(
    congress: Congress, key: str, valid_from: date, note: str, *, actor: policy.Worker, at: datetime
) -> RuleSpec:
    demand(policy.may_set_rules(actor, congress))
    if key not in RULES:
        raise Refusal(_("没有这个参数。"))
    spec = RULES[key]
    if spec.law and congress.level != Level.NATIONAL:
        raise Refusal(
            _("这是法律规定的（{basis}），本级不能修改。").format(basis=f"{spec.source}{spec.article}")
        )
    if valid_from < localdate(at) and not note.strip():
        raise Refusal(_("从过去的日期起算，要在说明里写明原因。已经告诉代表的期限不会因此改变。"))
    return spec


def _write(
    congress: Congress,
    key: str,
    valid_from: date,
    stored: Any,
    basis: Basis,
    actor: policy.Worker,
    at: datetime,
) -> Rule:
    rows = Rule.objects.within(congress.scope).select_for_update()
    row = rows.filter(key=key, valid_from=valid_from).first()
    row = row or Rule(congress=congress, key=key, valid_from=valid_from)
    row.value, row.assumed = stored, basis.assumed
    row.source, row.article, row.note = basis.source.strip(), basis.article.strip(), basis.note.strip()
    with signed(actor, row.note):
        row.save()
    for follower in RULE_FOLLOWERS:
        follower(congress, key, actor, at)
    return row
