"""Why a suggestion stands in somebody's list of things to do, by the move that waits or the state it is in."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.states import Settled, SuggestionState

WHY: dict[str, Callable[[Suggestion], str]] = {
    "agree_withdraw": lambda case: _("%s代表想撤回这件联名建议，请您表示意见") % case.lead_name,
    "agree_division": lambda case: _("这件建议拟分成两件，请您确认"),
    "cosign": lambda case: _("%s代表邀请您联名") % case.lead_name,
    "admit": lambda case: _("有 %d 名代表申请联名") % len(case.asking_ids),
    "confirm": lambda case: _("收到您的纸质建议，已代为录入"),
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
