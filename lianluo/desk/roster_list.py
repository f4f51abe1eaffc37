"""The roster of deputies."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Delegation, Term
from lianluo.kernel.verdict import Verdict
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.people.models import Account, Person, Seat
from lianluo.people.roles import Gender, SeatState
from lianluo.people.selectors import in_roster, roster
from lianluo.ui.components.small import badge
from lianluo.ui.components.text import date_full
from lianluo.ui.lists import LISTS, Choices, Column, Flag, ListPage, Sort, View

TONES = {SeatState.ACTIVE: ("done", 100), SeatState.SUSPENDED: ("warn", 50), SeatState.ENDED: ("off", 0)}


def state_badge(seat: Seat) -> str:
    """The state of a seat in words and tone."""
    tone, progress = TONES[SeatState(seat.state)]
    return badge(label=seat.get_state_display(), tone=tone, p=progress)


def _name(seat: Any) -> str:
    return format_html(
        '<a class="t" href="{}">{}</a><small>{}</small>',
        reverse("desk:deputy", args=[seat.pk]),
        seat.person.name,
        seat.note,
    )


def _note(actor: Actor, person: Person) -> str:
    """Ethnicity and party are sensitive (个人信息保护法 art. 28): for those who work with them only."""
    facts: tuple[Any, ...] = (person.get_gender_display(),)
    if policy.sees_facts(actor):
        facts += (person.ethnicity, person.party)
    return " · ".join(str(part) for part in facts if part)


def _delegations(actor: Actor, at: datetime) -> Iterable[tuple[Any, Any]]:
    rows = Delegation.objects.within(actor.scope).filter(is_active=True).select_related("term")
    return ((one.pk, str(one)) for one in rows)


def _terms(actor: Actor, at: datetime) -> Iterable[tuple[Any, Any]]:
    return ((term.pk, str(term)) for term in Term.objects.within(actor.scope))


class Roster(ListPage):
    name, title, unit = "deputies", _("代表名册"), _("名")
    template = "desk/deputies.html"
    columns = (
        Column(
            "name",
            _("姓名"),
            cell=_name,
            text=lambda s: s.person.name,
            sort="person__pinyin",
            fixed=True,
            main=True,
        ),
        Column("card", _("代表证号"), cell=lambda s: s.card_number, sort="card_number", numeric=True),
        Column("delegation", _("代表团"), cell=lambda s: str(s.delegation or ""), sort="delegation__order"),
        Column("elected", _("选举单位"), cell=lambda s: str(s.electoral_unit or ""), width=24),
        Column("group", _("代表小组"), cell=lambda s: str(s.group or ""), shown=False),
        Column("employer", _("工作单位及职务"), cell=lambda s: s.person.employer, width=36, shown=False),
        Column("gender", _("性别"), cell=lambda s: s.person.get_gender_display(), shown=False),
        Column("since", _("任职起"), cell=lambda s: date_full(s.starts_on), sort="starts_on"),
        Column("account", _("账号"), cell=lambda s: now_("已开通") if s.has_account else now_("未开通")),
        Column("state", _("资格状态"), cell=state_badge, text=lambda s: s.get_state_display()),
    )
    filters = (
        Choices("delegation", _("代表团"), _delegations, lookup="delegation"),
        Choices("state", _("资格状态"), SeatState.choices, lookup="state"),
        Choices("term", _("届次"), _terms, lookup="term"),
        Choices("gender", _("性别"), Gender.choices, lookup="person__gender"),
        Flag("standing", _("常委会组成人员"), Q(is_standing_member=True)),
        Flag(
            "account",
            _("已开通账号"),
            Q(person__in=Account.objects.filter(person__isnull=False).values("person")),
        ),
    )
    sorts = (
        Sort("group", _("按代表团"), ("delegation__order", "person__pinyin", "pk")),
        Sort("name", _("按姓名拼音"), ("person__pinyin", "pk")),
        Sort("card", _("按代表证号"), ("card_number", "pk")),
        Sort("new", _("最近任职"), ("-starts_on", "pk")),
    )
    views = (
        View("active", _("在任"), "state=active"),
        View("suspended", _("暂停执行职务"), "state=suspended"),
        View("ended", _("资格终止"), "state=ended"),
        View("all", _("全部"), "state="),
    )
    find_hint = _("姓名、拼音首字母、证号")
    empty_title = _("没有符合条件的代表")
    empty_text = _("换一个条件；新当选的代表由代表工作机构登记。")

    def rows(self, actor: Actor, at: datetime) -> QuerySet[Any]:
        return roster(actor.scope)

    def find(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        return in_roster(rows, words)

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        persons = [seat.person_id for seat in rows]
        known = set(Account.objects.filter(person__in=persons).values_list("person", flat=True))
        for seat in rows:
            seat.has_account = seat.person_id in known
            seat.note = _note(actor, seat.person)

    def may_see(self, actor: Actor) -> Verdict:
        return policy.may_see_roster(actor)

    def context(self, actor: Actor, at: datetime) -> dict[str, Any]:
        return {"may_add": policy.may(actor, "keep_roster")}

    def subtitle(self, actor: Actor, at: datetime) -> str:
        return now_("{congress}的代表。联系方式和身份证号加密保存，查看要写明用途并留下记录。").format(
            congress=actor.congress.name
        )


LISTS.add("deputies", Roster)
