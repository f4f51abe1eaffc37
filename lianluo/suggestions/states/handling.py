"""Where a unit stands with its part, its answer and its request for more time."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
    RETURNED = "returned", _("退回补正")

    @property
    def tone(self) -> str:
        return {"delivered": "done", "discarded": "off", "returned": "warn"}.get(str(self), "")

    @property
    def progress(self) -> int:
        return {"drafting": 20, "reviewing": 50, "signing": 75, "delivered": 100}.get(str(self), 0)


VOID = (ReplyState.DISCARDED, ReplyState.RETURNED)
"""Kept for the history, and no longer the reply of its round."""


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


class LongerBy(models.TextChoices):
    """Whose consent more time needs, by the rule `extension.consent` on the day of the request (2-domain 1.3)."""

    ASSIGNER = "assigner", _("交办机构同意")
    DEPUTY = "deputy", _("代表同意")
    TOLD = "told", _("告知代表即可")


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

    def said(self, co_term: str) -> str:
        """The way as the congress calls it: `handling.co_term` is 会办 in some regulations and 协办 in others."""
        return str(CO_TERMS.get(co_term, self.label)) if self == Mode.CO else str(self.label)


CO_TERMS = {"会办": _("会办"), "协办": _("协办")}
"""The words of the rule `handling.co_term`, for readers of other languages."""
