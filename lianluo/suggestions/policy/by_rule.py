"""What a congress's own rules open or close, beside who may: asked with the rules of the day in hand."""

from typing import Any, Protocol

from lianluo.kernel.text import _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor


class OfSession(Protocol):
    """A suggestion, or a plan for all of a session: `session` None means between sessions."""

    session_id: Any
    session: Any


class Book(Protocol):
    """The rules of a congress on a day."""

    def flag(self, key: str) -> bool: ...

    def text(self, key: str) -> str: ...


SWITCHES = {
    "transfer": ("objection.self_transfer", _("按本级规则不得自行转办；不属本单位职责的，请提出异议。")),
    "split": ("dispatch.may_split", _("按本级规则，一件建议只分给一个单位。")),
    "express": ("direct.allowed", _("本级没有设闭会期间建议“直通车”。")),
}
"""Move → the rule that must say yes, with the sentence when it says no."""


def open_by_rule(move: str, book: Book) -> Verdict:
    """Does the congress know this move at all?"""
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
