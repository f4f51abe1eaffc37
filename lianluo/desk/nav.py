"""The desk's entries in the rail, under 管理. Each helper of the desk adds its own row."""

from django.utils.translation import gettext_lazy as _

from lianluo.congress import policy
from lianluo.figures import policy as figure_policy
from lianluo.notices import policy as notice_policy
from lianluo.papers import policy as paper_policy
from lianluo.people import policy as people
from lianluo.people.actor import Actor
from lianluo.ui.nav import NAV, Group, NavEntry
from lianluo.ui.todo import todo_count


def _looks(actor: Actor) -> bool:
    return bool(policy.may_look(actor, actor.congress))


def _sees_accounts(actor: Actor) -> bool:
    return bool(people.may(actor, "see_accounts"))


def _sees_roster(actor: Actor) -> bool:
    return bool(people.may_see_roster(actor))


ENTRIES = [
    NavEntry(
        key="deputies",
        label=_("代表名册"),
        icon="users",
        url_name="desk:deputies",
        group=Group.DUTY,
        order=30,
        shown=_sees_roster,
    ),
    NavEntry(
        key="accounts",
        label=_("账号与角色"),
        icon="userplus",
        url_name="desk:accounts",
        group=Group.ADMIN,
        order=5,
        shown=_sees_accounts,
    ),
    NavEntry(
        key="home",
        label=_("我的待办"),
        icon="list",
        url_name="desk:home",
        group=Group.HOME,
        order=0,
        count=todo_count,
    ),
    NavEntry(
        key="tree",
        label=_("本级与下级人大"),
        icon="tree",
        url_name="desk:tree",
        group=Group.ADMIN,
        order=10,
        shown=_looks,
    ),
    NavEntry(
        key="units",
        label=_("机构与单位"),
        icon="building",
        url_name="desk:units",
        group=Group.ADMIN,
        order=20,
        shown=_looks,
    ),
    NavEntry(
        key="terms",
        label=_("届次和会议"),
        icon="gavel",
        url_name="desk:terms",
        group=Group.ADMIN,
        order=30,
        shown=_looks,
    ),
    NavEntry(
        key="rules",
        label=_("办理规则"),
        icon="sliders",
        url_name="desk:rules",
        group=Group.ADMIN,
        order=40,
        shown=_looks,
    ),
    NavEntry(
        key="calendar",
        label=_("工作日历"),
        icon="cal",
        url_name="desk:calendar",
        group=Group.ADMIN,
        order=50,
        shown=_looks,
    ),
    NavEntry(
        key="figures",
        label=_("数据"),
        icon="chart",
        url_name="desk:figures",
        group=Group.RESULT,
        order=10,
        shown=lambda actor: bool(figure_policy.may_look(actor)),
    ),
    NavEntry(
        key="paper_templates",
        label=_("文书模板"),
        icon="doc",
        url_name="desk:paper_templates",
        group=Group.ADMIN,
        order=60,
        shown=lambda actor: bool(paper_policy.may_change(actor)),
    ),
    NavEntry(
        key="notice_matrix",
        label=_("通知设置"),
        icon="bell",
        url_name="desk:notice_matrix",
        group=Group.ADMIN,
        order=70,
        shown=lambda actor: bool(notice_policy.may_switch(actor)),
    ),
    NavEntry(
        key="deliveries",
        label=_("发送记录"),
        icon="send",
        url_name="desk:deliveries",
        group=Group.ADMIN,
        order=71,
        shown=lambda actor: bool(notice_policy.may_see_log(actor)),
    ),
    NavEntry(
        key="jobs",
        label=_("后台任务"),
        icon="clock",
        url_name="desk:jobs",
        group=Group.ADMIN,
        order=90,
        shown=lambda actor: bool(notice_policy.may_run_jobs(actor)),
    ),
    NavEntry(
        key="audit",
        label=_("审计"),
        icon="shield",
        url_name="desk:audit",
        group=Group.ADMIN,
        order=90,
        shown=lambda actor: bool(people.may(actor, "read_audit")),
    ),
]


def register() -> None:
    for entry in ENTRIES:
        NAV.add(entry.key, entry)
