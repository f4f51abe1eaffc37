"""What the staff of the deputies' body types: parsed and checked, never saved."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Unit
from lianluo.congress.rules import RuleBook
from lianluo.people.actor import Actor
from lianluo.suggestions.forms.handlings import OneUnit, standing_units
from lianluo.suggestions.services import Talk, Task
from lianluo.suggestions.states import Mode

HOW = [("phone", _("电话")), ("visit", _("当面")), ("message", _("短信")), ("online", _("线上"))]
DECISIONS = {
    "accept": (_("作为建议，立案编号"), _("编号由系统按顺序给出，不重号")),
    "send_back": (_("请代表再修改"), _("要写明改哪里，已写的都保留")),
    "refer": (_("转为参阅件"), _("送有关单位参考，不要求答复；先与代表沟通")),
    "letter": (_("作代表来信处理"), _("转交有关方面，以后登记结果；先与代表沟通")),
    "not_accept": (_("不作建议处理"), _("要选情形，并有与代表沟通的记录")),
    "pass_on": (_("初审通过，送议案组"), _("由议案组审核立案")),
}
NEEDS_TALK = frozenset({"refer", "letter", "not_accept"})


class NoteForm(forms.Form):
    """A few words that go with a move."""

    note = forms.CharField(
        label=_("附言"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 4})
    )


class ReviewForm(forms.Form):
    """The decision on a submitted text, with what each decision asks for (2-domain 1.5)."""

    decision = forms.ChoiceField(
        label=_("审核意见"), widget=forms.RadioSelect, error_messages={"required": _("请选择审核意见。")}
    )
    topic = forms.ChoiceField(label=_("内容分类"), required=False)
    advice = forms.CharField(
        label=_("请代表改哪里"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    ground = forms.ChoiceField(label=_("情形"), required=False)
    letter_unit = forms.ModelChoiceField(
        label=_("转给本系统里的单位"),
        queryset=Unit.objects.none(),
        required=False,
        widget=OneUnit(),
        help_text=_("单位会收到通知，看得到这件来信。"),
    )
    letter_to = forms.CharField(
        label=_("或者转给别的单位"), required=False, max_length=120, help_text=_("例如信访局、某县人大。")
    )
    reason = forms.CharField(
        label=_("说明"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    talk_how = forms.ChoiceField(label=_("沟通方式"), required=False, choices=[("", _("请选择")), *HOW])
    talk_on = forms.DateField(
        label=_("沟通日期"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    talk_whom = forms.CharField(label=_("与谁沟通"), required=False, max_length=60)
    talk_note = forms.CharField(
        label=_("谈了什么，代表怎么看"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, book: RuleBook, open_moves: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [name for name in DECISIONS if name in open_moves]
        decision = self.fields["decision"]
        decision.choices = [(name, DECISIONS[name][0]) for name in offered]  # type: ignore[attr-defined]
        decision.notes = {name: DECISIONS[name][1] for name in offered}  # type: ignore[attr-defined]
        self.fields["letter_unit"].queryset = standing_units(book.congress, book.on)  # type: ignore[attr-defined]
        topics = [(topic.code, topic.label) for topic in book.topics()]
        self.fields["topic"].choices = [("", _("请选择")), *topics]  # type: ignore[attr-defined]
        grounds = [(row.code, row.label) for row in book.grounds()]
        self.fields["ground"].choices = [("", _("请选择")), *grounds]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        letter = facts.get("decision") == "letter"
        if letter and not (facts.get("letter_unit") or facts.get("letter_to")):
            self.add_error("letter_unit", _("请选择或者写明来信转给谁。"))
        for name, sentence in ASKED.get(facts.get("decision", ""), {}).items():
            if not facts.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return facts

    @property
    def talk(self) -> Talk:
        facts = self.cleaned_data
        how = str(dict(HOW)[facts["talk_how"]])
        return Talk(
            how=how, on=facts["talk_on"].isoformat(), with_whom=facts["talk_whom"], note=facts["talk_note"]
        )


_TALK = {
    "talk_how": _("请选择与代表沟通的方式。"),
    "talk_on": _("请填写沟通的日期。"),
    "talk_note": _("请简要记下谈了什么、代表怎么看。"),
}
ASKED: dict[str, dict[str, Any]] = {
    "accept": {"topic": _("请选择内容分类，交办时按它确定对口委员会。")},
    "send_back": {"advice": _("请写明请代表改哪里。")},
    "refer": {"reason": _("请写明转为参阅件的理由。")} | _TALK,
    "letter": {"reason": _("请写明作来信处理的理由，代表会看到。")} | _TALK,
    "not_accept": {"ground": _("请选择不作建议处理的情形。"), "reason": _("请写明理由，代表会看到。")}
    | _TALK,
}
"""Decision → the fields that it asks for, with the sentence when they are missing."""


class AssignForm:
    """Which units in which way: rows that grow one by one, so that the page works without scripts.

    `rows` are the chosen units in order; the first is the lead unless another one was named.
    """

    MODES = (
        ("lead", _("主办加会办"), _("主办答复代表，会办把意见给主办")),
        ("sole", _("单办"), _("一个单位办，一个单位答复")),
        ("separate", _("分办"), _("几个单位各答各的部分")),
    )

    def __init__(self, data: Any, units: dict[int, Unit]) -> None:
        self.units = units
        ids = [int(value) for value in data.getlist("unit") if value.isdecimal()]
        self.act = next((key for key in ("add", "off", "assign") if data.get(key)), "")
        self.grown = False
        ids = self._changed(ids, data)
        self.chosen = [units[pk] for pk in dict.fromkeys(ids) if pk in units]
        self.parts = {unit.pk: data.get(f"part_{unit.pk}", "").strip() for unit in self.chosen}
        self.mode = self._mode(data.get("mode", ""))
        self.lead = self._lead(data.get("lead", ""))
        self.errors: dict[int, str] = {}

    def _changed(self, ids: list[int], data: Any) -> list[int]:
        wanted = [data.get("pick", ""), data.get("add", "")]
        if self.act == "off" and data["off"].isdecimal():
            return [pk for pk in ids if pk != int(data["off"])]
        more = [int(value) for value in wanted if value.isdecimal()]
        self.grown = bool(more)
        return ids + more

    def _mode(self, asked: str) -> str:
        known = {mode for mode, _label, _note in self.MODES}
        if asked == "sole" and len(self.chosen) > 1 and self.grown:
            return "lead"
        return asked if asked in known else "sole" if len(self.chosen) < 2 else "lead"

    def _lead(self, asked: str) -> int | None:
        if self.mode != "lead" or not self.chosen:
            return None
        named = int(asked) if asked.isdecimal() else None
        return named if named in self.parts else self.chosen[0].pk

    def role(self, unit: Unit) -> Mode:
        """What the unit is in the chosen way."""
        if self.mode == "lead":
            return Mode.LEAD if unit.pk == self.lead else Mode.CO
        return Mode.SOLE if self.mode == "sole" else Mode.SEPARATE

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                "unit": unit,
                "role": self.role(unit),
                "part": self.parts[unit.pk],
                "error": self.errors.get(unit.pk, ""),
            }
            for unit in sorted(self.chosen, key=lambda unit: unit.pk != self.lead)
        ]

    @property
    def tasks(self) -> list[Task]:
        return [Task(unit=row["unit"], mode=row["role"], part=row["part"]) for row in self.rows]

    def is_valid(self) -> bool:
        """Where several units work, each is told what it has to answer."""
        if len(self.chosen) > 1:
            for unit in self.chosen:
                if not self.parts[unit.pk]:
                    self.errors[unit.pk] = now_("还没写要它答什么。收到空白分工，承办单位多半会退回。")
        return not self.errors


class TopicForm(forms.Form):
    """The class of content for all chosen: without it nothing is accepted."""

    topic = forms.ChoiceField(
        label=_("内容分类"),
        error_messages={"required": _("请选择内容分类，交办时按它确定对口委员会。")},
        help_text=_("选中的建议都归入这一类；类别不同的，请分几次办。"),
    )

    def offer_to(self, actor: Actor, at: datetime) -> None:
        rows = RuleBook(actor.congress, localdate(at)).topics()
        choices = [("", _("请选择")), *((row.code, row.label) for row in rows)]
        self.fields["topic"].choices = choices  # type: ignore[attr-defined]
