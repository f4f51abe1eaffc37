"""Filters and orders of the lists."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors import lists as rows_of
from lianluo.suggestions.selectors.lights import LIGHTS
from lianluo.suggestions.states import HandlingState, Kind, Mode, Satisfaction, SuggestionState
from lianluo.ui.lists import Choices, Days, Flag, Sort

STATES = [(state.value, state.label) for state in SuggestionState if state != SuggestionState.DRAFT]
LATE = [("late", _("逾期")), ("today", _("今日到期")), ("week", _("七天内到期"))]
FILTERS = (
    Choices("state", _("状态"), STATES, lookup="state"),
    Choices("late", _("缓急"), LATE, q=rows_of.late),
    Choices("light", _("期限灯"), LIGHTS, lookup="light"),
    Choices("unit", _("承办单位"), rows_of.units, q=rows_of.with_units),
    Choices("mode", _("办理方式"), Mode.choices, q=rows_of.in_mode),
    Choices("delegation", _("代表团"), rows_of.delegations, lookup="delegation"),
    Choices("topic", _("内容分类"), rows_of.topics, lookup="topic"),
    Choices("session", _("会议"), rows_of.sessions, q=rows_of.of_session),
    Choices("rating", _("评价"), Satisfaction.choices, lookup="final_rating"),
    Choices("kind", _("提出方式"), Kind.choices, lookup="kind"),
    Flag("key", _("重点督办"), Q(is_key=True)),
    Days("due", _("期限"), lookup="due_on"),
    Days("submitted", _("提出日期"), lookup="submitted_at__date"),
)
SORTS = (
    Sort("urgent", _("最急在前"), ("due_on",)),
    Sort("new", _("最新在前"), ("-submitted_at",)),
    Sort("by_number", _("按编号"), ("number",)),
)
UNIT_FILTERS = (
    Choices("mine", _("我单位"), HandlingState.choices, lookup="mine_state"),
    Choices("role", _("办理方式"), Mode.choices, lookup="mine_mode"),
    *(one for one in FILTERS if one.key not in {"unit", "mode", "late"}),
    Days("own_due", _("我单位的期限"), lookup="mine_due"),
)
UNIT_SORTS = (
    Sort("urgent", _("最急在前"), ("mine_rank", "mine_due")),
    Sort("new", _("最近交办在前"), ("-assigned_at",)),
    Sort("by_number", _("按编号"), ("number",)),
)
