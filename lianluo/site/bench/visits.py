"""What people ask for: addresses of each kind of page, and the cookies of those who ask."""

import random
from collections.abc import Sequence
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse

from lianluo.people.actor import Actor

WORDS = (
    "电梯",
    "饮水",
    "农村公路",
    "养老服务",
    "充电桩",
    "补贴",
    "医院",
    "学校",
    "河道",
    "安全",
    "职业教育",
    "垃圾分类",
)
MANY = 40


def cookies(username: str, many: int = 1) -> list[str]:
    """As many sign-ins of one demo account."""
    from lianluo.people.models import Account

    found = []
    for _turn in range(many):
        client = Client(headers={"host": "localhost"})
        client.force_login(Account.objects.get(username=username))
        found.append(client.cookies["sessionid"].value)
    return found


def addresses(username: str, seed: int = 5) -> dict[str, list[str]]:
    """Kind of page → addresses, the same for the same data."""
    chance = random.Random(seed)
    shelf, case = reverse("suggestions:list"), "suggestions:case"
    return {
        "list": [
            f"{shelf}?{query}"
            for query in ("view=all", "all=&page=2", "all=&sort=new", "all=&page=5", "all=&size=50")
        ],
        "filter": [f"{shelf}?{query}" for query in _filters(username, chance)],
        "search": [f"{shelf}?{urlencode({'q': word})}" for word in WORDS]
        + [f"{reverse('desk:search')}?{urlencode({'q': word})}" for word in WORDS],
        "case": [reverse(case, args=[pk]) for pk in _cases(username, chance)],
        "to-do": [reverse("desk:home")],
    }


def others(username: str) -> dict[str, list[str]]:
    """What is asked for its speed only: the roster, the register of numbers, and the view that returns a constant."""
    staff = {"deputies": [reverse("desk:deputies")], "register": [reverse("suggestions:numbers")]}
    return (staff if username == "lianluo" else {}) | {"constant": [reverse("constant")]}


def _actor(username: str) -> Actor:
    from django.utils.timezone import localdate

    from lianluo.people.actor import actor_for
    from lianluo.people.models import Account, Role, Seat

    account = Account.objects.get(username=username)
    why = "the bench looks for the congress of a demo account"
    held = Role.objects.everywhere(why).filter(account=account).select_related("congress").first()
    held = (
        held or Seat.objects.everywhere(why).filter(person=account.person).select_related("congress").first()
    )
    assert held is not None
    return actor_for(account, held.congress, localdate())


def _cases(username: str, chance: random.Random) -> Sequence[int]:
    """Visible ones from all over the table."""
    from lianluo.suggestions.selectors.visible import visible

    rows = visible(_actor(username)).exclude(state="draft").order_by("pk")
    first, last = rows.first(), rows.last()
    assert first is not None
    assert last is not None
    found: list[int] = []
    while len(found) < MANY:
        start = chance.randint(first.pk, last.pk)
        found += rows.filter(pk__gte=start).values_list("pk", flat=True)[:1]
    return found


def _filters(username: str, chance: random.Random) -> list[str]:
    from lianluo.congress.models import Delegation, Unit

    scope = _actor(username).scope
    units = list(Unit.objects.within(scope).filter(dispatched_by__isnull=False).values_list("pk", flat=True))
    bodies = list(Delegation.objects.within(scope).values_list("pk", flat=True))
    states = ("review", "accepted", "handling", "replied", "rated", "closed", "archived")
    found = [f"state={state}" for state in states] + [
        "late=late",
        "late=week",
        "light=red",
        "redo=yes",
        "key=yes",
    ]
    found += [f"unit={chance.choice(units)}&state=handling" for _turn in range(5)]
    found += [f"unit={chance.choice(units)}" for _turn in range(5)]
    found += [f"delegation={chance.choice(bodies)}&state=closed" for _turn in range(5)]
    return found
