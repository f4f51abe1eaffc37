"""Forms of the roster: parse and check; they never save."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Congress, Delegation, DeputyGroup, ElectoralUnit, Term
from lianluo.desk.forms.fields import DayField
from lianluo.people.roles import Gender
from lianluo.people.services.roster import GROUNDS


class PersonForm(forms.Form):
    """Who somebody is. Number and phone are sealed; an empty one leaves what is kept."""

    name = forms.CharField(label=_("姓名"), max_length=60)
    id_number = forms.CharField(
        label=_("身份证号"),
        max_length=24,
        required=False,
        help_text=_("18 位；出生日期和性别由它得出。加密保存，平时只显示前 6 位和后 4 位。"),
    )
    phone = forms.CharField(
        label=_("手机号码"), max_length=20, required=False, help_text=_("代表用它登录、收通知。加密保存。")
    )
    gender = forms.ChoiceField(label=_("性别"), choices=[("", _("未填")), *Gender.choices], required=False)
    birth_date = DayField(label=_("出生日期"), required=False)
    ethnicity = forms.CharField(label=_("民族"), max_length=20, required=False)
    party = forms.CharField(label=_("政治面貌"), max_length=20, required=False)
    education = forms.CharField(label=_("学历"), max_length=20, required=False)
    occupation = forms.CharField(
        label=_("职业构成"),
        max_length=30,
        required=False,
        help_text=_("例如：工人、农民、专业技术人员、党政领导干部。"),
    )
    employer = forms.CharField(label=_("工作单位及职务"), max_length=120, required=False)


class _Groups(forms.Form):
    """Selects that offer what belongs to one congress."""

    def offer(self, place: Congress) -> None:
        offers: dict[str, Any] = {
            "term": Term.objects.within(place.scope),
            "delegation": Delegation.objects.within(place.scope).filter(is_active=True),
            "group": DeputyGroup.objects.within(place.scope).filter(is_active=True),
            "electoral_unit": ElectoralUnit.objects.within(place.scope).filter(is_active=True),
        }
        for name, rows in offers.items():
            field = self.fields.get(name)
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows


def _choice(label: Any, model: Any, *, required: bool = False, **options: Any) -> forms.ModelChoiceField:  # type: ignore[type-arg]
    return forms.ModelChoiceField(
        model.objects.none(), label=label, required=required, empty_label=_("（无）"), **options
    )


class SeatForm(_Groups):
    """Where and since when somebody sits."""

    term = _choice(_("届次"), Term, required=True)
    delegation = _choice(_("代表团"), Delegation)
    group = _choice(_("代表小组"), DeputyGroup)
    electoral_unit = _choice(_("选举单位"), ElectoralUnit)
    card_number = forms.CharField(label=_("代表证号"), max_length=20, required=False)
    starts_on = DayField(label=_("任职起"))
    note = forms.CharField(
        label=_("依据"), max_length=200, required=False, help_text=_("例如：常委会公告〔2026〕第 3 号。")
    )

    def __init__(self, *args: Any, place: Congress, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(place)
        self.fields["starts_on"].initial = today
        terms = self.fields["term"]
        assert isinstance(terms, forms.ModelChoiceField)
        terms.initial = terms.queryset.first() if terms.queryset is not None else None


class MoveForm(_Groups):
    """To which delegation, from when."""

    delegation = _choice(_("调到哪个代表团"), Delegation, required=True)
    on = DayField(label=_("自"))
    note = forms.CharField(label=_("说明"), max_length=200, required=False)

    def __init__(self, *args: Any, place: Congress, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(place)
        self.fields["on"].initial = today


class DecideForm(forms.Form):
    """The ground of the law, the day, and the decision."""

    ground = forms.ChoiceField(label=_("原因"), widget=forms.RadioSelect)
    on = DayField(label=_("生效日期"))
    note = forms.CharField(
        label=_("依据"), max_length=200, help_text=_("决定机关、文号，例如：省十四届人大常委会公告第 42 号。")
    )

    def __init__(self, *args: Any, move: str, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today
        ground = self.fields["ground"]
        assert isinstance(ground, forms.ChoiceField)
        if move in GROUNDS:
            ground.choices = GROUNDS[move].choices
        else:
            del self.fields["ground"]


class RevealForm(forms.Form):
    """Why a masked field is to be shown."""

    reason = forms.CharField(
        label=_("用途"), max_length=120, min_length=4, help_text=_("例如：通知参加视察。会记入审计。")
    )
