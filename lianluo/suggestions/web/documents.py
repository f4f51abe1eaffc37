"""Documents of a suggestion in Word: the assignment sheet of a unit, and the reply."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianluo.congress.models import Congress
from lianluo.kernel.verdict import Verdict
from lianluo.papers.services import MEDIA_TYPE, write
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import Extension, Handling, Reply
from lianluo.suggestions.selectors.unit_names import beside_handling
from lianluo.suggestions.selectors.visible import known, visible
from lianluo.suggestions.states import Mode, ReplyState
from lianluo.suggestions.web.doors import acting, case_url, found, found_handling
from lianluo.trail.attachments import send
from lianluo.trail.models import Attachment
from lianluo.trail.refusals import Refused
from lianluo.ui.pages import refused


def word(name: str, case: object, congress: Congress, title: str) -> HttpResponse:
    """A paper as a download."""
    response = HttpResponse(write(name, case, congress=congress), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = content_disposition_header(True, f"{title}.docx")
    return response


@require_GET
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """交办单 of one unit."""
    handling = found_handling(request, pk, **beside_handling())
    if not (verdict := policy.may_have_sheet(acting(request), handling)):
        return refused(request, verdict, url=case_url(handling.suggestion), label=_("看这件建议"))
    title = f"{_('交办单')} {handling.suggestion.number} {handling.unit}"
    return word("suggestions.assignment", handling, handling.congress, title)


@require_GET
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """答复函: what the deputies received; before that, for the unit's own eyes."""
    actor = acting(request)
    rows = Reply.objects.within(actor.scope).exclude(handling__mode=Mode.CO)
    rows = rows.filter(handling__suggestion__in=visible(actor)).exclude(state=ReplyState.DISCARDED)
    parts = ("congress", "handling__unit__dispatched_by", "handling__suggestion__lead__person")
    more = (
        "handling__suggestion__session__term",
        "handling__suggestion__term",
        "handling__suggestion__congress",
    )
    reply = get_object_or_404(rows.select_related(*parts, *more), pk=pk)
    known([reply.handling.suggestion], actor)
    if reply.state != ReplyState.DELIVERED and not (verdict := policy.may_see_draft(actor, reply.handling)):
        return refused(request, verdict, url=case_url(reply.handling.suggestion), label=_("看这件建议"))
    title = f"{_('答复函')} {reply.handling.suggestion.number} {reply.handling.unit}"
    return word("suggestions.reply", reply, reply.congress, title)


@require_GET
def attachment(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    """A file of a suggestion that one may see."""
    suggestion, actor = found(request, pk), acting(request)
    proofs = Extension.objects.within(actor.scope).filter(handling__suggestion=suggestion).values("proof")
    mine = Q(case_type="suggestion", case_id=suggestion.pk) | Q(pk__in=proofs)
    rows = Attachment.objects.within(actor.scope).filter(mine)
    kept = get_object_or_404(rows, pk=file)

    def may(who: Actor, what: Attachment) -> Verdict:
        if what.case_type == "suggestion":
            return policy.may_read_file(who, suggestion, what.kind)
        handling = Handling.objects.within(who.scope).get(pk=what.case_id)
        handling.suggestion = suggestion
        return policy.may_read_talk_files(who, handling)

    try:
        return send(kept, actor=actor, may=may)
    except Refused as reason:
        return refused(request, reason, url=case_url(suggestion), label=_("看这件建议"))
