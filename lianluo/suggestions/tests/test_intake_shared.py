"""Real messages and real long suggestions, where they lie beside the checkout (tests/shared.py)."""

import csv
import io
import json

import pytest

from lianluo.exchange.giving import as_document
from lianluo.exchange.models import Origin
from lianluo.exchange.tests.hands import said, taken_in
from lianluo.exchange.tests.shared import shared
from lianluo.exchange.values import read_moment
from lianluo.suggestions.models import Suggestion
from tests.cast import Cast

MOST = 40  # all 2,261: run.py bench tables 2000 …/with_replies.csv


def _first(text: str, rows: int) -> tuple[bytes, list[dict[str, str]]]:
    kept = list(csv.DictReader(io.StringIO(text)))[:rows]
    out = io.StringIO()
    writer = csv.DictWriter(out, kept[0])
    writer.writeheader()
    writer.writerows(kept)
    return out.getvalue().encode(), kept


def test_messages_and_answers_keep_both_their_times(cast: Cast) -> None:
    content, rows = _first(shared("messages/with_replies.csv").read_text(encoding="utf-8-sig"), MOST)
    lead, unit = str(cast.home.seats["li"].pk), str(cast.home.units["education"].pk)
    batch = taken_in(
        "suggestions", content, "留言.csv", actor=cast.wang, lead=lead, unit=unit, reply_class="A", settle="1"
    )
    assert (batch.counts["made"], batch.counts["left"]) == (MOST, 0), said(batch)[:5]
    scope = cast.home.congress.scope
    keys = dict(Origin.objects.within(scope).values_list("key", "target"))
    for row in rows:
        case = Suggestion.objects.within(scope).get(pk=keys[f"id:{row['留言编号']}"])
        assert case.submitted_at == read_moment(row["留言时间"])
        assert case.replied_at == read_moment(row["答复时间"])
        assert case.handlings.get().replies.get().body == row["答复意见"].strip()
        assert case.state == "closed"


@pytest.mark.parametrize("form", ["jsonl", "docx"])
def test_long_suggestions_come_in_to_the_last_character(cast: Cast, form: str) -> None:
    lines = shared("congress_shanghai/suggestions_fulltext.jsonl").read_text(encoding="utf-8").splitlines()
    lead = str(cast.home.seats["li"].pk)
    facts = {"lead": lead, "submitted_at": "2024-01-20 12:00:00"}
    rows = [json.loads(line) for line in lines]
    if form == "jsonl":
        named = [row | {"title": row["title"] or f"关于{row['topic']}的建议"} for row in rows]
        content = "\n".join(json.dumps(row, ensure_ascii=False) for row in named).encode()
        batch = taken_in("suggestions", content, "建议.jsonl", actor=cast.wang, **facts)
    else:
        longest = max(rows, key=lambda row: row["chars"])
        rows = [longest]
        content = as_document(f"关于{longest['topic']}的建议", longest["text"])
        batch = taken_in("suggestions", content, "建议.docx", actor=cast.wang, **facts)
    assert (batch.counts["made"], batch.counts["left"]) == (len(rows), 0), said(batch)
    cases = Suggestion.objects.within(cast.home.congress.scope)
    texts = sorted(_plain(case.title + case.situation + case.proposals) for case in cases)
    texts += sorted(_plain(case.situation + case.proposals) for case in cases)
    for text in (_plain(row["text"]) for row in rows):
        assert any(text in one or (text.endswith(one) and len(text) - len(one) < 80) for one in texts), text[
            :40
        ]


def _plain(text: str) -> str:
    return "".join(text.split())
