"""Word documents of a whole file: the assignment sheets and the answers that the reader may have."""

from collections.abc import Iterator

from lianluo.papers.services import write
from lianluo.suggestions.models import Reply
from lianluo.suggestions.selectors.whole import Whole


def documents(whole: Whole) -> Iterator[tuple[str, bytes]]:
    """Names and contents, the sheets first."""
    sheets = set(whole.sheets)
    for handling in whole.file.handlings:
        if handling.pk in sheets:
            yield (
                f"交办单 {handling.unit}.docx",
                write("suggestions.assignment", handling, congress=whole.case.congress),
            )
    for reply in _replies(whole):
        name = f"答复函 {reply.handling.unit} 第{reply.round}轮.docx"
        yield name, write("suggestions.reply", reply, congress=whole.case.congress)


def _replies(whole: Whole) -> Iterator[Reply]:
    """The answers of the page as rows, with the suggestion in hand: it knows whether the name is kept back."""
    units = {one.pk: one for one in whole.file.handlings}
    rows = Reply.objects.within(whole.actor.scope).filter(pk__in=[one.id for one in whole.answers])
    for reply in rows.order_by("round", "pk"):
        reply.handling = units[reply.handling_id]
        yield reply
