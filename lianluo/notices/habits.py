"""When people are left alone who have not chosen hours of their own: the rule of the congress that tells them."""

from datetime import date

from lianluo.congress.models import Congress
from lianluo.congress.rules import RuleBook
from lianluo.notices.models import Habit
from lianluo.notices.times import Hours
from lianluo.people.actor import Actor


def usual_hours(congress: Congress, day: date) -> Hours:
    """免打扰时段 of the congress on `day`."""
    quiet = RuleBook(congress, day).hours("notice.quiet")
    return Hours(quiet.start, quiet.end)


def usual_habit(actor: Actor, day: date) -> Habit:
    """What holds for `actor` on `day` until something else is chosen; not saved."""
    hours = usual_hours(actor.congress, day)
    return Habit(account_id=actor.account_id, quiet_from=hours.quiet_from, quiet_to=hours.quiet_to)
