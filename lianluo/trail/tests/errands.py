"""A small kind of case for the tests of this floor. Its table lives only inside a test."""

from enum import StrEnum
from typing import Any, ClassVar

from django.db import connection, models

from lianluo.congress.models import Congress
from lianluo.kernel.flow import Flow, Move, states
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.roles import RoleKind
from lianluo.trail.cases import CASES, CaseType
from lianluo.trail.models import Case, Event


class State(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return {"open": "待办", "done": "已办", "dropped": "作罢"}[self.value]


def liaison(actor: Any, case: Any) -> Verdict:
    return YES if actor is None or actor.has(RoleKind.LIAISON) else no("这一步由联工委办理。")


ERRAND = Flow(
    name="errand",
    label="差事",
    states=State,
    start=State.OPEN,
    ends=states(State.DROPPED),
    rows=[
        Move(name="note", label="记事", sources=states(State.OPEN), target=None),
        Move(name="finish", label="办完", sources=states(State.OPEN), target=State.DONE, allows=liaison),
        Move(name="reopen", label="重办", sources=states(State.DONE), target=State.OPEN, allows=liaison),
        Move(name="drop", label="作罢", sources=states(State.OPEN), target=State.DROPPED, allows=liaison),
    ],
)


class Errand(Case):
    """Not of an installed app, so that neither migrations nor deletions of other tests ever meet it."""

    flow_name: ClassVar[str] = "errand"
    congress = models.ForeignKey(Congress, models.DO_NOTHING, related_name="+", db_constraint=False)
    what = models.CharField("差事", max_length=60)
    done_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "trail_tests"

    def __str__(self) -> str:
        return self.what


def describe(event: Event) -> list[str]:
    return [f"备注：{event.facts['note']}"] if event.facts.get("note") else []


KIND = CaseType(flow=ERRAND, model=Errand, title=lambda: models.F("what"), describe=describe)


def set_up() -> None:
    with connection.schema_editor(atomic=False) as editor:
        editor.create_model(Errand)
    CASES._entries[KIND.name] = KIND


def tear_down(*, table: bool) -> None:
    CASES._entries.pop(KIND.name, None)
    if table:
        with connection.schema_editor(atomic=False) as editor:
            editor.delete_model(Errand)
