"""Sentences of the people floor. Each checks its policy itself; time and actor come from outside."""

from lianluo.people.services.accounts import (
    activate_account,
    change_account,
    end_own_sessions,
    end_sessions_of,
    open_account,
    reset_password,
    reset_second_factor,
    suspend_account,
    unlock_account,
)
from lianluo.people.services.many import NewDeputy, begin_seats
from lianluo.people.services.reveals import reveal
from lianluo.people.services.roles import Grant, end_role, grant_role
from lianluo.people.services.roster import (
    PersonFacts,
    SeatFacts,
    add_person,
    begin_seat,
    correct_person,
    decide_seat,
    move_seat,
    name_head,
)
from lianluo.people.services.stand_ins import Absence, end_stand_in, name_stand_in

__all__ = [
    "Absence",
    "Grant",
    "NewDeputy",
    "PersonFacts",
    "SeatFacts",
    "activate_account",
    "add_person",
    "begin_seat",
    "begin_seats",
    "change_account",
    "correct_person",
    "decide_seat",
    "end_own_sessions",
    "end_role",
    "end_sessions_of",
    "end_stand_in",
    "grant_role",
    "move_seat",
    "name_head",
    "name_stand_in",
    "open_account",
    "reset_password",
    "reset_second_factor",
    "reveal",
    "suspend_account",
    "unlock_account",
]
