"""What an entry of the to-do list says, and the page on which its step is made."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import Settled, SuggestionState

HANDLING_PAGES = {
    "write": "suggestions:reply",
    "dispatch": "suggestions:dispatch",
    "uphold": "suggestions:uphold",
}
STEP_PAGES = {
    "submit": "suggestions:write",
    "agree_division": "suggestions:agree_division",
    "agree_withdraw": "suggestions:agree_withdraw",
    "cosign": "suggestions:cosign",
    "admit": "suggestions:admit",
    "confirm": "suggestions:confirm",
    "pass_on": "suggestions:review",
    "accept": "suggestions:review",
    "assign": "suggestions:assign",
    "answer_question": "suggestions:answer_question",
    "rate": "suggestions:rate",
    "triage": "suggestions:triage",
    "meet": "suggestions:meet",
    "confirm_meeting": "suggestions:confirm_meeting",
    "assess": "suggestions:assess",
    "archive": "suggestions:archive",
    "close": "suggestions:close",
}

WHY: dict[str, Callable[[Suggestion], str]] = {
    "agree_withdraw": lambda case: _("%s代表想撤回这件联名建议，请您表示意见") % case.lead_name,
    "agree_division": lambda case: _("这件建议拟分成两件，请您确认"),
    "cosign": lambda case: _("%s代表邀请您联名") % case.lead_name,
    "admit": lambda case: _("有 %d 名代表申请联名") % len(case.asking_ids),
    "confirm": lambda case: _("收到您的纸质建议，已代为录入"),
    "answer_question": lambda case: _("%s代表对承办单位有意见，等您答复") % case.lead_name,
    SuggestionState.DRAFT: lambda case: _("草稿还没有提交"),
    SuggestionState.RETURNED: lambda case: _("联工委退回修改，请改好后再提交"),
    SuggestionState.DELEGATION_REVIEW: lambda case: _("%s代表提出，待代表团初审") % case.lead_name,
    SuggestionState.REVIEW: lambda case: _("%s代表提出，待审核") % case.lead_name,
    SuggestionState.ACCEPTED: lambda case: _("审核已通过，等您提出承办单位"),
    SuggestionState.REPLIED: lambda case: _("第 %d 轮答复已送达，请您评价") % case.round,
    SuggestionState.RATED: lambda case: (
        str(Settled(case.settled).label)
        if case.settled
        else _("代表评价：%s") % case.get_final_rating_display()
    ),
    SuggestionState.CLOSED: lambda case: _("已办结，待归档"),
}
