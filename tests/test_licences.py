"""Nothing comes in under a licence that an office could not use, and the list of what came in is true."""

import json
from email.message import Message
from typing import Any

import pytest

from tests import licences
from tests.licences import READ, ROOT, is_allowed, locked, packages, said_by


def test_every_licence_is_on_the_list() -> None:
    wrong = [f"{p.name}: {p.licence or 'says nothing'}" for p in packages() if not is_allowed(p.licence)]
    assert not wrong, "not on the list of tests/licences.py: " + "; ".join(wrong)


def test_the_page_of_licences_is_up_to_date() -> None:
    assert licences.PAGE.read_text(encoding="utf-8") == licences.text(), "run `python -m tests.licences`"


def test_what_runs_at_an_office_is_pinned_and_hashed() -> None:
    for file in ("base.txt", "dev.txt"):
        entries = (ROOT / "requirements" / file).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
        pinned = [line for line in entries if line and not line.lstrip().startswith("#")]
        assert len(pinned) == len(locked(file))
        assert not [line.split()[0] for line in pinned if "--hash=sha256:" not in line]


def test_every_asset_package_is_locked_by_its_digest_from_the_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    ours = {path: facts for path, facts in lock.items() if path}
    assert not [path for path, facts in ours.items() if not facts["integrity"].startswith("sha512-")]


def test_what_reaches_the_browser_is_known() -> None:
    assert {p.name for p in packages() if p.part == "bundled"} == {"htmx.org", "@tabler/icons"}


def test_nothing_is_read_by_a_person_in_vain() -> None:
    assert set(READ) <= set(locked("dev.txt"))


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-2.0-or-later OR MPL-1.1", True),
        ("Apache-2.0 AND MPL-2.0", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("MIT AND AGPL-3.0-only", False),
        ("SSPL-1.0", False),
        ("", False),
    ],
)
def test_what_is_allowed(expression: str, allowed: bool) -> None:
    assert is_allowed(expression) is allowed


def told(**fields: Any) -> Any:
    message = Message()
    for name, value in fields.items():
        for one in value if isinstance(value, list) else [value]:
            message[name.replace("_", "-")] = one
    return message


def test_a_licence_that_nobody_knows_stays_as_it_is_written_and_is_refused() -> None:
    strange = told(License="Only for friends", Classifier=["License :: Other/Proprietary License"])
    assert said_by(strange) == "Other/Proprietary License"
    assert not is_allowed(said_by(strange))
    both = told(Classifier=["License :: OSI Approved :: MIT License", "License :: GNU Affero v3"])
    assert not is_allowed(said_by(both))
