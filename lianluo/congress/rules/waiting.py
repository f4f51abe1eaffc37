"""Rules that are kept, dated and inherited, but that no room reads yet: the page says so. A test keeps the list true."""

WAITING = frozenset(
    {
        "extra_session.movers",
        "inquiry.movers",
        "investigation.movers",
        "motion.movers",
        "nomination.movers",
        "nominee.movers",
        "rating.in_session",
        "recall.movers",
        "report.month",
        "security.second_factor",
    }
)
