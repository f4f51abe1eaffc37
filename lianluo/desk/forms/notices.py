"""Forms of the notices: when, and what on which way."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from lianluo.notices import matrix
from lianluo.notices.channels import SITE, channels
from lianluo.notices.events import Kind
from lianluo.notices.models import Habit, Mode, Preference
from lianluo.people.actor import Actor

CLOCK = {"type": "time", "step": "900"}


class HabitForm(forms.ModelForm):  # type: ignore[type-arg]
    """Quiet hours and the hour of the digest."""

    class Meta:
        model = Habit
        fields = ["quiet_from", "quiet_to", "digest_at"]
        widgets = dict.fromkeys(fields, forms.TimeInput(attrs=CLOCK, format="%H:%M"))


@dataclass(frozen=True, slots=True)
class Line:
    """An event with each channel's label and field; None where the event does not take that way."""

    kind: Kind
    fields: list[tuple[Any, BoundField | None]]


class ChoicesForm(forms.Form):
    """One choice per event and channel that the actor's roles offer."""

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.offered = matrix.offered(actor)
        own = Preference.objects.filter(account=actor.account_id).values_list("key", "channel", "mode")
        chosen = {(key, way): mode for key, way, mode in own}
        for kind, ways in self.offered:
            for way in ways:
                initial = chosen.get((kind.key, way), Mode.NOW)
                self.fields[_name(kind, way)] = _field(kind, way, initial)

    @property
    def channels(self) -> list[Any]:
        """Channels that at least one event takes, in the order of the setting."""
        used = {way for _kind, ways in self.offered for way in ways}
        return [channel for name, channel in channels().items() if name in used]

    @property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """Events by their groups."""
        found: dict[str, list[Line]] = {}
        for kind, ways in self.offered:
            row = [(c.label, self[_name(kind, c.name)] if c.name in ways else None) for c in self.channels]
            found.setdefault(str(kind.group), []).append(Line(kind, row))
        return list(found.items())

    def save(self) -> None:
        for kind, ways in self.offered:
            for way in ways:
                mode = self.cleaned_data[_name(kind, way)]
                if self[_name(kind, way)].initial != mode:
                    matrix.choose(self.actor.account_id, kind.key, way, mode)


def _name(kind: Kind, way: str) -> str:
    return f"{kind.key}--{way}"


def _field(kind: Kind, way: str, initial: str) -> forms.ChoiceField:
    modes = [Mode.NOW, Mode.OFF] if way == SITE else [Mode.NOW, Mode.DIGEST, Mode.OFF]
    if kind.urgent:
        modes = [Mode.NOW] if way == SITE else [Mode.NOW, Mode.OFF]
    label = _("{event}，{channel}").format(event=kind.label, channel=channels()[way].label)
    select = forms.Select(attrs={"aria-label": label})
    return forms.ChoiceField(
        choices=[(mode.value, mode.label) for mode in modes], initial=initial, widget=select, label=label
    )
