"""Why something did not happen: sentences fit to be shown."""


class Refused(Exception):
    """What was asked is not allowed. The message is a sentence fit to be shown."""


class Stale(Refused):
    """Somebody else moved the case first."""
