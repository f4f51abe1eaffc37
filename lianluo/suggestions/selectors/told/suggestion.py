"""Steps of a suggestion."""

from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors.told.proposing import PROPOSING
from lianluo.suggestions.selectors.told.words import (
    Told,
    answered,
    assigned,
    because,
    concluded,
    fact,
    recounted,
    talked,
    urged,
)

SUGGESTION = PROPOSING | {
    "pass_on": Told(_("代表团初审通过")),
    "accept": Told(_("审核立案，编号 {number}")),
    "send_back": Told(_("退回代表修改"), fact("advice"), tone="bad"),
    "refer": Told(_("转为参阅件"), talked),
    "not_accept": Told(_("不作建议处理"), talked, tone="bad"),
    "assign": Told(_("交办"), assigned),
    "urge": Told(_("催办"), urged),
    "answer": Told(_("第 {round} 轮答复全部送达代表"), answered, tone="now"),
    "rate": Told(_("{who}代表评价：态度{attitude}，结果{result}"), fact("comment")),
    "conclude": Told(_("按未反馈结束评价"), concluded),
    "remind": Told(_("提醒代表评价")),
    "rework": Told(_("交承办单位重新办理，第 {round} 轮"), fact("note")),
    "close": Told(_("办结归档"), fact("note")),
    "withdraw": Told(_("代表撤回"), fact("reason"), tone="bad"),
    "question_units": Told(_("代表对承办单位提出意见"), because),
    "answer_question": Told(_("联工委答复对承办单位的意见"), because),
    "express": Told(_("列入直通车"), because),
    "supervise": Told(_("督办委员会调整为{to}"), because),
    "recount": Told(_("期限重新计算"), recounted),
    "instruct": Told(_("{committee}提出督办意见"), because),
    "begin": Told(quiet=True),
    "rated": Told(quiet=True),
}
