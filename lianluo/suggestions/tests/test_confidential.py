"""保密: a proposer's name reaches no unit and no other deputy, on whatever way (2-domain 1.3)."""

import html
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from django.urls import reverse

from lianluo.papers import pdf
from lianluo.suggestions import policy
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Handling
from lianluo.suggestions.states import SIGNED_SCANS
from lianluo.suggestions.tests import veiled
from lianluo.suggestions.tests.veiled import LEAD, NAMES, Life
from lianluo.trail.models import Attachment
from lianluo.trail.steps import Stale
from tests.cast import NOW, Cast
from tests.matrix import ROWS
from tests.stock import MAKERS

pytestmark = pytest.mark.django_db

UNITS = ("zhao", "ma", "hu", "xu", "liu", "gao")
READERS = (*UNITS, "zhou")
"""People of the two units, of the office, and a deputy who reads what is public among deputies."""
OF_CASE = (
    *("suggestion", "draft", "submitted", "entered", "invited", "signed", "joining", "accepted", "replied"),
    *("rated", "dissatisfied", "to_meet", "met", "closed", "joint", "asked_withdraw", "letter", "bundle"),
    *("questioned", "notified", "divided"),
)
ROSTER = {"desk:deputies", "desk:pick_deputies"}
"""Where deputies find one another, whoever proposed what."""
ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
OF_HANDLING = ("handling", "bundle_part", "unsigned", "at_office", "objected", "opinion")
STRANGE = {
    "invited_seat",
    "draft_file",
    "objection",
    "recount",
    "account",
    "role",
    "seat",
    "seat_field",
    "seat_move",
}
STRANGE |= {
    "congress",
    "unit",
    "term",
    "new_term",
    "session",
    "delegation",
    "delegation_term",
    "coming_rule",
    "rule",
}
STRANGE |= {
    "stand_in",
    "year",
    "office",
    "notice",
    "figure",
    "snapshot",
    "paper",
    "table",
    "batch",
    "nothing",
}
"""Arguments that name nothing of a suggestion (or what only a draft has): no page about it hangs on them."""


@pytest.fixture(scope="module")
def life(shared_cast: Cast) -> Life:
    """Lived once for all who read of it; each test's own writing is taken back."""
    return veiled.whole_life(shared_cast.home, NOW)


@pytest.fixture(autouse=True)
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Laying out pages takes long, and a PDF says what the page beside it says."""
    monkeypatch.setattr(pdf, "engine", lambda: None)


def things(life: Life) -> dict[str, list[list[Any]]]:
    """What of this suggestion each kind of address may name."""
    case, scope = life.case, life.place.congress.scope
    handlings = list(case.handlings.order_by("pk"))
    files = Attachment.objects.within(scope)
    replies = [reply for one in handlings for reply in one.replies.all()]
    promises = [promise for one in handlings for promise in one.promises.all()]
    found: dict[str, list[list[Any]]] = {kind: [[case.pk]] for kind in OF_CASE}
    found |= {kind: [[one.pk] for one in handlings] for kind in OF_HANDLING}
    found |= {kind: [[one.pk] for one in replies] for kind in ("delivered", "reply", "given_opinion")}
    found |= {kind: [[one.pk] for one in case.publications.all()] for kind in ("publication", "published")}
    found["events"] = [["suggestion", case.pk]]
    found["feedback"] = [[case.pk, n, seat] for n in (1, 2) for seat in case.signer_ids]
    found["talk"] = [[talk.pk] for one in handlings for talk in one.contacts.all()]
    found["plan"], found["plan_row"] = [[life.plan.pk]], [[row.pk] for row in life.plan.rows.all()]
    found["promise"], found["extension"] = [[one.pk] for one in promises], [[life.extension.pk]]
    found["education"] = [[life.place.units["education"].pk]]
    found["attachment"] = [[case.pk, one.pk] for one in files]
    found["talk_file"] = [[one.case_id, one.pk] for one in files.filter(case_type="handling")]
    found["reply_file"] = [[one.case_id, one.pk] for one in files.filter(case_type="reply")]
    found["promise_file"] = [[one.case_id, one.pk] for one in files.filter(case_type="promise")]
    return found | {"": [[]]}


def own_files(life: Life, units: Any) -> list[Attachment]:
    """What the reader's own unit brought: what stands in it the unit knows."""
    own = life.case.handlings.filter(unit__in=units).values("pk")
    return list(
        Attachment.objects.within(life.place.congress.scope).filter(case_type="handling", case_id__in=own)
    )


def paths(life: Life) -> Iterator[str]:
    known = things(life)
    assert set(MAKERS) <= set(known) | STRANGE, "say what the new kind of argument names"
    for name, row in ROWS.items():
        if name in ROSTER:
            continue
        for args in known.get(row.args, []):
            yield reverse(name, args=args)


def texts(body: bytes) -> Iterator[str]:
    """Everything readable in an answer: a workbook, a letter and a zip are opened, however deep, escapes are read."""
    if body[:2] != b"PK":
        plain = html.unescape(body.decode(errors="replace").replace("<wbr>", ""))
        yield ESCAPED.sub(lambda one: chr(int(one[1], 16)), plain)
        return
    with zipfile.ZipFile(io.BytesIO(body)) as pack:
        for name in pack.namelist():
            yield name
            yield from texts(pack.read(name))


def said(answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return "\n".join((unquote(str(answer.headers)), *texts(body)))


def named_in(answer: Any) -> list[str]:
    text = said(answer)
    return [name for name in NAMES if name in text]


@pytest.mark.parametrize("key", READERS)
def test_no_page_and_no_download_names_them(shared_cast: Cast, life: Life, key: str) -> None:
    client, opened, leaks = shared_cast.client(key), 0, {}
    brought = [f"/files/{one.pk}/" for one in own_files(life, shared_cast.home.actor(key).units())]
    for path in paths(life):
        answer = client.get(path)
        opened += answer.status_code == 200
        if path.endswith(tuple(brought)):
            continue
        if found := named_in(answer):
            leaks[path] = found
    assert leaks == {}
    assert opened > (30 if key != "zhou" else 15), "the walk went past the pages"


@pytest.mark.parametrize("key", UNITS)
def test_what_is_taken_away_names_nobody(shared_cast: Cast, life: Life, key: str) -> None:
    case, client = life.case, shared_cast.client(key)
    listing = reverse("suggestions:list")
    sheet = said(client.post(f"{listing}?all=", {"do": "export"}))
    assert "关于加快补齐" in sheet
    assert [name for name in NAMES if name in sheet] == []
    own = [one.name for one in own_files(life, shared_cast.home.actor(key).units())]
    taken = client.post(reverse("suggestions:whole", args=[case.pk]), {"as": "zip"})
    with zipfile.ZipFile(io.BytesIO(b"".join(taken.streaming_content))) as pack:
        for entry in pack.namelist():
            text = "\n".join(texts(pack.read(entry))) if not entry.endswith(tuple(own)) else ""
            assert [name for name in NAMES if name in entry + text] == [], entry


def test_whoever_may_know_still_reads_it(shared_cast: Cast, life: Life) -> None:
    """The same walk finds the names where they belong: without this the tests above could not fail."""
    case = life.case
    page = reverse("suggestions:case", args=[case.pk])
    for key in ("wang", "li", "wu", "chen", "guo"):
        assert named_in(shared_cast.client(key).get(page)) == list(NAMES), key
    pack = shared_cast.client("wang").post(reverse("suggestions:whole", args=[case.pk]), {"as": "zip"})
    assert "李建国建议.pdf" in said(pack)


def test_their_names_find_nothing(shared_cast: Cast, life: Life) -> None:
    for key in (*READERS, "liu"):
        for url in ("suggestions:list", "desk:search", "suggestions:plan_rows", "suggestions:promises"):
            answer = shared_cast.client(key).get(f"{reverse(url)}?all=&q={LEAD}")
            assert "洞庭湖区农村安全饮水" not in said(answer), (key, url)
    assert "洞庭湖区农村安全饮水" in said(
        shared_cast.client("wang").get(f"{reverse('suggestions:list')}?all=&q={LEAD}")
    )


def test_who_was_faster_is_not_named(shared_cast: Cast, life: Life) -> None:
    case = life.case
    stale = Handling.objects.within(shared_cast.home.congress.scope).select_related(
        "suggestion", "unit", "congress"
    )
    first, second = stale.get(suggestion=case, mode="lead"), stale.get(suggestion=case, mode="lead")
    note = {"on": NOW.date(), "text": "在办。", "actor": shared_cast.zhao, "at": NOW}
    say.note(first, **note)
    with pytest.raises(Stale, match="他人已于"):
        say.note(second, **note)


@pytest.mark.parametrize("kind", sorted(SIGNED_SCANS))
def test_a_signed_scan_is_refused_with_the_reason(shared_cast: Cast, life: Life, kind: str) -> None:
    verdict = policy.may_read_file(shared_cast.zhao, life.case, kind)
    assert not verdict
    assert "代表要求不公开姓名" in str(verdict.reason)
    scan = Attachment.objects.within(shared_cast.home.congress.scope).get(case_type="suggestion", kind=kind)
    url = reverse("suggestions:attachment", args=[life.case.pk, scan.pk])
    answers = {
        key: shared_cast.client(key).get(url).status_code
        for key in ("zhao", "liu", "gao", "zhou", "wang", "li")
    }
    assert answers == {"zhao": 403, "liu": 403, "gao": 403, "zhou": 403, "wang": 200, "li": 200}


def test_the_page_says_that_files_are_withheld(shared_cast: Cast, life: Life) -> None:
    case = life.case
    page = reverse("suggestions:case", args=[case.pk])
    assert "另有 3 件扫描件上有代表姓名" in said(shared_cast.client("zhao").get(page))
    assert "扫描件上有代表姓名" not in said(shared_cast.client("wang").get(page))


def test_the_record_of_a_talk_stays_with_its_unit(shared_cast: Cast, life: Life) -> None:
    case = life.case
    record = Attachment.objects.within(shared_cast.home.congress.scope).get(name="面谈记录.pdf")
    url = reverse("suggestions:handling_file", args=[record.case_id, record.pk])
    assert shared_cast.client("zhao").get(url).status_code == 200
    assert shared_cast.client("liu").get(url).status_code == 403
    assert "面谈记录.pdf" not in said(
        shared_cast.client("liu").get(reverse("suggestions:case", args=[case.pk]))
    )


def test_words_of_others_are_kept_but_for_the_name(shared_cast: Cast, life: Life) -> None:
    case = life.case
    page = said(shared_cast.client("zhao").get(reverse("suggestions:case", args=[case.pk])))
    assert "代表：没有时间表。" in page
    assert "电话问了代表。" in page
