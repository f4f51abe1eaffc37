"""What all components build with."""

from collections.abc import Iterable

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

NOTHING = SafeString("")
BREAK = SafeString("<br>")


def together(parts: Iterable[object], between: str = "") -> SafeString:
    """`parts` one after another, each escaped unless it is safe."""
    return format_html_join(between, "{}", ((part,) for part in parts))


def when(condition: object, markup: str) -> SafeString:
    """`markup` (ours, constant) if `condition` holds."""
    return SafeString(markup) if condition else NOTHING
