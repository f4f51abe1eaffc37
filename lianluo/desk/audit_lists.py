"""The auditor's three logs as lists: steps of cases, acts of accounts, reveals of masked fields."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.kernel.verdict import Verdict
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.people.models import AccountLog, Reveal
from lianluo.people.roles import FAILURES, AccountAct
from lianluo.people.selectors import log_in, reveals_in
from lianluo.trail.cases import CASES
from lianluo.trail.models import Event
from lianluo.trail.selectors import step
from lianluo.ui.components.text import moment
from lianluo.ui.lists import LISTS, Choices, Column, Days, Flag, ListPage, Sort
from lianluo.ui.parts import TabItem

TABS = (
    ("desk:audit", _("办理记录")),
    ("desk:audit_changes", _("资料变更")),
    ("desk:audit_accounts", _("登录与账号")),
    ("desk:audit_reveals", _("查看隐私信息")),
    ("desk:audit_proof", _("历史核对")),
)
REVEALED = {"phone": _("手机号码"), "id_number": _("居民身份证号码")}


def tabs(current: str) -> list[TabItem]:
    """The line of views over every page of the audit."""
    return [TabItem(label=str(label), url=reverse(name), current=name == current) for name, label in TABS]


class AuditList(ListPage):
    """What the logs have in common: for the auditor only, and never with anything to do in them."""

    template = "desk/audit_list.html"
    unit = _("条")
    tab = ""

    def may_see(self, actor: Actor) -> Verdict:
        return policy.may(actor, "read_audit")

    def context(self, actor: Actor, at: datetime) -> dict[str, Any]:
        return {"audit_tabs": tabs(self.tab)}


def _who(name: str, note: str) -> str:
    return format_html("<div>{}</div><small>{}</small>", name or now_("系统"), note)


def _case(event: Any) -> str:
    url = reverse("desk:audit_case", args=[event.case_type, event.case_id])
    kind = CASES.get(event.case_type)
    return format_html(
        '<a class="t" href="{}">{}</a><small>{}</small>',
        url,
        event.title,
        kind.label if kind else event.case_type,
    )


def _step(event: Any) -> str:
    said = step(event)
    words = format_html_join("", "<small>{}</small>", ((line,) for line in said.words))
    return format_html("<div>{}</div>{}", said.label, words)


def _state(event: Any) -> str:
    kind = CASES.get(event.case_type)
    return kind.state_label(event.target) if kind else str(event.target)


def _kinds(actor: Actor, at: datetime) -> Iterable[tuple[Any, Any]]:
    return ((kind.name, kind.label) for kind in CASES)


class AuditEvents(AuditList):
    name, title, tab = "audit", _("审计"), "desk:audit"
    columns = (
        Column("at", _("时间"), cell=lambda e: moment(e.at), text=lambda e: e.at, sort="at", fixed=True),
        Column(
            "who", _("经办人"), cell=lambda e: _who(e.actor_name, e.actor_role), text=lambda e: e.actor_name
        ),
        Column("role", _("身份"), cell=lambda e: e.actor_role, shown=False),
        Column("case", _("事项"), cell=_case, text=lambda e: e.title, main=True, fixed=True, width=50),
        Column("step", _("步骤"), cell=_step, width=40),
        Column("state", _("之后的状态"), cell=_state),
        Column("digest", _("摘要"), cell=lambda e: bytes(e.hash).hex(), shown=False, width=70),
    )
    filters = (
        Choices("kind", _("事项种类"), _kinds, lookup="case_type"),
        Days("on", _("日期"), lookup="at__date"),
    )
    sorts = (Sort("new", _("最新在前"), ("-at", "-pk")), Sort("old", _("最早在前"), ("at", "pk")))
    find_hint = _("经办人、身份、步骤或说明")
    empty_title = _("没有符合条件的记录")
    empty_text = _("换一个条件，或者放宽日期。")

    def rows(self, actor: Actor, at: datetime) -> QuerySet[Any]:
        return Event.objects.within(actor.scope)

    def find(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        found = Q(actor_name__contains=words) | Q(actor_role__contains=words) | Q(facts__icontains=words)
        for kind in CASES:
            moves = [name for name in kind.flow.moves if words in kind.move_label(name)]
            found |= Q(case_type=kind.name, move__in=moves)
        return rows.filter(found)

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        """The titles of the cases of one page."""
        titles = titles_of([(event.case_type, event.case_id) for event in rows], actor)
        for event in rows:
            event.title = titles.get((event.case_type, event.case_id), f"#{event.case_id}")

    def subtitle(self, actor: Actor, at: datetime) -> str:
        return now_("谁、何时、在哪件事上、做了什么。记录只增不改，每一步都接着上一步的摘要。")


def titles_of(cases: Iterable[tuple[str, int]], actor: Actor) -> dict[tuple[str, int], str]:
    """What cases of any kind are called, by kind and key, in one query however many kinds there are."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for name, key in cases:
        wanted[name].add(key)
    parts = [
        kind.model.objects.within(actor.scope)
        .filter(pk__in=keys)
        .order_by()
        .values_list(Value(name, TextField()), "pk", Cast(kind.title(), TextField()))
        for name, keys in wanted.items()
        if (kind := CASES.get(name))
    ]
    if not parts:
        return {}
    return {(name, key): title for name, key, title in parts[0].union(*parts[1:], all=True)}


class AuditAccounts(AuditList):
    name, title, tab = "audit_accounts", _("审计"), "desk:audit_accounts"
    columns = (
        Column("at", _("时间"), cell=lambda r: moment(r.at), text=lambda r: r.at, sort="at", fixed=True),
        Column("act", _("事项"), cell=lambda r: r.get_act_display(), sort="act", fixed=True),
        Column("account", _("账号"), cell=lambda r: str(r.account or ""), main=True, fixed=True),
        Column("by", _("经办人"), cell=lambda r: r.by_name or now_("本人")),
        Column("note", _("说明"), cell=lambda r: r.note, width=40),
        Column("ip", _("网络地址"), cell=lambda r: r.ip or ""),
        Column("agent", _("设备"), cell=lambda r: r.agent, shown=False, width=50),
    )
    filters = (
        Choices("act", _("事项"), AccountAct.choices, lookup="act"),
        Days("on", _("日期"), lookup="at__date"),
        Flag("failed", _("未成功"), Q(act__in=FAILURES)),
    )
    sorts = (Sort("new", _("最新在前"), ("-at", "-pk")), Sort("old", _("最早在前"), ("at", "pk")))
    find_hint = _("账号、经办人、说明或网络地址")
    empty_title = _("没有符合条件的记录")

    def rows(self, actor: Actor, at: datetime) -> QuerySet[AccountLog]:
        return log_in(actor.scope)

    def find(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        account = Q(account__display_name__contains=words) | Q(account__username__istartswith=words)
        return rows.filter(
            account | Q(by_name__contains=words) | Q(note__contains=words) | Q(ip__startswith=words)
        )

    def subtitle(self, actor: Actor, at: datetime) -> str:
        return now_("登录、退出、密码、两步验证和角色的每一次变动。")


class AuditReveals(AuditList):
    name, title, tab = "audit_reveals", _("审计"), "desk:audit_reveals"
    columns = (
        Column("at", _("时间"), cell=lambda r: moment(r.at), text=lambda r: r.at, sort="at", fixed=True),
        Column("account", _("查看人"), cell=lambda r: str(r.account), fixed=True),
        Column("person", _("被查看人"), cell=lambda r: str(r.person), main=True, fixed=True),
        Column("field", _("内容"), cell=lambda r: REVEALED.get(r.field, r.field), sort="field"),
        Column("reason", _("用途"), cell=lambda r: r.reason, width=50),
    )
    filters = (
        Choices("field", _("内容"), tuple(REVEALED.items()), lookup="field"),
        Days("on", _("日期"), lookup="at__date"),
    )
    sorts = (Sort("new", _("最新在前"), ("-at", "-pk")), Sort("old", _("最早在前"), ("at", "pk")))
    find_hint = _("查看人、被查看人或用途")
    empty_title = _("还没有人查看过隐私信息")
    empty_text = _("每次查看手机号码或证件号码，都会在这里留下查看人、用途和时间。")

    def rows(self, actor: Actor, at: datetime) -> QuerySet[Reveal]:
        return reveals_in(actor.scope)

    def find(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        names = Q(account__display_name__contains=words) | Q(person__name__contains=words)
        return rows.filter(names | Q(reason__contains=words))

    def subtitle(self, actor: Actor, at: datetime) -> str:
        return now_("手机号码和证件号码平时遮住；谁看过、看了谁的、为什么，都在这里。")


for _list in (AuditEvents, AuditAccounts, AuditReveals):
    LISTS.add(_list.name, _list)
