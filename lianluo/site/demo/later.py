"""What comes after the answers: promises kept or not, texts made public or not, files put away and taken up again."""

from datetime import datetime, timedelta

from lianluo.congress.rules import RuleBook
from lianluo.site.demo import words
from lianluo.site.demo.actors import deputy, office_head, unit_people
from lianluo.site.demo.cases import Stage
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Promise, Publication, Suggestion
from lianluo.suggestions.states import (
    Consent,
    LookBack,
    PublicationState,
    PublicLevel,
    Satisfaction,
    SuggestionState,
)

MANY = 60
"""Promises that somebody reports on; the others wait."""
FULL, SUMMARY, TITLE = PublicLevel.FULL, PublicLevel.SUMMARY, PublicLevel.TITLE
LEVELS = (FULL, FULL, TITLE, FULL, SUMMARY, FULL, FULL, "", FULL, "later")
"""How texts go out, one after the other: "" not at all, "later" still waits."""


def keep_promises(stage: Stage) -> None:
    """Those that are due are kept, kept late, carried on, changed or left; of some that are not, the unit reports."""
    rows = Promise.objects.within(stage.place.congress.scope).select_related(
        "congress", "handling__unit", "handling__congress", "handling__suggestion__lead__person"
    )
    for n, promise in enumerate(rows.order_by("pk")[:MANY]):
        if promise.planned_on < stage.days.today:
            _due(stage, promise, n)
        elif n % 2:
            _reported(stage, promise)


def _reported(stage: Stage, promise: Promise) -> None:
    unit = unit_people(promise.handling, stage.place)
    at = max(stage.days.ago(15, 10), stage.days.at(promise.made_on + timedelta(days=1), 10))
    say.report(promise, actor=unit, at=at, on=at.date(), text=words.UNDER_WAY)


def _due(stage: Stage, promise: Promise, n: int) -> None:
    unit, planned = unit_people(promise.handling, stage.place), promise.planned_on
    match n % 6:
        case 0 | 1 | 3:
            on = min(planned + timedelta(days=0 if n % 6 else 9), stage.days.ago(2).date())
            text = words.KEPT if n % 6 else words.KEPT_LATE
            say.keep_promise(promise, actor=unit, at=stage.days.at(on, 15), on=on, text=text)
            _looked_at(stage, promise, n)
        case 2:
            at, until = stage.days.at(planned - timedelta(days=6), 10), planned + timedelta(days=150)
            say.carry_on(promise, actor=unit, at=at, until=until, reason=words.CARRIED)
        case 4 if n % 4 == 0:
            at = stage.days.at(planned - timedelta(days=12), 10)
            say.change(promise, actor=unit, at=at, reason=words.CHANGED, signer="分管负责人")
        case 4:
            _reported(stage, promise)
        case _:
            pass


def _looked_at(stage: Stage, promise: Promise, n: int) -> None:
    """The deputy judges how it was kept, and the deputies' body looks again at some."""
    at = stage.days.ago(1, 10)
    book = RuleBook(promise.congress, at.date())
    if book.flag("promise.rated_apart"):
        leads = deputy(promise.handling.suggestion.lead, stage.place)
        result = Satisfaction.BASIC if n % 4 else Satisfaction.SATISFIED
        say.rate_promise(promise, actor=leads, at=at, result=result)
    if n % 3 == 0:
        found = (LookBack.KEPT, LookBack.PARTLY, LookBack.NOT)[n // 3 % 3]
        text = words.LOOKED[n // 3 % 3]
        say.look_back(promise, actor=stage.clerk, at=stage.days.ago(1, 15), result=found, text=text)


def make_public(stage: Stage, most: int) -> None:
    """What was answered goes out: whole, as a summary, by its title, or not; one is taken back, some wait."""
    rows = Publication.objects.within(stage.place.congress.scope).filter(
        state=PublicationState.REVIEW, due_on__isnull=False
    )
    parts = ("congress", "suggestion__congress", "suggestion__lead__person", "reply__handling__unit")
    for n, one in enumerate(rows.select_related(*parts).order_by("pk")[:most]):
        at = stage.days.at(one.opened_at.date() + timedelta(days=12 + n % 7), 10)
        _decided(stage, one, LEVELS[n % len(LEVELS)], at)
        if n == 5:
            say.take_back_public(one, reason=words.PULLED, actor=stage.clerk, at=stage.days.ago(2, 9))


def _decided(stage: Stage, one: Publication, level: str, at: datetime) -> None:
    if level == "later":
        return
    if not level:
        book = RuleBook(one.congress, stage.days.today)
        reason = book.withhold_reasons()[0].code
        say.withhold(one, reason=reason, actor=stage.clerk, at=at, note=words.WITHHELD)
        return
    if one.suggestion.consent == Consent.TITLE or one.deputy_refused:
        level = TITLE
    body = one.body if level == FULL else one.body.split("\n")[0][:200] + "……"
    edition = say.Edition(title=one.title, body=body)
    say.publish(one, level, edition=edition, actor=stage.clerk, at=at)


def put_away(stage: Stage, most: int) -> None:
    """归档 of what is closed; two are taken up again, one of them from the archive."""
    rows = Suggestion.objects.within(stage.place.congress.scope).filter(state=SuggestionState.CLOSED)
    cases = list(rows.with_people().order_by("pk")[:most])
    for n, case in enumerate(cases):
        at = stage.later(case.closed_at, 20)
        if n % 4 != 3:
            say.archive(case, actor=stage.clerk, at=at, note=words.ARCHIVED)
        if n in (1, 3):
            again = max(stage.days.ago(5, 9), at)
            say.reopen(case, actor=office_head(stage.place), at=again, reason=words.REOPENED)
