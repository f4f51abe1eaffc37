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
        "notice.quiet",
        "promise.rated_apart",
        "promise.rating_limit",
        "promise.report_month",
        "publish.default",
        "publish.name",
        "rating.in_session",
        "recall.movers",
        "reply.signer",
        "report.month",
        "security.second_factor",
        "warn.feedback_days",
    }
)
