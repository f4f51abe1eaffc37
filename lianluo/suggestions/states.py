"""The words of the room: states, kinds, ratings, each with its label, its tone and how far it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SuggestionState(models.TextChoices):
    """Where a suggestion stands (2-domain 1.6)."""

    DRAFT = "draft", _("草稿")
    DELEGATION_REVIEW = "delegation_review", _("代表团初审")
    REVIEW = "review", _("待审核")
    RETURNED = "returned", _("退回修改")
    ACCEPTED = "accepted", _("已立案，待交办")
    HANDLING = "handling", _("办理中")
    REPLIED = "replied", _("已答复，待评价")
    RATED = "rated", _("已评价")
    CLOSED = "closed", _("已办结")
    NOT_ACCEPTED = "not_accepted", _("不作建议处理")
    REFERENCE = "reference", _("转为参阅件")
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
    "returned": "warn",
    "closed": "done",
    "not_accepted": "off",
    "reference": "off",
    "withdrawn": "off",
}
STATE_PROGRESS = {
    "delegation_review": 10,
    "review": 20,
    "returned": 10,
    "accepted": 35,
    "handling": 55,
    "replied": 75,
    "rated": 90,
    "closed": 100,
}

UNSUBMITTED = frozenset({SuggestionState.DRAFT, SuggestionState.RETURNED})
"""The deputy still writes."""

NUMBERED = frozenset(
    {
        SuggestionState.ACCEPTED,
        SuggestionState.HANDLING,
        SuggestionState.REPLIED,
        SuggestionState.RATED,
        SuggestionState.CLOSED,
    }
)
"""Accepted as a suggestion and given a number."""


class HandlingState(models.TextChoices):
    """Where one unit stands with its part."""

    DISPATCHING = "dispatching", _("待分办")
    ASSIGNED = "assigned", _("待签收")
    OBJECTED = "objected", _("有异议，待裁定")
    SIGNED = "signed", _("办理中")
    REPLIED = "replied", _("已答复")
    DONE = "done", _("办结")
    CANCELLED = "cancelled", _("已取消")

    @property
    def tone(self) -> str:
        return {"replied": "done", "done": "done", "cancelled": "off", "objected": "warn"}.get(str(self), "")

    @property
    def progress(self) -> int:
        return {"assigned": 10, "objected": 10, "signed": 50, "replied": 90, "done": 100}.get(str(self), 0)


UNANSWERED = frozenset(
    {HandlingState.DISPATCHING, HandlingState.ASSIGNED, HandlingState.OBJECTED, HandlingState.SIGNED}
)
"""The unit has not answered yet."""


class ReplyState(models.TextChoices):
    """Where a written answer stands inside its unit: handler, reviewer, signer."""

    DRAFTING = "drafting", _("拟稿")
    REVIEWING = "reviewing", _("待审核")
    SIGNING = "signing", _("待签发")
    DELIVERED = "delivered", _("已送达代表")
    DISCARDED = "discarded", _("作废")

    @property
    def tone(self) -> str:
        return {"delivered": "done", "discarded": "off"}.get(str(self), "")

    @property
    def progress(self) -> int:
        return {"drafting": 20, "reviewing": 50, "signing": 75, "delivered": 100}.get(str(self), 0)


class ExtensionState(models.TextChoices):
    """Where a request for more time stands (代表法 art. 51: at most six months)."""

    REQUESTED = "requested", _("待同意")
    GRANTED = "granted", _("已同意")
    REFUSED = "refused", _("未同意")

    @property
    def tone(self) -> str:
        return {"granted": "done", "refused": "off"}.get(str(self), "")

    @property
    def progress(self) -> int:
        return 30 if self == ExtensionState.REQUESTED else 100


class Mode(models.TextChoices):
    """办理方式 (2-domain 1.6)."""

    SOLE = "sole", _("单办")
    LEAD = "lead", _("主办")
    CO = "co", _("会办")
    SEPARATE = "separate", _("分办")

    @property
    def answers_deputy(self) -> bool:
        """A co-handler gives its opinion to the lead unit; all others answer the deputy."""
        return self != Mode.CO


class Kind(models.TextChoices):
    SINGLE = "single", _("代表个人")
    JOINT = "joint", _("代表联名")
    DELEGATION = "delegation", _("代表团")


class FormedBy(models.TextChoices):
    """How the suggestion came about (2-domain 1.4)."""

    RESEARCH = "research", _("专题调研")
    FORUM = "forum", _("座谈走访")
    INSPECTION = "inspection", _("视察检查")
    STATION = "station", _("联络站接待群众")
    OWN_WORK = "own_work", _("本职工作中了解")
    OTHER = "other", _("其他")


class Consent(models.TextChoices):
    """What the deputy agrees to have published (2-domain 1.4, 1.13)."""

    FULL = "full", _("同意全文公开")
    TITLE = "title", _("仅同意公开标题")


class RaisedBefore(models.TextChoices):
    NO = "no", _("首次提出")
    TWO = "two", _("连续两年提出")
    THREE = "three", _("连续三年提出")
    MORE = "more", _("三年以上仍未解决")


class Satisfaction(models.TextChoices):
    """2-domain 1.10. Attitude and result are rated apart."""

    SATISFIED = "satisfied", _("满意")
    BASIC = "basic", _("基本满意")
    DISSATISFIED = "dissatisfied", _("不满意")

    @property
    def tone(self) -> str:
        return {"satisfied": "done", "basic": "", "dissatisfied": "bad"}[str(self)]


class PublicAttribute(models.TextChoices):
    """公开属性 of a reply (政府信息公开条例)."""

    ACTIVE = "active", _("主动公开")
    REQUEST = "request", _("依申请公开")
    WITHHELD = "withheld", _("不予公开")


class PlanState(models.TextChoices):
    """Where an assignment meeting stands."""

    OPEN = "open", _("拟定中")
    RUNNING = "running", _("正在交办")
    DONE = "done", _("已交办")

    @property
    def tone(self) -> str:
        return {"done": "done"}.get(str(self), "")

    @property
    def progress(self) -> int:
        return {"open": 30, "running": 60, "done": 100}[str(self)]


class RowState(models.TextChoices):
    """What came of one suggestion of an assignment meeting."""

    WAITING = "waiting", _("待交办")
    DONE = "done", _("已交办")
    FAILED = "failed", _("没有办成")
    LEFT = "left", _("不在这次交办")

    @property
    def tone(self) -> str:
        return {"done": "done", "failed": "bad", "left": "off"}.get(str(self), "")

    @property
    def progress(self) -> int:
        return {"done": 100, "waiting": 30}.get(str(self), 0)
