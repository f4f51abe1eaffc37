"""Rules that are kept, dated and inherited, but that no room reads yet: the page says so. A test keeps the list true."""

WAITING = frozenset(
    {
        "contact.before_reply",
        "extra_session.movers",
        "inquiry.movers",
        "investigation.movers",
        "motion.movers",
        "nomination.movers",
        "nominee.movers",
        "promise.rated_apart",
        "promise.rating_limit",
        "promise.report_month",
        "publish.default",
        "publish.name",
        "rating.axes",
        "rating.in_session",
        "rating.reason_required",
        "rating.skip_silent",
        "recall.movers",
        "redo.still_dissatisfied",
        "reply.signer",
        "report.month",
        "security.second_factor",
        "term_change.carry",
    }
)
