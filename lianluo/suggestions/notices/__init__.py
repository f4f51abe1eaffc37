"""What this room tells people: one row an event, with whom it is for and the sentence they read."""

from collections.abc import Iterable
from dataclasses import dataclass

from lianluo.kernel.text import _
from lianluo.notices.events import DEPUTY, declare
from lianluo.notices.recipients import Recipients
from lianluo.notices.sight import SIGHTS
from lianluo.people.actor import Actor
from lianluo.people.roles import RoleKind
from lianluo.suggestions.notices.judging import JUDGING
from lianluo.suggestions.notices.whom import (
    LIAISON,
    REVIEWERS,
    UNIT,
    Announcement,
    committee,
    deciders,
    enterer,
    everybody,
    invited,
    lead,
    leaders,
    liaison,
    liaison_and_units,
    reviewers,
    signers,
    unasked,
    units,
    unrated,
)
from lianluo.suggestions.selectors.visible import visible

GROUP = _("代表建议")

PROMISE_MONTH = "suggestion.promise_month"
"""Once a year, for a unit with everything that it promised, not for one case."""

FORMER = "suggestion.passed_to_other"
"""For the unit that lost its part and with it the sight of the suggestion."""
INHERITED = "suggestion.inherited"
"""For the unit that takes over what a closed one had."""

ANNOUNCEMENTS = JUDGING | {
    "submitted": Announcement(
        _("收到新建议"), reviewers, _("收到{who}代表的建议，请审核"), (*REVIEWERS, "delegation_staff")
    ),
    "passed_on": Announcement(_("代表团初审通过"), reviewers, _("代表团已初审通过，请审核"), REVIEWERS),
    "sent_back": Announcement(_("建议退回修改"), signers, _("您的建议退回修改，请看修改意见"), (DEPUTY,)),
    "accepted": Announcement(_("建议已立案"), signers, _("您的建议已立案，编号{number}"), (DEPUTY,)),
    "referred": Announcement(_("转为参阅件"), signers, _("您的建议转为参阅件"), (DEPUTY,)),
    "lettered": Announcement(_("作代表来信处理"), signers, _("您的建议经沟通作来信处理"), (DEPUTY,)),
    "letter_passed": Announcement(_("转来代表来信"), units, _("转来{who}代表的来信，请研究"), UNIT),
    "letter_answered": Announcement(_("来信有了办理结果"), signers, _("您的来信有了办理结果"), (DEPUTY,)),
    "merged": Announcement(
        _("并案办理"), everybody, _("{number}建议并案办理，答复仍分别送达"), (DEPUTY, *UNIT)
    ),
    "unmerged": Announcement(_("移出并案"), everybody, _("{number}建议移出并案，单独办理"), (DEPUTY, *UNIT)),
    "division_asked": Announcement(
        _("请确认分件"), lead, _("您的建议说了两件事，拟分成两件，请您确认"), (DEPUTY,), urgent=True
    ),
    "divided": Announcement(_("建议分成两件"), signers, _("您联名的建议拟分成两件"), (DEPUTY,)),
    "division_agreed": Announcement(_("同意分件"), reviewers, _("{who}代表同意分件，请接着办理"), REVIEWERS),
    "division_recorded": Announcement(
        _("登记同意分件"), signers, _("联工委登记了领衔代表同意分件"), (DEPUTY,)
    ),
    "division_refused": Announcement(
        _("不同意分件"), reviewers, _("{who}代表不同意分件，已恢复为一件"), REVIEWERS
    ),
    "reunited": Announcement(_("撤销分件"), signers, _("您的建议不再分件，已恢复为一件"), (DEPUTY,)),
    "withdrawal_asked": Announcement(
        _("征求联名代表同意撤回"), unasked, _("{who}代表想撤回建议，请您表示意见"), (DEPUTY,), urgent=True
    ),
    "withdrawal_agreed": Announcement(_("联名代表同意撤回"), lead, _("联名代表同意撤回"), (DEPUTY,)),
    "withdrawal_refused": Announcement(
        _("联名代表不同意撤回"), signers, _("联名代表不同意撤回，建议继续"), (DEPUTY,)
    ),
    "lead_changed": Announcement(
        _("更换领衔代表"),
        lambda c: everybody(c) | liaison(c),
        _("建议改由{who}代表领衔"),
        (DEPUTY, *LIAISON, *UNIT),
    ),
    "kept": Announcement(_("不再撤回"), signers, _("{who}代表不再撤回建议"), (DEPUTY,)),
    "not_accepted": Announcement(_("不作建议处理"), signers, _("您的建议经沟通不作建议处理"), (DEPUTY,)),
    "assigned": Announcement(_("建议已交办"), everybody, _("{number}建议已交办"), (DEPUTY, *UNIT)),
    "urged": Announcement(_("催办"), units, _("请抓紧办理{number}建议"), UNIT, urgent=True),
    "answered": Announcement(_("答复送达"), signers, _("{number}建议的答复已送达，请您评价"), (DEPUTY,)),
    "reminded": Announcement(_("提醒评价"), unrated, _("请评价{number}建议的答复"), (DEPUTY,)),
    "unit_recounted": Announcement(_("期限重新计算"), units, _("{number}建议的期限重新计算"), UNIT),
    "rating_recounted": Announcement(
        _("评价期限重新计算"), unrated, _("{number}建议的评价期限重新计算"), (DEPUTY,)
    ),
    "invited": Announcement(_("邀请联名"), invited, _("{who}代表邀请您联名"), (DEPUTY,)),
    "cosigned": Announcement(_("确认联名"), lead, _("代表已确认联名"), (DEPUTY,)),
    "declined": Announcement(_("不参加联名"), lead, _("代表没有参加联名"), (DEPUTY,)),
    "uncosigned": Announcement(_("退出联名"), lead, _("代表退出联名"), (DEPUTY,)),
    "join_asked": Announcement(_("申请联名"), lead, _("有代表申请加入您的建议"), (DEPUTY,)),
    "admitted": Announcement(_("同意加入联名"), signers, _("您已加入{who}代表的建议"), (DEPUTY,)),
    "turned_down": Announcement(_("不同意加入联名"), signers, _("领衔代表没有同意您加入联名"), (DEPUTY,)),
    "entered": Announcement(_("代录待确认"), lead, _("收到您的纸质建议，已代为录入，请确认"), (DEPUTY,)),
    "disowned": Announcement(
        _("代表不认可代录"), enterer, _("代表说代录的建议不是本人提的"), (*REVIEWERS, "delegation_staff")
    ),
    "dispatched": Announcement(_("分办"), units, _("{number}建议已分办，请签收"), UNIT),
    "objected": Announcement(
        _("承办单位提出异议"), deciders, _("承办单位对{number}建议提出异议"), (*LIAISON, "dispatcher")
    ),
    "objection_decided": Announcement(_("异议裁定"), units, _("{number}建议的异议已裁定"), UNIT),
    "reassigned": Announcement(
        _("调整承办单位"), everybody, _("{number}建议调整了承办单位"), (DEPUTY, *UNIT)
    ),
    "units_questioned": Announcement(
        _("代表对承办单位提意见"), liaison, _("代表对{number}建议的承办单位提出意见"), LIAISON
    ),
    "question_answered": Announcement(
        _("答复对承办单位的意见"), signers, _("您对{number}建议承办单位的意见有了答复"), (DEPUTY,)
    ),
    "to_supervise": Announcement(_("请督办"), committee, _("{number}建议请贵委督办"), ("committee",)),
    "instructed": Announcement(
        _("督办意见"), liaison_and_units, _("{number}建议有督办意见"), (*LIAISON, *UNIT), urgent=True
    ),
    "not_signed": Announcement(
        _("逾期未签收"), units, _("{number}建议逾期没有签收，请签收"), UNIT, urgent=True
    ),
    "taken_as_signed": Announcement(
        _("逾期视为签收"), units, _("{number}建议逾期没有签收，按规则视为已签收"), UNIT, urgent=True
    ),
    "express": Announcement(
        _("直通车建议"), leaders, _("{who}代表的{number}建议列入直通车，请阅"), ("leader",), urgent=True
    ),
    "longer_asked": Announcement(
        _("申请延期"), deciders, _("{number}建议申请延期答复"), (*LIAISON, "dispatcher")
    ),
    "longer_consent": Announcement(
        _("请代表同意延期"), lead, _("{number}建议的承办单位申请延期，请您答复"), (DEPUTY,)
    ),
    "longer_told": Announcement(
        _("告知代表申请延期"), signers, _("{number}建议的承办单位申请延期答复"), (DEPUTY,)
    ),
    "longer_taken": Announcement(
        _("延期生效"),
        lambda c: everybody(c) | deciders(c),
        _("{number}建议延期答复"),
        (DEPUTY, *UNIT, *LIAISON, "dispatcher"),
    ),
    "longer_decided": Announcement(
        _("延期审定"), everybody, _("{number}建议的延期申请已有结果"), (DEPUTY, *UNIT)
    ),
    "made_public": Announcement(_("已公开"), signers, _("您的{number}建议已按规定公开"), (DEPUTY,)),
    "kept_back": Announcement(_("不公开"), signers, _("您的{number}建议有内容不公开"), (DEPUTY,)),
    "taken_back": Announcement(
        _("撤下公开内容"), everybody, _("{number}建议公开的内容已撤下"), (DEPUTY, *UNIT)
    ),
    "contacted": Announcement(_("沟通记录"), signers, _("{number}建议登记了与您的沟通，请确认"), (DEPUTY,)),
    "contact_disputed": Announcement(
        _("代表更正沟通记录"),
        liaison_and_units,
        _("代表说{number}建议的沟通记录与实际不符"),
        (*LIAISON, *UNIT),
    ),
    "progressed": Announcement(_("办理进展"), signers, _("{number}建议有新的办理进展"), (DEPUTY,)),
    "handed_over": Announcement(_("移交承办人"), units, _("{number}建议移交给您承办"), UNIT),
    "opinion_returned": Announcement(_("会办意见退回补正"), units, _("{number}建议的会办意见请补正"), UNIT),
    "promise_reported": Announcement(
        _("承诺落实进展"), signers, _("{number}建议的承诺有新的落实进展，请您评价"), (DEPUTY,)
    ),
    "promise_changed": Announcement(
        _("承诺调整"), lambda c: liaison(c) | signers(c), _("{number}建议的承诺作了调整"), (DEPUTY, *LIAISON)
    ),
    "promise_rated": Announcement(
        _("承诺落实评价"),
        liaison_and_units,
        _("代表评价了{number}建议的承诺落实情况"),
        (*LIAISON, *UNIT),
    ),
    "withdrawn": Announcement(
        _("代表撤回建议"), liaison_and_units, _("{who}代表撤回了建议"), (*LIAISON, *UNIT)
    ),
}


@dataclass(frozen=True, slots=True)
class OfficeNotice:
    """A notice about no single suggestion: it leads to `page`. `{n}` in the sentence is a count."""

    label: str
    to: Recipients
    sentence: str
    roles: tuple[str, ...]
    page: str


OFFICE = {
    "recount_ready": OfficeNotice(
        _("期限重算待核准"),
        Recipients.roles(RoleKind.LIAISON_LEAD),
        _("有 {n} 个期限重新计算后会变，请核准"),
        (RoleKind.LIAISON_LEAD,),
        "suggestions:recounts",
    ),
}

TOGETHER = {
    "plan_sent": (_("交办方案送会商"), ("dispatcher", "leader", "committee")),
    "plan_answered": (_("会商交办方案的意见"), REVIEWERS),
    "assigned_together": (_("交办会交办"), (DEPUTY, *UNIT)),
    "to_supervise_together": (_("交办会请督办"), ("committee",)),
    "due_soon": (_("期限提醒"), (*UNIT, *REVIEWERS, "dispatcher", "delegation_staff")),
    "overdue": (_("逾期提醒"), (*UNIT, *REVIEWERS, "dispatcher", "delegation_staff")),
    "rate_soon": (_("评价期限提醒"), (DEPUTY,)),
    "leaders_digest": (_("办理情况汇总"), (RoleKind.LEADER, RoleKind.LIAISON_LEAD)),
}
"""One notice for many suggestions: what an assignment meeting tells a unit, a committee or a deputy, what the mornings
warn of, and what leaders read of all."""


def register() -> None:
    """Declare the table, and say who may see a case that a notice speaks of."""
    for key, row in OFFICE.items():
        declare(f"suggestion.{key}", row.label, group=GROUP, roles=row.roles)
    for key, told in ANNOUNCEMENTS.items():
        declare(f"suggestion.{key}", told.label, group=GROUP, roles=told.roles, urgent=told.urgent)
    declare(PROMISE_MONTH, _("承诺进展通报月"), group=GROUP, roles=UNIT)
    declare(FORMER, _("改由其他单位承办"), group=GROUP, roles=UNIT)
    declare(INHERITED, _("承接撤并单位的建议"), group=GROUP, roles=UNIT)
    for key, (label, roles) in TOGETHER.items():
        declare(f"suggestion.{key}", label, group=GROUP, roles=roles)
    SIGHTS.add("suggestion", _seen)


def _seen(actor: Actor, ids: frozenset[int]) -> Iterable[int]:
    found: Iterable[int] = visible(actor).filter(pk__in=ids).values_list("pk", flat=True)
    return found
