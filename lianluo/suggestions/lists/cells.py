"""What the cells of the lists show, and the columns that they make."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors.visible import by_name
from lianluo.suggestions.states import HandlingState, Mode, ReplyState
from lianluo.ui.components.small import badge, cls, due, tag
from lianluo.ui.components.text import date_full, title
from lianluo.ui.lists import Column


def _title(row: Any) -> SafeString:
    key = tag(now_("重点"), "key") if row.is_key else ""
    old = tag(now_("上届")) if getattr(row, "of_old_term", False) else ""
    together = tag(now_("并案 %d") % row.bundle_size) if row.bundle_size else ""
    url = reverse("suggestions:case", args=[row.pk])
    return format_html('<a class="t" href="{}">{} {}{}{}</a>', url, title(str(row)), key, together, old)


def _lead(row: Any) -> SafeString:
    more = len(row.signer_ids) - 1
    parts = [str(row.delegation or ""), now_("联名 %d") % more if more else ""]
    return format_html("{}<br><small>{}</small>", row.lead_name, " · ".join(part for part in parts if part))


def _state(row: Any) -> SafeString:
    now = row.standing_now
    return badge(label=now.label, tone=now.tone, p=now.progress)


def _units(row: Any) -> SafeString | str:
    first = [one for one in row.units if one.mode != Mode.CO]
    helpers = [one for one in row.units if one.mode == Mode.CO]
    if not first:
        return ""
    leads = "、".join(str(one.unit) for one in first)
    names = "、".join(str(one.unit) for one in helpers)
    said = f"{Mode.CO.said(row.co_term)} {names}" if helpers else ""
    if len(first) > 1:
        said = now_("分办 %d 个单位") % len(first)
    return format_html('{}<small class="co">{}</small>', leads, said) if said else format_html("{}", leads)


def _units_text(row: Any) -> str:
    return "；".join(f"{one.role.said(row.co_term)} {one.unit}" for one in row.units)


def _mine(row: Any) -> SafeString | str:
    if not row.mine_state:
        return ""
    state, mode = HandlingState(row.mine_state), Mode(row.mine_mode)
    return format_html("{} {}", tag(mode.said(row.co_term)), badge(state))


def _due(row: Any) -> SafeString | str:
    return due(row.due) if row.due.note or row.due.day else ""


def _due_text(row: Any) -> str:
    return f"{row.due.label} {row.due.note}".strip()


NUMBER = Column(
    "number",
    _("编号"),
    lambda row: row.number,
    sort="number",
    numeric=True,
    fixed=True,
    css="muted",
    width=12,
)
TITLE = Column("title", _("标题"), _title, text=str, sort="title", fixed=True, main=True)
LEAD = Column("lead", _("领衔代表"), _lead, text=lambda row: row.lead_name, sort=by_name, css="nb")
STATE = Column("state", _("状态"), _state, text=lambda row: row.standing_now.label, sort="state", css="nb")
UNITS = Column("units", _("主办和会办单位"), _units, text=_units_text, width=36)
CLASS = Column(
    "class",
    _("类别"),
    lambda row: cls(row.reply_class) if row.reply_class else "",
    text=lambda row: row.reply_class,
    sort="reply_class",
    css="c",
    width=8,
)
DUE = Column("due", _("期限"), _due, text=_due_text, sort="due_on", css="nb", width=22)
MORE = (
    Column(
        "delegation", _("代表团"), lambda row: row.delegation or "", sort="delegation__order", shown=False
    ),
    Column(
        "signers", _("联名人数"), lambda row: len(row.signer_ids) - 1, numeric=True, shown=False, width=10
    ),
    Column(
        "session",
        _("会议"),
        lambda row: row.session or now_("闭会期间"),
        sort="session",
        shown=False,
        width=22,
    ),
    Column(
        "rating",
        _("评价"),
        lambda row: row.get_final_rating_display(),
        sort="final_rating",
        shown=False,
        width=10,
    ),
    Column("round", _("轮次"), lambda row: row.round or "", sort="round", numeric=True, shown=False, width=8),
    Column(
        "submitted", _("提出日期"), lambda row: date_full(row.submitted_at), sort="submitted_at", shown=False
    ),
    Column(
        "assigned", _("交办日期"), lambda row: date_full(row.assigned_at), sort="assigned_at", shown=False
    ),
    Column("replied", _("答复日期"), lambda row: date_full(row.replied_at), sort="replied_at", shown=False),
)
MINE = Column("mine", _("我单位"), _mine, sort="mine_state", css="nb")
OWN_DUE = Column("due", _("期限"), _due, text=_due_text, sort="mine_due", css="nb", width=22)
WHOLE_STATE = Column(
    "state", _("全件状态"), _state, text=lambda row: row.standing_now.label, sort="state", shown=False
)


def _office(row: Any) -> SafeString | str:
    """What is left of the office's days, and how much of the time for the answer it has used."""
    if not row.at_office:
        return ""
    return format_html("{}<br><small>{}</small>", due(row.at_office), row.used)


COMMITTEE = Column(
    "committee",
    _("督办委员会"),
    lambda row: row.committee or "",
    sort="committee__order",
    shown=False,
    width=22,
)
OFFICE = Column(
    "office", _("在本机构"), _office, text=lambda row: f"{row.at_office.label} {row.used}" if row.at_office else "",
    sort="office_due", css="nb", width=26,
)  # fmt: skip
WRITTEN: dict[str, Any] = {state.value: state.label for state in ReplyState}
WRITING = Column(
    "writing", _("答复稿"), lambda row: WRITTEN.get(row.writing, ""), sort="writing", shown=False, width=12
)
