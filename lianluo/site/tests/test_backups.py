"""Backup, wipe, restore: what comes back is what was there, or nothing is changed."""

import json
import tarfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import DjangoDbBlocker, Settings

from lianluo.people.models import Account, Person
from lianluo.site import backups
from lianluo.suggestions.services.drafts import Text, start_draft
from tests.cast import Cast, build


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Instead of a transaction in the shared database: a copy of it of this test's own, which may be wiped."""
    shared, own = connection.settings_dict["NAME"], connection.settings_dict["NAME"] + "_backup"
    with django_db_blocker.unblock():
        _sql(f'DROP DATABASE IF EXISTS "{own}"', f'CREATE DATABASE "{own}" TEMPLATE "{shared}"')
        connection.settings_dict["NAME"] = own
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = shared
            _sql(f'DROP DATABASE "{own}"')


@pytest.fixture
def house(db: None, settings: Settings, tmp_path: Path, now: datetime) -> Cast:
    """People, one draft and one attachment."""
    settings.MEDIA_ROOT = tmp_path / "attachments"
    settings.DATA = tmp_path
    (tmp_path / "attachments").mkdir()
    (tmp_path / "attachments" / "letter.txt").write_text("关于修路的信")
    cast = build()
    start_draft(actor=cast.li, at=now, text=Text(title="修路"))
    return cast


def _sql(*statements: str) -> None:
    """Run statements while nobody is connected to the tests' database: what threads of earlier tests left open ends."""
    name = connection.settings_dict["NAME"]
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def file(house: Cast, tmp_path: Path, now: datetime) -> Path:
    made = tmp_path / "kept" / "lianluo.tar.gz"
    made.parent.mkdir()
    backups.backup(made, at=now)
    return made


def _wipe() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


def _state() -> tuple[dict[str, int], str]:
    with connection.cursor() as cursor:
        return backups.count(cursor), backups.root(cursor)


def _repacked(file: Path, **changed: object) -> Path:
    """The same file with a changed manifest."""
    other = file.with_name("other.tar.gz")
    with tarfile.open(file) as packed:
        packed.extractall(file.parent / "open", filter="data")
    manifest = file.parent / "open" / backups.MANIFEST
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | changed))
    with tarfile.open(other, "w:gz") as packed:
        packed.add(file.parent / "open", "")
    return other


def _manifest(file: Path) -> dict[str, Any]:
    with tarfile.open(file) as packed:
        member = packed.extractfile(backups.MANIFEST)
        assert member is not None
        return dict(json.load(member))


def test_a_wiped_house_comes_back_row_by_row(house: Cast, file: Path, tmp_path: Path) -> None:
    before = _state()
    assert before[0]["trail_event"] == 1
    _wipe()
    (tmp_path / "attachments" / "letter.txt").unlink()
    backups.restore(file, replace=False)
    assert _state() == before
    assert Account.objects.filter(pk=house.home.accounts["li"].pk).exists()
    assert (tmp_path / "attachments" / "letter.txt").read_text() == "关于修路的信"


def test_what_was_sealed_can_be_read_after_the_restore(house: Cast, tmp_path: Path, now: datetime) -> None:
    person = Person.objects.get(pk=house.home.seats["li"].person_id)
    person.phone = "13807310001"
    person.save()
    backups.backup(tmp_path / "a.tar.gz", at=now)
    _wipe()
    backups.restore(tmp_path / "a.tar.gz", replace=False)
    assert Person.objects.get(pk=person.pk).phone == "13807310001"


def test_people_go_on_working_after_a_restore(house: Cast, file: Path, now: datetime) -> None:
    _wipe()
    backups.restore(file, replace=False)
    start_draft(actor=house.li, at=now, text=Text(title="再修一条路"))
    assert _state()[0]["trail_event"] == 2


def test_a_database_with_accounts_is_not_overwritten_by_accident(house: Cast, file: Path) -> None:
    before = _state()
    with pytest.raises(backups.Unrestorable, match="--replace"):
        backups.restore(file, replace=False)
    assert _state() == before


def test_with_replace_what_came_later_is_gone(house: Cast, file: Path, now: datetime) -> None:
    before = _state()
    start_draft(actor=house.li, at=now, text=Text(title="后来的"))
    backups.restore(file, replace=True)
    assert _state() == before


def test_a_count_that_does_not_agree_changes_nothing(house: Cast, file: Path, now: datetime) -> None:
    counts = _manifest(file)["counts"]
    wrong = _repacked(file, counts=counts | {"trail_event": 7})
    start_draft(actor=house.li, at=now, text=Text(title="还在"))
    before = _state()
    with pytest.raises(backups.Unrestorable, match="trail_event has not 7 rows"):
        backups.restore(wrong, replace=True)
    assert _state() == before


def test_a_history_that_does_not_agree_is_said(house: Cast, file: Path) -> None:
    with pytest.raises(backups.Unrestorable, match="History"):
        backups.restore(_repacked(file, history="00" * 32), replace=True)


def test_a_damaged_member_is_found_before_anything_is_touched(house: Cast, file: Path) -> None:
    before = _state()
    digests = _manifest(file)["digests"]
    with pytest.raises(backups.Unrestorable, match="damaged"):
        backups.restore(_repacked(file, digests=dict.fromkeys(digests, "0")), replace=True)
    assert _state() == before


def test_half_a_file_is_refused(house: Cast, file: Path) -> None:
    half = file.with_name("half.tar.gz")
    half.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(backups.Unrestorable, match="not a whole backup"):
        backups.restore(half, replace=True)


def test_another_format_is_refused(house: Cast, file: Path) -> None:
    with pytest.raises(backups.Unrestorable, match="format 99"):
        backups.restore(_repacked(file, format=99), replace=True)


def test_a_file_of_a_newer_lianluo_is_refused(house: Cast, file: Path) -> None:
    with pytest.raises(backups.Unrestorable, match=r"trail\.0099_later"):
        backups.restore(_repacked(file, migrations=[["trail", "0099_later"]]), replace=True)


def test_a_file_from_before_migrations_were_folded_comes_back(house: Cast, file: Path) -> None:
    """What it names is not on disk any more; the folded migration says that it stands for it."""
    before, applied = _state(), _manifest(file)["migrations"]
    former = [key for key in applied if key != ["trail", "0001_tables"]]
    former += [
        ["trail", name] for name in ("0001_initial", "0002_clock", "0003_day_roots", "0004_clock_rule_day")
    ]
    backups.restore(_repacked(file, migrations=former), replace=True)
    assert _state() == before


def test_without_its_keys_a_file_is_refused(house: Cast, file: Path, settings: Settings) -> None:
    settings.FIELD_KEYS = {name: bytes(len(key)) for name, key in settings.FIELD_KEYS.items()}
    with pytest.raises(backups.Unrestorable, match=r"secrets\.json"):
        backups.restore(file, replace=True)


def test_no_key_is_in_the_file(house: Cast, file: Path, settings: Settings) -> None:
    listing = json.dumps(_manifest(file))
    assert not any(key.hex() in listing for key in settings.FIELD_KEYS.values())
    with tarfile.open(file) as packed:
        assert "secrets.json" not in packed.getnames()


def test_a_path_out_of_the_folder_is_refused(house: Cast, file: Path, tmp_path: Path) -> None:
    trick = tmp_path / "trick.tar.gz"
    with tarfile.open(trick, "w:gz") as packed:
        packed.add(__file__, "../../escaped.txt")
    with pytest.raises(backups.Unrestorable):
        backups.restore(trick, replace=True)
    assert not (tmp_path.parent / "escaped.txt").exists()


def test_the_file_is_for_its_owner_only(file: Path) -> None:
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_commands_say_what_they_did(
    house: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("backup", str(tmp_path / "a.tar.gz"))
    assert "1 attachments" in capsys.readouterr().out
    with pytest.raises(CommandError, match="--replace"):
        call_command("restore", str(tmp_path / "a.tar.gz"))
    call_command("restore", str(tmp_path / "a.tar.gz"), "--replace")
    assert "equal to the file's" in capsys.readouterr().out
