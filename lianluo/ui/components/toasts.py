"""A message that appears once, with a way back where there is one."""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lianluo.ui.components.base import NOTHING
from lianluo.ui.components.forms import postbutton
from lianluo.ui.components.small import icon


def _facts(message: Any) -> dict[str, str]:
    try:
        found = json.loads(message.extra_tags or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def toast(message: Any, csrf: str) -> SafeString:
    """One message of Django's, made by `pages.done` or by any other part of the site."""
    facts = _facts(message)
    action = NOTHING
    if undo := facts.get("undo"):
        action = postbutton(undo, facts.get("label") or _("撤销"), "btn btn-text btn-sm", csrf)
    elif url := facts.get("url"):
        action = format_html(
            '<a class="btn btn-text btn-sm" href="{}">{}</a>', url, facts.get("label") or _("看看")
        )
    bad = facts.get("tone") == "warn" or message.level_tag in {"warning", "error"}
    return format_html(
        '<div class="toast">{}<span>{}</span>{}</div>', icon("alert" if bad else "check"), message, action
    )
