"""A suggestion with its whole life as rows that loading reads back as the same."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lianluo.exchange.values import written
from lianluo.suggestions.models import Handling, Suggestion
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.states import HandlingState, SuggestionState, option_words
from lianluo.trail.models import Event

CHUNK = 200
S = SuggestionState
TURNED = (S.NOT_ACCEPTED, S.REFERENCE, S.RETURNED, S.WITHDRAWN)
MOVES = ("pass_on", "refer", "not_accept", "send_back", "withdraw", "conclude", "rework", "dispatch")


def rows_of(actor: Any, filters: dict[str, Any]) -> Any:
    """What goes out: submitted suggestions that the actor may see. Drafts belong to their deputies."""
    rows = visible(actor).exclude(state=S.DRAFT)
    if year := filters.get("year"):
        rows = rows.filter(submitted_at__year=int(year))
    if states := filters.get("states"):
        rows = rows.filter(state__in=states)
    return rows.order_by("submitted_at", "pk")


def export(actor: Any, filters: dict[str, Any], at: datetime) -> Iterator[dict[str, str]]:
    keys = list(rows_of(actor, filters).values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        rows = Suggestion.objects.within(actor.scope).filter(pk__in=part)
        rows = rows.select_related("lead__person", "committee", "congress").prefetch_related(
            "handlings__unit", "handlings__replies", "ratings__seat__person", "ratings__handling__unit", "signatures__seat__person",
            "wished_units",
        )  # fmt: skip
        by_key = {row.pk: row for row in rows}
        steps = _steps(actor, part, [h.pk for row in by_key.values() for h in row.handlings.all()])
        for key in part:
            yield from Case(by_key[key], steps).rows()


def _steps(actor: Any, cases: list[int], handlings: list[int]) -> dict[tuple[str, int], list[Event]]:
    found: dict[tuple[str, int], list[Event]] = {}
    for kind, ids in (("suggestion", cases), ("handling", handlings)):
        events = Event.objects.within(actor.scope).filter(case_type=kind, case_id__in=ids, move__in=MOVES)
        for event in events.order_by("case_id", "seq"):
            found.setdefault((kind, event.case_id), []).append(event)
    return found


class Case:
    """The rows of one suggestion: the first carries it, each further one another unit, reply or rating."""

    def __init__(self, case: Suggestion, steps: dict[tuple[str, int], list[Event]]) -> None:
        self.case, self.steps = case, steps

    def _step(self, *moves: str, kind: str = "suggestion", key: int = 0, round_: int = 0) -> Event | None:
        """The last step of that name (of that round, when one is named)."""
        found = [one for one in self.steps.get((kind, key or self.case.pk), []) if one.move in moves]
        if round_:
            found = [one for one in found if one.facts.get("round") == round_]
        return found[-1] if found else None

    def rows(self) -> Iterator[dict[str, str]]:
        parts, ratings = self._parts(), self._ratings()
        for n in range(max(1, len(parts), len(ratings))):
            row = self._once() if n == 0 else {"source_id": self._source()}
            row |= parts[n] if n < len(parts) else {}
            row |= ratings[n] if n < len(ratings) else {}
            yield row

    def _source(self) -> str:
        return f"{self.case.congress.path.strip('/').split('/')[-1]}-{self.case.pk}"

    def _once(self) -> dict[str, str]:
        case = self.case
        signers = [one.seat for one in case.signatures.all() if one.seat_id in case.signer_ids]
        passed, concluded = self._step("pass_on"), self._step("conclude")
        return {
            "title": case.title,
            "situation": case.situation,
            "proposals": case.proposals,
            "lead": case.lead.person.name,
            "lead_card": case.lead.card_number,
            "cosigners": "、".join(seat.person.name for seat in signers),
            "submitted_at": written(case.submitted_at),
            "passed_at": written(passed.at if passed else None),
            "number": case.number,
            "formed_by": str(case.get_formed_by_display()),
            "consent": str(case.get_consent_display()),
            "reply_wanted": "是" if case.reply_wanted else "否",
            "raised_before": str(case.get_raised_before_display()),
            "wished_units": "、".join(unit.name for unit in case.wished_units.all()),
            "topic": case.topic,
            "accepted_at": written(case.accepted_at),
            "assigned_at": written(case.assigned_at),
            "committee": case.committee.name if case.committee else "",
            "concluded_at": written(concluded.at if concluded else None),
            "closed_at": written(case.closed_at),
            "archived_at": written(case.archived_at),
            "archive_number": case.archive_number,
            "source_id": self._source(),
        } | self._outcome()

    def _outcome(self) -> dict[str, str]:
        if self.case.state not in TURNED:
            return {}
        step = self._step("not_accept", "refer", "send_back", "withdraw")
        facts = step.facts if step else {}
        return {
            "outcome": str(self.case.standing.label),
            "outcome_at": written(step.at if step else None),
            "outcome_ground": str(facts.get("ground", "")),
            "outcome_reason": str(facts.get("reason", "") or facts.get("advice", "")),
        }

    def _parts(self) -> list[dict[str, str]]:
        found = []
        for handling in self.case.handlings.all():
            if handling.state == HandlingState.CANCELLED:
                continue
            own = self._part(handling)
            replies = [self._reply(one) for one in handling.replies.all() if one.delivered_at]
            found += [own | one for one in replies] or [own]
        return found

    def _part(self, handling: Handling) -> dict[str, str]:
        step = self._step("dispatch", kind="handling", key=handling.pk)
        return {
            "unit": handling.unit.name,
            "mode": str(handling.get_mode_display()),
            "part": handling.part,
            "dispatched_at": written(step.at if step else None),
            "signed_at": written(handling.signed_at),
        }

    def _reply(self, reply: Any) -> dict[str, str]:
        rework = self._step("rework", round_=reply.round) if reply.round > 1 else None
        return {
            "round": str(reply.round),
            "rework_at": written(rework.at if rework else None),
            "rework_note": str(rework.facts.get("note", "")) if rework else "",
            "reply_class": reply.reply_class,
            "document_number": reply.document_number,
            "reply": reply.body,
            "explanation": reply.explanation,
            "signer": reply.signer_name,
            "contact_name": reply.contact_name,
            "contact_phone": reply.contact_phone,
            "public_attribute": str(reply.get_public_attribute_display()),
            "withheld_reason": reply.withheld_reason,
            "delivered_at": written(reply.delivered_at),
        }

    def _ratings(self) -> list[dict[str, str]]:
        return [
            {
                "rater": one.seat.person.name,
                "rate_round": str(one.round),
                "rated_unit": one.handling.unit.name if one.handling else "",
                "attitude": option_words(one.attitude, one.attitude_label),
                "result": option_words(one.result, one.result_label),
                "comment": one.comment,
                "publish_agreed": "是" if one.publish_agreed else "否",
                "rated_at": written(one.at),
            }
            for one in self.case.ratings.all()
            if one.replaced_at is None
        ]
