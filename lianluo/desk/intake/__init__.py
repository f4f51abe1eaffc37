"""What the desk can take in and give out as whole tables."""


def register() -> None:
    """Called once when the application starts."""
    from lianluo.desk.intake.roster import ROSTER
    from lianluo.desk.intake.units import UNITS
    from lianluo.exchange.kinds import KINDS

    KINDS.add("units", UNITS)
    KINDS.add("deputies", ROSTER)
