"""My own suggestions: what I lead or signed, what waits for me first, each in three lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.db.models import (
    BooleanField,
    Case,
    Count,
    ExpressionWrapper,
    IntegerField,
    Prefetch,
    Q,
    Value,
    When,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lianluo.people.actor import Actor
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.models.suggestions import SuggestionQuerySet
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.states import (
    NO_SUGGESTION,
    UNSUBMITTED,
    HandlingState,
    Mode,
    Settled,
    SuggestionState,
)
from lianluo.ui.components.text import day as day_words
from lianluo.ui.components.text import moment
from lianluo.ui.glance import CardPanel, CaseCard
from lianluo.ui.parts import Link

S = SuggestionState
ON_FIRST_PAGE = 4
TOTAL = 8
"""提出 审核立案 交办 签收 办理 答复 代表评价 办结归档: the steps of the case page."""
DONE = {
    S.RETURNED: 1,
    S.DELEGATION_REVIEW: 1,
    S.REVIEW: 1,
    S.ACCEPTED: 2,
    S.HANDLING: 4,
    S.REPLIED: 6,
    S.RATED: 7,
    S.CLOSED: 8,
    S.ARCHIVED: 8,
}
"""How many steps lie behind in a state; HANDLING counts one less while a unit has not signed for it."""
ENDED = (S.CLOSED, S.ARCHIVED, *sorted(NO_SUGGESTION), S.WITHDRAWN)
EMPTY = Q(state=S.DRAFT, title="", situation="", proposals="")
"""A draft into which nothing was written yet; it is offered again instead of a new one and shown nowhere."""
NEVER_SENT = Q(state=S.WITHDRAWN, submitted_at=None)
"""A draft that was thrown away."""

WAITING = (
    Q(state__in=(*UNSUBMITTED, S.ENTERED))
    | Q(state=S.REPLIED, waited=True)
    | Q(state=S.RATED, settled=Settled.RECORDED)
)
VIEWS = {
    "all": (gettext_lazy("全部"), Q(pk__isnull=False)),
    "mine": (gettext_lazy("等我办"), WAITING),
    "open": (gettext_lazy("办理中"), ~WAITING & ~Q(state__in=ENDED)),
    "ended": (gettext_lazy("已办完"), Q(state__in=ENDED)),
}


@dataclass(frozen=True, slots=True)
class ViewCount:
    """One view with the number of its rows."""

    key: str
    label: str
    count: int


def my_suggestions(actor: Actor) -> SuggestionQuerySet:
    """What the actor leads or signed; `judged`: rated in the present round; `waited`: still asked to."""
    own = sorted(actor.own_seat_ids)
    mine = Q(signer_ids__overlap=own) | Q(invited_ids__overlap=own)
    rows = visible(actor).filter(mine).exclude(EMPTY | NEVER_SENT)
    judged = Q(rated_ids__overlap=own)
    waited = Q(asked_ids__overlap=own) & ~judged
    return cast(
        SuggestionQuerySet,
        rows.annotate(
            judged=ExpressionWrapper(judged, BooleanField()), waited=ExpressionWrapper(waited, BooleanField())
        ),
    )


def in_order(rows: SuggestionQuerySet) -> SuggestionQuerySet:
    """What I have to do first, then what runs, the most urgent first, then what is done, the latest first."""
    rank = Case(
        When(WAITING, then=Value(0)),
        When(state__in=ENDED, then=Value(2)),
        default=Value(1),
        output_field=IntegerField(),
    )
    live = Handling.objects.everywhere("handlings of a suggestion that is itself in scope").exclude(
        state=HandlingState.CANCELLED
    )
    units = Prefetch("handlings", live.exclude(mode=Mode.CO).select_related("unit"), to_attr="answering")
    found = rows.annotate(rank=rank).order_by("rank", "due_on", "-submitted_at", "-pk")
    return cast(
        SuggestionQuerySet, found.select_related("lead__person", "delegation").prefetch_related(units)
    )


def counts(rows: SuggestionQuerySet) -> list[ViewCount]:
    """How many of my suggestions stand in each view: one query."""
    found = rows.aggregate(**{key: Count("pk", filter=test) for key, (_label, test) in VIEWS.items()})
    return [ViewCount(key, str(label), found[key]) for key, (label, _test) in VIEWS.items()]


def empty_draft(actor: Actor) -> Suggestion | None:
    """A draft that was begun and never written in."""
    rows = Suggestion.objects.within(actor.scope).filter(EMPTY, lead__in=actor.seat_ids)
    return cast(Suggestion | None, rows.first())


def card(actor: Actor, case: Suggestion, today: date) -> CaseCard:
    """One suggestion in three lines."""
    words, tone, note = (_invited if is_asked(actor, case) else WORDS[case.standing])(case, today)
    return CaseCard(
        title=str(case),
        url=url_of(actor, case),
        words=words,
        tone=tone,
        note=note,
        done=steps_done(case),
        total=0 if case.state in NO_SUGGESTION | {S.WITHDRAWN} else TOTAL,
        about=_about(actor, case),
    )


def glance_panels(actor: Actor, at: datetime) -> list[CardPanel]:
    """My latest suggestions for the first page. Two queries and one for the units."""
    rows, today = my_suggestions(actor), timezone.localtime(at).date()
    total = rows.count()
    label = _("全部 %d 件") % total if total else _("全部")
    link = Link(label, reverse("suggestions:mine"))
    cards = [card(actor, row, today) for row in in_order(rows)[:ON_FIRST_PAGE]]
    return [CardPanel(heading=_("我的建议"), cards=cards, link=link)]


def url_of(actor: Actor, case: Suggestion) -> str:
    """What is still being written opens for writing, everything else as a case."""
    if case.state == S.ENTERED or is_asked(actor, case):
        return reverse(f"suggestions:{'confirm' if case.state == S.ENTERED else 'cosign'}", args=[case.pk])
    writing = case.state in UNSUBMITTED and case.lead_id in actor.own_seat_ids
    return reverse("suggestions:write" if writing else "suggestions:case", args=[case.pk])


def steps_done(case: Suggestion) -> int:
    """How many of the eight steps lie behind."""
    done = DONE.get(case.standing, 0)
    waiting = any(one.state == HandlingState.ASSIGNED for one in answering(case))
    return done - 1 if case.state == S.HANDLING and waiting else done


def answering(case: Suggestion) -> Sequence[Handling]:
    """The handlings whose units answer the deputy, as `in_order` brought them along."""
    return cast(Sequence[Handling], getattr(case, "answering", ()))


def _about(actor: Actor, case: Suggestion) -> str:
    parts = [case.number]
    if is_asked(actor, case):
        parts.append(_("%s代表领衔") % case.lead_name)
    elif case.lead_id not in actor.own_seat_ids:
        parts.append(_("%s代表领衔，您联名") % case.lead_name)
    return "　".join(part for part in parts if part)


def is_asked(actor: Actor, case: Suggestion) -> bool:
    """Waits for the actor's own confirmation."""
    return bool(actor.own_seat_ids & set(case.invited_ids))


Words = tuple[str, str, str]


def _invited(case: Suggestion, today: date) -> Words:
    return _("邀请您联名"), "warn", ""


def _entered(case: Suggestion, today: date) -> Words:
    return _("代录，等您确认"), "warn", ""


def _draft(case: Suggestion, today: date) -> Words:
    return _("草稿"), "off", _("%s 保存") % moment(case.saved_at)


def _returned(case: Suggestion, today: date) -> Words:
    return _("退回修改，请看修改意见"), "warn", ""


def _reviewing(case: Suggestion, today: date) -> Words:
    first = case.state == S.DELEGATION_REVIEW
    return (_("代表团初审中") if first else _("审核中")), "", _by(case, today, _("前审完"))


def _accepted(case: Suggestion, today: date) -> Words:
    return _("已立案，等交办"), "", _by(case, today, _("前交办"))


def _handling(case: Suggestion, today: date) -> Words:
    units = [str(one.unit) for one in answering(case)]
    named = "".join(units[:1])
    if len(units) > 1:
        named = _("%(first)s等 %(n)d 个单位") % {"first": units[0], "n": len(units)}
    again = _("重新办理中") if case.round > 1 else _("办理中")
    return f"{named}{again}", "", _by(case, today, _("前答复"))


def _replied(case: Suggestion, today: date) -> Words:
    if getattr(case, "judged", False):
        return _("您已评价"), "", ""
    if not getattr(case, "waited", True):
        return _("等领衔代表评价"), "", _by(case, today, _("前评价"))
    return _("等您评价"), "warn", _by(case, today, _("前评价"))


def _rated(case: Suggestion, today: date) -> Words:
    words = _("已评价：%s") % case.get_final_rating_display()
    if case.settled == Settled.RECORDED:
        return _("面商记录等您确认"), "warn", ""
    if case.settled:
        return str(Settled(case.settled).label), "", ""
    if case.redo_wanted:
        return words, "bad", _by(case, today, _("前定下一步"))
    return words, "", ""


def _closed(case: Suggestion, today: date) -> Words:
    kind = _("%s 类") % case.reply_class if case.reply_class else ""
    parts = [_("已办结"), kind, case.get_final_rating_display()]
    return "，".join(str(part) for part in parts if part), "ok", day_words(case.closed_at)


def _ended(case: Suggestion, today: date) -> Words:
    return str(case.standing.label), "off", day_words(case.submitted_at)


def _letter(case: Suggestion, today: date) -> Words:
    if case.letter_answered_at:
        return _("来信有了办理结果"), "ok", day_words(case.letter_answered_at)
    to = _("转交%s") % case.letter_to if case.letter_to else ""
    return str(case.standing.label), "off", to


def _by(case: Suggestion, today: date, words: str) -> str:
    """5月27日前答复, or how late it is."""
    if case.due_on is None:
        return ""
    late = (today - case.due_on).days
    if late > 0:
        return ngettext("已过期 %d 天", "已过期 %d 天", late) % late
    return f"{day_words(case.due_on)}{words}"


WORDS: dict[SuggestionState, Callable[[Suggestion, date], Words]] = {
    S.DRAFT: _draft,
    S.ENTERED: _entered,
    S.RETURNED: _returned,
    S.DELEGATION_REVIEW: _reviewing,
    S.REVIEW: _reviewing,
    S.ACCEPTED: _accepted,
    S.HANDLING: _handling,
    S.REPLIED: _replied,
    S.RATED: _rated,
    S.CLOSED: _closed,
    S.ARCHIVED: _closed,
    S.NOT_ACCEPTED: _ended,
    S.REFERENCE: _ended,
    S.LETTER: _letter,
    S.WITHDRAWN: _ended,
}
"""State → what it says, in which tone, and what is due."""
