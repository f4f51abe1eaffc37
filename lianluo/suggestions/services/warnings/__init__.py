"""期限提醒: deadlines that come near, fall due or are over, each told once to whoever can still do something."""

from lianluo.suggestions.services.warnings.leaders import tell_leaders
from lianluo.suggestions.services.warnings.warning import warn

__all__ = ["tell_leaders", "warn"]
