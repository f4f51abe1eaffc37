"""The list of accounts."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Unit
from lianluo.kernel.verdict import Verdict
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.people.models import Account, Role, Seat
from lianluo.people.roles import RoleKind, SeatState
from lianluo.people.selectors import account_matches, accounts_seen_by
from lianluo.people.signin.lock import locked_accounts
from lianluo.people.standing import not_over
from lianluo.ui.components.small import badge
from lianluo.ui.components.text import moment
from lianluo.ui.lists import LISTS, Choices, Column, Flag, ListPage, Sort, View

MOST_SHOWN = 3


def _name(account: Account) -> str:
    return format_html(
        '<a class="t" href="{}">{}</a><small>{}</small>',
        reverse("desk:account", args=[account.pk]),
        account.display_name,
        account.username,
    )


def _roles(account: Any) -> str:
    held: list[str] = account.held
    if not held:
        return format_html('<span class="muted">{}</span>', now_("没有角色"))
    more = now_("还有 {n} 项").format(n=len(held) - MOST_SHOWN) if len(held) > MOST_SHOWN else ""
    lines = format_html_join("", "<div>{}</div>", ((line,) for line in held[:MOST_SHOWN]))
    return format_html("{}<small>{}</small>", lines, more) if more else lines


def state_of(account: Account, locked: bool) -> tuple[str, str, int]:
    """Words, tone and progress of an account's state."""
    if not account.is_active:
        return now_("已停用"), "off", 0
    if locked:
        return now_("暂停登录"), "warn", 50
    if account.must_change_password:
        return now_("待改密码"), "wait", 50
    return now_("正常"), "done", 100


def _state(account: Any) -> str:
    label, tone, progress = state_of(account, account.locked)
    return badge(label=label, tone=tone, p=progress)


def _units(actor: Actor, at: datetime) -> Iterable[tuple[Any, Any]]:
    return ((unit.pk, str(unit)) for unit in Unit.objects.within(actor.scope).filter(valid_to=None))


def _roles_where(**found: Any) -> Q:
    roles = Role.objects.everywhere("narrowed by the accounts that the actor sees").filter(
        not_over(timezone.localdate()), **found
    )
    return Q(pk__in=roles.values("account"))


class Accounts(ListPage):
    name, title, unit = "accounts", _("账号与角色"), _("个")
    template = "desk/accounts.html"
    columns = (
        Column("name", _("姓名"), cell=_name, sort="username", fixed=True, main=True, width=20),
        Column("username", _("用户名"), cell=lambda a: a.username, shown=False),
        Column("roles", _("角色"), cell=_roles, text=lambda a: "；".join(a.held), width=40),
        Column("state", _("状态"), cell=_state),
        Column("factor", _("两步验证"), cell=lambda a: now_("已设") if a.factor else now_("未设")),
        Column(
            "seen",
            _("上次登录"),
            cell=lambda a: moment(a.last_login) if a.last_login else "",
            sort="last_login",
        ),
        Column("home", _("开通单位"), cell=lambda a: a.home.short_name if a.home else "", shown=False),
    )
    filters = (
        Choices("role", _("角色"), RoleKind.choices, q=lambda values: _roles_where(kind__in=values)),
        Choices("unit", _("单位"), _units, q=lambda values: _roles_where(unit__in=values)),
        Flag("active", _("可登录"), Q(is_active=True)),
        Flag("changing", _("待改密码"), Q(must_change_password=True)),
        Flag("own", _("本级"), Q(is_own=True)),
    )
    sorts = (
        Sort("name", _("按用户名"), ("username", "pk")),
        Sort("new", _("最近开通"), ("-created_at", "-pk")),
        Sort("seen", _("最近登录"), ("-last_login", "pk")),
    )
    views = (
        View("own", _("本级"), "own=yes&active=yes"),
        View("off", _("已停用"), "active=no"),
        View("all", _("含下级"), "own="),
    )
    find_hint = _("姓名、拼音、用户名、手机号")
    empty_title = _("没有符合条件的账号")
    empty_text = _("换一个条件，或者新开一个账号。")

    def rows(self, actor: Actor, at: datetime) -> QuerySet[Any]:
        roles = Role.objects.within(actor.scope).filter(account=OuterRef("pk"))
        seats = Seat.objects.within(actor.scope).filter(person=OuterRef("person"))
        own = Q(home=actor.congress) | Q(Exists(roles)) | Q(Exists(seats))
        rows: QuerySet[Any] = accounts_seen_by(actor).select_related("home")
        factors = Authenticator.objects.filter(user=OuterRef("pk"))
        shown: QuerySet[Any] = rows.annotate(
            is_own=ExpressionWrapper(own, output_field=BooleanField()), factor=Exists(factors)
        )
        return shown

    def find(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        return rows.filter(account_matches(words))

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        """Roles, seats and locks of one page: three queries."""
        ids = [account.pk for account in rows]
        locked = locked_accounts(ids, at=at)
        held = held_by(rows, at)
        for account in rows:
            account.locked = account.pk in locked
            account.held = held.get(account.pk, [])

    def may_see(self, actor: Actor) -> Verdict:
        return policy.may(actor, "see_accounts")

    def context(self, actor: Actor, at: datetime) -> dict[str, Any]:
        return {"may_open": policy.may(actor, "open_account")}

    def subtitle(self, actor: Actor, at: datetime) -> str:
        return now_("谁能登录、以什么身份办事。角色由安全管理员授予，本人下次点击就生效。")


def held_by(accounts: Sequence[Any], at: datetime) -> dict[int, list[str]]:
    """What each of these accounts holds now, in words; two queries."""
    day = timezone.localdate(at)
    why = "roles and seats of accounts that the actor sees"
    held: dict[int, list[str]] = {}
    roles = Role.objects.everywhere(why).filter(not_over(day), account__in=[a.pk for a in accounts])
    for role in roles.select_related("unit", "delegation", "congress"):
        place = role.unit or role.delegation or role.congress.short_name
        held.setdefault(role.account_id, []).append(f"{role.get_kind_display()} · {place}")
    persons = {a.person_id: a.pk for a in accounts if a.person_id}
    seats = Seat.objects.everywhere(why).filter(not_over(day), ~Q(state=SeatState.ENDED), person__in=persons)
    for seat in seats.select_related("congress"):
        held.setdefault(persons[seat.person_id], []).insert(0, f"{now_('代表')} · {seat.congress.short_name}")
    return held


LISTS.add("accounts", Accounts)
