"""What is said in the scenes of the demo. Made up."""

from datetime import datetime
from typing import Any

from lianluo.suggestions.services import Minutes
from lianluo.suggestions.states import TriageOutcome

SAME = "两件建议反映同一事项、同一区域，经征得两位领衔代表同意，并案办理，分别答复。"
LETTER = (
    "反映的是个别家庭的具体诉求，不属于代表建议范围；经与代表沟通，代表同意作来信处理，请有关单位核实后答复。"
)
LETTER_ANSWER = (
    "来信已转有关单位。经核实，所反映家庭的困难属实，乡镇已按临时救助政策发放补助，并安排村干部每月上门一次；房屋修缮列入"
    "下一批危房改造名单。办理情况已由乡镇当面告知本人。"
)
ASKED_BACK = (
    "承办单位到现场后，主要问题已经解决，其余部分准备并入下一年的专题调研，征求各位联名代表意见后撤回。"
)
TAKEN_BACK = "与另一位代表的建议重复，愿意在那一件上附议，撤回本件。"
UPHELD = (
    "经核对职责规定并征求双方意见，所提事项的主要职责已经划转，同意改由现承办单位办理，原单位移交已有材料。"
)
OVERRULED = (
    "所提事项横跨几个部门，但审批和资金均在你单位，主办单位不变；涉及其他部门的部分请主动会商，不得自行转办。"
)
QUESTIONED = "所提问题的关键在资金，现在的主办单位只管技术标准，建议增加财政部门参加会办。"
KEPT_UNIT = (
    "经研究，资金事项已要求主办单位书面征求财政部门意见并在答复中写明，主办单位不作调整，已电话向代表说明。"
)
NOTES = (
    "已到三个乡镇核实，建立问题台账一份，其中两处已当场整改，照片存档。",
    "内部：资金口径与财政部门尚有分歧，下周再会商一次，暂不对外。",
    "会商完成，形成初步方案，拟于本月内征求代表意见。",
)
URGED = "距答复期限不足一个月，请抓紧与代表沟通，先沟通后答复。"
MEND = "会办意见只表示同意，没有写明可以安排的资金渠道和时间，请补充后再送。"
TALK_DEPUTY = "代表认为态度认真，但答复没有写明分年度安排，基层看不到变化，要求补充时间和责任人。"
TALK_UNIT = "单位表示前期测算未完成，未敢写明时间；现测算已有结果，可以补充，其中一项因上位规定不能采纳。"
TRIAGED = {
    TriageOutcome.REDO: "请承办单位就时间、资金两项重新办理。",
    TriageOutcome.EXPLAINED: "不能采纳的部分有明确的上位规定，已当面向代表说明并提供文件，代表同意不再重新办理。",
    TriageOutcome.MEETING: "双方对责任主体认识不一致，由代表工作机构召集面商。",
    TriageOutcome.EXPERTS: "两次办理后分歧仍在技术路线上，按规定组织专家评估，按结论办理。",
}
FOUND: dict[str, Any] = {
    "experts": "水利、造价、法律方面专家五人，其中高校三人、设计单位二人，均与承办单位无利害关系",
    "findings": "现场查看两处，审阅图纸和测算书。专家认为：承办单位采用的方案技术可行，投资偏高约一成；代表提出的分段实施"
    "更符合当地财力，但工期须延长一年；双方对首期范围的意见可以统一。",
    "conclusion": "首期按代表意见先行实施两段，其余按承办单位方案列入下一年度计划；办理程序符合规定，可以办结，由督办委员会"
    "跟踪首期完工情况。",
}
SUPERVISED = "内容与本委员会年度监督议题相关，由本委员会跟踪督办。"
INSTRUCTED = (
    "请主办单位一个月内邀请代表和委员会组成人员到现场，听取群众意见；答复中对资金来源和完成时间要有明确表述。"
)
EXPRESS = "事关汛期安全，时间性强，建议按直通车办理，先行交办。"
FIRST_HANDLER = "由农村水利水电处承办。"
HANDED_OVER = "原承办人参加驻村工作，材料和沟通记录一并移交。"
PLAN_COMMENT = "这一件的主要职责在行业主管部门，建议主办单位不变，增加一家会办单位，请核。"
PLAN_DROPPED = "上级统一安排本月底召开交办会，本方案作废，待会上一并交办。"
JOIN = "本选区也有同样的情况，愿意联名，并补充两个村的数据。"
DECIDED = "规则调整后，对正在办理的件按新期限重算。"
REOPENED = "答复中的关键一项未按期落实，代表来函并附现场照片，经研究恢复办理。"
ARCHIVED = "纸质答复原件存承办单位，本卷存电子件；沟通记录齐全。"
WITHHELD = "涉及尚未公布的布点方案，公开后可能影响正常秩序，方案公布后再行公开。"
PULLED = "公开文本中有一处地点可能指向具体住户，修改后重新公开。"
KEPT = (
    "已按计划完成，并请代表到现场看过：工程量、投入和受益户数与答复一致，验收材料已归档，群众可在公示栏查询。"
)
KEPT_LATE = "受连续降雨影响晚于计划完成，现已通过验收，延误原因此前已书面告知代表。"
UNDER_WAY = "已完成约六成，采购和前期手续办结，剩余部分按月调度；主要难点是两处用地手续，已请属地协助。"
CARRIED = "前期论证比预计多用两个月，为保证质量结转到下一阶段，已向代表说明并取得理解。"
CHANGED = (
    "上级政策调整，原定做法不再适用，改为并入新的项目一体实施，受益范围不减；理由和新的安排已书面告知代表。"
)
LOOKED = (
    "抽查两处，已按答复完成，群众反映良好。",
    "主体完成，后续管护责任书尚未签订，请补齐。",
    "现场未见开工，责成说明。",
)


def same(title: str) -> str:
    """Another deputy's wording of the same matter."""
    return title.replace("关于", "关于尽快", 1) if "加快" not in title else title.replace("加快", "尽早", 1)


def minutes(held_at: datetime) -> Minutes:
    """The record of a meeting of both sides."""
    facts: dict[str, Any] = {
        "place": "人大机关二楼会议室",
        "chair": "代表工作机构负责人",
        "deputies_side": "领衔代表，所在乡镇群众代表二人",
        "units_side": "承办单位分管负责人、承办处室二人",
        "others": "督办委员会一人",
        "deputies_said": "答复方向赞成，但三处现场进度不一，最偏远的一处没有列入；希望明确先后次序，说明不能安排的理由。",
        "units_said": "最偏远的一处因地质条件需单独设计，未列入首批不是遗漏；愿意补充勘察，两个月内给出结论。",
        "agreed": "一、首批两处按原计划实施；二、偏远一处两个月内完成勘察，结论书面告知代表；三、半年后共同到现场复核一次。",
    }
    return Minutes(held_at=held_at, **facts)


def _form() -> bytes:
    """A scanned sheet: one empty page of A4, a whole PDF."""
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>",
    )
    out, places = b"%PDF-1.4\n", []
    for n, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 4\n0000000000 65535 f \n" + table + end


FORM = _form()
