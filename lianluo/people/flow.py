"""How a seat moves: suspended, restored, ended (代表法 art. 61–62)."""

from lianluo.kernel.flow import Flow, Move, states
from lianluo.kernel.text import _
from lianluo.people.policy import may_decide_seat
from lianluo.people.roles import SeatState

ACTIVE, SUSPENDED, ENDED = SeatState.ACTIVE, SeatState.SUSPENDED, SeatState.ENDED

SEAT = Flow(
    name="seat",
    label=_("代表资格"),
    states=SeatState,
    start=ACTIVE,
    ends=states(ENDED),
    rows=(
        Move(
            name="suspend",
            label=_("暂停执行代表职务"),
            sources=states(ACTIVE),
            target=SUSPENDED,
            allows=may_decide_seat,
            tone="bad",
            hint=_("依据代表法第六十一条，情形消失后恢复。"),
        ),
        Move(
            name="restore",
            label=_("恢复执行代表职务"),
            sources=states(SUSPENDED),
            target=ACTIVE,
            allows=may_decide_seat,
            tone="go",
        ),
        Move(
            name="end",
            label=_("终止代表资格"),
            sources=states(ACTIVE, SUSPENDED),
            target=ENDED,
            allows=may_decide_seat,
            tone="bad",
            hint=_("依据代表法第六十二条，由代表资格审查委员会报告，常务委员会公告。"),
        ),
    ),
)

STEP_LABELS = {
    "begin": _("确认代表资格"),
    "move": _("调整代表团"),
    "correct": _("更正资料"),
    "head": _("任代表团团长"),
    "unhead": _("不再任代表团团长"),
    **{move.name: move.label for move in SEAT.moves.values()},
}
"""What the history of a seat calls each step."""
