"""All assignment sheets of a suggestion as files with names."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lianluo.papers.services import write
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import Handling
from lianluo.suggestions.models.suggestions import SuggestionQuerySet
from lianluo.suggestions.papers.numbering import ASSIGNMENT_SHEET
from lianluo.suggestions.selectors.visible import known
from lianluo.suggestions.states import HandlingState

UNSAFE = re.compile(r"[\\/:*?\"<>|\s]+")


def names_and_sheets(suggestions: SuggestionQuerySet, actor: Actor) -> Iterator[tuple[str, bytes]]:
    """(0412 教育厅 交办单.docx, the file) for every unit that has a part; numbers are names as a file system takes them."""
    parts = ("unit__dispatched_by", "congress", "suggestion__lead__person")
    more = ("suggestion__congress", "suggestion__session__term", "suggestion__term")
    rows = Handling.objects.within(actor.scope).filter(suggestion__in=suggestions)
    rows = rows.exclude(state=HandlingState.CANCELLED).select_related(*parts, *more).order_by("pk")
    for one in rows:
        if policy.may_have_sheet(actor, one):
            known([one.suggestion], actor)
            name = UNSAFE.sub("_", f"{one.suggestion.number}_{one.unit}_{_('交办单')}")
            yield f"{name}.docx", write(ASSIGNMENT_SHEET, one, congress=one.congress)
