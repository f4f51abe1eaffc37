"""The history as JSON lines: one step a line, with the digests by which anybody can check it again."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from lianluo.suggestions.selectors.timeline import timeline
from lianluo.suggestions.selectors.whole import Whole, kept_back
from lianluo.trail.models import Event
from lianluo.trail.selectors import content


def lines(whole: Whole) -> Iterator[str]:
    """Oldest first. The office reads `content`, the very text that was digested; everybody else what the page says."""
    for event in whole.events:
        yield _line(whole, event) + "\n"


def _line(whole: Whole, event: Event) -> str:
    parts = [f'"case":"{event.case_type} {event.case_id}","seq":{event.seq}']
    parts += [f'"{name}":{_json(value)}' for name, value in _said(whole, event).items()]
    if whole.actor.is_liaison:
        parts.append(f'"content":{content(event)}')
    if not kept_back(whole.case):
        parts += [f'"previous":"{bytes(event.previous).hex()}"', f'"hash":"{bytes(event.hash).hex()}"']
    return "{" + ",".join(parts) + "}"


def _said(whole: Whole, event: Event) -> dict[str, Any]:
    """When and in which words, as on the page; nothing of a step that only follows from another one."""
    rows = timeline([event], whole.file.handlings, veil=whole.file.veil)
    if not rows:
        return {}
    at = timezone.localtime(event.at).isoformat(timespec="minutes")
    return {"at": at, "title": rows[0].title, "text": rows[0].text}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
