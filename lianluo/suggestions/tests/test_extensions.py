"""延期: asked for with the proof that the deputy was told; who consents is the congress's rule (代表法 art. 51)."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from lianluo.congress.rules.acts import Basis, set_rule
from lianluo.notices.models import Notice
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Extension, Handling, Suggestion
from lianluo.suggestions.selectors.todo import todo_entries
from lianluo.suggestions.states import ExtensionState, Mode
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Attachment
from lianluo.trail.steps import Refused
from lianluo.trail.verify import verify
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.django_db

UNTIL = date(2026, 10, 10)
PROOF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def by_rule(cast: Cast, consent: str, now: datetime) -> None:
    set_rule(
        cast.home.congress, "extension.consent", consent, valid_from=TODAY,
        basis=Basis(source="条例", note="本级条例"), actor=cast.qian, at=now,
    )  # fmt: skip


def ask(cast: Cast, handling: Handling, now: datetime, **changes: Any) -> Extension:
    facts = {"until": UNTIL, "reason": "涉及面广", "told_on": TODAY, "told_deputy": "电话告知李建国代表"}
    return say.ask_longer(handling, actor=cast.zhao, at=now, **facts | changes)


def in_hand(cast: Cast, now: datetime) -> Handling:
    return lives.signed_for(cast.home, now).handlings.select_related("suggestion").get()


def told(cast: Cast, key: str) -> set[str]:
    """Who at home got the notice."""
    names = {account.pk: name for name, account in cast.home.accounts.items()}
    rows = Notice.objects.within(cast.home.congress.scope).filter(key=f"suggestion.{key}")
    return {names[pk] for pk in rows.values_list("account", flat=True)}


def waits_for(cast: Cast, key: str, now: datetime) -> bool:
    return any(e.key.startswith("extension:") for e in todo_entries(cast.home.actor(key), now))


def test_usually_the_assigning_body_consents_and_the_deputy_reads_of_it(cast: Cast, now: datetime) -> None:
    handling = in_hand(cast, now)
    extension = ask(cast, handling, now)
    assert {"wang", "qian", "gao"} <= told(cast, "longer_asked")
    assert told(cast, "longer_told") == {"li"}
    assert waits_for(cast, "wang", now)
    assert not waits_for(cast, "li", now)
    with pytest.raises(Refused, match="联工委"):
        say.grant(extension, actor=cast.li, at=now)
    say.grant(extension, actor=cast.wang, at=now)
    handling.refresh_from_db()
    assert handling.due_on == UNTIL


def test_where_the_deputy_consents_the_office_does_not_decide_alone(cast: Cast, now: datetime) -> None:
    by_rule(cast, "deputy", now)
    handling = in_hand(cast, now)
    extension = ask(cast, handling, now)
    assert told(cast, "longer_consent") == {"li"}
    assert waits_for(cast, "li", now)
    assert not waits_for(cast, "wang", now)
    with pytest.raises(Refused, match="领衔代表"):
        say.grant(extension, actor=cast.gao, at=now)
    with pytest.raises(Refused, match="怎样答复"):
        say.grant(extension, actor=cast.wang, at=now)
    say.grant(extension, actor=cast.li, at=now)
    handling.refresh_from_db()
    assert handling.due_on == UNTIL


def test_the_office_may_write_down_what_the_deputy_said(cast: Cast, now: datetime) -> None:
    by_rule(cast, "deputy", now)
    extension = ask(cast, in_hand(cast, now), now)
    page = cast.client("wang").post(reverse("suggestions:grant", args=[extension.pk]), {"decision": ""})
    assert "请写明代表是什么时候、怎样答复的。" in page.content.decode()
    say.grant(extension, actor=cast.wang, at=now, decision="5月21日李建国代表电话同意")
    assert extension.state == ExtensionState.GRANTED


def test_where_telling_is_enough_the_new_day_holds_at_once(cast: Cast, now: datetime) -> None:
    by_rule(cast, "told", now)
    handling = in_hand(cast, now)
    extension = ask(cast, handling, now)
    handling.refresh_from_db()
    assert (extension.state, handling.due_on) == (ExtensionState.GRANTED, UNTIL)
    assert {"li", "wang", "zhao"} <= told(cast, "longer_taken")
    page = cast.client("li").get(reverse("suggestions:case", args=[handling.suggestion_id])).content.decode()
    assert "告知代表后，延期到2026年10月10日" in page.replace("<wbr>", "")
    assert "已延期，原为" in page.replace("<wbr>", "")


def test_the_proof_is_kept_with_its_digest_and_shown_to_who_decides(cast: Cast, now: datetime) -> None:
    handling = in_hand(cast, now)
    proof = SimpleUploadedFile("代表回复.pdf", PROOF, "application/pdf")
    extension = ask(cast, handling, now, proof=proof)
    assert extension.proof
    assert verify() == []
    page = cast.client("wang").get(reverse("suggestions:grant", args=[extension.pk])).content.decode()
    assert "代表回复.pdf" in page
    url = reverse("suggestions:attachment", args=[handling.suggestion_id, extension.proof.pk])
    assert cast.client("wang").get(url).status_code == 200
    assert cast.client("li").get(url).status_code == 200
    assert cast.client("tang").get(url).status_code == 404
    assert cast.neighbour.client("wang").get(url).status_code == 404


def form(handling: Handling) -> dict[str, Any]:
    """The page as it is filled in today: pages look at the clock on the wall."""
    today = timezone.localdate()
    until = (handling.due_on or today) + timedelta(days=10)
    told = {"told_on": today.isoformat(), "told_deputy": "电话告知"}
    return {"until": until.isoformat(), "reason": "涉及面广，要联合调查", "seen": handling.trail_seq} | told


def test_a_file_that_is_none_is_refused_beside_the_field(cast: Cast) -> None:
    handling = in_hand(cast, timezone.now())
    bad = SimpleUploadedFile("回复.pdf", b"MZ\x90 no pdf at all", "application/pdf")
    page = cast.client("zhao").post(
        reverse("suggestions:ask_longer", args=[handling.pk]), form(handling) | {"proof": bad}
    )
    assert "涉及面广" in page.content.decode()
    assert not Attachment.objects.everywhere("the test looks").exists()
    assert not Extension.objects.everywhere("the test looks").exists()


@pytest.mark.parametrize(
    ("field", "days", "sentence"),
    [
        ("until", 0, "请选择比现在的期限更晚的日期。"),
        ("until", 100, "最迟只能延到"),
        ("told_on", 1, "告知代表的日期不能晚于今天。"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(cast: Cast, field: str, days: int, sentence: str) -> None:
    handling = in_hand(cast, timezone.now())
    start = handling.due_on if field == "until" else timezone.localdate()
    assert start
    wrong = {field: (start + timedelta(days=days)).isoformat()}
    page = cast.client("zhao").post(
        reverse("suggestions:ask_longer", args=[handling.pk]), form(handling) | wrong
    )
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert "涉及面广，要联合调查" in page.content.decode()


def test_the_deputy_is_told_between_assignment_and_today(cast: Cast, now: datetime) -> None:
    handling = in_hand(cast, now)
    with pytest.raises(Refused, match="晚于今天"):
        ask(cast, handling, now, told_on=TODAY + timedelta(days=1))
    with pytest.raises(Refused, match="早于交办之日"):
        ask(cast, handling, now, told_on=TODAY - timedelta(days=1))


def test_too_late_is_too_late(cast: Cast, now: datetime) -> None:
    handling = in_hand(cast, now)
    with pytest.raises(Refused, match="已过"):
        ask(cast, handling, datetime(2026, 8, 21, 9, 0, tzinfo=now.tzinfo))


def test_who_comes_too_late_reads_so_before_filling_anything_in(cast: Cast) -> None:
    handling = in_hand(cast, timezone.now() - timedelta(days=200))
    url = reverse("suggestions:ask_longer", args=[handling.pk])
    assert "答复期限已过" in cast.client("zhao").get(url).content.decode()
    page = cast.client("zhao").post(url, form(handling)).content.decode()
    assert "涉及面广，要联合调查" in page
    assert not Extension.objects.everywhere("the test looks").exists()


def test_one_request_at_a_time_and_the_same_form_twice_is_one(cast: Cast) -> None:
    handling = in_hand(cast, timezone.now())
    for _twice in range(2):
        answer = cast.client("zhao").post(
            reverse("suggestions:ask_longer", args=[handling.pk]), form(handling)
        )
        assert answer.status_code == 302
    assert Extension.objects.everywhere("the test looks").count() == 1
    handling.refresh_from_db()
    again = form(handling)
    page = cast.client("zhao").post(reverse("suggestions:ask_longer", args=[handling.pk]), again)
    assert page.status_code == 403
    assert "等待同意" in page.content.decode()


def test_a_second_extension_stops_at_six_months(cast: Cast, now: datetime) -> None:
    handling = in_hand(cast, now)
    say.grant(ask(cast, handling, now), actor=cast.wang, at=now)
    handling.refresh_from_db()
    with pytest.raises(Refused, match="2026-11-20"):
        ask(cast, handling, now, until=date(2026, 11, 21))
    say.grant(ask(cast, handling, now, until=date(2026, 11, 20)), actor=cast.wang, at=now)
    handling.refresh_from_db()
    assert handling.due_on == date(2026, 11, 20)


def test_a_co_handler_ends_where_the_lead_unit_has_to_answer(cast: Cast, now: datetime) -> None:
    case: Suggestion = lives.assigned(cast.home, now, ("health", "education"))
    helper = case.handlings.select_related("suggestion").get(mode=Mode.CO)
    say.sign_for(helper, actor=cast.zhao, at=now)
    with pytest.raises(Refused, match="2026-08-20"):
        ask(cast, helper, now, until=date(2026, 8, 21))
    say.grant(ask(cast, helper, now, until=date(2026, 8, 19)), actor=cast.wang, at=now)
    helper.refresh_from_db()
    assert helper.due_on == date(2026, 8, 19)


def test_a_long_reason_is_kept_whole(cast: Cast, now: datetime) -> None:
    """As long as the form takes it."""
    extension, reason = ask(cast, in_hand(cast, now), now), "理由" * 500
    url = reverse("suggestions:refuse", args=[extension.pk])
    answer = cast.client("wang").post(url, {"decision": reason})
    assert answer.status_code == 302
    extension.refresh_from_db()
    assert extension.decision == reason
