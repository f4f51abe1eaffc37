"""Steps of a unit's part."""

from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors.told.words import (
    Told,
    because,
    contact_answered,
    contacted,
    fact,
    handed,
    longer,
    receipt,
    recounted,
)

HANDLING = {
    "sign_for": Told(_("{unit}签收"), receipt),
    "take_as_signed": Told(_("{unit}逾期没有签收，视为已签收"), receipt),
    "split": Told(_("分给{to}"), because),
    "deliver": Told(_("{unit}送达第 {round} 轮答复"), fact("number")),
    "inherit": Told(_("机构调整，由{to}继续办理")),
    "transfer": Told(_("{unit}自行转给{to}"), because),
    "dispatch": Told(_("分办给{unit}"), because),
    "redirect": Told(_("由{from}改交{to}"), because),
    "object": Told(_("{unit}提出异议"), because),
    "uphold": Told(_("同意改办，由{unit}改交{to}"), because),
    "overrule": Told(_("不同意改办，{unit}继续办理"), because),
    "reassign": Told(_("调整承办单位，由{unit}改交{to}"), because),
    "ask_longer": Told(_("{unit}申请延期到{until}"), longer),
    "contact": Told(_("{unit}与代表沟通"), contacted),
    "answer_contact": Told(_("{who}代表答复沟通记录"), contact_answered),
    "note": Told(_("{unit}登记进展"), fact("text")),
    "note_inside": Told(_("{unit}内部进展"), fact("text")),
    "hand_over": Told(_("{unit}移交承办人"), handed),
    "return_opinion": Told(_("{unit}的会办意见退回补正"), because),
    "recount": Told(_("{unit}的期限重新计算"), recounted),
    "begin": Told(quiet=True),
    "pass_through": Told(quiet=True),
    "rework": Told(quiet=True),
    "finish": Told(quiet=True),
    "resume": Told(quiet=True),
    "cancel": Told(quiet=True),
}
