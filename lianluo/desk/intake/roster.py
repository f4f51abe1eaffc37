"""The roster as a kind of table: its columns, who may load it, how it goes out."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Term
from lianluo.congress.sessions import current_term
from lianluo.desk.forms.fields import DayField
from lianluo.desk.intake.deputies import Deputies
from lianluo.exchange.kinds import Field, Kind
from lianluo.exchange.values import written
from lianluo.kernel.verdict import Verdict
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.people.roles import SeatState
from lianluo.people.selectors import roster

FIELDS = (
    Field(key="name", label=_("姓名"), names=("代表姓名", "代表"), required=True),
    Field(key="delegation", label=_("代表团"), names=("所在代表团", "团别")),
    Field(key="card_number", label=_("代表证号"), names=("证号", "代表编号", "代表证编号", "编号")),
    Field(key="gender", label=_("性别"), names=("sex",), looks="男|女"),
    Field(key="ethnicity", label=_("民族"), looks=".{1,6}族"),
    Field(key="birth_date", label=_("出生日期"), names=("出生年月", "出生年月日", "生日", "birth")),
    Field(key="party", label=_("政治面貌"), names=("党派", "所属党派")),
    Field(key="education", label=_("学历"), names=("文化程度",)),
    Field(key="occupation", label=_("职业构成"), names=("代表构成", "界别", "职业")),
    Field(key="employer", label=_("工作单位及职务"), names=("职务", "单位及职务", "工作单位", "单位职务", "position")),
    Field(key="phone", label=_("手机号码"), names=("手机", "电话", "联系电话", "手机号"), looks=r"1[3-9]\d{9}"),
    Field(key="id_number", label=_("居民身份证号码"), names=("身份证", "身份证号", "身份证号码"), looks=r"\d{17}[\dXx]"),
    Field(key="electoral_unit", label=_("选举单位"), names=("选区", "原选举单位")),
    Field(key="group", label=_("代表小组"), names=("小组",)),
    Field(key="starts_on", label=_("任职起"), names=("任职日期", "当选日期")),
    Field(key="note", label=_("备注"), names=("说明", "note")),
    Field(key="delegation_size", label=_("代表团应有人数"), names=("应有人数", "delegation_stated_size"),
          hint=_("只用来核对人数")),
)  # fmt: skip


class RosterOptions(forms.Form):
    """What holds for the whole file."""

    term = forms.ModelChoiceField(Term.objects.none(), label=_("哪一届的代表"), empty_label=None)
    starts_on = DayField(
        label=_("任职起"),
        required=False,
        help_text=_("表格里没有“任职起”时用这一天；不填就用本届开始的日期。"),
    )

    def __init__(self, *args: Any, actor: Actor, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["term"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Term.objects.within(actor.scope)
        field.initial = current_term(actor.congress, at.date())

    def kept(self) -> dict[str, str]:
        """As the batch keeps it."""
        return {
            "term": str(self.cleaned_data["term"].pk),
            "starts_on": written(self.cleaned_data["starts_on"]),
        }


def may_load(actor: Actor) -> Verdict:
    return policy.may(actor, "keep_roster")


def _rows(actor: Actor) -> Any:
    return (
        roster(actor.scope)
        .filter(state=SeatState.ACTIVE)
        .order_by("delegation__order", "person__pinyin", "pk")
    )


def export(actor: Actor, filters: dict[str, Any], at: datetime) -> Iterator[dict[str, str]]:
    """Deputies in office. Phone and identity numbers stay sealed: they are shown one by one, each time with a reason."""
    for seat in _rows(actor).iterator(chunk_size=500):
        person = seat.person
        yield {
            "name": person.name,
            "delegation": str(seat.delegation or ""),
            "card_number": seat.card_number,
            "gender": str(person.get_gender_display()),
            "ethnicity": person.ethnicity,
            "birth_date": written(person.birth_date),
            "party": person.party,
            "education": person.education,
            "occupation": person.occupation,
            "employer": person.employer,
            "electoral_unit": str(seat.electoral_unit or ""),
            "group": str(seat.group or ""),
            "starts_on": written(seat.starts_on),
        }


ROSTER = Kind(
    key="deputies",
    label=_("代表名册"),
    unit=_("名"),
    icon="users",
    about=_("一届代表的名册：姓名、代表团、证号和基本情况。同名的按不同的人登记，绝不合并。"),
    fields=FIELDS,
    may=may_load,
    checker=Deputies,
    may_export=may_load,
    export=export,
    count=lambda actor, filters: _rows(actor).count(),
    back="desk:deputies",
    options=RosterOptions,
    portion=1000,
    kept_why=_("代表资格的登记不能整批撤回：每一步都留在历史里。登错的请逐个更正。"),
)
