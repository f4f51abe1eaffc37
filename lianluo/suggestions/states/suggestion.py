"""Where a suggestion stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SuggestionState(models.TextChoices):
    """Where a suggestion stands (2-domain 1.6)."""

    DRAFT = "draft", _("草稿")
    ENTERED = "entered", _("代录，待代表确认")
    DELEGATION_REVIEW = "delegation_review", _("代表团初审")
    REVIEW = "review", _("待审核")
    RETURNED = "returned", _("退回修改")
    ACCEPTED = "accepted", _("已立案，待交办")
    HANDLING = "handling", _("办理中")
    REPLIED = "replied", _("已答复，待评价")
    RATED = "rated", _("已评价")
    CLOSED = "closed", _("已办结")
    ARCHIVED = "archived", _("已归档")
    NOT_ACCEPTED = "not_accepted", _("不作建议处理")
    REFERENCE = "reference", _("转为参阅件")
    LETTER = "letter", _("作代表来信处理")
    WITHDRAWN = "withdrawn", _("已撤回")

    @property
    def tone(self) -> str:
        return STATE_TONES.get(str(self), "")

    @property
    def progress(self) -> int:
        """How far along the whole life, in percent."""
        return STATE_PROGRESS.get(str(self), 0)


STATE_TONES = {
    "draft": "off",
    "entered": "warn",
    "returned": "warn",
    "closed": "done",
    "archived": "done",
    "not_accepted": "off",
    "reference": "off",
    "letter": "off",
    "withdrawn": "off",
}

STATE_PROGRESS = {
    "entered": 5,
    "delegation_review": 10,
    "review": 20,
    "returned": 10,
    "accepted": 35,
    "handling": 55,
    "replied": 75,
    "rated": 90,
    "closed": 97,
    "archived": 100,
}

NO_SUGGESTION = frozenset({SuggestionState.NOT_ACCEPTED, SuggestionState.REFERENCE, SuggestionState.LETTER})
"""Decided, after talking with the deputy, not to be handled as a suggestion (2-domain 1.5)."""

UNSUBMITTED = frozenset({SuggestionState.DRAFT, SuggestionState.RETURNED})
"""The deputy still writes."""

UNSEEN = frozenset({SuggestionState.DRAFT, SuggestionState.ENTERED})
"""Not handed in: nobody but those whose names are asked for reads it, and whoever entered it from paper."""

NUMBERED = frozenset(
    {
        SuggestionState.ACCEPTED,
        SuggestionState.HANDLING,
        SuggestionState.REPLIED,
        SuggestionState.RATED,
        SuggestionState.CLOSED,
        SuggestionState.ARCHIVED,
    }
)
"""Accepted as a suggestion and given a number."""
