"""What a congress's own rules open or close, beside who may: asked with the rules of the day in hand."""

from typing import TYPE_CHECKING, Any, Protocol

from lianluo.kernel.text import Sentence, _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions.states import Kind

if TYPE_CHECKING:
    from lianluo.suggestions.models import Suggestion


class OfSession(Protocol):
    """A suggestion, or a plan for all of a session: `session` None means between sessions."""

    session_id: Any
    session: Any


class Book(Protocol):
    """The rules of a congress on a day."""

    def flag(self, key: str) -> bool: ...

    def text(self, key: str) -> str: ...

    def count(self, key: str) -> int: ...


SWITCHES = {
    "transfer": ("objection.self_transfer", _("按本级规则不得自行转办；不属本单位职责的，请提出异议。")),
    "for_delegation": ("delegation.allowed", _("本级没有代表团建议，请以代表个人或联名提出。")),
    "split": ("dispatch.may_split", _("按本级规则，一件建议只分给一个单位。")),
    "express": ("direct.allowed", _("本级没有设闭会期间建议“直通车”。")),
}
"""Move → the rule that must say yes, with the sentence when it says no."""


CHOICES = {
    "entrust": ("joint.reply_to", "consent", _("按本级规则，每一位联名代表自己评价。")),
    "judge_oneself": ("joint.reply_to", "consent", _("按本级规则，每一位联名代表自己评价。")),
}
"""Move → the rule, and the value that it must have."""


def open_by_rule(move: str, book: Book) -> Verdict:
    """Does the congress know this move at all?"""
    if move in CHOICES:
        key, value, sentence = CHOICES[move]
        return YES if book.text(key) == value else no(sentence)
    if move == "lapse" and book.flag("term_change.carry"):
        return no(_("按本级规则，换届后继续办理。"))
    rule, sentence = SWITCHES.get(move, ("", ""))
    return YES if not rule or book.flag(rule) else no(sentence)


def may_assign_by_rule(actor: Actor, case: OfSession, book: Book) -> Verdict:
    """`assign.session_by`: suggestions of a session by the secretariat, or after closing by the office (2-domain 1.3)."""
    session = case.session
    if session is None or book.text("assign.session_by") == "secretariat":
        return YES
    if not actor.is_liaison:
        return no(_("按本级规则，大会期间的建议闭会后由联工委交办。"))
    if session.closed_at is None:
        return no(_("按本级规则，大会闭幕以后才能交办。"))
    return YES


def may_submit_by_rule(
    suggestion: "Suggestion", book: Book, *, head: int = 0, in_session: bool = True
) -> Verdict:
    """Enough names (`suggestion.movers`); for a delegation its head's name, in session only (2-domain 1.3).

    `head`: the seat of the head named in the record of the delegation's discussion, 0 without one."""
    if suggestion.kind == Kind.DELEGATION:
        return _for_delegation(suggestion, book, head, in_session)
    least, now = book.count("suggestion.movers"), len(suggestion.signer_ids)
    if now < least:
        sentence = _(
            "按本级规则，提出建议至少要 {least} 名代表联名，现在有 {now} 名。请邀请联名，或等受邀代表确认。"
        )
        return no(Sentence(sentence, least=least, now=now))
    return YES


def _for_delegation(suggestion: "Suggestion", book: Book, head: int, in_session: bool) -> Verdict:
    if not (verdict := open_by_rule("for_delegation", book)):
        return verdict
    if not in_session:
        return no(_("代表团建议只在大会期间提出，请改为代表提出。"))
    if not head:
        return no(_("请先登记代表团全体会议的讨论情况。"))
    if head not in suggestion.signer_ids:
        return no(_("团长还没有签署，签署以后才能提交。"))
    return YES
