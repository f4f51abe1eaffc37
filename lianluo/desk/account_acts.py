"""What an administrator does with an account. Each is one call of the people floor, which asks the policy itself."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.desk.accounts import found, may_see, shown_once
from lianluo.desk.doors import DeskRequest, door
from lianluo.desk.filled import filled
from lianluo.desk.forms.accounts import Why
from lianluo.people.models import Account
from lianluo.people.services import (
    activate_account,
    end_sessions_of,
    reset_password,
    reset_second_factor,
    suspend_account,
    unlock_account,
)
from lianluo.ui.pages import ask, done, render


@door(may_see)
@require_POST
def account_unlock(request: DeskRequest, pk: int) -> HttpResponse:
    shown = found(request, pk)
    if question := ask(
        request, title=_("解除{name}的锁定？").format(name=shown), button=_("解除锁定"), tone="go"
    ):
        return question
    unlock_account(shown, actor=request.actor, at=timezone.now())
    done(request, _("已解除，{name}可以马上再试。").format(name=shown))
    return redirect("desk:account", pk)


@door(may_see)
@require_POST
def account_activate(request: DeskRequest, pk: int) -> HttpResponse:
    shown = found(request, pk)
    if question := ask(
        request, title=_("恢复{name}的账号？").format(name=shown), button=_("恢复账号"), tone="go"
    ):
        return question
    activate_account(shown, actor=request.actor, at=timezone.now())
    done(request, _("{name}可以登录了。").format(name=shown))
    return redirect("desk:account", pk)


@door(may_see)
@require_POST
def account_password(request: DeskRequest, pk: int) -> HttpResponse:
    """The new password stands on the next page, once."""
    shown = found(request, pk)
    text = _("原密码马上失效，所有设备退出登录。新的一次性密码只显示一次。")
    if question := ask(
        request, title=_("重置{name}的密码？").format(name=shown), text=text, button=_("重置密码")
    ):
        return question
    shown_once(request, shown, reset_password(shown, actor=request.actor, at=timezone.now()))
    return redirect("desk:account", pk)


@door(may_see)
@require_POST
def account_devices(request: DeskRequest, pk: int) -> HttpResponse:
    shown = found(request, pk)
    if question := ask(
        request, title=_("让{name}退出全部设备？").format(name=shown), button=_("退出全部设备")
    ):
        return question
    ended = end_sessions_of(shown, actor=request.actor, at=timezone.now())
    done(request, _("已退出 {n} 台设备。").format(n=ended))
    return redirect("desk:account", pk)


Act = Callable[..., object]


def _with_reason(request: DeskRequest, pk: int, act: Act, words: dict[str, Any]) -> HttpResponse:
    """A page that asks for the reason, which is kept in the history."""
    shown, at = found(request, pk), timezone.now()
    form = Why(request.POST or None)
    if filled(form, lambda: _did(act, shown, form, request, at)):
        done(request, words["done"].format(name=shown))
        return redirect("desk:account", pk)
    return render(request, "desk/account_form.html", {"form": form, "account": shown, **words})


def _did(act: Act, shown: Account, form: Why, request: DeskRequest, at: datetime) -> bool:
    act(shown, reason=form.cleaned_data["reason"], actor=request.actor, at=at)
    return True


@door(may_see)
def account_suspend(request: DeskRequest, pk: int) -> HttpResponse:
    words = {
        "heading": _("停用账号"),
        "button": _("停用账号"),
        "tone": "bad",
        "text": _("停用以后不能登录，已登录的设备马上退出；办过的事和记录都保留。"),
        "done": _("{name}的账号已停用。"),
    }
    return _with_reason(request, pk, suspend_account, words)


@door(may_see)
def account_factor(request: DeskRequest, pk: int) -> HttpResponse:
    words = {
        "heading": _("重置两步验证"),
        "button": _("重置两步验证"),
        "tone": "bad",
        "text": _("验证器、通行密钥和备用码全部作废，本人下次登录要重新设置。请先核实是本人提出。"),
        "done": _("{name}的第二步验证已重置。"),
    }
    return _with_reason(request, pk, reset_second_factor, words)


urlpatterns = [
    path("admin/accounts/<int:pk>/unlock/", account_unlock, name="account_unlock"),
    path("admin/accounts/<int:pk>/activate/", account_activate, name="account_activate"),
    path("admin/accounts/<int:pk>/suspend/", account_suspend, name="account_suspend"),
    path("admin/accounts/<int:pk>/password/", account_password, name="account_password"),
    path("admin/accounts/<int:pk>/factor/", account_factor, name="account_factor"),
    path("admin/accounts/<int:pk>/devices/", account_devices, name="account_devices"),
]
