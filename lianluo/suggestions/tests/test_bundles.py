"""并案: put together, assigned and urged as one, answered and rated apart; and taken apart again."""

from datetime import date, datetime

import pytest
from django.db import DatabaseError, transaction

from lianluo.suggestions import services as say
from lianluo.suggestions.models import Extension, Handling, Reply, Suggestion
from lianluo.suggestions.states import HandlingState, Mode, ReplyState, SuggestionState
from lianluo.suggestions.tests import lives
from lianluo.suggestions.tests.lives import again, part
from lianluo.trail.models import Clock, Event
from lianluo.trail.steps import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def steps(case: Suggestion, move: str) -> int:
    rows = Event.objects.within(case.congress.scope).filter(case_type="suggestion", case_id=case.pk)
    return int(rows.filter(move=move).count())


def running(handling: Handling) -> list[str]:
    rows = Clock.objects.within(handling.congress.scope).filter(case_type="handling", case_id=handling.pk)
    return sorted(rows.filter(stopped_at=None).values_list("kind", flat=True))


def test_put_together_each_keeps_its_number(cast: Cast, now: datetime) -> None:
    main, other = lives.merged(cast.home, now)
    assert (main.merged_into, other.merged_into) == (None, main)
    assert (main.bundle_size, other.bundle_size) == (2, 2)
    assert main.number != other.number
    assert steps(main, "merge") == steps(other, "merge") == 1


def test_the_main_one_takes_the_others_along_to_the_units(cast: Cast, now: datetime) -> None:
    main, other = lives.bundle(cast.home, now)
    assert main.state == other.state == SuggestionState.HANDLING
    assert part(main).unit == part(other).unit
    assert part(main).state == part(other).state == HandlingState.SIGNED
    assert running(part(other)) == running(part(main)) == ["contact", "reply"]
    assert part(other).receipt.digest != part(main).receipt.digest


def test_one_of_a_bundle_is_not_assigned_by_itself(cast: Cast, now: datetime) -> None:
    _main, other = lives.merged(cast.home, now)
    task = say.Task(unit=cast.home.units["health"], mode=Mode.SOLE)
    with pytest.raises(Refused, match="主件上交办"):
        say.assign(other, [task], actor=cast.wang, at=now)


def test_urging_and_changing_the_unit_act_on_all(cast: Cast, now: datetime) -> None:
    main, other = lives.bundle(cast.home, now)
    say.urge(main, actor=cast.wang, at=now, note="请抓紧")
    assert steps(other, "urge") == 1
    say.reassign(part(again(main)), cast.home.units["health"], actor=cast.wang, at=now, reason="属卫健委职责")
    assert part(main).unit == part(other).unit == cast.home.units["health"]


def test_more_time_is_asked_and_granted_once_for_all(cast: Cast, now: datetime) -> None:
    main, other = lives.bundle(cast.home, now)
    until = date(2026, 9, 20)
    asked = say.ask_longer(
        part(main),
        until=until,
        reason="联合调查",
        told_on=now.date(),
        told_deputy="5月20日电话",
        actor=cast.zhao,
        at=now,
    )
    say.grant(asked, actor=cast.wang, at=now)
    assert part(main).due_on == part(other).due_on == until
    assert {one.state for one in Extension.objects.within(cast.home.congress.scope)} == {"granted"}


def test_one_text_is_carried_over_and_each_answered_apart(cast: Cast, now: datetime) -> None:
    main, other = lives.bundle(cast.home, now)
    body = f"{main.number_words}建议收悉，李建国代表提出的问题已列入计划。"
    say.write_reply(part(main), lives.answer(body=body), actor=cast.zhao, at=now)
    assert say.carry_over(part(main), actor=cast.zhao, at=now) == 1
    draft = part(other).replies.get()
    assert draft.body == f"{other.number_words}建议收悉，周志强代表提出的问题已列入计划。"
    assert (draft.document_number, draft.reply_class) == ("", "B")
    lives.give_answer(cast.home, main, now)
    assert again(other).state == SuggestionState.HANDLING
    lives.give_answer(cast.home, other, now, document_number="湘教函〔2026〕62号")
    assert again(other).state == SuggestionState.REPLIED


def test_what_somebody_wrote_is_not_overwritten(cast: Cast, now: datetime) -> None:
    main, other = lives.bundle(cast.home, now)
    say.write_reply(part(other), lives.answer(body="另有说明。"), actor=cast.zhao, at=now)
    say.write_reply(part(main), lives.answer(), actor=cast.zhao, at=now)
    with pytest.raises(Refused, match="都已有答复稿"):
        say.carry_over(part(main), actor=cast.zhao, at=now)
    assert part(other).replies.get().body == "另有说明。"


def test_each_deputy_rates_and_each_closes_by_itself(cast: Cast, now: datetime) -> None:
    main, other = lives.bundle(cast.home, now)
    for case, who in ((main, "li"), (other, "zhou")):
        lives.give_answer(cast.home, case, now, document_number=f"湘教函〔2026〕{case.pk}号")
        say.rate(case, actor=cast.home.actor(who), at=now, attitude="satisfied", result="satisfied")
    say.close(main, actor=cast.wang, at=now)
    assert again(main).state == SuggestionState.CLOSED
    assert again(other).state == SuggestionState.RATED


def test_by_rule_one_letter_answers_all(cast: Cast, now: datetime) -> None:
    lives.rule(cast.home, "merge.answer_each", False)
    main, other = lives.bundle(cast.home, now)
    for case in (main, other):
        lives.talk(part(case), cast.home, now)
    reply = say.write_reply(part(main), lives.answer(), actor=cast.hu, at=now)
    say.deliver_by_rule(reply, actor=cast.hu, at=now)
    assert again(main).state == again(other).state == SuggestionState.REPLIED
    sent = Reply.objects.within(cast.home.congress.scope).filter(state=ReplyState.DELIVERED)
    assert sent.count() == 2
    assert len(set(sent.values_list("document_number", flat=True))) == 1


def test_one_letter_waits_for_the_talk_with_each_deputy(cast: Cast, now: datetime) -> None:
    """What is missing names the suggestion for which it is missing, and nothing is delivered."""
    lives.rule(cast.home, "merge.answer_each", False)
    main, other = lives.bundle(cast.home, now)
    lives.talk(part(main), cast.home, now)
    reply = say.write_reply(part(main), lives.answer(), actor=cast.hu, at=now)
    with pytest.raises(Refused, match=f"^{other.number_words}：.*沟通"):
        say.deliver_by_rule(reply, actor=cast.hu, at=now)
    assert again(main).state == SuggestionState.HANDLING


def test_one_letter_of_a_series_keeps_its_number_for_all(cast: Cast, now: datetime) -> None:
    lives.rule(cast.home, "merge.answer_each", False)
    unit = cast.home.units["education"]
    say.set_series(unit, actor=cast.xu, at=now, pattern="湘教函〔{year}〕{seq}号", last=0)
    main, other = lives.bundle(cast.home, now)
    for case in (main, other):
        lives.talk(part(case), cast.home, now)
    reply = say.write_reply(part(main), lives.answer(document_number=""), actor=cast.hu, at=now)
    say.deliver_by_rule(reply, actor=cast.hu, at=now)
    sent = Reply.objects.within(cast.home.congress.scope).filter(state=ReplyState.DELIVERED)
    assert list(sent.values_list("document_number", flat=True)) == ["湘教函〔2026〕1号"] * 2
    assert other.pk in sent.values_list("handling__suggestion", flat=True)


def test_by_default_each_is_answered_by_its_own_letter(cast: Cast, now: datetime) -> None:
    main, other = lives.bundle(cast.home, now)
    lives.talk(part(main), cast.home, now)
    reply = say.write_reply(part(main), lives.answer(), actor=cast.hu, at=now)
    say.deliver_by_rule(reply, actor=cast.hu, at=now)
    assert again(other).state == SuggestionState.HANDLING


def test_one_that_comes_later_gets_the_same_units_and_its_own_clock(cast: Cast, now: datetime) -> None:
    main = lives.assigned(cast.home, now)
    later = lives.accepted(cast.home, now, "zhou")
    say.merge(main, [later], actor=cast.wang, at=now)
    assert again(later).state == SuggestionState.HANDLING
    assert part(later).unit == part(main).unit


def test_after_the_receipt_nothing_joins(cast: Cast, now: datetime) -> None:
    main, later = lives.signed_for(cast.home, now), lives.accepted(cast.home, now, "zhou")
    with pytest.raises(Refused, match="已经签收"):
        say.merge(main, [later], actor=cast.wang, at=now)


def test_other_units_do_not_go_together(cast: Cast, now: datetime) -> None:
    main, other = lives.assigned(cast.home, now), lives.assigned(cast.home, now, ("health",))
    with pytest.raises(Refused, match="承办单位与主件不同"):
        say.merge(main, [other], actor=cast.wang, at=now)


def test_an_assigned_one_does_not_join_one_without_units(cast: Cast, now: datetime) -> None:
    main, other = lives.accepted(cast.home, now), lives.assigned(cast.home, now)
    with pytest.raises(Refused, match="不能并入"):
        say.merge(main, [other], actor=cast.wang, at=now)


def test_not_into_itself_not_from_next_door_and_not_by_a_deputy(cast: Cast, now: datetime) -> None:
    main, other = lives.accepted(cast.home, now), lives.accepted(cast.home, now, "zhou")
    with pytest.raises(Refused, match="自己"):
        say.merge(main, [main], actor=cast.wang, at=now)
    with pytest.raises(Refused, match="同一级人大"):
        say.merge(main, [lives.accepted(cast.neighbour, now)], actor=cast.wang, at=now)
    with pytest.raises(Refused, match="联工委"):
        say.merge(main, [other], actor=cast.li, at=now)


def test_the_database_knows_one_step_only(cast: Cast, now: datetime) -> None:
    main, other = lives.merged(cast.home, now)
    third = lives.accepted(cast.home, now)
    rows = Suggestion.objects.within(cast.home.congress.scope)
    for pk, into in ((third.pk, other.pk), (main.pk, third.pk), (third.pk, third.pk)):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.filter(pk=pk).update(merged_into=into, bundle_size=2)


def test_a_bundle_joins_another_one_whole(cast: Cast, now: datetime) -> None:
    main, other = lives.merged(cast.home, now)
    bigger = lives.accepted(cast.home, now, "wu")
    say.merge(bigger, [main], actor=cast.wang, at=now)
    assert again(main).merged_into == again(other).merged_into == bigger
    assert {again(one).bundle_size for one in (main, other, bigger)} == {3}


def test_taken_out_it_lives_by_itself_with_its_units(cast: Cast, now: datetime) -> None:
    main, other = lives.bundle(cast.home, now)
    say.unmerge(other, actor=cast.wang, at=now, reason="所涉地区不同")
    assert (again(other).merged_into, other.bundle_size, again(main).bundle_size) == (None, 0, 0)
    assert part(other).state == HandlingState.SIGNED
    say.urge(main, actor=cast.wang, at=now)
    assert steps(other, "urge") == 0


def test_when_the_main_one_leaves_the_next_one_leads(cast: Cast, now: datetime) -> None:
    main, second, third = lives.merged(cast.home, now, ("li", "zhou", "wu"))
    say.withdraw(main, actor=cast.li, at=now, reason="已经解决")
    assert again(main).bundle_size == 0
    assert again(second).merged_into is None
    assert again(third).merged_into == second
    assert second.bundle_size == third.bundle_size == 2
    assert steps(third, "rebundle") == 1
