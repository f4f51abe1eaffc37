"""The first three accounts of an installation."""

from datetime import datetime

import pytest
from django.core.management import CommandError, call_command

from lianluo.congress.levels import Level
from lianluo.congress.models import Congress, Region
from lianluo.people.actor import actor_for
from lianluo.people.models import Account
from lianluo.people.roles import ADMIN_ROLES
from lianluo.site.founding import AlreadyFounded, found

pytestmark = pytest.mark.django_db


@pytest.fixture
def district() -> Congress:
    """A congress of the tree in which nobody works yet."""
    region = Region.objects.create(code="430104", name="岳麓区", level=Level.COUNTY)
    name = "岳麓区人民代表大会"
    return Congress.objects.create(
        region=region, level=Level.COUNTY, name=name, short_name="岳麓区人大", path="430104/"
    )


def test_three_people_with_one_power_each(district: Congress, now: datetime) -> None:
    found("430104", at=now)
    kinds = [
        {ref.kind for ref in actor_for(one, district, now.date()).roles} for one in Account.objects.all()
    ]
    assert sorted(len(held) for held in kinds) == [1, 1, 1]
    assert set.union(*kinds) == set(ADMIN_ROLES)


def test_the_shown_passwords_open_and_must_be_changed(district: Congress, now: datetime) -> None:
    passwords = found("430104", at=now)
    assert len(set(passwords.values())) == 3
    for username, password in passwords.items():
        account = Account.objects.get(username=username)
        assert account.check_password(password)
        assert account.must_change_password


def test_the_congress_is_switched_on(district: Congress, now: datetime) -> None:
    found("430104", at=now)
    district.refresh_from_db()
    assert district.active


def test_it_happens_once(district: Congress, now: datetime) -> None:
    found("430104", at=now)
    with pytest.raises(AlreadyFounded):
        found("430104", at=now)
    with pytest.raises(CommandError, match="already"):
        call_command("three_admins", "430104")


def test_an_unknown_code_opens_nothing(db: None) -> None:
    with pytest.raises(CommandError, match="no congress"):
        call_command("three_admins", "99")
    assert not Account.objects.exists()


def test_the_command_shows_each_password_once(district: Congress, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("three_admins", "430104")
    shown = capsys.readouterr().out.split()
    assert shown[::2] == ["xitong", "anquan", "shenji"]
    assert Account.objects.get(username="anquan").check_password(shown[3])
