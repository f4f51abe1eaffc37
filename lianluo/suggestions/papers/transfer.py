"""退办（改办）单, from an objection to its decision (2-domain 6.2, 12.6)."""

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lianluo.congress.offices import office_name
from lianluo.papers.letters import TRANSFER, TransferForm
from lianluo.papers.numbers import number_of
from lianluo.papers.registry import Paper
from lianluo.suggestions.models import Objection
from lianluo.suggestions.papers.numbering import TRANSFER_FORM, of_objection
from lianluo.suggestions.papers.words import day, held_by, signed_by
from lianluo.suggestions.selectors.unit_names import called_at
from lianluo.trail.models import Event


def transfer_form(objection: Objection) -> TransferForm:
    """What the unit says, and what was decided once it is."""
    handling = objection.handling
    suggestion = handling.suggestion
    asked, decided = _step(objection, "object"), _step(objection, "uphold", "overrule")
    return TransferForm(
        document_number=number_of(TRANSFER_FORM, of_objection(objection.pk), congress=suggestion.congress),
        session=held_by(suggestion),
        suggestion_number=suggestion.cited_number,
        title=suggestion.title,
        unit=called_at(handling, objection.at),
        mode=str(handling.role.label),
        assigned_on=day(handling.assigned_at),
        reason=objection.reason,
        basis=objection.basis,
        proposed=objection.proposed.name if objection.proposed else "",
        asked_by=asked.actor_name if asked else "",
        asked_on=day(objection.at),
        decider=_decider(objection, decided),
        result=result(objection, decided),
        decision=objection.decision,
        decided_on=day(objection.decided_at),
    )


def _step(objection: Objection, *moves: str) -> Event | None:
    """The very step of this objection: a unit may object, be overruled and object again."""
    at = objection.at if "object" in moves else objection.decided_at
    rows = Event.objects.within(objection.handling.congress.scope).filter(at=at, move__in=moves)
    found: Event | None = rows.filter(case_type="handling", case_id=objection.handling_id).first()
    return found if at else None


def _decider(objection: Objection, decided: Event | None) -> str:
    if decided is None or objection.decided_at is None:
        return ""
    congress = objection.handling.suggestion.congress
    office = office_name(congress, localdate(objection.decided_at))
    return f"{signed_by(decided)}（{congress.short_name}{office.short}）"


def result(objection: Objection, decided: Event | None) -> str:
    if objection.upheld is None:
        return ""
    if objection.upheld:
        return f"☑同意改办，由{(decided.facts if decided else {}).get('to', '')}办理　□不同意改办"
    return "□同意改办　☑不同意改办，由原单位继续办理"


FORM = TransferForm(
    document_number="代表改〔2026〕3号",
    session="某省第十四届人民代表大会第四次会议",
    suggestion_number="第0412号",
    title="关于加快补齐湖区农村安全饮水短板的建议",
    unit="某省住房和城乡建设厅",
    mode="主办",
    assigned_on="2026年2月20日",
    reason="该建议所提事项属水利部门职责：农村供水工程的规划、建设和水质管理由水行政主管部门负责。",
    basis="某省人民政府机构改革方案第十二条",
    proposed="某省水利厅",
    asked_by="段怀瑾",
    asked_on="2026年2月24日",
    decider="某省人民政府办公厅",
    result="☑同意改办，由水利厅办理　□不同意改办",
    decision="经核对职责，同意改由水利厅办理，期限从改办之日起计算。",
    decided_on="2026年2月26日",
)
"""Made-up facts of real length, for trying the template."""

PAPER = Paper(
    name=TRANSFER_FORM, label=_("退办（改办）单"), file=TRANSFER, build=transfer_form, specimen=FORM
)
