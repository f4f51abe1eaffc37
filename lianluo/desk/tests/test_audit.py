"""The auditor reads everything and does nothing; nobody else reads the audit."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.urls import reverse

from lianluo.congress.models import Unit
from lianluo.desk.audit_changes import RISKY, _line
from lianluo.desk.tasks import check_history
from lianluo.people.history import record
from lianluo.people.models import Reveal
from lianluo.people.roles import AccountAct
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.tests import lives
from lianluo.trail.roots import seal_day
from lianluo.ui.models import LongWork
from tests.cast import Cast
from tests.walking import EVERYONE

pytestmark = pytest.mark.django_db

PAGES = ("audit", "audit_accounts", "audit_reveals", "audit_changes", "audit_proof", "audit_roots")


def read(cast: Cast, name: str, *args: Any, key: str = "dong", **query: str) -> Any:
    return cast.client(key).get(reverse(f"desk:{name}", args=args), query)


def said(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize("name", PAGES)
def test_only_the_auditor_reads_the_audit(cast: Cast, name: str) -> None:
    answers = {key: read(cast, name, key=key).status_code for key in EVERYONE}
    assert {key for key, status in answers.items() if status == 200} == {"dong"}
    assert {answers[key] for key in EVERYONE if key != "dong"} == {403}


def test_the_log_says_who_did_what_on_which_case(cast: Cast, now: datetime) -> None:
    lives.accepted(cast.home, now)
    page = said(read(cast, "audit"))
    assert "王敏" in page
    assert "立案编号" in page
    assert "农村安全饮水" in page


def test_the_log_is_searched_by_person_step_and_words(cast: Cast, now: datetime) -> None:
    lives.accepted(cast.home, now)
    assert "立案编号" in said(read(cast, "audit", q="王敏"))
    assert "李建国" not in said(read(cast, "audit", q="立案"))
    assert "农村安全饮水" not in said(read(cast, "audit", q="查无此人"))


def test_the_log_is_narrowed_by_kind_and_day(cast: Cast, now: datetime) -> None:
    lives.assigned(cast.home, now)
    assert "签收" not in said(read(cast, "audit", kind="suggestion"))
    tomorrow = (now + timedelta(days=1)).date().isoformat()
    assert "农村安全饮水" in said(read(cast, "audit", kind="suggestion"))
    assert "农村安全饮水" not in said(read(cast, "audit", on_from=tomorrow))


def test_the_log_of_another_congress_is_not_shown(cast: Cast, now: datetime) -> None:
    lives.accepted(cast.neighbour, now)
    assert "王（湖北）" not in said(read(cast, "audit"))


def test_the_log_leaves_as_a_sheet(cast: Cast, now: datetime) -> None:
    lives.accepted(cast.home, now)
    answer = cast.client("dong").post(reverse("desk:audit"), {"do": "export"})
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    cells = {str(cell.value) for row in openpyxl.load_workbook(BytesIO(content)).active for cell in row}
    assert {"王敏", "李建国"} <= cells


def test_one_case_with_every_digest_and_the_mark(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    page = said(read(cast, "audit_case", "suggestion", case.pk))
    assert "历史已校验，3 条记录连续无改动" in page
    assert bytes(Suggestion.objects.within(cast.home.congress.scope).get(pk=case.pk).trail_hash).hex() in page


def test_a_broken_case_is_shown_as_broken(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.home, now)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE trail_event DISABLE TRIGGER USER")
        cursor.execute("UPDATE trail_event SET actor_name = '某' WHERE case_id = %s AND seq = 2", [case.pk])
    assert "第 2 条与前后接不上" in said(read(cast, "audit_case", "suggestion", case.pk))


@pytest.mark.parametrize("args", [("suggestion", 999_999), ("nonsense", 1)])
def test_a_case_that_is_not_there(cast: Cast, args: tuple[str, int]) -> None:
    assert read(cast, "audit_case", *args).status_code == 404


def test_a_case_of_another_congress_is_not_there(cast: Cast, now: datetime) -> None:
    case = lives.accepted(cast.neighbour, now)
    assert read(cast, "audit_case", "suggestion", case.pk).status_code == 404


def test_sign_ins_are_listed(cast: Cast, now: datetime) -> None:
    record(cast.home.accounts["wang"], AccountAct.SIGNED_IN, at=now, ip="10.1.2.3")
    page = said(read(cast, "audit_accounts", act=AccountAct.SIGNED_IN))
    assert "王敏" in page
    assert "10.1.2.3" in page


def test_reveals_are_listed_with_their_reason(cast: Cast, now: datetime) -> None:
    Reveal.objects.create(
        congress=cast.home.congress,
        account=cast.home.accounts["wang"],
        person=cast.home.seats["li"].person,
        field="phone",
        reason="电话沟通审核意见",
        at=now,
    )
    page = said(read(cast, "audit_reveals"))
    assert all(word in page for word in ("王敏", "李建国", "手机号码", "电话沟通审核意见"))
    assert "13800" not in page


def test_changes_say_before_and_after(cast: Cast) -> None:
    Unit.objects.within(cast.home.congress.scope).filter(name="教育厅").update(name="教育和体育厅")
    page = said(read(cast, "audit_changes", of="unit"))
    assert "教育和体育厅" in page
    assert "全称" in page


def test_changes_of_another_congress_are_not_shown(cast: Cast) -> None:
    Unit.objects.within(cast.neighbour.congress.scope).filter(name="教育厅").update(name="楚地教育厅")
    assert "楚地教育厅" not in said(read(cast, "audit_changes", of="unit"))


@pytest.mark.parametrize(
    "of", ["account", "person", "role", "seat", "rule", "calendarday", "congress", "nonsense"]
)
def test_every_kind_of_row_opens(cast: Cast, of: str) -> None:
    assert read(cast, "audit_changes", of=of).status_code == 200


def test_changes_of_persons_of_other_congresses_are_not_shown(cast: Cast) -> None:
    page = said(read(cast, "audit_changes", of="person"))
    assert "李建国" in page
    assert "李（湖北）" not in page


def test_changes_are_searched_by_name(cast: Cast) -> None:
    page = said(read(cast, "audit_changes", of="unit", q="法院"))
    assert "高级人民法院" in page
    assert "卫生健康委员会" not in page


def test_changes_leave_as_csv_without_formulas(cast: Cast) -> None:
    Unit.objects.within(cast.home.congress.scope).filter(name="教育厅").update(name="=HYPERLINK(1)")
    answer = read(cast, "audit_changes", of="unit", format="csv")
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff时间,经办人")
    assert "'=HYPERLINK(1)" in text
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize("sign", RISKY)
def test_no_cell_starts_a_formula(sign: str) -> None:
    assert _line([f"{sign}1"]).lstrip('"').startswith("'")


def test_day_roots_are_shown_and_handed_out(cast: Cast, now: datetime) -> None:
    lives.submitted(cast.home, now)
    root = seal_day(at=now + timedelta(days=1))
    assert root
    assert bytes(root.root).hex() in said(read(cast, "audit_proof"))
    assert said(read(cast, "audit_roots")).startswith("2026-05-20\t1\t")


def check(cast: Cast) -> LongWork:
    """Press the button, and let the worker do what was put into its queue."""
    cast.client("dong").post(reverse("desk:audit_check"))
    work = LongWork.objects.within(cast.home.congress.scope).latest("pk")
    check_history(work_id=work.pk)
    work.refresh_from_db()
    return work


def test_the_history_is_checked_at_the_press_of_a_button(cast: Cast, now: datetime) -> None:
    lives.closed(cast.home, now)
    work = check(cast)
    assert "完整无误" in work.note
    assert not work.result_file


def test_the_check_names_what_is_wrong(cast: Cast, now: datetime, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    case = lives.submitted(cast.home, now)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE suggestions_suggestion SET state = 'closed', number = '1' WHERE id = %s", [case.pk]
        )
    work = check(cast)
    assert "发现 1 处问题" in work.note
    assert f"suggestion {case.pk}" in work.result_file.read().decode()


def test_nobody_else_starts_a_check(cast: Cast) -> None:
    assert cast.client("han").post(reverse("desk:audit_check")).status_code == 403
    assert not LongWork.objects.within(cast.home.congress.scope).exists()
