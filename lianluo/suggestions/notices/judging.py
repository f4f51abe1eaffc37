"""What is told of the answer being judged, talked over, handled again, closed and taken up again."""

from lianluo.kernel.text import _
from lianluo.notices.events import DEPUTY
from lianluo.suggestions.notices.whom import (
    LIAISON,
    UNIT,
    Announcement,
    everybody,
    lead,
    liaison,
    liaison_and_units,
    on_paper,
    signers,
)

JUDGING = {
    "rated": Announcement(
        _("代表已评价"), liaison_and_units, _("代表已评价{number}建议的答复"), (*LIAISON, *UNIT)
    ),
    "rated_on_paper": Announcement(
        _("代录了您的评价"),
        on_paper,
        _("联工委按您的征询意见表代录了{number}建议的评价，不对请提出"),
        (DEPUTY,),
    ),
    "rating_disputed": Announcement(
        _("代表对代录的评价提出异议"), liaison, _("代表认为{number}建议代录的评价不对"), LIAISON
    ),
    "entrusted": Announcement(
        _("联名代表请您代为评价"), lead, _("联名代表请您代为评价{number}建议的答复"), (DEPUTY,)
    ),
    "lead_told": Announcement(
        _("联名代表对答复的意见"), lead, _("联名代表对{number}建议的答复有意见告诉您"), (DEPUTY,)
    ),
    "triaged_explained": Announcement(
        _("研判：作出说明"), everybody, _("{number}建议经研判已作说明，不再重新办理"), (DEPUTY, *UNIT)
    ),
    "triaged_meeting": Announcement(
        _("研判：双方面商"), everybody, _("{number}建议将召集双方面商"), (DEPUTY, *UNIT)
    ),
    "triaged_experts": Announcement(
        _("研判：组织评估"), everybody, _("{number}建议将组织评估"), (DEPUTY, *UNIT)
    ),
    "met": Announcement(
        _("面商已记录"), everybody, _("{number}建议的面商记录请看，领衔代表请确认"), (DEPUTY, *UNIT)
    ),
    "meeting_confirmed": Announcement(
        _("代表确认面商记录"), liaison_and_units, _("代表已确认{number}建议的面商记录"), (*LIAISON, *UNIT)
    ),
    "meeting_objected": Announcement(
        _("代表对面商记录有意见"), liaison, _("代表对{number}建议的面商记录有意见，请重新记录"), LIAISON
    ),
    "assessed": Announcement(_("评估结论"), everybody, _("{number}建议的评估有了结论"), (DEPUTY, *UNIT)),
    "reopened": Announcement(
        _("恢复办理"), everybody, _("{number}建议恢复办理，等待定下一步"), (DEPUTY, *UNIT)
    ),
    "lapsed": Announcement(
        _("届满转为参阅件"), signers, _("您的建议因任期届满、未及交办，转为参阅件"), (DEPUTY,)
    ),
    "reworked": Announcement(_("重新办理"), everybody, _("{number}建议重新办理"), (DEPUTY, *UNIT)),
    "closed": Announcement(_("建议办结"), everybody, _("{number}建议已办结"), (DEPUTY, *UNIT)),
}
