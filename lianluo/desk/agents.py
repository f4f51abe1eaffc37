"""What a browser says about itself, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

BROWSERS = (
    ("MicroMessenger", gettext_lazy("微信")),
    ("Edg/", "Edge"),
    ("QQBrowser", gettext_lazy("QQ 浏览器")),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("HarmonyOS", gettext_lazy("鸿蒙")),
    ("Android", gettext_lazy("安卓")),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
PHONES = ("iPhone", "Android", "HarmonyOS", "Mobile")


def device_name(agent: str) -> str:
    """A browser's own description in words: Chrome · Windows."""
    parts = [
        next((str(label) for mark, label in names if mark in agent), "") for names in (BROWSERS, SYSTEMS)
    ]
    return " · ".join(part for part in parts if part) or _("未知设备")


def is_phone(agent: str) -> bool:
    return any(mark in agent for mark in PHONES)
