"""The demo congresses: the province, one prefecture, one county and one township, with terms, sessions and units."""

from dataclasses import dataclass, field
from datetime import timedelta

from lianluo.congress.levels import DelegationKind, SessionState, UnitKind
from lianluo.congress.models import Congress, Delegation, ElectoralUnit, OfficeName, Session, Term, Unit
from lianluo.congress.seeding import seed_divisions
from lianluo.congress.spelling import spell_unit
from lianluo.site.demo import units as names
from lianluo.site.demo.days import TERM, Days

ALLOTMENT = {
    "长沙": 69,
    "衡阳": 63,
    "株洲": 37,
    "湘潭": 29,
    "邵阳": 63,
    "岳阳": 49,
    "常德": 52,
    "张家界": 19,
    "益阳": 41,
    "郴州": 44,
    "永州": 51,
    "怀化": 45,
    "娄底": 38,
    "湘西": 28,
    "解放军": 28,
}
"""Seats by the decision of 2022-09-26; the 118 others were decided later and are spread over the cities here."""

PLACES = {"43": "province", "4306": "prefecture", "430623": "county", "430623102": "township"}
OFFICES = {
    "43": ("湖南省人民代表大会常务委员会选举任免联络工作委员会", "联工委"),
    "4306": ("岳阳市人民代表大会常务委员会代表工作委员会", "代表工委"),
    "430623": ("华容县人民代表大会常务委员会代表工作委员会", "代表工委"),
    "430623102": ("治河渡镇人民代表大会主席团", "主席团"),
}
LOWER_UNITS = (
    "人民政府办公室 教育局 卫生健康局 水利局 交通运输局 农业农村局 住房和城乡建设局 民政局 财政局 "
    "自然资源局 人民法院 人民检察院"
).split()


@dataclass
class DemoPlace:
    """A filled congress."""

    congress: Congress
    term: Term
    session: Session
    delegations: list[Delegation] = field(default_factory=list)
    units: dict[str, Unit] = field(default_factory=dict)

    def unit(self, name: str) -> Unit:
        """The unit that a text calls `name`; texts of lower congresses leave the place's name out."""
        return self.units.get(name) or self.units[f"{self.congress.region.name[:-1]}{name}"]


def fill_congresses(days: Days) -> dict[str, DemoPlace]:
    """The tree from the official codes, and the four places of the demo; by code."""
    seed_divisions()
    found = {}
    for code in PLACES:
        congress = (
            Congress.objects.everywhere("the demo fills its congresses").filter(region__code=code).first()
        )
        if congress is None:
            continue
        congress.active = True
        congress.save(update_fields=["active"])
        found[code] = _place(congress, days)
    _provincial(found["43"])
    _in_session(found["43"], days)
    return found


def _in_session(place: DemoPlace, days: Days) -> None:
    """The province meets today: both gates have work."""
    Session.objects.create(
        congress=place.congress,
        term=place.term,
        number=place.session.number + 1,
        opens_on=days.now_opens,
        closes_on=days.now_closes,
        state=SessionState.OPEN,
        opened_at=days.at(days.now_opens, 9),
        deadline_at=days.on(days.now_closes - timedelta(days=1), 12),
    )


def _place(congress: Congress, days: Days) -> DemoPlace:
    name, short = OFFICES[congress.region.code]
    OfficeName.objects.create(congress=congress, name=name, short=short, valid_from=days.term_starts)
    term = Term.objects.create(congress=congress, number=TERM, starts_on=days.term_starts, seats_total=774)
    number = days.session_opens.year - days.term_starts.year + 1
    session = Session.objects.create(
        congress=congress,
        term=term,
        number=number,
        opens_on=days.session_opens,
        closes_on=days.session_closes,
        state=SessionState.CLOSED,
        opened_at=days.at(days.session_opens, 9),
        closed_at=days.at(days.session_closes, 16),
        deadline_at=days.at(days.session_closes - timedelta(days=1), 12),
    )
    place = DemoPlace(congress, term, session)
    if congress.region.code != "43":
        _lower(place)
    return place


def _lower(place: DemoPlace) -> None:
    where = place.congress.region.name
    for order, name in enumerate(LOWER_UNITS):
        kind = (
            UnitKind.COURT
            if "法院" in name
            else UnitKind.PROCURATORATE
            if "检察" in name
            else UnitKind.GOVERNMENT
        )
        _add_unit(place, kind, f"{where}{name}", f"{where[:-1]}{name}", order)
    for order, name in enumerate(("第一代表团", "第二代表团", "第三代表团")):
        place.delegations.append(_delegation(place, name, DelegationKind.REGION, order))


def _provincial(place: DemoPlace) -> None:
    for order, (kind, name, short) in enumerate(names.provincial()):
        _add_unit(place, kind, name, short, order)
    _dispatching(place)
    for order, city in enumerate(ALLOTMENT):
        kind = DelegationKind.MILITARY if city == "解放军" else DelegationKind.REGION
        name = "解放军和武警部队代表团" if city == "解放军" else f"{city}代表团"
        place.delegations.append(_delegation(place, name, kind, order))
        unit = (
            "驻湘解放军和武警部队" if city == "解放军" else f"{city}自治州" if city == "湘西" else f"{city}市"
        )
        ElectoralUnit.objects.create(congress=place.congress, name=unit, order=order)


def _dispatching(place: DemoPlace) -> None:
    """Government units are reached through the government office, party bodies through the supervision office."""
    for short, kinds in (("省政府办公厅", ["government", "local"]), ("省委督查室", ["party"])):
        office = place.units[short]
        office.is_dispatcher = True
        office.save(update_fields=["is_dispatcher"])
        rows = Unit.objects.within(place.congress.scope).filter(kind__in=kinds)
        rows.exclude(pk=office.pk).update(dispatched_by=office)
    rows = Unit.objects.within(place.congress.scope).select_related("congress")
    place.units = {unit.short_name: unit for unit in rows}


def _add_unit(place: DemoPlace, kind: str, name: str, short: str, order: int) -> None:
    pinyin, initials = spell_unit(name, short)
    place.units[short] = Unit.objects.create(
        congress=place.congress,
        kind=kind,
        name=name,
        short_name=short,
        order=order,
        pinyin=pinyin,
        initials=initials,
    )


def _delegation(place: DemoPlace, name: str, kind: str, order: int) -> Delegation:
    return Delegation.objects.create(
        congress=place.congress, term=place.term, name=name, kind=kind, order=order
    )
