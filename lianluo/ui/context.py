"""What the frame of every page knows. Read only when a template asks for it."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lianluo.congress.offices import office_name
from lianluo.congress.sessions import last_session
from lianluo.notices.inbox import unread_count
from lianluo.people.actor import Actor
from lianluo.ui import nav as doors
from lianluo.ui.nav import NavItem, resolved
from lianluo.ui.preferences import SIZE, THEME, chosen
from lianluo.ui.todo import todo_count


class Frame:
    """The frame of one request. Before sign-in `actor` is None and there is no rail."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.path = request.path
        self.actor: Actor | None = getattr(request, "actor", None)
        self.theme = chosen(request, THEME)
        self.size = chosen(request, SIZE)
        self.lang = "en" if (get_language() or "").startswith("en") else "zh-CN"

    @cached_property
    def at(self) -> datetime:
        return timezone.now()

    @property
    def signed_in(self) -> bool:
        user = getattr(self.request, "user", None)
        return bool(user and user.is_authenticated)

    @property
    def congress_name(self) -> str:
        return self.actor.congress.name if self.actor else _("联络")

    @cached_property
    def session_label(self) -> str:
        """The session that is held or was held last, and whether it is open: that decides how cases go. A page that has read the
        open one leaves it at the request."""
        known = getattr(self.request, "session_held", None)
        found = known or (last_session(self.actor.congress, self.at) if self.actor else None)
        if found is None:
            return ""
        open_now = found.closed_at is None or found.closed_at > self.at
        held = _("大会期间") if open_now else _("闭会期间")
        return f"{found} · {held}"

    @cached_property
    def office(self) -> str:
        """What the deputies' body of this congress calls itself now: 联工委, 代表工委."""
        day = timezone.localdate(self.at)
        return office_name(self.actor.congress, day).short if self.actor else ""

    @cached_property
    def nav(self) -> list[tuple[str, list[NavItem]]]:
        return doors.rail(self.actor, self.path, self.at) if self.actor else []

    @cached_property
    def tabs(self) -> list[NavItem]:
        return doors.tabs(self.actor, self.path) if self.actor else []

    @cached_property
    def todo_count(self) -> int | None:
        return todo_count(self.actor, self.at) if self.actor else None

    @cached_property
    def unread(self) -> int:
        """Notices that were not opened yet."""
        return unread_count(self.actor.account_id) if self.actor else 0

    @property
    def home_url(self) -> str:
        return resolved("desk:home") or "/"

    @property
    def find_url(self) -> str:
        return resolved("desk:search")

    @property
    def notices_url(self) -> str:
        return resolved("desk:notices")

    @property
    def at_home(self) -> bool:
        return self.path == self.home_url

    @property
    def words(self) -> dict[str, str]:
        """What the scripts say."""
        return script_words()


def script_words() -> dict[str, str]:
    """Sentences of the scripts, translated here so that the scripts hold no language."""
    return {
        "saved": _("已保存 {time}"),
        "saving": _("正在保存"),
        "signIn": _("登录已过期，写的内容存在本机，登录后接着写"),
        "offline": _("离线，已存在本机"),
        "localNewer": _("这台设备上有 {time} 写的、没有存上的内容。"),
        "useLocal": _("接着写这台设备上的"),
        "useServer": _("用已保存的"),
        "both": _("两份都要，合在一起"),
        "conflict": _("这份草稿在另一台设备上也改过，一个字都不会丢，请您选："),
        "here": _("这台设备"),
        "there": _("另一台设备"),
        "leave": _("您写的还没有保存。"),
        "cancel": _("再想想"),
        "confirm": _("确定"),
        "count": _("{n} 字"),
        "countOf": _("{n} / {most} 字"),
        "chosen": _("已选 {n} 件"),
        "none": _("没有找到“{q}”"),
        "remove": _("去掉{name}"),
        "search": _("输入名称或拼音首字母"),
        "tooBig": _("{name}超过 {mb} MB，没有选上。请压缩，或分成几份。"),
        "tooMany": _("一次最多 {n} 个文件。"),
        "uploading": _("正在上传 {percent}%"),
        "uploadFailed": _("没有传成，请检查网络后再试。"),
        "failed": _("没有办成，请检查网络后再试；您填的内容还在。"),
        "close": _("关上"),
        "keys": _("快捷键：j 下一行，k 上一行，x 选中，Enter 打开，/ 搜索，? 看这句话"),
    }


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor."""
    return {"frame": Frame(request), "debug": settings.DEBUG}
