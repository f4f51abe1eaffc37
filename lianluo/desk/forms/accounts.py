"""Forms of accounts and roles: parse and check; they never save."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.find import in_force
from lianluo.congress.models import Congress, Delegation, Unit
from lianluo.desk.forms.fields import DayField, UnitField
from lianluo.people.actor import Actor
from lianluo.people.policy import POWERS
from lianluo.people.roles import UNIT_ROLES, UNIT_STAFF, RoleKind


class AccountFacts(forms.Form):
    """Name and ways to reach."""

    display_name = forms.CharField(label=_("姓名"), max_length=60)
    phone = forms.CharField(
        label=_("手机号码"), max_length=20, required=False, help_text=_("也可以用它登录；加密保存。")
    )
    email = forms.EmailField(
        label=_("电子邮箱"), required=False, help_text=_("忘记密码、每日汇总会发到这里。")
    )


class NewAccount(AccountFacts):
    """An account with its name to sign in by."""

    username = forms.CharField(
        label=_("用户名"), max_length=60, help_text=_("姓名全拼最好记，例如 zengli。登录时不分大小写。")
    )
    field_order = ("display_name", "username")


class RoleFacts(forms.Form):
    """Which role, for whom it works, from when to when."""

    kind = forms.ChoiceField(label=_("角色"))
    unit = UnitField(label=_("单位"), help_text=_("承办单位、交办机构和专门委员会的角色要选。"))
    delegation = forms.ModelChoiceField(
        Delegation.objects.none(),
        label=_("代表团"),
        required=False,
        empty_label=_("（无）"),
        help_text=_("代表团工作人员要选。"),
    )
    title = forms.CharField(
        label=_("处室、职务"),
        max_length=60,
        required=False,
        help_text=_("例如：建议工作处。显示在姓名下面。"),
    )
    starts_on = DayField(label=_("自"))
    ends_on = DayField(label=_("至"), required=False, help_text=_("临时任务填上结束日期，到期自动失效。"))

    def __init__(self, *args: Any, place: Congress, actor: Actor, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wide = actor.has(*(POWERS["grant_role"] - {RoleKind.UNIT_ADMIN}))
        kinds = [kind for kind in RoleKind if wide or kind in UNIT_STAFF]
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [(kind.value, kind.label) for kind in kinds]
        units = Unit.objects.within(place.scope).filter(in_force(today))
        self._unit.offer(units if wide else units.filter(pk__in=actor.units(RoleKind.UNIT_ADMIN)))
        delegation = self.fields["delegation"]
        assert isinstance(delegation, forms.ModelChoiceField)
        delegation.queryset = Delegation.objects.within(place.scope).filter(is_active=True)
        self.fields["starts_on"].initial = today
        if not wide:
            del self.fields["delegation"]

    @property
    def _unit(self) -> UnitField:
        field = self.fields["unit"]
        assert isinstance(field, UnitField)
        return field

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("kind") in UNIT_ROLES and not cleaned.get("unit"):
            self.add_error("unit", _("这个角色要选单位。"))
        if cleaned.get("kind") == RoleKind.DELEGATION_STAFF and not cleaned.get("delegation"):
            self.add_error("delegation", _("这个角色要选代表团。"))
        return cleaned


class Why(forms.Form):
    """A reason that is kept."""

    reason = forms.CharField(label=_("原因"), max_length=200, min_length=2)
