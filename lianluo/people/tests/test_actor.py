"""The actor: built afresh at each request from seats and roles."""

from datetime import timedelta
from typing import Any

from django.test import RequestFactory
from django.urls import reverse

from lianluo.people.actor import actor_for, workplaces
from lianluo.people.middleware import SESSION_KEY, current_actor
from lianluo.people.models import Role, Seat
from lianluo.people.roles import RoleKind
from lianluo.people.services import Grant, end_role, grant_role
from tests.cast import SINCE, TODAY


def request_of(account: Any, **session: Any) -> Any:
    request = RequestFactory().get("/")
    request.user, request.session = account, session  # type: ignore[assignment]
    return request


def test_a_deputy_is_known_by_the_seat(cast: Any) -> None:
    assert cast.li.is_deputy
    assert cast.li.seat_ids == {cast.home.seats["li"].pk}
    assert cast.li.role_label == "代表"
    assert not cast.li.roles


def test_a_handler_works_for_the_unit(cast: Any) -> None:
    assert cast.zhao.units() == {cast.home.units["education"].pk}
    assert cast.zhao.units(RoleKind.UNIT_SIGNER) == frozenset()
    assert cast.zhao.role_label == "教育厅 · 承办人"


def test_an_actor_cannot_be_changed(cast: Any) -> None:
    import dataclasses

    import pytest

    with pytest.raises(dataclasses.FrozenInstanceError):
        cast.wang.name = "别人"


def test_roles_of_yesterday_and_of_tomorrow_do_not_count(cast: Any) -> None:
    account, place = cast.home.accounts["sun"], cast.home.congress
    for kind, first, last in (
        (RoleKind.LIAISON, SINCE, TODAY - timedelta(days=1)),
        (RoleKind.LEADER, TODAY + timedelta(days=1), None),
        (RoleKind.SESSION_STAFF, TODAY, TODAY),
    ):
        Role.objects.create(congress=place, account=account, kind=kind, starts_on=first, ends_on=last)
    assert {role.kind for role in cast.sun.roles} == {RoleKind.SESSION_STAFF}


def test_roles_of_another_congress_do_not_count_here(cast: Any) -> None:
    actor = actor_for(cast.neighbour.accounts["wang"], cast.home.congress, TODAY)
    assert not actor.roles
    assert not actor.seats


def test_whoever_holds_nothing_is_no_actor(cast: Any) -> None:
    assert current_actor(request_of(cast.home.accounts["sun"])) is None


def test_workplaces_are_seats_and_roles_upper_levels_first(cast: Any) -> None:
    li = cast.home.accounts["li"]
    Role.objects.create(congress=cast.lower.congress, account=li, kind=RoleKind.STATION, starts_on=SINCE)
    assert workplaces(li, TODAY) == [cast.home.congress, cast.lower.congress]


def test_the_chosen_place_holds_until_it_is_no_longer_ones_own(cast: Any) -> None:
    li, lower = cast.home.accounts["li"], cast.lower.congress
    role = Role.objects.create(congress=lower, account=li, kind=RoleKind.STATION, starts_on=SINCE)
    actor = current_actor(request_of(li, **{SESSION_KEY: lower.pk}))
    assert actor
    assert actor.congress == lower
    assert actor.has(RoleKind.STATION)
    assert not actor.is_deputy
    role.delete()
    actor = current_actor(request_of(li, **{SESSION_KEY: lower.pk}))
    assert actor
    assert actor.congress == cast.home.congress


def test_a_congress_in_which_one_holds_nothing_cannot_be_chosen(cast: Any) -> None:
    actor = current_actor(request_of(cast.home.accounts["li"], **{SESSION_KEY: cast.neighbour.congress.pk}))
    assert actor
    assert actor.congress == cast.home.congress
    client = cast.client("li")
    assert client.post(reverse("ui:places"), {"congress": cast.neighbour.congress.pk}).status_code == 404


def test_switching_the_place_needs_no_new_sign_in(cast: Any) -> None:
    li, lower = cast.home.accounts["li"], cast.lower.congress
    Seat.objects.create(congress=lower, person=li.person, term=cast.lower.term, starts_on=SINCE)
    client = cast.client("li")
    assert client.get(reverse("ui:mine")).wsgi_request.actor.congress == cast.home.congress
    client.post(reverse("ui:places"), {"congress": lower.pk})
    response = client.get(reverse("ui:mine"))
    assert response.wsgi_request.actor.congress == lower
    assert response.wsgi_request.actor.is_deputy
    li.refresh_from_db()
    assert li.last_congress == lower


def test_a_role_given_and_taken_holds_at_the_next_click(cast: Any, now: Any) -> None:
    client, account = cast.client("wang"), cast.home.accounts["wang"]
    assert not client.get(reverse("ui:mine")).wsgi_request.actor.has(RoleKind.COMMITTEE)
    grant = Grant(kind=RoleKind.COMMITTEE, unit=cast.home.units["committee"])
    role = grant_role(account, grant, actor=cast.feng, at=now)
    assert client.get(reverse("ui:mine")).wsgi_request.actor.has(RoleKind.COMMITTEE)
    end_role(role, actor=cast.feng, at=now)
    assert not client.get(reverse("ui:mine")).wsgi_request.actor.has(RoleKind.COMMITTEE)


def test_a_suspended_account_is_out_at_the_next_click(cast: Any) -> None:
    client, account = cast.client("wang"), cast.home.accounts["wang"]
    account.is_active = False
    account.save()
    assert client.get(reverse("ui:mine")).status_code == 302
