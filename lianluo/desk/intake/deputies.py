"""A roster as a table. People are never merged: equal names are said, equal rows refused, equal numbers recognised."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Term
from lianluo.congress.refusals import Refusal
from lianluo.desk.intake.groups import Groups
from lianluo.desk.intake.people import facts_of, shifted, wrong_facts
from lianluo.exchange.kinds import ASK, BAD, NOTE, Candidate, Checker, Finding, Record, Setting
from lianluo.exchange.matching.deputies import described
from lianluo.exchange.values import Unclear, read_day
from lianluo.kernel.text import Sentence
from lianluo.people.models import Person, Seat
from lianluo.people.refusal import Unfit
from lianluo.people.sealed import blinds
from lianluo.people.services import NewDeputy, SeatFacts, begin_seats

GROUPS = ("delegation", "group", "electoral_unit")
SAME, ANOTHER, TWICE = "same", "another", "twice"


class Deputies(Checker):
    """New seats of one term."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        actor = setting.actor
        self.term: Term = Term.objects.within(actor.scope).get(pk=setting.options["term"])
        self.today = setting.at.date()
        self.starts = (
            read_day(setting.options["starts_on"])
            if setting.options.get("starts_on")
            else self.term.starts_on
        )
        self.groups = {name: Groups(name, self.term, actor, setting.choices) for name in GROUPS}
        self.roster: dict[str, list[int]] = defaultdict(list)
        self.cards: set[str] = set()
        rows = Seat.objects.within(actor.scope).filter(term=self.term).exclude(state="ended")
        for pk, name, card in rows.values_list("pk", "person__name", "card_number"):
            if pk not in setting.made:
                self.roster[name].append(pk)
                self.cards |= {card} - {""}
        self.names: dict[str, list[int]] = defaultdict(list)
        self.equal: dict[str, int] = {}
        self.card_rows: dict[str, int] = {}
        self.persons: dict[str, Person] = {}
        self.id_rows: dict[str, int] = {}
        self.sizes: dict[str, set[str]] = defaultdict(set)
        self.counted: Counter[str] = Counter()

    def prepare(self, records: Sequence[Record]) -> None:
        """Who of these is known by identity number already."""
        digests = {d: n for record in records if (n := record.get("id_number").upper()) for d in blinds(n)}
        rows = Person.objects.filter(id_digest__in=list(digests)) if digests else []
        self.persons = {digests[bytes(person.id_digest)]: person for person in rows}

    def judge(self, record: Record) -> list[Finding]:
        found = [*shifted(record), *wrong_facts(record, self.today), *self._seat(record)]
        if not record.get("name"):
            return [*found, _said(BAD, "name", _("没有姓名。"))]
        slipped = {one.field for one in found if one.grade == BAD}
        for name, groups in self.groups.items():
            found += [] if name in slipped else groups.judge(record.get(name))
        found += self._who(record)
        self._count(record)
        return found

    def passed(self, record: Record) -> None:
        number = record.get("id_number").upper()
        self.names[record.get("name")].append(record.number)
        for known, key in (
            (self.equal, record.digest),
            (self.card_rows, record.get("card_number")),
            (self.id_rows, number),
        ):
            if key:
                known.setdefault(key, record.number)
        self._count(record)

    def _seat(self, record: Record) -> Iterator[Finding]:
        card = record.get("card_number")
        if card in self.cards or len(card) > 20:
            yield _said(BAD, "card_number", _("代表证号 {card} 已经用过，或超过 20 字。"), card=card)
        if card and card in self.card_rows:
            yield _said(
                BAD, "card_number", _("第 {row} 行已有代表证号 {card}。"), row=self.card_rows[card], card=card
            )
        if card:
            self.card_rows.setdefault(card, record.number)
        if text := record.get("starts_on"):
            try:
                read_day(text)
            except Unclear as wrong:
                yield _said(BAD, "starts_on", wrong)
        if len(record.get("note")) > 300:
            yield _said(BAD, "note", _("备注最多 300 字。"))

    def _who(self, record: Record) -> Iterator[Finding]:
        """Equal rows, equal numbers, equal names: each is said, none is merged."""
        name, number = record.get("name"), record.get("id_number").upper()
        if (row := self.equal.get(record.digest)) and not self._equal(record):
            yield self._ask_equal(record, row)
        self.equal.setdefault(record.digest, record.number)
        if number and number in self.id_rows:
            yield _said(BAD, "id_number", _("第 {row} 行已有这个身份证号。"), row=self.id_rows[number])
        if number:
            self.id_rows.setdefault(number, record.number)
        if (person := self.persons.get(number)) and person.name != name:
            yield _said(
                BAD,
                "id_number",
                _("这个身份证号已登记为{other}，与“{name}”不是同一个名字。"),
                other=person.name,
                name=name,
            )
        if rows := self.names[name]:
            yield _said(
                NOTE, "name", _("前面第 {row} 行也有“{name}”，按两个人分别登记。"), row=rows[0], name=name
            )
        rows.append(record.number)
        if name in self.roster and not self._answer(record):
            yield self._ask(record)

    def _written(self, record: Record) -> str:
        parts = (record.get(key) for key in ("name", "delegation", "card_number", "birth_date"))
        return "|".join(part for part in parts if part)[:200]

    def _answer(self, record: Record) -> str:
        return self.setting.choices.get((f"person:{self.term.pk}", self._written(record)), "")

    def _equal(self, record: Record) -> str:
        """What was said of a row that is equal to an earlier one."""
        return self.setting.choices.get((f"equal:{self.term.pk}", record.digest), "")

    def _ask_equal(self, record: Record, row: int) -> Finding:
        said = Sentence(str(_("与第 {row} 行完全相同。")), row=row)
        return Finding(
            grade=ASK, field="name", sentence=str(said), thing=f"equal:{self.term.pk}", written=record.digest,
            candidates=(Candidate(ANOTHER, str(_("是同名的另一个人，照常登记"))),
                        Candidate(TWICE, str(_("是重复录入的一行，不登记")))),
        )  # fmt: skip

    def _ask(self, record: Record) -> Finding:
        seats = Seat.objects.within(self.setting.actor.scope).select_related("person", "delegation", "term")
        there = seats.filter(pk__in=self.roster[record.get("name")][:5])
        same = [
            Candidate(
                f"{SAME}:{seat.pk}",
                str(Sentence(str(_("就是名册里的{name}，不再登记")), name=seat.person)),
                described(seat),
            )
            for seat in there
        ]
        another = Candidate(ANOTHER, str(_("同名的另一个人，照常登记")))
        said = Sentence(str(_("名册里已有 {n} 位{name}。")), n=len(same), name=record.get("name"))
        return Finding(
            grade=ASK, field="name", sentence=str(said), thing=f"person:{self.term.pk}",
            written=self._written(record), candidates=(*same, another),
        )  # fmt: skip

    def _count(self, record: Record) -> None:
        if size := record.get("delegation_size"):
            self.sizes[record.get("delegation")].add(size)
        self.counted[record.get("delegation")] += 1

    def candidates(self, thing: str, written: str) -> Sequence[Candidate]:
        groups = next((one for one in self.groups.values() if one.thing == thing), None)
        return groups.candidates(written) if groups else ()

    def load(self, records: Sequence[Record]) -> list[int | Finding | None]:
        """All in a few statements; when one cannot be, each for itself, so that the right ones come in."""
        settled = {n: target for n, one in enumerate(records) if (target := self._settled(one)) is not None}
        made = iter(self._made([record for n, record in enumerate(records) if n not in settled]))
        return [settled[n] if n in settled else next(made) for n in range(len(records))]

    def _settled(self, record: Record) -> int | Finding | None:
        """Somebody on the roster already, or a row that was said to be entered twice."""
        kind, _colon, pk = self._answer(record).partition(":")
        if kind == SAME:
            return int(pk)
        if self._equal(record) == TWICE and self.equal.get(record.digest) != record.number:
            return _said(BAD, "name", _("按您的选择，这一行是重复的，没有登记。"))
        return None

    def _made(self, records: Sequence[Record]) -> list[int | Finding | None]:
        try:
            return self._begin(records)
        except (Unfit, Refusal) as refusal:
            if len(records) == 1:
                return [_said(BAD, getattr(refusal, "field", "") or "name", refusal)]
        return [target for record in records for target in self._made([record])]

    def _begin(self, records: Sequence[Record]) -> list[int | Finding | None]:
        at, actor = self.setting.at, self.setting.actor
        wanted = [self._new(record) for record in records]
        return [seat.pk for seat in begin_seats(wanted, actor=actor, at=at)] if wanted else []

    def _new(self, record: Record) -> NewDeputy:
        own: dict[str, Any] = {
            name: groups.made(groups.find(record.get(name)), self.setting.at)
            for name, groups in self.groups.items()
        }
        starts = record.get("starts_on")
        seat = SeatFacts(
            term=self.term,
            starts_on=read_day(starts) if starts else self.starts,
            card_number=record.get("card_number"),
            note=record.get("note"),
            **own,
        )
        return NewDeputy(facts_of(record), seat, self.persons.get(record.get("id_number").upper()))

    def end(self) -> list[str]:
        """What the file says of itself and does not keep."""
        return [*self._stated(), *self._repeated()]

    def _stated(self) -> Iterator[str]:
        for delegation, sizes in self.sizes.items():
            for size in sizes - {str(self.counted[delegation])}:
                yield str(
                    Sentence(
                        str(_("{delegation}：文件里写应有 {size} 人，实际有 {n} 行。")),
                        delegation=delegation, size=size, n=self.counted[delegation],
                    )
                )  # fmt: skip

    def _repeated(self) -> Iterator[str]:
        repeated = [name for name, rows in self.names.items() if len(rows) > 1]
        if repeated:
            shown = "、".join(repeated[:8])
            yield str(
                Sentence(
                    str(_("有 {n} 个名字重复（{names}……），都按不同的人登记。")), n=len(repeated), names=shown
                )
            )


def _said(grade: str, field: str, sentence: object, **facts: Any) -> Finding:
    return Finding(
        grade=grade, field=field, sentence=str(Sentence(str(sentence), **facts) if facts else sentence)
    )
