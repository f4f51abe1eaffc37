from lianluo.people.models.accounts import Account, Reveal, Role
from lianluo.people.models.persons import Person, Seat

__all__ = ["Account", "Person", "Reveal", "Role", "Seat"]
