"""签收回执: who took it, when, and the digest of exactly what was taken."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from lianluo.suggestions import policy
from lianluo.suggestions.models import Receipt
from lianluo.suggestions.services.receipts import check
from lianluo.suggestions.states import Mode
from lianluo.suggestions.web.doors import acting, case_url, found_handling
from lianluo.ui.pages import refused, render


def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt of one unit's part; with `check`, the digest is reckoned again."""
    handling = found_handling(request, pk)
    if not (verdict := policy.may_have_sheet(acting(request), handling)):
        return refused(request, verdict, url=case_url(handling.suggestion), label=_("看这件建议"))
    rows = Receipt.objects.within(acting(request).scope).select_related("unit")
    found = get_object_or_404(rows, handling=handling)
    found.handling = handling
    proof = check(found) if "check" in request.GET else None
    kept = json.loads(found.received)
    facts = {
        "receipt": found,
        "handling": handling,
        "case": handling.suggestion,
        "proof": proof,
        "kept": kept,
    }
    return render(request, "suggestions/receipt.html", facts | {"way": Mode(kept["mode"]).label})
