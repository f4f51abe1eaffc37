"""Is the file complete? What an archive looks for in the file of a suggestion (归档检查)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lianluo.suggestions.models import Receipt, Reply, Suggestion
from lianluo.suggestions.states import HandlingState, Mode, ReplyState
from lianluo.trail.verify import verify_case


@dataclass(frozen=True, slots=True)
class Check:
    """One piece of the file: what it is, whether it is there, and a word on it."""

    label: str
    ok: bool
    note: str = ""


def checks(suggestion: Suggestion) -> list[Check]:
    """The pieces in the order in which they lie in the file. Five queries, whatever its size."""
    live = list(
        suggestion.handlings.exclude(state=HandlingState.CANCELLED).select_related("unit").order_by("pk")
    )
    signed = set(
        Receipt.objects.within(suggestion.congress.scope)
        .filter(handling__in=live)
        .values_list("handling", flat=True)
    )
    delivered = list(
        Reply.objects.within(suggestion.congress.scope).filter(handling__in=live, state=ReplyState.DELIVERED)
    )
    answered = {one.handling_id for one in delivered}
    owing = [str(one.unit) for one in live if one.mode != Mode.CO and one.pk not in answered]
    bare = [one for one in delivered if not one.document_number]
    unsigned = [str(one.unit) for one in live if one.pk not in signed and not one.signed_at]
    judged = suggestion.ratings.filter(replaced_at=None).count()
    proof = verify_case(suggestion)
    return [
        Check(_("建议正文"), bool(suggestion.title and suggestion.proposals), suggestion.number_words),
        Check(_("承办单位签收"), not unsigned, "、".join(unsigned)),
        Check(_("答复函"), bool(delivered) and not owing, "、".join(owing)),
        Check(_("答复的发文字号"), not bare, ""),
        Check(_("代表评价"), True, "" if judged else _("没有代表作出评价")),
        Check(_("历史校验"), proof.broken is None, ""),
    ]


def missing(suggestion: Suggestion) -> list[str]:
    return [one.label for one in checks(suggestion) if not one.ok]
