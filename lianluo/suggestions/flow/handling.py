"""The moves of one unit's part."""

from lianluo.kernel.flow import Flow, Move, states
from lianluo.kernel.text import _
from lianluo.suggestions import policy
from lianluo.suggestions.states import HandlingState as H

OWED = ("contact", "reply", "co_opinion", "co_redo", "rework")
"""Clocks of what a unit owes; they stop when it has answered, or is not to answer any more."""

HANDLING = Flow(
    name="handling",
    label=_("承办"),
    states=H,
    start=H.DISPATCHING,
    ends=states(H.DONE, H.CANCELLED),
    rows=[
        Move(
            name="pass_through",
            label=_("直接交办"),
            sources=states(H.DISPATCHING),
            target=H.ASSIGNED,
            clock="sign_for",
            ends_clock=states("dispatch"),
            shown=False,
        ),
        Move(
            name="dispatch",
            label=_("分办"),
            sources=states(H.DISPATCHING),
            target=H.ASSIGNED,
            allows=policy.may_dispatch,
            clock="sign_for",
            ends_clock=states("dispatch"),
            tone="go",
        ),
        Move(
            name="redirect",
            label=_("改交其他单位"),
            sources=states(H.DISPATCHING),
            target=None,
            allows=policy.may_dispatch,
        ),
        Move(
            name="object",
            label=_("提出异议"),
            sources=states(H.ASSIGNED),
            target=H.OBJECTED,
            allows=policy.may_sign_for,
            clock="reassign",
            ends_clock=states("sign_for"),
        ),
        Move(
            name="uphold",
            label=_("同意改办"),
            sources=states(H.OBJECTED),
            target=H.CANCELLED,
            allows=policy.may_decide_objection,
            ends_clock=states("reassign", *OWED),
            tone="go",
        ),
        Move(
            name="overrule",
            label=_("不同意，继续办理"),
            sources=states(H.OBJECTED),
            target=H.ASSIGNED,
            allows=policy.may_decide_objection,
            clock="sign_for",
            ends_clock=states("reassign"),
        ),
        Move(
            name="reassign",
            label=_("调整承办单位"),
            sources=states(H.DISPATCHING, H.ASSIGNED, H.SIGNED),
            target=H.CANCELLED,
            allows=policy.may_reassign,
            ends_clock=states("dispatch", "sign_for", *OWED),
        ),
        Move(
            name="transfer",
            label=_("自行转办"),
            sources=states(H.ASSIGNED),
            target=H.CANCELLED,
            allows=policy.may_sign_for,
            ends_clock=states("sign_for", *OWED),
        ),
        Move(
            name="ask_longer",
            label=_("申请延期"),
            sources=states(H.SIGNED),
            target=None,
            allows=policy.may_draft,
        ),
        Move(
            name="sign_for",
            label=_("签收"),
            sources=states(H.ASSIGNED),
            target=H.SIGNED,
            allows=policy.may_sign_for,
            ends_clock=states("sign_for"),
            tone="go",
        ),
        Move(
            name="write",
            label=_("拟写答复"),
            sources=states(H.SIGNED),
            target=None,
            allows=policy.may_draft,
            tone="go",
        ),
        Move(
            name="deliver",
            label=_("送达"),
            sources=states(H.SIGNED),
            target=H.REPLIED,
            ends_clock=states(*OWED),
            shown=False,
        ),
        Move(
            name="rework",
            label=_("重新办理"),
            sources=states(H.REPLIED),
            target=H.SIGNED,
            clock="rework",
            shown=False,
        ),
        Move(name="finish", label=_("办结"), sources=states(H.REPLIED), target=H.DONE, shown=False),
        Move(
            name="inherit",
            label=_("由承接单位继续办理"),
            sources=states(H.DISPATCHING, H.ASSIGNED, H.OBJECTED, H.SIGNED, H.REPLIED),
            target=None,
            shown=False,
        ),
        Move(
            name="cancel",
            label=_("取消承办"),
            sources=states(H.DISPATCHING, H.ASSIGNED, H.OBJECTED, H.SIGNED),
            target=H.CANCELLED,
            ends_clock=states("dispatch", "sign_for", "reassign", *OWED),
            shown=False,
        ),
    ],
)
