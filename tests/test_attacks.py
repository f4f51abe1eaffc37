"""R8: what a hostile visitor tries first. The house is walked with markup in every text, with forms that somebody
else made, and with addresses that lead away.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection, models, transaction
from django.test import Client
from django.urls import reverse

from lianluo.suggestions.models import Suggestion
from lianluo.trail.models import Event
from tests.cast import PASSWORD
from tests.matrix import PUBLIC, ROWS, keys_by_status
from tests.walking import SURE, Walk

pytestmark = pytest.mark.django_db
MARK = "\"'><u x=1>"
"""Leaves an attribute, a tag and a text, wherever it is put without being escaped."""
WHY = "the test writes markup into every text of the house"
WORDS = "[\u4e00-\u9fff]"
"""What people write has Chinese words in it; keys, codes and states have none."""


def texts_of(model: Any) -> list[models.Field]:
    """Columns in which people write freely."""
    return [
        field
        for field in model._meta.local_concrete_fields
        if type(field) in (models.CharField, models.TextField) and not field.choices and not field.primary_key
    ]


def poison() -> set[str]:
    """Put the mark in front of every text, around triggers; what a constraint refuses stays. Names the columns."""
    done = set()
    for model in apps.get_models():
        if not model.__module__.startswith("lianluo."):
            continue
        for field in texts_of(model):
            table, column, most = model._meta.db_table, field.column, field.max_length or 100_000
            with connection.cursor() as cursor:
                try:
                    with transaction.atomic():
                        cursor.execute("SET LOCAL session_replication_role = replica")
                        cursor.execute(
                            f'UPDATE "{table}" SET "{column}" = left(%s || "{column}", %s) WHERE "{column}" ~ %s',
                            [MARK, most, WORDS],
                        )
                except DatabaseError:
                    continue
                finally:
                    cursor.execute("SET LOCAL session_replication_role = origin")
            done.add(f"{model._meta.label_lower}.{field.name}")
    return done


def poison_facts() -> int:
    """The same in the words that the history keeps."""
    changed = 0
    for event in Event.objects.everywhere(WHY):
        facts = marked(event.facts)
        if facts != event.facts:
            with connection.cursor() as cursor, transaction.atomic():
                cursor.execute("SET LOCAL session_replication_role = replica")
                cursor.execute(
                    f"UPDATE {Event._meta.db_table} SET facts = %s WHERE id = %s",
                    [json.dumps(facts, ensure_ascii=False), event.pk],
                )
                cursor.execute("SET LOCAL session_replication_role = origin")
            changed += 1
    return changed


def marked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: marked(one) for key, one in value.items()}
    if isinstance(value, list):
        return [marked(one) for one in value]
    return MARK + value if isinstance(value, str) and re.search(WORDS, value) else value


@pytest.fixture(scope="module")
def poisoned(walk: Walk, django_db_blocker: Any) -> Iterator[tuple[Walk, set[str]]]:
    with django_db_blocker.unblock(), transaction.atomic():
        done = poison()
        assert poison_facts() > 20
        yield walk, done
        transaction.set_rollback(True)


def readers(name: str) -> list[str]:
    """One of those for whom the page opens."""
    opens = keys_by_status(ROWS[name].get).get(200, set())
    return [key for key in ("wang", "li", "zhao", "han", "gao", "dong") if key in opens][:1] or sorted(opens)[
        :1
    ]


def test_markup_in_any_text_stays_text_on_every_page(poisoned: tuple[Walk, set[str]]) -> None:
    walk, _done = poisoned
    broken, shown = [], 0
    for name, row in ROWS.items():
        for key in readers(name):
            answer = walk.answer("home", key, walk.path(name, row.args))
            if answer.streaming or "html" not in answer.get("Content-Type", ""):
                continue
            page = answer.content.decode()
            shown += "&lt;u x=1&gt;" in page
            if "<u x=1>" in page:
                at = page.index("<u x=1>")
                broken.append(f"{name} as {key}: …{page[max(0, at - 120) : at + 40]}…")
    assert broken == []
    assert shown > 60


def test_the_mark_stands_in_the_texts_that_matter(poisoned: tuple[Walk, set[str]]) -> None:
    _walk, done = poisoned
    assert {
        "suggestions.suggestion.title",
        "people.account.display_name",
        "people.person.name",
        "congress.unit.name",
        "trail.attachment.name",
        "notices.notice.title",
    } <= done
    assert len(done) > 60


def written() -> tuple[int, int]:
    return Event.objects.everywhere(WHY).count(), Suggestion.objects.everywhere(WHY).count()


@pytest.mark.parametrize("trick", ["no token", "foreign origin"])
def test_a_form_that_another_site_made_does_nothing(walk: Walk, trick: str) -> None:
    """Every address that takes forms, as somebody who might send them."""
    passed = []
    for name, row in ROWS.items():
        may = keys_by_status(row.post or row.get)
        keys = sorted(may.get(302, set()) | may.get(200, set()))
        if not keys or name in PUBLIC:
            continue
        client = Client(enforce_csrf_checks=True)
        session = settings.SESSION_COOKIE_NAME
        client.cookies[session] = walk.clients["home", keys[0]].cookies[session].value
        sent, headers = dict(SURE), {}
        if trick == "foreign origin":
            client.get(reverse("account_login"))
            client.cookies["csrftoken"] = "a" * 32
            sent["csrfmiddlewaretoken"], headers = "a" * 32, {"Origin": "https://evil.example"}
        before = written()
        answer = client.post(walk.path(name, row.args), sent, headers=headers)
        if answer.status_code not in (403, 405) or written() != before:
            passed.append(f"{name}: {answer.status_code}")
    assert passed == []


@pytest.mark.parametrize(
    "wanted", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_no_address_leads_away(shared_cast: Any, wanted: str) -> None:
    signing_in = Client().post(
        f"{reverse('account_login')}?next={wanted}", {"login": "wang", "password": PASSWORD, "next": wanted}
    )
    looks = Client().post(reverse("ui:preferences"), {"theme": "dark", "next": wanted})
    leaving = shared_cast.client("wang").post(reverse("account_logout"), {"next": wanted})
    for answer in (signing_in, looks, leaving):
        assert answer.status_code == 302
        assert "evil" not in answer["Location"]
        assert answer["Location"].startswith("/")


def test_another_host_is_not_answered(shared_cast: Any) -> None:
    assert Client().get(reverse("account_login"), headers={"Host": "evil.example"}).status_code == 400
    page = Client().get(reverse("account_login"), headers={"X-Forwarded-Host": "evil.example"})
    assert "evil.example" not in page.content.decode()


def test_a_session_that_was_planted_is_not_used(shared_cast: Any) -> None:
    client = Client()
    client.get(reverse("account_login"))
    client.cookies["sessionid"] = "planted0planted0planted0planted0"
    client.post(reverse("account_login"), {"login": "wang", "password": PASSWORD})
    assert client.cookies["sessionid"].value != "planted0planted0planted0planted0"
    stranger = Client()
    stranger.cookies["sessionid"] = "planted0planted0planted0planted0"
    assert stranger.get(reverse("ui:mine")).status_code == 302


def test_fields_that_no_form_has_change_nothing(walk: Walk) -> None:
    case = walk.stock.draft
    foreign = {
        "title": "关于完善乡村道路养护机制的建议", "situation": "路面破损。", "proposals": "加强养护。",
        "state": "closed", "number": "9999", "congress": walk.cast.neighbour.congress.pk, "lead": "1", "id": "1",
        "version": str(case.version) if hasattr(case, "version") else "",
    }  # fmt: skip
    walk.clients["home", "li"].post(reverse("suggestions:save", args=[case.pk]), foreign)
    after = Suggestion.objects.everywhere(WHY).get(pk=case.pk)
    assert (after.state, after.number, after.congress_id, after.lead_id) == (
        case.state, case.number, case.congress_id, case.lead_id,
    )  # fmt: skip


def test_a_request_is_not_given_back(shared_cast: Any) -> None:
    answer = Client().trace(reverse("account_login"), headers={"X-Secret": "do-not-echo"})
    assert "do-not-echo" not in answer.content.decode()
