"""Inviting to sign together, and the words that go with an answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.people.models import Seat
from lianluo.suggestions.forms.handlings import MoveForm
from lianluo.suggestions.selectors.joint import Invitable
from lianluo.ui.pickers import PickerMany


class InviteForm(forms.Form):
    """Deputies one by one, a whole delegation, or a whole group."""

    deputies = forms.MultipleChoiceField(
        label=_("邀请哪些代表"),
        required=False,
        widget=PickerMany(attrs={"size": 8}),
        help_text=_("输入姓名、拼音首字母（如 wxl）或代表团"),
    )
    delegation = forms.ChoiceField(label=_("或者邀请整个代表团"), required=False)
    group = forms.ChoiceField(label=_("或者邀请整个代表小组"), required=False)

    def __init__(self, *args: Any, offered: Invitable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        deputies: Any = self.fields["deputies"]
        deputies.choices = [(seat.pk, seat.person.name) for seat in offered.seats]
        deputies.widget.keys = {str(seat.pk): typed(seat) for seat in offered.seats}
        for name, found in (("delegation", offered.delegations), ("group", offered.groups)):
            self.fields[name].choices = [("", _("不邀请整个团组")), *found]  # type: ignore[attr-defined]
            if not found:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not self.errors and not self.chosen(facts):
            self.add_error("deputies", _("请选择要邀请的代表。"))
        return facts

    def chosen(self, facts: dict[str, Any]) -> list[Seat]:
        """The seats that are meant, each once."""
        ids, place, group = (facts.get(name) or "" for name in ("deputies", "delegation", "group"))
        return [
            seat
            for seat in self.offered.seats
            if str(seat.pk) in ids
            or (place and str(seat.delegation_id) == place)
            or (group and str(seat.group_id) == group)
        ]

    @property
    def seats(self) -> list[Seat]:
        return self.chosen(self.cleaned_data)


def typed(seat: Seat) -> tuple[str, str]:
    """What one may type to find the deputy, and what stands beside the name."""
    person, place = seat.person, str(seat.delegation or "")
    return f"{person.pinyin} {person.initials} {person.name} {place}".strip().lower(), place


def _word(label: Any, **options: Any) -> Any:
    return forms.CharField(label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 3}), **options)


class DeclineForm(MoveForm):
    note = _word(_("附言"), required=False, help_text=_("想对领衔代表说的话"))


class UncosignForm(MoveForm):
    reason = _word(_("退出的原因"), error_messages={"required": _("请写明原因，领衔代表和联工委都会看到。")})


class JoinForm(MoveForm):
    note = _word(_("附言"), required=False, help_text=_("想对领衔代表说的话，比如您了解的情况"))
