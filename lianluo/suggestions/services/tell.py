"""Tells people what happened to a suggestion, in the step's own transaction."""

from collections.abc import Collection
from datetime import datetime

from django.urls import reverse

from lianluo.notices.recipients import Recipients
from lianluo.notices.telling import tell as send
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.notices import ANNOUNCEMENTS


def tell(
    key: str, case: Suggestion, at: datetime, note: str = "", only: Collection[int] | None = None
) -> None:
    """Announce `key`; whom it is for and how it reads stands in the table. `note` is added to the body.

    `only`: the seats whom it concerns, where the table would tell more."""
    row = ANNOUNCEMENTS[key]
    sentence = str(row.sentence).format(who=case.lead_name, number=case.number_words)
    send(
        f"suggestion.{key}",
        to=row.to(case) if only is None else Recipients.seats(*only),
        title=sentence,
        body="\n".join(part for part in (case.title, note) if part),
        url=reverse("suggestions:case", args=[case.pk]),
        congress=case.congress,
        at=at,
        case=("suggestion", case.pk),
    )
