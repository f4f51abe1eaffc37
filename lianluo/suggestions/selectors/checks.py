"""What is looked at before a reply is signed: what is done, and what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from lianluo.congress.rules import RuleBook
from lianluo.suggestions.models import Handling, Reply
from lianluo.suggestions.selectors.desk import POINT, points
from lianluo.suggestions.selectors.letters import promised, taken
from lianluo.suggestions.states import ContactAnswer, Mode, PublicAttribute


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked at before a reply is signed. `must` ones are asked for by the rules; `url` mends it."""

    ok: bool
    words: str
    must: bool = False
    url: str = ""


def checks(handling: Any, reply: Reply | None, rows: Sequence[Any], book: RuleBook) -> list[Check]:
    """What is done and what is missing before the signature; what is missing stands first. One query."""
    draft = reply or Reply(handling=handling)
    written = bool(draft.body.strip())
    found = [Check(written, _("正文已写") if written else _("正文还没有写"), must=True)]
    if handling.role.answers_deputy:
        found += [_contact(handling, book), *_of_class(draft, book), *_points(handling, draft)]
        found += _deputy_checks(handling, draft)
    if handling.mode == Mode.LEAD:
        found.append(_opinions(draft, rows))
    told = bool(draft.contact_name.strip() and draft.contact_phone.strip())
    found.append(Check(told, _("联系人和电话已填") if told else _("联系人和电话还没有填")))
    return sorted(found, key=lambda one: one.ok)


def _contact(handling: Any, book: RuleBook) -> Check:
    """`contact.before_reply`: first the talk, then the reply."""
    said = [row for row in handling.talked if row["answer"] != ContactAnswer.DISPUTED]
    if any(row["round"] == handling.round for row in said):
        return Check(True, _("已与代表沟通"))
    return Check(
        False, _("本轮还没有与代表沟通的记录"), must=book.flag("contact.before_reply"), url="contact"
    )


def _of_class(draft: Reply, book: RuleBook) -> list[Check]:
    """Promises where the class promises, reasons where it declines."""
    row = next((one for one in book.answer_classes() if one.code == draft.reply_class), None)
    found = []
    if row and row.is_promise:
        n = len(promised(draft))
        words = _("承诺事项已列 %d 项") % n if n else _("承诺事项还没有列全：做什么、谁负责、什么时候完成")
        found.append(Check(bool(n), words, must=True))
    if row and row.needs_explanation:
        ok = bool(draft.explanation.strip())
        found.append(Check(ok, _("原因已写明") if ok else _("不能解决的原因还没有写"), must=True))
    return found


def _points(handling: Handling, draft: Reply) -> list[Check]:
    """Every numbered point of the suggestion is answered: told by the numbering of the reply."""
    asked = [line for line in points(handling.suggestion) if POINT.match(line)]
    if not asked or not draft.body.strip():
        return []
    given = sum(bool(POINT.match(line)) for line in draft.body.splitlines())
    if given >= len(asked):
        return [Check(True, _("%d 条建议都有回应") % len(asked))]
    return [
        Check(
            False, _("建议有 %(asked)d 条，正文编号只有 %(given)d 条") % {"asked": len(asked), "given": given}
        )
    ]


def _opinions(draft: Reply, rows: Sequence[Any]) -> Check:
    missing = [str(one.unit) for one in rows if one.mode == Mode.CO and one.delivered is None]
    if not missing:
        return Check(True, _("会办意见已收齐"))
    if draft.without_opinions:
        return Check(True, _("%s的会办意见逾期未送，已在答复里说明") % "、".join(missing))
    return Check(False, _("%s的会办意见没有送来") % "、".join(missing), must=True)


def _deputy_checks(handling: Handling, draft: Reply) -> list[Check]:
    withheld = draft.public_attribute != PublicAttribute.WITHHELD or bool(draft.withheld_reason)
    chosen = bool(draft.reply_class)
    return [
        Check(chosen, _("类别已选") if chosen else _("答复类别还没有选"), must=True),
        _number(handling, draft),
        Check(withheld, _("公开属性已选") if withheld else _("不予公开，还没有选理由")),
    ]


def _number(handling: Handling, draft: Reply) -> Check:
    """The unit's own series gives it; one that was typed must be new, and beside a series needs its reason."""
    number, series = draft.document_number.strip(), handling.unit.document_pattern
    if not number:
        return Check(bool(series), _("发文字号签发时自动编") if series else _("发文字号还没有填"), must=True)
    if taken(handling.unit_id, number, handling.congress.scope, but=draft.pk):
        return Check(False, _("发文字号已经用过，请核对"))
    if series and not draft.number_reason.strip():
        return Check(False, _("另编文号，还没有写理由"), must=True)
    return Check(True, _("发文字号没有用过"))
