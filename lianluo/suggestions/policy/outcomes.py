"""Letters, and taking back: who may, and what the congress's rules leave open (2-domain 1.3, 1.5)."""

from typing import TYPE_CHECKING

from lianluo.kernel.text import Sentence, _
from lianluo.kernel.verdict import YES, Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions.policy.by_rule import Book
from lianluo.suggestions.policy.suggestions import is_lead, is_liaison
from lianluo.suggestions.states import SuggestionState as S

if TYPE_CHECKING:
    from lianluo.suggestions.models import Suggestion

WITHDRAWABLE = {
    "filed": frozenset({S.DRAFT, S.DELEGATION_REVIEW, S.REVIEW, S.RETURNED}),
    "assigned": frozenset({S.DRAFT, S.DELEGATION_REVIEW, S.REVIEW, S.RETURNED, S.ACCEPTED}),
}
"""`withdraw.until` → the states in which it may still be taken back; "closed": in all of the flow's."""
TOO_LATE = {
    "filed": _("按本级规则，立案编号以后不能再撤回。"),
    "assigned": _("按本级规则，交办以后不能再撤回。"),
}


def may_answer_letter(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """What came of a letter is written down once."""
    if suggestion.letter_answered_at:
        return no(_("来信的办理结果已经登记。"))
    return is_liaison(actor, suggestion)


def may_rewrite(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """A text that was not handled as a suggestion may be the beginning of another one."""
    return is_lead(actor, suggestion)


def is_joint(suggestion: "Suggestion") -> bool:
    return len(suggestion.signer_ids) > 1


def all_agreed(suggestion: "Suggestion") -> bool:
    """Has everybody whose name stands under it agreed to the withdrawal?"""
    return set(suggestion.signer_ids) <= set(suggestion.agreed_ids)


def may_withdraw(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """The lead's own act; the last co-signer's consent makes it happen."""
    if suggestion.agreed_ids and all_agreed(suggestion) and actor.seat_ids & set(suggestion.signer_ids):
        return YES
    return is_lead(actor, suggestion)


def may_ask_withdraw(actor: Actor, suggestion: "Suggestion") -> Verdict:
    if not is_joint(suggestion):
        return no(_("没有联名代表，可以直接撤回。"))
    if suggestion.agreed_ids:
        return no(_("已经在征求联名代表的意见。"))
    return is_lead(actor, suggestion)


def may_answer_withdraw(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """A co-signer who has not agreed yet says yes or no, or takes the lead so that it goes on."""
    if not suggestion.agreed_ids:
        return no(_("领衔代表没有提出撤回。"))
    if actor.seat_ids & (set(suggestion.signer_ids) - set(suggestion.agreed_ids)):
        return YES
    return no(_("只征求还没有表示意见的联名代表。"))


def may_keep(actor: Actor, suggestion: "Suggestion") -> Verdict:
    """The lead no longer wants to withdraw."""
    if not suggestion.agreed_ids:
        return no(_("没有提出撤回。"))
    return is_lead(actor, suggestion)


def in_time_to_withdraw(suggestion: "Suggestion", book: Book) -> Verdict:
    """`withdraw.until`: before a number, before assignment, or in writing until it is closed (2-domain 1.3)."""
    until = book.text("withdraw.until")
    if suggestion.state in WITHDRAWABLE.get(until, frozenset({suggestion.state})):
        return YES
    return no(TOO_LATE[until])


def withdraw_by_rule(suggestion: "Suggestion", book: Book) -> Verdict:
    """In time, and a joint one with everybody's consent where the rule asks for it (SH: all must agree)."""
    if not (verdict := in_time_to_withdraw(suggestion, book)):
        return verdict
    waits = is_joint(suggestion) and not all_agreed(suggestion) and suggestion.submitted_at is not None
    if waits and book.flag("withdraw.all_agree"):
        left = len(set(suggestion.signer_ids) - set(suggestion.agreed_ids) - {suggestion.lead_id})
        return no(Sentence(_("联名建议须全体同意才能撤回，还要 {n} 名联名代表同意。"), n=left))
    return YES


def ask_by_rule(suggestion: "Suggestion", book: Book) -> Verdict:
    """Nobody is asked where the lead may decide alone."""
    if not book.flag("withdraw.all_agree"):
        return no(_("按本级规则，领衔代表可以单独撤回。"))
    return in_time_to_withdraw(suggestion, book)


def agree_by_rule(suggestion: "Suggestion", book: Book) -> Verdict:
    return in_time_to_withdraw(suggestion, book)
