from typing import Any

import pytest

from lianluo.kernel.registry import Taken
from lianluo.notices.channels import BadChannel, read
from lianluo.notices.events import DEPUTY, EVENTS, BadEvent, declare, role_label
from lianluo.notices.tests.conftest import Matter
from lianluo.people.roles import RoleKind


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("assigned", {}),
        ("Matter.assigned", {}),
        ("matter.new", {"label": ""}),
        ("matter.new", {"roles": []}),
        ("matter.new", {"roles": ["king"]}),
        ("matter.new", {"roles": {DEPUTY: ("email",)}}),
        ("matter.new", {"roles": {DEPUTY: ("site", "SMS!")}}),
    ],
)
def test_a_bad_entry_is_refused_at_the_start(matter: Matter, key: str, changes: dict[str, Any]) -> None:
    facts = {"label": "新", "group": "建议办理", "roles": [DEPUTY]} | changes
    with pytest.raises(BadEvent):
        declare(key, facts.pop("label"), **facts)


def test_one_key_has_one_meaning(matter: Matter) -> None:
    with pytest.raises(Taken):
        declare("matter.answered", "别的意思", group="建议办理", roles=[DEPUTY])


def test_roles_have_their_own_ways(matter: Matter) -> None:
    kind = EVENTS["matter.assigned"]
    assert kind.ways(RoleKind.UNIT_ADMIN) == {"site", "email"}
    assert kind.ways(RoleKind.UNIT_HANDLER) == {"site"}
    assert kind.ways(RoleKind.LEADER) == frozenset()


def test_a_deputy_is_named_though_it_is_no_role() -> None:
    assert role_label(DEPUTY) == "代表"
    assert role_label(RoleKind.LIAISON) == "联工委工作人员"


def test_channels_come_from_the_setting() -> None:
    found = read(("sms=clicksend://user:key@{phone}", "dingtalk=dingtalk://token"))
    assert list(found) == ["site", "email", "sms", "dingtalk"]
    assert found["sms"].needs == {"phone"}
    assert found["dingtalk"].is_group
    assert not found["email"].is_group


@pytest.mark.parametrize(
    "entry", ["dingtalk://token", "SMS=json://x", "email=json://x", "sms=", "sms=nothing"]
)
def test_a_channel_that_cannot_be_used_is_refused(entry: str) -> None:
    with pytest.raises(BadChannel):
        read((entry,))
