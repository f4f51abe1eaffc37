"""Forms of sign-in, with our words. They check; saving is allauth's."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as keys
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianluo.people.signin.lock import lock_for, lock_of
from lianluo.people.signin.once import VALID, ran_out


class Worded(forms.Form):
    """Puts our labels in place of allauth's, without words inside the fields."""

    labels: dict[str, Any] = {}
    hints: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            field.widget.attrs.pop("placeholder", None)


CODE_ATTRS = {
    "inputmode": "numeric",
    "autocomplete": "one-time-code",
    "class": "code",
    "maxlength": "12",
    "autofocus": True,
}


class SignInForm(Worded, account.LoginForm):  # type: ignore[misc]
    """Account or phone, and password."""

    labels = {"login": gettext_lazy("账号或手机号"), "password": gettext_lazy("密码")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autofocus": True}

    def _clean_with_password(self, credentials: dict[str, Any]) -> Any:
        """Say how many tries are left; the last wrong one says that the account is paused."""
        try:
            found = super()._clean_with_password(credentials)
        except ValidationError as wrong:
            if wrong.code != "username_password_mismatch":
                raise
            now = timezone.now()
            lock = lock_for(str(credentials.get("username", "")), at=now)
            if lock.until:
                raise ValidationError(str(lock.sentence(now)), code="locked") from wrong
            left = _("%(wrong)s还可以再试 %(n)d 次。") % {"wrong": wrong.message, "n": lock.left}
            raise ValidationError(left, code=wrong.code) from wrong
        if ran_out(self.user, at=timezone.now()):
            old = _("这个一次性密码已经过期（%d 天内有效），请找给您密码的管理员重新设置。")
            raise ValidationError(old % VALID.days, code="ran_out")
        return found


class Counted(forms.Form):
    """A code form that shares the count of tries with the password."""

    user: Any

    def clean_code(self) -> str:
        now = timezone.now()
        lock = lock_of(self.user, "", at=now)
        if lock.until:
            raise ValidationError(str(lock.sentence(now)), code="locked")
        try:
            return str(super().clean_code())  # type: ignore[misc]
        except ValidationError as wrong:
            lock = lock_of(self.user, "", at=timezone.now())
            words = str(lock.sentence(now)) if lock.until else _("还可以再试 %d 次。") % lock.left
            raise ValidationError(f"{wrong.message}{words}", code=wrong.code) from wrong


class CodeForm(Worded, Counted, codes.AuthenticateForm):  # type: ignore[misc]
    """Six digits of the authenticator, or a recovery code."""

    labels = {"code": gettext_lazy("验证码")}
    trust = forms.BooleanField(required=False, label=gettext_lazy("这台电脑 7 天内不再问"))
    hints = {"trust": gettext_lazy("公用电脑请不要勾选")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= CODE_ATTRS


class CodeAgainForm(Worded, Counted, codes.ReauthenticateForm):  # type: ignore[misc]
    labels = {"code": gettext_lazy("验证码")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= CODE_ATTRS


class AuthenticatorForm(Worded, totp.ActivateTOTPForm):  # type: ignore[misc]
    labels = {"code": gettext_lazy("验证器上的 6 位数字")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= CODE_ATTRS


class PasskeyForm(Worded, keys.AddWebAuthnForm):  # type: ignore[misc]
    labels = {
        "name": gettext_lazy("给它起个名字"),
        "passwordless": gettext_lazy("以后用它直接登录，不用密码"),
    }
    hints = {"passwordless": gettext_lazy("设备会要求指纹、人脸或者锁屏密码")}


class PasskeyNameForm(Worded, keys.EditWebAuthnForm):  # type: ignore[misc]
    labels = {"name": gettext_lazy("名称")}


NEW = {
    "oldpassword": gettext_lazy("当前密码"),
    "password1": gettext_lazy("新密码"),
    "password2": gettext_lazy("再输一遍新密码"),
}
RULES = {
    "password1": gettext_lazy(
        "至少 10 位，不能全是数字，不能与姓名、用户名相近，不能是常见密码，也不能只由「联络」「人大」这类词加数字组成。"
    )
}


class ChangePasswordForm(Worded, account.ChangePasswordForm):  # type: ignore[misc]
    labels, hints = NEW, RULES

    def clean_password1(self) -> str:
        new = str(self.cleaned_data["password1"])
        if new == self.cleaned_data.get("oldpassword"):
            raise ValidationError(_("新密码不能与当前密码相同。"))
        return new


class SetPasswordForm(Worded, account.SetPasswordForm):  # type: ignore[misc]
    labels, hints = NEW, RULES


class NewPasswordForm(Worded, account.ResetPasswordKeyForm):  # type: ignore[misc]
    labels, hints = NEW, RULES


class ForgottenForm(Worded, account.ResetPasswordForm):  # type: ignore[misc]
    labels = {"email": gettext_lazy("登记的电子邮箱")}


class PasswordAgainForm(Worded, account.ReauthenticateForm):  # type: ignore[misc]
    labels = {"password": gettext_lazy("密码")}
