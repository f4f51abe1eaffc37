"""`run.py reset` deletes nothing but a demo."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from lianluo.people.models import Account
from runner.places import Places
from runner.reset import reset
from runner.say import Stop
from tests.cast import Cast


@pytest.mark.django_db
def test_accounts_of_others_are_left_alone(cast: Cast) -> None:
    before = Account.objects.count()
    with pytest.raises(CommandError, match="不是演示数据"):
        call_command("demo", "--clear")
    assert Account.objects.count() == before


def test_an_installation_without_a_demo_is_not_touched(tmp_path: Path) -> None:
    kept = tmp_path / "data" / "stamps" / "filled"
    kept.parent.mkdir(parents=True)
    kept.write_text("url")
    with pytest.raises(Stop):
        reset(Places(root=tmp_path, data=tmp_path / "data"), ["--yes"])
    assert kept.read_text() == "url"
