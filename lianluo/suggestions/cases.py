"""The kinds of cases of this room, as the trail and the audit know them."""

from typing import Any

from django.db.models import CharField, F, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat, TruncDate
from django.urls import reverse

from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.flow import (
    EXTENSION,
    HANDLING,
    PLAN,
    PROMISE,
    PUBLICATION,
    RECOUNT,
    REPLY,
    SUGGESTION,
)
from lianluo.suggestions.models import (
    AssignmentPlan,
    Extension,
    Handling,
    Promise,
    Publication,
    Recount,
    Reply,
    Suggestion,
)
from lianluo.suggestions.selectors.timeline import described
from lianluo.trail.cases import CaseType
from lianluo.trail.cases import register as know


def page(suggestion_id: int) -> str:
    return reverse("suggestions:case", args=[suggestion_id])


def _of_suggestion(case: Any) -> str:
    return page(case.pk)


def _of_handling(case: Any) -> str:
    return page(case.suggestion_id)


def _of_reply(case: Any) -> str:
    return page(case.handling.suggestion_id)


def _of_promise(case: Any) -> str:
    return reverse("suggestions:promise", args=[case.pk])


def _title() -> Combinable:
    return F("title")


def _text() -> Combinable:
    return F("text")


def _with_its_unit() -> Combinable:
    return Concat("suggestion__title", Value(" · "), "unit__name")


def _of_its_handling() -> Combinable:
    return Concat("handling__suggestion__title", Value(" · "), "handling__unit__name")


def _prepared() -> Combinable:
    return Concat(_day("prepared_at"), Value(" "), Value(str(_("测算"))))


def _made() -> Combinable:
    return Concat(Value(str(_("建议交办方案"))), Value(" "), _day("made_at"))


def _day(moment: str) -> Combinable:
    return Cast(TruncDate(moment), CharField())


def _of_recount(case: Any) -> str:
    return reverse("suggestions:recounts")


def _of_plan(case: Any) -> str:
    return reverse("suggestions:plan", args=[case.pk])


def register() -> None:
    know(
        CaseType(
            flow=SUGGESTION,
            model=Suggestion,
            title=_title,
            seen_by=policy.seen_by,
            may_see=policy.may_see,
            describe=described,
            url=_of_suggestion,
        )
    )
    know(
        CaseType(
            flow=HANDLING,
            model=Handling,
            title=_with_its_unit,
            describe=described,
            url=_of_handling,
        )
    )
    know(CaseType(flow=REPLY, model=Reply, title=_of_its_handling, describe=described, url=_of_reply))
    know(CaseType(flow=RECOUNT, model=Recount, title=_prepared, describe=described, url=_of_recount))
    know(CaseType(flow=EXTENSION, model=Extension, title=_of_its_handling, describe=described, url=_of_reply))
    know(CaseType(flow=PROMISE, model=Promise, title=_text, describe=described, url=_of_promise))
    know(CaseType(flow=PUBLICATION, model=Publication, title=_title, describe=described, url=_of_handling))
    know(
        CaseType(
            flow=PLAN,
            model=AssignmentPlan,
            title=_made,
            seen_by=policy.plans_seen_by,
            may_see=policy.may_read_plan,
            describe=described,
            url=_of_plan,
        )
    )
