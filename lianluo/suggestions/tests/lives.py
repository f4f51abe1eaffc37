"""Suggestions for tests, brought to any state by the same services that users reach. Cast: tests/cast.py."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from lianluo.congress.models import Rule
from lianluo.people.actor import RoleRef
from lianluo.people.roles import RoleKind
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Contact, Handling, Publication, Reply, Suggestion
from lianluo.suggestions.services.contacts import was_contacted
from lianluo.suggestions.services.dividing import Plan
from lianluo.suggestions.states import (
    Attitude,
    ContactMethod,
    ContactStage,
    HandlingState,
    Mode,
    Satisfaction,
)
from tests.cast import Cast, Place

TITLE = "关于加快补齐洞庭湖区农村安全饮水短板的建议"
TALK = say.Talk(how="电话", on="2026-05-20", with_whom="李建国")

PROMISED = {
    "text": "二十三个村的管网年底完工。",
    "responsible": "农水处 王强",
    "planned_on": "2026-12-31",
    "stages": [],
}


def text(**changes: Any) -> say.Text:
    facts = {
        "title": TITLE,
        "situation": "洞庭湖区仍有二十三个村依靠单村水源供水，枯水期水质不稳定。",
        "proposals": "一、把二十三个村纳入农村供水保障项目。\n二、明确完成时限和资金来源。",
    }
    return say.Text(**facts | changes)


def answer(**changes: Any) -> say.Answer:
    facts = {
        "body": "您提出的建议收悉。现答复如下：一、二十三个村已全部列入今年项目。",
        "reply_class": "B",
        "document_number": "湘水函〔2026〕61号",
        "contact_name": "左安澜",
        "contact_phone": "0731-85000000",
        "promises": (PROMISED,),
    }
    return say.Answer(**facts | changes)


def draft(place: Place, at: datetime, deputy: str = "li", **changes: Any) -> Suggestion:
    return say.start_draft(actor=place.actor(deputy), at=at, text=text(**changes))


def entered(place: Place, at: datetime, deputy: str = "li", **changes: Any) -> Suggestion:
    """Taken in from paper by Wang; the deputy has not confirmed."""
    form = SimpleUploadedFile("建议专用纸.pdf", b"%PDF-1.7\n")
    facts = {"received_on": localdate(at), "form": form, "actor": place.actor("wang"), "at": at}
    return say.enter(place.seats[deputy], text(**changes), **facts)


def submitted(place: Place, at: datetime, deputy: str = "li", **changes: Any) -> Suggestion:
    case = draft(place, at, deputy, **changes)
    say.submit(case, actor=place.actor(deputy), at=at)
    return case


def in_session(place: Place, at: datetime) -> Suggestion:
    place.open_session(at - timedelta(days=1))
    return submitted(place, at)


def returned(place: Place, at: datetime) -> Suggestion:
    case = submitted(place, at)
    say.send_back(case, actor=place.actor("wang"), at=at, advice="请补充具体数据。")
    return case


def not_accepted(place: Place, at: datetime) -> Suggestion:
    case = submitted(place, at)
    say.not_accept(case, actor=place.actor("wang"), at=at, ground="CASE", reason="涉及具体案件", talk=TALK)
    return case


def referred(place: Place, at: datetime) -> Suggestion:
    case = submitted(place, at)
    say.refer(case, actor=place.actor("wang"), at=at, reason="供有关部门参考", talk=TALK)
    return case


def letter(place: Place, at: datetime) -> Suggestion:
    case = submitted(place, at)
    say.letter(case, actor=place.actor("wang"), at=at, reason="反映个别情况", talk=TALK, to="信访局")
    return case


def joint(place: Place, at: datetime, signers: tuple[str, ...] = ("wu",)) -> Suggestion:
    """Li leads, the others have signed; handled by the education department."""
    case = draft(place, at)
    say.invite(case, [place.seats[key] for key in signers], actor=place.actor("li"), at=at)
    for key in signers:
        say.cosign(case, actor=place.actor(key), at=at)
    say.submit(case, actor=place.actor("li"), at=at)
    say.accept(case, actor=place.actor("wang"), at=at, topic="agriculture")
    give_to_education(place, case, at)
    return case


def give_to_education(place: Place, case: Suggestion, at: datetime) -> None:
    """Assigned, passed on by the government office, and signed for."""
    task = say.Task(unit=place.units["education"], mode=Mode.SOLE)
    say.assign(case, [task], actor=place.actor("wang"), at=at)
    pass_on_to_units(place, case, at)
    say.sign_for(part(case), actor=place.actor("zhao"), at=at)
    case.refresh_from_db()


TWO = {
    "title": "关于农村饮水和村卫生室的建议",
    "situation": "二十三个村依靠单村水源供水。\n\n十一个村卫生室没有合格的医生。",
    "proposals": "一、把二十三个村纳入农村供水保障项目。\n二、给十一个村卫生室配医生。",
}
"""Two matters in one text."""


def division(**changes: Any) -> Plan:
    """Water to the first, doctors to the second."""
    lands = {
        "situation-0": "first",
        "situation-1": "second",
        "proposals-0": "first",
        "proposals-1": "second",
    }
    facts = {
        "titles": ("关于农村饮水的建议", "关于村卫生室的建议"),
        "lands": lands,
        "reason": "供水和卫生由两个部门办理。",
    }
    return Plan(**facts | changes)


def divided(place: Place, at: datetime, *, numbered: bool = False) -> list[Suggestion]:
    """Li's text with two matters, divided by Wang; Li has not answered."""
    case = (accepted if numbered else submitted)(place, at, **TWO)
    say.divide_in_two(case, division(), actor=place.actor("wang"), at=at)
    return [again(case), Suggestion.objects.within(place.congress.scope).get(origin=case)]


def part(case: Suggestion) -> Handling:
    """Its one live handling, with what services need."""
    rows = case.handlings.exclude(state=HandlingState.CANCELLED).select_related("unit", "congress")
    handling: Handling = rows.get()
    handling.suggestion = case
    return handling


def merged(place: Place, at: datetime, deputies: tuple[str, ...] = ("li", "zhou")) -> list[Suggestion]:
    """The same matter from several deputies, put together before it is assigned; the first is the main one."""
    main, *others = [accepted(place, at, deputy) for deputy in deputies]
    say.merge(main, others, actor=place.actor("wang"), at=at, reason="同一件事")
    return [again(one) for one in (main, *others)]


def bundle(place: Place, at: datetime) -> list[Suggestion]:
    """Put together, assigned and signed for together."""
    cases = merged(place, at)
    give_to_education(place, cases[0], at)
    return [again(one) for one in cases]


def rule(place: Place, key: str, value: Any) -> None:
    """From long ago the congress has this rule of its own."""
    facts = {"congress": place.congress, "key": key, "valid_from": date(2020, 1, 1)}
    Rule.objects.create(value=value, **facts)


def again(case: Suggestion) -> Suggestion:
    case.refresh_from_db()
    return case


def withdrawn(place: Place, at: datetime) -> Suggestion:
    case = submitted(place, at)
    say.withdraw(case, actor=place.actor("li"), at=at, reason="情况已经解决")
    return case


def accepted(place: Place, at: datetime, deputy: str = "li", **changes: Any) -> Suggestion:
    case = submitted(place, at, deputy, **changes)
    say.accept(case, actor=place.actor("wang"), at=at, topic="agriculture")
    return case


def assigned(place: Place, at: datetime, units: tuple[str, ...] = ("education",)) -> Suggestion:
    """Assigned, and passed on by the government office to those of its units."""
    case = at_office(place, at, units)
    pass_on_to_units(place, case, at)
    return case


def pass_on_to_units(place: Place, case: Suggestion, at: datetime) -> None:
    """What the government office does with what it has."""
    waiting = case.handlings.filter(state=HandlingState.DISPATCHING)
    for handling in waiting.select_related("unit", "suggestion", "congress"):
        say.dispatch(handling, actor=place.actor("gao"), at=at)
    case.refresh_from_db()


def at_office(place: Place, at: datetime, units: tuple[str, ...] = ("education",)) -> Suggestion:
    """Assigned; units of the government are reached through its office, which has it now."""
    case = accepted(place, at)
    modes = [Mode.SOLE] if len(units) == 1 else [Mode.LEAD, *[Mode.CO] * (len(units) - 1)]
    tasks = [say.Task(unit=place.units[key], mode=mode) for key, mode in zip(units, modes, strict=True)]
    say.assign(case, tasks, actor=place.actor("wang"), at=at)
    return case


def signed_for(place: Place, at: datetime) -> Suggestion:
    case = assigned(place, at)
    say.sign_for(case.handlings.get(), actor=place.actor("zhao"), at=at)
    return case


def replied(place: Place, at: datetime) -> Suggestion:
    case = signed_for(place, at)
    give_answer(place, case, at)
    return case


def replied_with(place: Place, at: datetime, **changes: Any) -> Suggestion:
    """Answered, with something of its text changed."""
    case = accepted(place, at, **changes)
    tasks = [say.Task(unit=place.units["education"], mode=Mode.SOLE)]
    say.assign(case, tasks, actor=place.actor("wang"), at=at)
    pass_on_to_units(place, case, at)
    say.sign_for(case.handlings.get(), actor=place.actor("zhao"), at=at)
    give_answer(place, case, at)
    return case


def give_answer(place: Place, case: Suggestion, at: datetime, **changes: Any) -> None:
    """The three people of the unit: handler writes, reviewer passes, signer signs."""
    handling = case.handlings.get(unit=place.units["education"])
    if not was_contacted(handling):
        talk(handling, place, at)
    reply = say.write_reply(handling, answer(**changes), actor=place.actor("zhao"), at=at)
    say.move_reply(reply, "to_review", actor=place.actor("zhao"), at=at)
    say.move_reply(reply, "approve", actor=place.actor("ma"), at=at)
    say.deliver(reply, actor=place.actor("hu"), at=at)
    case.refresh_from_db()


def opinion_of(place: Place, case: Suggestion, at: datetime, unit: str = "health") -> Reply:
    """The opinion of a co-handling unit, written and signed there."""
    handling = case.handlings.get(unit=place.units[unit])
    liu = place.actor("liu")
    say.sign_for(handling, actor=liu, at=at)
    written = answer(reply_class="", document_number="湘卫函〔2026〕5号", body="建议统筹安排。")
    reply = say.write_reply(handling, written, actor=liu, at=at)
    signer = replace(liu, roles=(RoleRef(RoleKind.UNIT_SIGNER, place.units[unit].pk),))
    say.deliver(reply, actor=signer, at=at)
    return reply


def made_public(place: Place, case: Suggestion, at: datetime, level: str = "full") -> Publication:
    """The text of a suggestion, let out as it stands in its public edition."""
    one: Publication = case.publications.select_related("suggestion__congress", "congress").get(kind="text")
    edition = say.Edition(title=one.title, body=one.body)
    say.publish(one, level, edition=edition, actor=place.actor("wang"), at=at)
    return one


def with_opinion(place: Place, at: datetime) -> Suggestion:
    """Lead and co-handler have signed for it, and the co-handler has given its opinion."""
    case = assigned(place, at, ("education", "health"))
    for handling, who in zip(case.handlings.order_by("pk"), ("zhao", "liu"), strict=True):
        say.sign_for(handling, actor=place.actor(who), at=at)
    helper = case.handlings.get(mode=Mode.CO)
    opinion = answer(body="同意主办单位意见。", reply_class="", document_number="", promises=())
    reply = say.write_reply(helper, opinion, actor=place.actor("liu"), at=at)
    signer = replace(place.actor("hu"), roles=(RoleRef("unit_signer", helper.unit_id),))
    say.deliver(reply, actor=signer, at=at)
    case.refresh_from_db()
    return case


def talk(handling: Handling, place: Place, at: datetime, by: str = "zhao", **changes: Any) -> Contact:
    """The handler speaks with the deputy and writes it down."""
    facts = {
        "on": localdate(at),
        "stage": ContactStage.BEFORE,
        "method": ContactMethod.PHONE,
        "participants": "赵磊",
        "content": "介绍了办理打算，听取了代表对完成时限的意见。",
        "attitude": Attitude.AGREES,
    }
    return say.contact(handling, actor=place.actor(by), at=at, **facts | changes)


def rated(place: Place, at: datetime, result: str = Satisfaction.SATISFIED, comment: str = "") -> Suggestion:
    case = replied(place, at)
    li = place.actor("li")
    say.rate(case, actor=li, at=at, attitude=Satisfaction.SATISFIED, result=result, comment=comment)
    return case


def closed(place: Place, at: datetime) -> Suggestion:
    case = rated(place, at)
    say.close(case, actor=place.actor("wang"), at=at)
    return case


def archived(place: Place, at: datetime) -> Suggestion:
    case = closed(place, at)
    say.archive(case, actor=place.actor("wang"), at=at)
    return case


def dissatisfied(place: Place, at: datetime) -> Suggestion:
    """Rated, and the deputy wants it handled again."""
    return rated(place, at, Satisfaction.DISSATISFIED, "没有时间表，请写明哪一年办完、钱从哪里来。")


def triaged(place: Place, at: datetime, outcome: str) -> Suggestion:
    case = dissatisfied(place, at)
    triage(place, case, at, outcome)
    return case


def triage(place: Place, case: Suggestion, at: datetime, outcome: str) -> None:
    talked = {
        "talk_deputy": "5月20日电话，要求写明时限。",
        "talk_unit": "可以补充时限。",
        "note": "请写明时限。",
    }
    say.triage(case, actor=place.actor("wang"), at=at, outcome=outcome, **talked)


def minutes(at: datetime, **changes: Any) -> say.Minutes:
    facts = {
        "held_at": at,
        "place": "人大机关三楼会议室",
        "chair": "钱卫东",
        "deputies_side": "李建国代表",
        "units_side": "教育厅 胡军",
        "deputies_said": "要有时限。",
        "units_said": "年底前定。",
        "agreed": "明年六月前完成。",
    }
    return say.Minutes(**facts | changes)


def met(place: Place, at: datetime, **changes: Any) -> Suggestion:
    """A record of both sides that waits for the deputy."""
    case = triaged(place, at, "meeting")
    say.meet(case, minutes(at, **changes), actor=place.actor("wang"), at=at)
    return case


BY_STATE: dict[str, Callable[[Place, datetime], Suggestion]] = {
    "draft": draft,
    "entered": entered,
    "delegation_review": in_session,
    "review": submitted,
    "returned": returned,
    "accepted": accepted,
    "handling": assigned,
    "replied": replied,
    "rated": rated,
    "closed": closed,
    "archived": archived,
    "not_accepted": not_accepted,
    "reference": referred,
    "letter": letter,
    "withdrawn": withdrawn,
}
"""One way to each state; a test holds it against the states of the flow."""


def lives(cast: Cast, at: datetime) -> dict[str, Suggestion]:
    """One suggestion of every state at home. The session is opened last, so that the others go between sessions."""
    order = sorted(BY_STATE, key=lambda state: state == "delegation_review")
    return {state: BY_STATE[state](cast.home, at) for state in order}
