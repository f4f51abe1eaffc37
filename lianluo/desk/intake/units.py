"""Units as a table: names, short names, kinds, who stands above, through which office they are reached."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from lianluo.congress import policy
from lianluo.congress.find import in_force
from lianluo.congress.levels import UnitKind
from lianluo.congress.models import Unit
from lianluo.congress.refusals import Refusal
from lianluo.congress.spelling import core
from lianluo.congress.units import create_unit
from lianluo.exchange.kinds import ASK, BAD, NOTE, Checker, Field, Finding, Kind, Record, Setting
from lianluo.exchange.matching import UnitNames
from lianluo.exchange.values import Unclear, read_choice, read_day, read_flag, written
from lianluo.kernel.text import Sentence
from lianluo.kernel.verdict import Verdict
from lianluo.people.actor import Actor

FIELDS = (
    Field(key="name", label=_("全称"), names=("单位名称", "单位全称", "机构名称", "承办单位", "名称"), required=True),
    Field(key="short_name", label=_("简称"), names=("单位简称", "机构简称")),
    Field(key="kind", label=_("类别"), names=("单位类别", "单位类型", "机构类别", "性质"),
          looks="|".join(str(label) for label in UnitKind.labels)),
    Field(key="parent", label=_("上级单位"), names=("主管单位", "主管部门", "上级部门")),
    Field(key="is_dispatcher", label=_("是交办机构"), names=("交办机构", "是否交办机构")),
    Field(key="dispatched_by", label=_("经由交办机构"), names=("经由", "交办渠道", "经哪个机构交办")),
    Field(key="order", label=_("排序"), names=("顺序", "排序号")),
    Field(key="valid_from", label=_("设立日期"), names=("成立日期", "启用日期")),
    Field(key="note", label=_("设立、变动依据"), names=("依据", "备注")),
    Field(key="code", label=_("单位代码"), names=("代码", "编码", "统一社会信用代码", "单位编号")),
)  # fmt: skip

GUESSES = (
    ("人民法院", UnitKind.COURT),
    ("检察院", UnitKind.PROCURATORATE),
    ("监察委", UnitKind.SUPERVISION),
    ("人大", UnitKind.COMMITTEE),
    ("军区", UnitKind.MILITARY),
    ("人民政府", UnitKind.LOCAL),
    ("公司", UnitKind.ENTERPRISE),
    ("集团", UnitKind.ENTERPRISE),
    ("大学", UnitKind.ENTERPRISE),
    ("组织部", UnitKind.PARTY),
    ("宣传部", UnitKind.PARTY),
    ("统战部", UnitKind.PARTY),
    ("总工会", UnitKind.PARTY),
    ("妇女联合会", UnitKind.PARTY),
    ("共青团", UnitKind.PARTY),
)


def guessed_kind(name: str) -> UnitKind:
    """What a unit of this name usually is, where the table does not say it; a government office is a department."""
    if name.endswith(("办公厅", "办公室")) and "人大" not in name:
        return UnitKind.GOVERNMENT
    return next((kind for part, kind in GUESSES if part in name), UnitKind.GOVERNMENT)


class Units(Checker):
    """A row names the units above it; those may stand further down in the same file."""

    reads_ahead = True

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.known = UnitNames(setting.actor.congress)
        self.today = setting.at.date()
        self.seen: dict[str, int] = {}
        self.in_file: set[str] = set()
        self.guessed = 0

    def look(self, record: Record) -> None:
        self.in_file |= {record.get("name"), record.get("short_name")} - {""}

    def passed(self, record: Record) -> None:
        self.seen.setdefault(record.get("name"), record.number)

    def judge(self, record: Record) -> list[Finding]:
        found = [*self._names(record), *self._plain(record)]
        for field in ("parent", "dispatched_by"):
            if text := record.get(field):
                found += self._other(field, text)
        return found

    def _names(self, record: Record) -> Iterator[Finding]:
        name, short = record.get("name"), record.get("short_name")
        if not name:
            yield _bad("name", _("没有单位全称。"))
            return
        if len(name) > 80 or len(short) > 30:
            yield _bad(
                "name" if len(name) > 80 else "short_name", _("名称太长：全称最多 80 字，简称最多 30 字。")
            )
        elif not short and len(core(name)) > 30:
            yield _bad("short_name", _("全称超过 30 字时要有简称。"))
        if any(unit.valid_to is None and unit.name == name for unit in self.known.exact.get(name, [])):
            yield _bad("name", Sentence(str(_("本级已有“{name}”。")), name=name))
        if name in self.seen:
            yield _bad("name", Sentence(str(_("第 {row} 行已有“{name}”。")), row=self.seen[name], name=name))
        self.seen.setdefault(name, record.number)

    def _plain(self, record: Record) -> Iterator[Finding]:
        for field, read in READERS.items():
            if text := record.get(field):
                try:
                    read(text)
                except (Unclear, ValueError) as wrong:
                    yield _bad(field, wrong)
        self.guessed += not record.get("kind")
        if len(record.get("note")) > 200:
            yield _bad("note", _("依据最多 200 字。"))

    def _other(self, field: str, text: str) -> list[Finding]:
        """The unit above, or the office: one that exists, one of this file, or one to be chosen."""
        if text in self.in_file or self._chosen(text):
            return []
        found = self.known.find(text, self.today)
        if found.thing:
            return [Finding(grade=NOTE, field=field, sentence=found.said)] if found.said else []
        if found.candidates:
            return [Finding(grade=ASK, field=field, sentence=found.said, thing="unit", written=text,
                            candidates=found.candidates)]  # fmt: skip
        return [Finding(grade=BAD, field=field, sentence=found.said)]

    def _chosen(self, text: str) -> Unit | None:
        target = self.setting.choices.get(("unit", text), "")
        return self.known.units.get(int(target)) if target.isdigit() else None

    def load(self, records: Sequence[Record]) -> list[int | Finding | None]:
        return [self._make(record) for record in records]

    def _make(self, record: Record) -> int | Finding | None:
        above: dict[str, Unit | None] = {}
        for field in ("parent", "dispatched_by"):
            text = record.get(field)
            unit = (self._chosen(text) or self.known.find(text, self.today).thing) if text else None
            if text and unit is None:
                return None
            above[field] = unit
        try:
            with transaction.atomic():
                unit = self._create(record, above)
        except Refusal as refusal:
            return _bad("name", refusal.reason)
        self.known.know(unit)
        return unit.pk

    def _create(self, record: Record, above: dict[str, Unit | None]) -> Unit:
        name, kind, day = record.get("name"), record.get("kind"), record.get("valid_from")
        return create_unit(
            self.setting.actor.congress,
            name=name,
            short_name=record.get("short_name") or (name if len(name) <= 30 else core(name)),
            kind=read_choice(kind, KINDS_OF_UNITS) if kind else guessed_kind(name),
            order=int(record.get("order") or 100),
            is_dispatcher=read_flag(record.get("is_dispatcher")),
            valid_from=read_day(day) if day else None,
            note=record.get("note"),
            actor=self.setting.actor,
            at=self.setting.at,
            **above,
        )

    def end(self) -> list[str]:
        if not self.guessed:
            return []
        return [str(Sentence(str(_("有 {n} 行没有写类别，按名称推断，导入后可以改。")), n=self.guessed))]


def _whole(text: str) -> int:
    if text.isdigit() and int(text) <= 9999:
        return int(text)
    raise Unclear(Sentence(str(_("“{text}”不是 0 到 9999 的整数。")), text=text[:20]))


KINDS_OF_UNITS = {str(value): str(label) for value, label in UnitKind.choices}
READERS: dict[str, Any] = {
    "kind": lambda text: read_choice(text, KINDS_OF_UNITS),
    "is_dispatcher": read_flag,
    "valid_from": read_day,
    "order": _whole,
}


def _bad(field: str, sentence: object) -> Finding:
    return Finding(grade=BAD, field=field, sentence=str(sentence))


def may_load(actor: Actor) -> Verdict:
    return policy.may_edit_units(actor, actor.congress)


def may_export(actor: Actor) -> Verdict:
    return policy.may_look(actor, actor.congress)


def _rows(actor: Actor) -> Any:
    return Unit.objects.within(actor.scope).filter(valid_to=None)


def export(actor: Actor, filters: dict[str, Any], at: datetime) -> Iterator[dict[str, str]]:
    """Units in force, offices first, so that they are known when others name them."""
    rows = _rows(actor).filter(in_force(at.date())).select_related("parent", "dispatched_by")
    for unit in rows.order_by("order", "pk"):
        yield {
            "name": unit.name,
            "short_name": unit.short_name,
            "kind": str(unit.get_kind_display()),
            "parent": unit.parent.name if unit.parent else "",
            "is_dispatcher": "是" if unit.is_dispatcher else "",
            "dispatched_by": unit.dispatched_by.name if unit.dispatched_by else "",
            "order": str(unit.order),
            "valid_from": written(unit.valid_from),
            "note": unit.note,
        }


def gone(targets: Sequence[int], actor: Actor) -> str:
    """Units that nothing refers to are deleted; the field-level history keeps that they were there."""
    Unit.objects.within(actor.scope).filter(pk__in=targets).update(parent=None, dispatched_by=None)
    Unit.objects.within(actor.scope).filter(pk__in=targets).delete()
    return ""


UNITS = Kind(
    key="units",
    label=_("单位"),
    unit=_("个"),
    icon="building",
    about=_("承办单位、交办机构和专门委员会：全称、简称、类别、经由哪个机构交办。"),
    fields=FIELDS,
    may=may_load,
    checker=Units,
    may_export=may_export,
    export=export,
    count=lambda actor, filters: _rows(actor).count(),
    back="desk:units",
    portion=100,
    source="code",
    gone=gone,
)
