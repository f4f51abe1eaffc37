"""延期申请, with the consent or refusal (代表法 art. 51; 2-domain 1.6, 6.2)."""

from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.offices import office_name
from lianluo.papers.letters import EXTENSION, ExtensionForm
from lianluo.papers.registry import Paper
from lianluo.suggestions.models import Extension
from lianluo.suggestions.papers.words import day, held_by, paragraphs, signed_by, step
from lianluo.suggestions.selectors.unit_names import called_at
from lianluo.suggestions.selectors.veil import veil_of
from lianluo.suggestions.states import ExtensionState
from lianluo.trail.clocks import of
from lianluo.ui.components.text import date_full

RESULTS = {
    ExtensionState.REQUESTED: "□同意　□不同意",
    ExtensionState.GRANTED: "☑同意　□不同意",
    ExtensionState.REFUSED: "□同意　☑不同意",
}


def extension_form(asked: Extension) -> ExtensionForm:
    """The request as it was made, and what was decided once it is."""
    handling = asked.handling
    suggestion = handling.suggestion
    veil = veil_of(suggestion)
    began = step(suggestion, "extension", asked.pk, "begin")
    decided = step(suggestion, "extension", asked.pk, "grant", "refuse")
    return ExtensionForm(
        session=held_by(suggestion),
        suggestion_number=suggestion.cited_number,
        title=suggestion.title,
        addressee=addressee(asked),
        unit=called_at(handling, asked.requested_at),
        assigned_on=day(handling.assigned_at),
        due_on=date_full(due_then(asked)),
        until=date_full(asked.until),
        reasons=paragraphs(asked.reason),
        told_deputy=veil.words(asked.told_deputy),
        asked_by=began.actor_name if began else "",
        date=day(asked.requested_at),
        result=RESULTS.get(ExtensionState(asked.state), ""),
        decision=veil.words(asked.decision),
        decided_by=signed_by(decided, veil),
        decided_on=day(asked.decided_at),
    )


def addressee(asked: Extension) -> str:
    """The office through which it was assigned, else the deputies' body."""
    suggestion, office = asked.handling.suggestion, asked.handling.unit.dispatched_by
    return office.name if office else office_name(suggestion.congress, localdate(asked.requested_at)).name


def due_then(asked: Extension) -> date | None:
    """The day that held when it was asked for: the last one granted before, else the day as it was counted."""
    before = asked.handling.extensions.filter(
        state=ExtensionState.GRANTED, decided_at__lte=asked.requested_at
    )
    granted = before.order_by("-decided_at").values_list("until", flat=True).first()
    kinds = ("reply", "co_opinion", "rework")
    counted = [
        clock
        for clock in of(asked.handling)
        if clock.kind in kinds
        and clock.started_on <= localdate(asked.requested_at)
        and (clock.stopped_at is None or clock.stopped_at >= asked.requested_at)
    ]
    return granted or (counted[0].statutory_on if counted else asked.handling.due_on)


FORM = ExtensionForm(
    session="某省第十四届人民代表大会第四次会议",
    suggestion_number="第0412号",
    title="关于加快补齐湖区农村安全饮水短板的建议",
    addressee="某省人民政府办公厅",
    unit="某省水利厅",
    assigned_on="2026年2月20日",
    due_on="2026年5月20日",
    until="2026年7月20日",
    reasons=("建议涉及四个市二十三个村，需要会同财政、住建部门逐村核实水源条件，现场工作六月底才能完成。",),
    told_deputy="5月8日由厅分管负责人电话告知覃望舒代表，代表表示理解。",
    asked_by="左安澜",
    date="2026年5月11日",
    result="☑同意　□不同意",
    decision="同意延至7月20日，请按期答复。",
    decided_by="交办机构 高远",
    decided_on="2026年5月12日",
)
"""Made-up facts of real length, for trying the template."""

PAPER = Paper(
    name="suggestions.extension", label=_("延期申请"), file=EXTENSION, build=extension_form, specimen=FORM
)
