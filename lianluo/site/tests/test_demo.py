"""The demo shows all that Lianluo knows: every state, every kind of record, something to do and to read for every role.

The province is filled once for the module, in a transaction of its own, and only read.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import models, transaction
from django.test import Client
from django.utils import timezone

from lianluo.people.actor import actor_for
from lianluo.people.models import Account, Role, Seat
from lianluo.people.roles import RoleKind
from lianluo.site.demo.cast import PARTS
from lianluo.site.demo.fill import fill
from lianluo.site.demo.province import PLACES
from lianluo.suggestions import states
from lianluo.suggestions.models import (
    Assessment,
    AssignmentPlan,
    Contact,
    CoSignature,
    Extension,
    Handling,
    Meeting,
    Objection,
    ProgressNote,
    Promise,
    PromiseRating,
    PromiseStep,
    Publication,
    Reply,
    Suggestion,
    Triage,
)
from lianluo.suggestions.selectors.numbers import every_series
from lianluo.suggestions.selectors.todo import todo_entries
from lianluo.ui.nav import doors

pytestmark = pytest.mark.django_db
LOOK = "the test reads the demo of all its congresses"


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, int]]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill(timezone.localdate(), lambda step: None)
        transaction.set_rollback(True)


def rows(model: type[models.Model], **wanted: Any) -> Any:
    return model.objects.everywhere(LOOK).filter(**wanted)


STANDS: dict[type[models.Model], tuple[type[models.TextChoices], set[str]]] = {
    Suggestion: (states.SuggestionState, set()),
    Handling: (states.HandlingState, set()),
    Reply: (states.ReplyState, {"discarded"}),
    Extension: (states.ExtensionState, set()),
    Promise: (states.PromiseState, set()),
    Publication: (states.PublicationState, set()),
    AssignmentPlan: (states.PlanState, {"running"}),
}
"""Model → its states, and those that last for moments only or that nobody brings about by usual work."""


@pytest.mark.parametrize("model", STANDS, ids=lambda model: str(model.__name__))
def test_every_state_has_a_row(demo: dict[str, int], model: type[models.Model]) -> None:
    all_states, brief = STANDS[model]
    found = set(rows(model).values_list("state", flat=True))
    assert set(all_states.values) - found == brief


WORDS: list[tuple[type[models.Model], str, type[models.TextChoices], set[str]]] = [
    (Suggestion, "kind", states.Kind, set()),
    (Suggestion, "consent", states.Consent, set()),
    (Contact, "stage", states.ContactStage, set()),
    (Contact, "method", states.ContactMethod, set()),
    (Contact, "answer", states.ContactAnswer, set()),
    (Triage, "outcome", states.TriageOutcome, {"redo"}),
    (Promise, "look_back", states.LookBack, set()),
    (PromiseRating, "result", states.Satisfaction, {"dissatisfied"}),
]


@pytest.mark.parametrize(("model", "name", "words", "unused"), WORDS, ids=str)
def test_every_word_is_used(
    demo: dict[str, int],
    model: type[models.Model],
    name: str,
    words: type[models.TextChoices],
    unused: set[str],
) -> None:
    assert set(words.values) - set(rows(model).values_list(name, flat=True)) <= unused


RECORDS: dict[str, tuple[type[models.Model], dict[str, Any]]] = {
    "并案": (Suggestion, {"merged_into__isnull": False, "replied_at__isnull": False}),
    "来信已有结果": (Suggestion, {"letter_answered_at__isnull": False}),
    "等联名代表同意撤回": (Suggestion, {"agreed_ids__len__gt": 0, "state": "handling"}),
    "直通车": (Suggestion, {"is_express": True}),
    "第二次答复": (Reply, {"round": 2, "state": "delivered"}),
    "异议成立": (Objection, {"upheld": True}),
    "异议不成立": (Objection, {"upheld": False}),
    "等审定的异议": (Objection, {"decided_at": None}),
    "对承办单位有意见": (Suggestion, {"units_questioned": True}),
    "移交": (Handling, {"handler__username": "chengban2"}),
    "给代表看的进展": (ProgressNote, {"inside": False}),
    "内部进展": (ProgressNote, {"inside": True}),
    "面商已确认": (Meeting, {"confirmed_at__isnull": False}),
    "面商待确认": (Meeting, {"confirmed_at": None, "objected_at": None}),
    "评估": (Assessment, {}),
    "承诺进展": (PromiseStep, {}),
    "逾期的承诺": (Promise, {"state": "open", "planned_on__lt": timezone.localdate()}),
    "代表不同意公开": (Publication, {"deputy_refused": True}),
    "归档后恢复办理": (Suggestion, {"settled": "reopened", "archive_number__gt": ""}),
    "申请联名": (CoSignature, {"asked_at__isnull": False, "confirmed_at": None, "declined_at": None}),
    "退出联名": (CoSignature, {"withdrawn_at__isnull": False}),
}


@pytest.mark.parametrize("what", RECORDS)
def test_every_kind_of_record_has_a_row(demo: dict[str, int], what: str) -> None:
    model, wanted = RECORDS[what]
    assert rows(model, **wanted).exists()


@pytest.mark.parametrize("code", PLACES)
def test_every_congress_lives(demo: dict[str, int], code: str) -> None:
    """Work at every step, and a session that is over."""
    own = rows(Suggestion, congress__region__code=code)
    assert len(set(own.values_list("state", flat=True))) >= 10
    assert own.filter(session__isnull=False, state__in=("closed", "archived")).count() >= 4


def test_a_gap_in_the_numbers_says_why(demo: dict[str, int]) -> None:
    account = Account.objects.get(username="lianluo")
    actor = actor_for(account, rows(Seat, congress__region__code="43")[0].congress, timezone.localdate())
    assert any(one.gone for one in every_series(actor, timezone.now()))


WAITS = {
    RoleKind.LIAISON,
    RoleKind.LIAISON_LEAD,
    RoleKind.DELEGATION_STAFF,
    RoleKind.SESSION_STAFF,
    RoleKind.DISPATCHER,
    RoleKind.UNIT_HANDLER,
    RoleKind.UNIT_REVIEWER,
    RoleKind.UNIT_SIGNER,
}
"""Roles with a part in the handling; the others look on, supervise or administer."""


STILL_EMPTY = {("yianzu", "suggestions.plans")}
"""The plan of the session in progress is drawn up at its end; the staff of the session sees no other."""


@pytest.mark.parametrize("part", PARTS, ids=lambda part: str(part.username))
def test_everybody_has_something_to_do_and_to_read(demo: dict[str, int], part: Any) -> None:
    account = Account.objects.get(username=part.username)
    congress = rows(Role, account=account).first() or rows(Seat, person=account.person).first()
    actor = actor_for(account, congress.congress, timezone.localdate())
    if not part.kinds or WAITS & set(part.kinds):
        assert todo_entries(actor, timezone.now()), "nothing to do"
    client = Client()
    client.force_login(account)
    for entry, url in doors(actor):
        if not entry.url_name.startswith(("suggestions:", "desk:home")):
            continue
        answer = client.get(url, follow=True)
        assert answer.status_code == 200, url
        if entry.url_name.startswith("suggestions:") and (part.username, entry.key) not in STILL_EMPTY:
            assert 'class="empty' not in answer.content.decode(), f"{url} is empty"
