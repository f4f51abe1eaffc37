"""Field-level history for a page: what changed when, by whom, in words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from lianluo.ui.parts import TimelineRow

HIDDEN = {"id", "pinyin", "initials", "path"}
MOST = 30


def events_of(model: type[models.Model], **found: Any) -> list[Any]:
    """The recorded changes of rows of `model`, oldest first."""
    events = model.pgh_event_model.objects.filter(**found)  # type: ignore[attr-defined]
    return list(events.select_related("pgh_context").order_by("-pgh_created_at", "-pgh_id")[:MOST])[::-1]


def changes_of(model: type[models.Model], row: models.Model) -> list[TimelineRow]:
    """The history of one row, latest first."""
    events = events_of(model, pgh_obj_id=row.pk)
    rows = [_row(model, event, events[n - 1] if n else None) for n, event in enumerate(events)]
    return [shown for shown in reversed(rows) if shown]


def who(event: Any) -> str:
    """Who made a recorded change; the system when nobody is named."""
    context = event.pgh_context.metadata if event.pgh_context else {}
    return str(context.get("actor") or _("系统"))


def why(event: Any) -> str:
    context = event.pgh_context.metadata if event.pgh_context else {}
    return str(context.get("why") or "")


def _row(model: type[models.Model], event: Any, before: Any) -> TimelineRow | None:
    if before is None or event.pgh_label == "delete":
        verb = _("删除") if event.pgh_label == "delete" else _("建立")
        return TimelineRow(at=event.pgh_created_at, title=f"{who(event)} {verb}", text=why(event))
    changed = [
        _("{field}由“{old}”改为“{new}”").format(
            field=field.verbose_name, old=_shown(field, before), new=_shown(field, event)
        )
        for field in _fields(model)
        if getattr(before, field.attname) != getattr(event, field.attname)
    ]
    if not changed:
        return None
    return TimelineRow(at=event.pgh_created_at, title=f"{who(event)} {_('修改')}", text="；".join(changed))


def _fields(model: type[models.Model]) -> Sequence[Any]:
    return [f for f in model._meta.concrete_fields if f.attname not in HIDDEN]


def _shown(field: Any, event: Any) -> str:
    value = getattr(event, field.attname)
    if value in (None, ""):
        return _("空")
    if field.is_relation:
        target = getattr(event, field.name, None)
        return str(target) if target else str(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value)
