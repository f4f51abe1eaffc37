"""Files that go with a draft: limits of the congress, taking out, and what the history keeps."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lianluo.congress.models import Rule
from lianluo.suggestions import services as say
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.services.files import files_of
from lianluo.suggestions.tests import lives
from lianluo.trail.models import Attachment, Event
from lianluo.trail.steps import Refused
from lianluo.trail.verify import verify_case
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n"


def pdf(name: str = "走访记录.pdf", body: bytes = PDF) -> Any:
    return SimpleUploadedFile(name, body)


@pytest.fixture
def draft(cast: Cast, now: datetime) -> Suggestion:
    return lives.draft(cast.home, now)


def at(name: str, case: Suggestion, *args: Any) -> str:
    return reverse(f"suggestions:{name}", args=[case.pk, *args])


def read(answer: Any) -> str:
    return str(answer.content.decode()).replace("<wbr>", "")


def test_limits_are_said_before_anything_is_chosen(cast: Cast, draft: Suggestion) -> None:
    Rule.objects.create(congress=cast.home.congress, key="attachment.megabytes", value=8, valid_from=TODAY)
    page = read(cast.client("li").get(at("check", draft)))
    assert "最多 3 个，每个不超过 8 MB" in page
    assert 'data-files="8,3"' in page


def test_two_files_come_up_and_one_goes_again(cast: Cast, draft: Suggestion) -> None:
    li = cast.client("li")
    answer = li.post(at("attach", draft), {"files": [pdf(), pdf("照片说明.pdf")]}, follow=True)
    assert "已添加 2 个附件" in read(answer)
    first, second = files_of(draft)
    assert "已去掉附件" in read(li.post(at("drop_file", draft, first.pk), {"confirmed": "1"}, follow=True))
    assert files_of(draft) == [second]
    assert li.post(at("drop_file", draft, first.pk)).status_code == 302


def test_too_many_too_large_or_of_a_wrong_kind_are_refused_in_words(
    cast: Cast, now: datetime, draft: Suggestion
) -> None:
    Rule.objects.create(congress=cast.home.congress, key="attachment.most", value=1, valid_from=TODAY)
    Rule.objects.create(congress=cast.home.congress, key="attachment.megabytes", value=1, valid_from=TODAY)
    li = cast.client("li")
    assert "最多 1 个附件" in read(li.post(at("attach", draft), {"files": [pdf(), pdf()]}))
    large = pdf(body=PDF + b"0" * 2**20)
    assert "1 MB 的上限" in read(li.post(at("attach", draft), {"files": [large]}))
    assert "只接受" in read(li.post(at("attach", draft), {"files": [pdf("a.exe", b"MZ 1234")]}))
    assert files_of(draft) == []


def test_the_digest_of_each_file_stands_in_the_submission(
    cast: Cast, now: datetime, draft: Suggestion
) -> None:
    say.add_files(draft, [pdf()], actor=cast.li, at=now)
    say.submit(draft, actor=cast.li, at=now)
    event = Event.objects.everywhere("test").get(case_type="suggestion", case_id=draft.pk, move="submit")
    assert [one["name"] for one in event.facts["files"]] == ["走访记录.pdf"]
    with pytest.raises(Refused, match="已提交"):
        say.add_files(draft, [pdf()], actor=cast.li, at=now)


def test_a_file_that_was_handed_in_leaves_the_draft_but_not_the_history(
    cast: Cast, now: datetime, draft: Suggestion
) -> None:
    (kept,) = say.add_files(draft, [pdf()], actor=cast.li, at=now)
    say.submit(draft, actor=cast.li, at=now)
    say.send_back(draft, actor=cast.wang, at=now, advice="附件请换成最新的。")
    say.drop_file(draft, kept, actor=cast.li)
    assert files_of(draft) == []
    assert Attachment.objects.everywhere("test").filter(pk=kept.pk).exists()
    assert verify_case(draft).broken is None
    assert "走访记录.pdf" not in read(cast.client("wang").get(at("case", draft)))


def test_a_new_file_of_a_returned_draft_is_really_removed(cast: Cast, now: datetime) -> None:
    case = lives.returned(cast.home, now)
    (fresh,) = say.add_files(case, [pdf()], actor=cast.li, at=now + timedelta(hours=1))
    say.drop_file(case, fresh, actor=cast.li)
    assert not Attachment.objects.everywhere("test").filter(pk=fresh.pk).exists()


def test_nobody_else_touches_the_files(cast: Cast, now: datetime, draft: Suggestion) -> None:
    say.invite(draft, [cast.home.seats["wu"]], actor=cast.li, at=now)
    assert cast.client("wu").post(at("attach", draft), {"files": [pdf()]}).status_code == 403
    assert cast.client("zhou").post(at("attach", draft), {"files": [pdf()]}).status_code == 404
