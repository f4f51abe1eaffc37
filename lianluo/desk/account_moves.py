"""What an administrator may do with an account: a table of buttons, open or closed with the reason."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.verdict import Verdict
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.people.standing import Standing
from lianluo.ui.parts import ClosedMove, MoveButton, MovesPanel


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One button. `post` acts at once after asking `confirm`; otherwise it leads to a page that asks for a reason."""

    label: Any
    url_name: str
    allows: Callable[[Any, Any], Verdict]
    power: str
    shown: Callable[[Standing, bool], bool] = lambda held, locked: True
    icon: str = ""
    tone: str = ""
    confirm: Any = ""
    confirm_text: Any = ""


ACTS = (
    Act(
        label=_("修改资料"),
        url_name="desk:account_edit",
        allows=policy.may_change,
        power="change_account",
        icon="edit",
    ),
    Act(
        label=_("解除锁定"),
        url_name="desk:account_unlock",
        allows=policy.may_unlock,
        power="unlock_account",
        shown=lambda held, locked: locked,
        icon="lock",
        confirm=_("解除锁定？"),
        confirm_text=_("解除以后可以马上再试。请先确认是本人在登录。"),
    ),
    Act(
        label=_("重置密码"),
        url_name="desk:account_password",
        allows=policy.may_reset_password,
        power="reset_password",
        icon="key",
        confirm=_("重置密码？"),
        confirm_text=_("原密码马上失效，所有设备退出登录。新的一次性密码只显示一次。"),
    ),
    Act(
        label=_("重置两步验证"),
        url_name="desk:account_factor",
        allows=policy.may_reset_factor,
        power="reset_factor",
    ),
    Act(
        label=_("退出全部设备"),
        url_name="desk:account_devices",
        allows=policy.may_see_sessions,
        power="see_sessions",
        confirm=_("退出全部设备？"),
        confirm_text=_("本人要重新登录；没有提交的草稿已经保存。"),
    ),
    Act(
        label=_("停用账号"),
        url_name="desk:account_suspend",
        allows=policy.may_suspend,
        power="suspend_account",
        shown=lambda held, locked: held.account.is_active,
        tone="bad",
    ),
    Act(
        label=_("恢复账号"),
        url_name="desk:account_activate",
        allows=policy.may_suspend,
        power="suspend_account",
        shown=lambda held, locked: not held.account.is_active,
        confirm=_("恢复账号？"),
        confirm_text=_("本人可以用原来的密码登录。"),
    ),
)


def moves_for(actor: Actor, held: Standing, *, locked: bool) -> MovesPanel:
    """Buttons for `actor`. What the actor's role has no power for at all is left out; the rest says why not."""
    open_, closed = [], []
    for act in ACTS:
        if not policy.may(actor, act.power) or not act.shown(held, locked):
            continue
        if verdict := act.allows(actor, held):
            open_.append(_button(act, held))
        else:
            closed.append(ClosedMove(str(act.label), str(verdict.reason)))
    return MovesPanel(open_, closed)


def _button(act: Act, held: Standing) -> MoveButton:
    return MoveButton(
        label=str(act.label),
        url=reverse(act.url_name, args=[held.pk]),
        tone=act.tone,
        icon=act.icon,
        post=bool(act.confirm),
        confirm=str(act.confirm),
        confirm_text=str(act.confirm_text),
    )
