"""Taking back: the lead asks, the others consent, and it ends. Rows of the suggestion's table."""

from lianluo.kernel.flow import Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.states import SuggestionState as S

JOINT_WITHDRAWAL = states(
    S.DELEGATION_REVIEW, S.REVIEW, S.RETURNED, S.ACCEPTED, S.HANDLING, S.REPLIED, S.RATED
)
"""Handed in and not ended: here it can be taken back, by rule with everybody's consent."""

CONSENT = (
    Move(
        name="agree_withdraw",
        label=_("同意撤回"),
        sources=JOINT_WITHDRAWAL,
        target=None,
        allows=policy.may_answer_withdraw,
        tone="go",
    ),
    Move(
        name="refuse_withdraw",
        label=_("不同意撤回"),
        sources=JOINT_WITHDRAWAL,
        target=None,
        allows=policy.may_answer_withdraw,
    ),
    Move(
        name="lead_on",
        label=_("由我领衔，继续办理"),
        sources=JOINT_WITHDRAWAL,
        target=None,
        allows=policy.may_answer_withdraw,
    ),
)
"""What a co-signer says to it."""

WITHDRAWAL = (
    Move(
        name="ask_withdraw",
        label=_("征求撤回"),
        sources=JOINT_WITHDRAWAL,
        target=None,
        allows=policy.may_ask_withdraw,
    ),
    Move(
        name="keep_going",
        label=_("不再撤回"),
        sources=JOINT_WITHDRAWAL,
        target=None,
        allows=policy.may_keep,
    ),
    Move(
        name="withdraw",
        label=_("撤回"),
        sources=JOINT_WITHDRAWAL | {S.DRAFT},
        target=S.WITHDRAWN,
        allows=policy.may_withdraw,
        ends_clock=states("delegation_review", "review", "assign", "feedback", "close"),
        tone="bad",
    ),
)
"""What the lead does."""
