"""What happened to a suggestion, as sentences: the steps of the case, of its units, and of a unit's own replies."""

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import Any

from django.db.models import Q
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lianluo.people.actor import Actor
from lianluo.suggestions.flow import EXTENSION, HANDLING, REPLY, SUGGESTION
from lianluo.suggestions.models import Extension, Handling, Reply, Suggestion
from lianluo.suggestions.selectors.life import days_between
from lianluo.suggestions.states import Mode, Satisfaction
from lianluo.trail.models import Event
from lianluo.ui.components.text import date_full
from lianluo.ui.parts import TimelineRow

FLOWS = {flow.name: flow for flow in (SUGGESTION, HANDLING, REPLY, EXTENSION)}
UNTOLD = frozenset(
    {
        ("handling", "begin"),
        ("handling", "pass_through"),
        ("extension", "begin"),
        ("handling", "rework"),
        ("handling", "finish"),
        ("handling", "cancel"),
        ("reply", "begin"),
        ("reply", "sign"),
        ("suggestion", "begin"),
        ("suggestion", "rated"),
    }
)
"""Steps that only follow from another one that is told."""


def _assigned(facts: dict[str, Any]) -> str:
    said = [f"{Mode(row['mode']).label} {row['unit']}" for row in facts.get("units", [])]
    if facts.get("committee"):
        said.append(_("%s督办") % facts["committee"])
    return "；".join(said)


def _urged(facts: dict[str, Any]) -> str:
    units = "、".join(facts.get("units", []))
    return "　".join(part for part in (units, facts.get("note", "")) if part)


def _talked(facts: dict[str, Any]) -> str:
    talk = facts.get("talk") or {}
    spoke = "，".join(part for part in (talk.get("on"), talk.get("how"), talk.get("with_whom")) if part)
    spoke = _("沟通：%s") % spoke if spoke else ""
    return "　".join(part for part in (facts.get("reason", ""), spoke, talk.get("note", "")) if part)


def _delivered(facts: dict[str, Any]) -> str:
    return str(facts.get("number") or "")


def _answered(facts: dict[str, Any]) -> str:
    said = _("%s 类") % facts["class"] if facts.get("class") else ""
    return "　".join(part for part in (str(facts.get("number") or ""), said) if part)


def _concluded(facts: dict[str, Any]) -> str:
    silent = int(facts.get("silent") or 0)
    return ngettext("%d 名代表没有评价", "%d 名代表没有评价", silent) % silent if silent else ""


def _judged(facts: dict[str, Any]) -> str:
    return str(facts.get("comment") or "")


def _because(facts: dict[str, Any]) -> str:
    """Reasons and decisions, with the unit that was named."""
    said = [str(facts.get(name) or "") for name in ("reason", "basis", "note", "decision", "answer")]
    if facts.get("proposed") or facts.get("wished"):
        said.append(_("建议改由%s") % (facts.get("proposed") or facts.get("wished")))
    return "　".join(part for part in said if part)


def _receipt(facts: dict[str, Any]) -> str:
    """The first characters of the digest are enough to compare by eye."""
    return _("回执 %s") % facts["digest"][:12] if facts.get("digest") else ""


Words = Callable[[dict[str, Any]], str]
TEXTS: dict[tuple[str, str], Words] = {
    ("suggestion", "send_back"): lambda facts: str(facts.get("advice", "")),
    ("suggestion", "refer"): _talked,
    ("suggestion", "not_accept"): _talked,
    ("suggestion", "assign"): _assigned,
    ("suggestion", "urge"): _urged,
    ("suggestion", "answer"): _answered,
    ("suggestion", "rate"): _judged,
    ("suggestion", "invite"): lambda facts: "、".join(facts.get("names", [])),
    ("suggestion", "uncosign"): lambda facts: str(facts.get("reason", "")),
    ("suggestion", "conclude"): _concluded,
    ("suggestion", "rework"): lambda facts: str(facts.get("note", "")),
    ("suggestion", "close"): lambda facts: str(facts.get("note", "")),
    ("suggestion", "withdraw"): lambda facts: str(facts.get("reason", "")),
    ("suggestion", "question_units"): _because,
    ("suggestion", "answer_question"): _because,
    ("suggestion", "express"): _because,
    ("suggestion", "supervise"): _because,
    ("handling", "transfer"): _because,
    ("handling", "sign_for"): _receipt,
    ("handling", "redirect"): _because,
    ("handling", "object"): _because,
    ("handling", "uphold"): _because,
    ("handling", "overrule"): _because,
    ("handling", "reassign"): _because,
    ("handling", "ask_longer"): _because,
    ("extension", "grant"): _because,
    ("extension", "refuse"): _because,
    ("handling", "deliver"): _delivered,
    ("reply", "send_back"): lambda facts: str(facts.get("note", "")),
}
TITLES = {
    ("suggestion", "submit"): gettext_lazy("代表提交建议"),
    ("suggestion", "submit_in_session"): gettext_lazy("代表向大会提交建议"),
    ("suggestion", "pass_on"): gettext_lazy("代表团初审通过"),
    ("suggestion", "accept"): gettext_lazy("审核立案，编号 {number}"),
    ("suggestion", "send_back"): gettext_lazy("退回代表修改"),
    ("suggestion", "refer"): gettext_lazy("转为参阅件"),
    ("suggestion", "not_accept"): gettext_lazy("不作建议处理"),
    ("suggestion", "assign"): gettext_lazy("交办"),
    ("suggestion", "urge"): gettext_lazy("催办"),
    ("suggestion", "answer"): gettext_lazy("第 {round} 轮答复全部送达代表"),
    ("suggestion", "rate"): gettext_lazy("{who}代表评价：态度{attitude}，结果{result}"),
    ("suggestion", "invite"): gettext_lazy("领衔代表邀请联名"),
    ("suggestion", "cosign"): gettext_lazy("{who}代表确认联名"),
    ("suggestion", "decline"): gettext_lazy("{who}代表不参加联名"),
    ("suggestion", "uncosign"): gettext_lazy("{who}代表退出联名"),
    ("suggestion", "conclude"): gettext_lazy("按未反馈结束评价"),
    ("suggestion", "remind"): gettext_lazy("提醒代表评价"),
    ("suggestion", "rework"): gettext_lazy("交承办单位重新办理，第 {round} 轮"),
    ("suggestion", "close"): gettext_lazy("办结归档"),
    ("suggestion", "withdraw"): gettext_lazy("代表撤回"),
    ("handling", "sign_for"): gettext_lazy("{unit}签收"),
    ("handling", "deliver"): gettext_lazy("{unit}送达第 {round} 轮答复"),
    ("handling", "inherit"): gettext_lazy("机构调整，由{to}继续办理"),
    ("suggestion", "question_units"): gettext_lazy("代表对承办单位提出意见"),
    ("suggestion", "answer_question"): gettext_lazy("联工委答复对承办单位的意见"),
    ("suggestion", "express"): gettext_lazy("列入直通车"),
    ("suggestion", "supervise"): gettext_lazy("督办委员会调整为{to}"),
    ("handling", "transfer"): gettext_lazy("{unit}自行转给{to}"),
    ("handling", "dispatch"): gettext_lazy("分办给{unit}"),
    ("handling", "redirect"): gettext_lazy("由{from}改交{to}"),
    ("handling", "object"): gettext_lazy("{unit}提出异议"),
    ("handling", "uphold"): gettext_lazy("同意改办，由{unit}改交{to}"),
    ("handling", "overrule"): gettext_lazy("不同意改办，{unit}继续办理"),
    ("handling", "reassign"): gettext_lazy("调整承办单位，由{unit}改交{to}"),
    ("handling", "ask_longer"): gettext_lazy("{unit}申请延期到{until}"),
    ("extension", "grant"): gettext_lazy("同意延期到{until}"),
    ("extension", "refuse"): gettext_lazy("不同意延期"),
    ("reply", "to_review"): gettext_lazy("答复稿送审"),
    ("reply", "approve"): gettext_lazy("答复稿审核通过"),
    ("reply", "send_back"): gettext_lazy("答复稿退回拟稿"),
    ("reply", "discard"): gettext_lazy("答复稿作废"),
}


def events(suggestion: Suggestion, handlings: Sequence[Handling], actor: Actor) -> list[Event]:
    """The steps that the actor may read, oldest first: a unit's drafting is its own affair. One query."""
    mine = [one.pk for one in handlings if one.unit_id in actor.units()]
    drafts = Reply.objects.within(actor.scope).filter(handling__in=mine).values("pk")
    wanted = Q(case_type="suggestion", case_id=suggestion.pk)
    wanted |= Q(case_type="handling", case_id__in=[one.pk for one in handlings])
    asked = Extension.objects.within(actor.scope).filter(handling__in=[one.pk for one in handlings])
    wanted |= Q(case_type="extension", case_id__in=asked.values("pk"))
    if mine:
        wanted |= Q(case_type="reply", case_id__in=drafts)
    return list(Event.objects.within(actor.scope).filter(wanted).order_by("at", "pk"))


def timeline(found: Iterable[Event], handlings: Sequence[Handling]) -> list[TimelineRow]:
    """The steps as rows, newest first."""
    units = {one.pk: str(one.unit) for one in handlings}
    rows: list[TimelineRow] = []
    last: Event | None = None
    told = [event for event in found if (event.case_type, event.move) not in UNTOLD]
    for event, following in zip_longest(told, told[1:]):
        if event.move == "deliver" and following and following.move == "answer" and following.at == event.at:
            continue
        rows.append(_row(event, units.get(event.case_id, "") if event.case_type == "handling" else "", last))
        last = event
    rows.reverse()
    return rows


def _row(event: Event, unit: str, last: Event | None) -> TimelineRow:
    key = (event.case_type, event.move)
    text = TEXTS.get(key, _silent)(event.facts)
    who = f"{event.actor_name}{_in_brackets(event.actor_role)}"
    return TimelineRow(
        at=event.at,
        title=_title(key, event, unit),
        text="　".join(part for part in (text, who) if part),
        tone=_tone(event),
        spent=_spent(last, event),
    )


def described(event: Event) -> Iterable[str]:
    """What a step left behind, in words: for the audit and the file of the case."""
    if text := TEXTS.get((event.case_type, event.move), _silent)(event.facts):
        yield text


def _silent(facts: dict[str, Any]) -> str:
    return ""


def _in_brackets(role: str) -> str:
    return f"（{role}）" if role else ""


def _title(key: tuple[str, str], event: Event, unit: str) -> str:
    words = {name: _rated(event.facts.get(name)) for name in ("attitude", "result")}
    words |= {"unit": unit, "who": event.actor_name, "until": _day(event.facts.get("until"))}
    label = FLOWS[event.case_type].moves[event.move].label if key not in TITLES else TITLES[key]
    return str(label).format(**{"number": "", "round": 1, "to": "", "from": "", **event.facts, **words})


def _day(text: str | None) -> str:
    return date_full(parse_date(text)) if text else ""


def _rated(value: str | None) -> str:
    return str(Satisfaction(value).label) if value else ""


def _tone(event: Event) -> str:
    if event.move == "rate" and Satisfaction.DISSATISFIED in (
        event.facts.get("attitude"),
        event.facts.get("result"),
    ):
        return "bad"
    if event.move in {"not_accept", "withdraw", "send_back"}:
        return "bad"
    return "sys" if event.account_id is None else "now" if event.move == "answer" else ""


def _spent(last: Event | None, event: Event) -> str:
    days = days_between(last.at, event.at) if last else 0
    return _("用时 %d 天") % days if days else ""
