"""The kinds of cases of this room, as the trail and the audit know them."""

from typing import Any

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
from lianluo.ui.components.text import date_full


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


def _when(case: Any) -> str:
    return str(_("%s测算")) % date_full(case.prepared_at)


def _of_recount(case: Any) -> str:
    return reverse("suggestions:recounts")


def _of_plan(case: Any) -> str:
    return reverse("suggestions:plan", args=[case.pk])


def register() -> None:
    know(
        CaseType(
            flow=SUGGESTION,
            model=Suggestion,
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
            related=("suggestion", "unit"),
            describe=described,
            url=_of_handling,
        )
    )
    know(CaseType(flow=REPLY, model=Reply, describe=described, url=_of_reply))
    know(CaseType(flow=RECOUNT, model=Recount, describe=described, title=_when, url=_of_recount))
    know(CaseType(flow=EXTENSION, model=Extension, describe=described, url=_of_reply))
    know(CaseType(flow=PROMISE, model=Promise, describe=described, url=_of_promise))
    know(CaseType(flow=PUBLICATION, model=Publication, describe=described, url=_of_handling))
    know(
        CaseType(
            flow=PLAN,
            model=AssignmentPlan,
            related=("session",),
            seen_by=policy.plans_seen_by,
            may_see=policy.may_read_plan,
            describe=described,
            url=_of_plan,
        )
    )
