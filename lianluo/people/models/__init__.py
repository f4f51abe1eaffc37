from lianluo.people.models.accounts import Account, Reveal, Role
from lianluo.people.models.history import AccountLog, SeatStep
from lianluo.people.models.persons import Person, Seat
from lianluo.people.models.stand_ins import StandIn

__all__ = ["Account", "AccountLog", "Person", "Reveal", "Role", "Seat", "SeatStep", "StandIn"]
