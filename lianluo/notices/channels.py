"""Ways on which a notice reaches somebody: the list on the site, e-mail, and whatever the installation sets up.

`LIANLUO_NOTICE_CHANNELS` holds apprise addresses separated by commas, each with a name of our own in front:
`sms=clicksend://user:key@{phone}`, `dingtalk=dingtalk://token`. `{phone}` `{email}` `{username}` are filled in
per recipient; an address without any of them is a group's and gets one message per notice, not per person.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

SITE, EMAIL = "site", "email"
LABELS = {
    SITE: _("站内"),
    EMAIL: _("邮件"),
    "sms": _("短信"),
    "dingtalk": _("钉钉"),
    "wecom": _("企业微信"),
    "feishu": _("飞书"),
}
ENTRY = re.compile(r"(?P<name>[a-z][a-z0-9_]{1,11})=(?P<address>[a-z][a-z0-9+]*://.+)")
PERSONAL = re.compile(r"\{(phone|email|username)\}")


class BadChannel(ValueError):
    """The setting names a channel that cannot be used."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way out. `address` is an apprise address, empty for the site and for e-mail."""

    name: str
    address: str = ""

    @property
    def label(self) -> Any:
        return LABELS.get(self.name, self.name)

    @property
    def needs(self) -> frozenset[str]:
        """What must be known of a person before this way can be used."""
        return frozenset(PERSONAL.findall(self.address)) if self.address else frozenset()

    @property
    def is_group(self) -> bool:
        """Reaches a group, not a person."""
        return bool(self.address) and not self.needs


def read(entries: tuple[str, ...]) -> dict[str, Channel]:
    """All channels by name; the site and e-mail are always there."""
    found = {SITE: Channel(SITE), EMAIL: Channel(EMAIL)}
    for text in entries:
        match = ENTRY.fullmatch(text)
        if match is None or match["name"] in found:
            raise BadChannel(
                f"NOTICE_CHANNELS: write name=address, each name once; not {text.split('://')[0]!r}"
            )
        found[match["name"]] = Channel(match["name"], match["address"])
    return found


def channels() -> dict[str, Channel]:
    return read(tuple(settings.NOTICE_CHANNELS))
