"""Filters and orders of the lists."""

from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors import desk_rows
from lianluo.suggestions.selectors import lists as rows_of
from lianluo.suggestions.selectors.lights import LIGHTS, under
from lianluo.suggestions.states import (
    UNSEEN,
    HandlingState,
    Kind,
    Mode,
    ReplyState,
    Share,
    SuggestionState,
)
from lianluo.ui.lists import Choices, Days, Flag, Sort

STATES = [(state.value, state.label) for state in SuggestionState if state not in UNSEEN]
LATE = [("late", _("逾期")), ("today", _("今日到期")), ("week", _("七天内到期"))]
RECEIPTS = [("missing", _("还没有签收")), ("late", _("逾期未签收")), ("deemed", _("逾期视为签收"))]
WRITING = [("none", _("还没有写")), *[(s.value, s.label) for s in ReplyState if s != ReplyState.DISCARDED]]
OFFICE = [("here", _("待分办")), ("late", _("逾期未分办")), ("soon", _("三天内要分办")),
    ("passed", _("分出去未签收")), ("objected", _("有异议"))]  # fmt: skip
FILTERS = (
    Choices("state", _("状态"), STATES, lookup="state"),
    Choices("late", _("缓急"), LATE, q=rows_of.late),
    Choices("light", _("期限灯"), LIGHTS, q=under),
    Choices("unit", _("承办单位"), rows_of.units, q=rows_of.with_units),
    Choices("mode", _("办理方式"), Mode.choices, q=rows_of.in_mode),
    Choices("delegation", _("代表团"), rows_of.delegations, lookup="delegation"),
    Choices("topic", _("内容分类"), rows_of.topics, lookup="topic"),
    Choices("session", _("会议"), rows_of.sessions, q=rows_of.of_session),
    Choices("rating", _("评价"), rows_of.ratings, lookup="final_rating"),
    Choices("share", _("满意率"), Share.choices, lookup="final_share"),
    Flag("redo", _("代表要求重新办理"), Q(redo_wanted=True)),
    Flag("old_term", _("上届"), Q(term__ends_on__lt=Now())),
    Choices("kind", _("提出方式"), Kind.choices, lookup="kind"),
    Flag("bundle", _("并案"), Q(bundle_size__gt=0)),
    Flag("key", _("重点督办"), Q(is_key=True)),
    Flag("express", _("直通车"), Q(is_express=True)),
    Choices("committee", _("督办委员会"), rows_of.committees, lookup="committee"),
    Choices("receipt", _("签收"), RECEIPTS, q=desk_rows.receipts),
    Choices("late_unit", _("逾期的单位"), rows_of.units, q=desk_rows.with_late_unit),
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
    Choices("writing", _("答复稿"), WRITING, lookup="writing"),
    *(one for one in FILTERS if one.key not in {"unit", "mode", "late", "late_unit"}),
    Days("own_due", _("我单位的期限"), lookup="mine_due"),
)
UNIT_SORTS = (
    Sort("urgent", _("最急在前"), ("mine_rank", "mine_due")),
    Sort("new", _("最近交办在前"), ("-assigned_at",)),
    Sort("by_number", _("按编号"), ("number",)),
)
OFFICE_FILTERS = (
    Choices("office", _("分办"), OFFICE, q=desk_rows.office_late),
    *(one for one in UNIT_FILTERS if one.key != "writing"),
    *(one for one in FILTERS if one.key in {"unit", "late_unit"}),
)
OFFICE_SORTS = (Sort("office", _("最急分办在前"), ("office_due", "mine_rank", "mine_due")), *UNIT_SORTS)
COMMITTEE_FILTERS = (Flag("watched", _("我委督办"), Q(watched=True)), *FILTERS)
