"""The door of every administration page: signed in, at work somewhere, allowed; refusals become sentences."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from lianluo.congress.policy import may_look
from lianluo.congress.refusals import Refusal
from lianluo.kernel.verdict import Verdict
from lianluo.people.actor import Actor
from lianluo.people.models import Account
from lianluo.ui.pages import came_from, refused, sent_back


class DeskRequest(HttpRequest):
    """A request that has passed the door."""

    actor: Actor
    user: Account


Allows = Callable[[Any, Any], Verdict]
View = Callable[..., HttpResponseBase]


def door(allows: Allows = may_look) -> Callable[[View], View]:
    """Let in whom `allows(actor, own congress)`; others read why not (403). A refused act says so on the next page."""

    def behind(view: View) -> View:
        @login_required
        @wraps(view)
        def open_door(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if getattr(request, "actor", None) is None:
                return refused(request, _("您的账号现在没有任职，也不是在任代表；请联系本单位管理员。"))
            if not (verdict := allows(request.actor, request.actor.congress)):
                return refused(request, verdict)
            try:
                return view(request, *args, **kwargs)
            except Refusal as refusal:
                return _refused_act(request, refusal)

        return open_door

    return behind


def _refused_act(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    if request.method != "POST":
        return refused(request, refusal.reason)
    return sent_back(request, refusal.reason, came_from(request))


def done_with(form: forms.BaseForm, act: Callable[[], object]) -> bool:
    """Do `act` with a form that is right; a refusal becomes an error of the form, so nothing typed is lost."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refusal as refusal:
        form.add_error(None, refusal.reason)
        return False
    return True
