"""The entry in the rail."""

from django.utils.translation import gettext_lazy as _

from lianluo.exchange.policy import may_open
from lianluo.ui.nav import NAV, Group, NavEntry


def register() -> None:
    NAV.add(
        "exchange",
        NavEntry(
            key="exchange",
            label=_("导入与导出"),
            icon="upload",
            url_name="exchange:home",
            group=Group.ADMIN,
            order=45,
            shown=lambda actor: bool(may_open(actor)),
        ),
    )
