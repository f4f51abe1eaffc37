"""Rules that are kept, dated and inherited, but that no room reads yet: the page says so. A test keeps the list true."""

WAITING = frozenset(
    {
        "extra_session.movers",
        "inquiry.movers",
        "investigation.movers",
        "motion.movers",
        "nomination.movers",
        "nominee.movers",
        "publish.default",
        "publish.name",
        "rating.axes",
        "rating.in_session",
        "rating.reason_required",
        "rating.skip_silent",
        "recall.movers",
        "redo.still_dissatisfied",
        "report.month",
        "security.second_factor",
        "term_change.carry",
    }
)
