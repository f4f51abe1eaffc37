"""Steps by which a suggestion comes about: joining, speaking for a delegation, entering from paper."""

from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors.told.words import Told, fact, names
from lianluo.ui.components.text import date_full


def discussed(facts: dict[str, Any]) -> str:
    said = {name: facts.get(name, "") for name in ("present", "members", "head")}
    said["on"] = date_full(parse_date(str(facts.get("on", ""))))
    return now_("%(on)s全体会议讨论，应到 %(members)s 人，到会 %(present)s 人；团长%(head)s") % said


def received(facts: dict[str, Any]) -> str:
    return now_("%s收到纸质建议") % date_full(parse_date(str(facts.get("received_on", ""))))


PROPOSING = {
    "submit": Told(_("代表提交建议")),
    "submit_in_session": Told(_("代表向大会提交建议")),
    "invite": Told(_("领衔代表邀请联名"), names),
    "take_back": Told(_("领衔代表收回邀请"), names),
    "cosign": Told(_("{who}代表确认联名")),
    "decline": Told(_("{who}代表不参加联名"), fact("note")),
    "uncosign": Told(_("{who}代表退出联名"), fact("reason")),
    "ask_again": Told(_("正文有改动，请已联名的代表再次确认"), names),
    "ask_to_join": Told(_("{who}代表申请联名"), fact("note")),
    "admit": Told(_("领衔代表同意加入联名"), names),
    "turn_down": Told(_("领衔代表没有同意加入联名"), names),
    "for_delegation": Told(_("以代表团名义提出"), discussed),
    "for_oneself": Told(_("改为代表提出")),
    "enter": Told(_("代录纸质建议"), received),
    "confirm": Told(_("代表确认代录的建议并提交")),
    "confirm_in_session": Told(_("代表确认代录的建议并提交大会")),
    "take_over": Told(_("代表把代录的建议转为自己的草稿")),
    "disown": Told(_("代表说不是本人提的"), fact("note"), tone="bad"),
}

JUDGING = (
    "rate",
    "rerate",
    "dispute",
    "entrust",
    "judge_oneself",
    "tell_lead",
    "confirm_meeting",
    "object_meeting",
)
WITHDRAWING = (
    "withdraw",
    "ask_withdraw",
    "agree_withdraw",
    "refuse_withdraw",
    "keep_going",
    "lead_on",
    "rewrite",
)
ASKED = ("question_units", "agree_division", "refuse_division")
OF_PROPOSERS = frozenset({*PROPOSING, *JUDGING, *WITHDRAWING, *ASKED}) - {"enter"}
"""Steps that only proposers make: with a confidential proposer their names are left out."""
NAMING = frozenset({"meet", "enter_rating"})
"""Steps of others that tell who proposed it."""
NAMES = ("names", "head", "for", "deputies_side", "from", "to")
"""Facts that tell it."""
