"""How far the cases of the demo go."""

from dataclasses import dataclass, replace

from lianluo.suggestions.states import Satisfaction


@dataclass(frozen=True)
class Course:
    """How far a case goes, and how: `days_ago` is the day of submission when it is not of the session; `joint` how
    many deputies join, `late` by how many days the answer is overdue, `longer` whether more time was asked for."""

    until: str
    days_ago: int = 0
    rating: str = Satisfaction.SATISFIED
    late: int = 0
    joint: int = 0
    longer: str = ""

    def reaches(self, step: str) -> bool:
        """Does the case come at least as far as `step`?"""
        return STEPS.index(self.until) >= STEPS.index(step)


STEPS = (
    "draft", "review", "returned", "accepted", "at_office", "assigned", "objected", "signed", "drafted", "replied",
    "rated", "closed",
)  # fmt: skip

_EIGHT = (
    Course("closed"),
    Course("closed", rating=Satisfaction.BASIC, joint=20),
    Course("closed", late=9),
    Course("closed", rating=Satisfaction.DISSATISFIED),
    Course("closed", joint=3),
    Course("closed", rating=Satisfaction.BASIC, longer="refused", late=2),
    Course("closed", longer="granted", late=20),
    Course("closed", joint=6),
)
SESSION_COURSES = _EIGHT + tuple(replace(one, joint=min(one.joint, 8)) for one in _EIGHT)
"""A long list of names now and then, short ones mostly."""
RECESS_COURSES = (
    Course("draft", 2),
    Course("review", 3),
    Course("review", 5, joint=2),
    Course("returned", 6),
    Course("accepted", 7),
    Course("at_office", 6),
    Course("assigned", 10),
    Course("objected", 13),
    Course("signed", 40, joint=5),
    Course("signed", 85, longer="requested"),
    Course("signed", 102),
    Course("drafted", 70),
    Course("replied", 95),
    Course("replied", 88, joint=4),
    Course("rated", 99, Satisfaction.DISSATISFIED),
    Course("rated", 98),
    Course("closed", 120),
    Course("not_accepted", 30),
    Course("reference", 50),
    Course("withdrawn", 20),
)
IN_SESSION = (
    *(
        "inviting",
        "first_gate",
        "second_gate",
        "first_gate",
        "second_gate",
        "returned",
        "first_gate",
        "accepted",
    ),
    *("first_gate", "second_gate", "accepted", "draft"),
)
"""Where what is proposed at the session in progress stands."""
