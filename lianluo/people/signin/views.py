"""The few views of sign-in that differ from allauth's."""

from typing import Any

from allauth.account.views import PasswordResetView
from allauth.mfa import app_settings
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.internal.flows import trust
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lianluo.people.actor import actor_for, workplaces
from lianluo.people.models import AccountLog
from lianluo.people.roles import AccountAct


class SecondStep(AuthenticateView):  # type: ignore[misc]
    """The second step, on one page with the choice to trust this computer for seven days."""

    def form_valid(self, form: Any) -> HttpResponse:
        form.save()
        response: HttpResponse = self.stage.exit()
        if app_settings.TRUST_ENABLED and form.cleaned_data.get("trust"):
            trust.trust_browser(self.request, self.stage.login.user, response)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        account = self.stage.login.user
        places = workplaces(account, timezone.localdate())
        known = {
            "account": account,
            "trust_enabled": app_settings.TRUST_ENABLED,
            "role": actor_for(account, places[0], timezone.localdate()).role_label if places else "",
            "last": AccountLog.objects.filter(account=account, act=AccountAct.SIGNED_IN).first(),
        }
        return {**super().get_context_data(**kwargs), **known}


class Forgotten(PasswordResetView):  # type: ignore[misc]
    """A link by mail; where no mail server is set up the page only says whom to ask."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ready = not settings.EMAIL_BACKEND.endswith("filebased.EmailBackend")
        return {**super().get_context_data(**kwargs), "mail_ready": ready}


@login_not_required
def unknown(request: HttpRequest) -> HttpResponse:
    """Somebody came from another system and has no account here."""
    return render(request, "account/unknown.html", status=403)
