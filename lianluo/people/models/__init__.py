from lianluo.people.models.accounts import Account, Reveal, Role
from lianluo.people.models.history import AccountLog, SeatStep
from lianluo.people.models.persons import Person, Seat

__all__ = ["Account", "AccountLog", "Person", "Reveal", "Role", "Seat", "SeatStep"]
