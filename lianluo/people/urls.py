"""Addresses of sign-in: those of allauth that this house uses, under allauth's names. No sign-up among them."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkey
from allauth.socialaccount import views as outside
from django.urls import include, path, re_path

from lianluo.people.signin import views

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("unknown/", views.unknown, name="account_unknown"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/forgotten/", views.Forgotten.as_view(), name="account_reset_password"),
    path("password/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/new/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("second/", factor.index, name="mfa_index"),
    path("second/step/", views.SecondStep.as_view(), name="mfa_authenticate"),
    path("second/again/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("second/app/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("second/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("second/codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second/codes/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("second/keys/", passkey.list_webauthn, name="mfa_list_webauthn"),
    path("second/keys/add/", passkey.add_webauthn, name="mfa_add_webauthn"),
    path("second/keys/again/", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("second/keys/<int:pk>/remove/", passkey.remove_webauthn, name="mfa_remove_webauthn"),
    path("second/keys/<int:pk>/name/", passkey.edit_webauthn, name="mfa_edit_webauthn"),
    path("second/keys/login/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path("outside/cancelled/", outside.login_cancelled, name="socialaccount_login_cancelled"),
    path("outside/error/", outside.login_error, name="socialaccount_login_error"),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
]
