"""Files of a reply: attachments while it is written, the copy with the seal afterwards."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianluo.kernel.verdict import Verdict
from lianluo.people.actor import Actor
from lianluo.suggestions import policy, services
from lianluo.suggestions.flow import REPLY
from lianluo.suggestions.forms.reply_files import ReplyFilesForm
from lianluo.suggestions.models import Reply
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.states import DROPPED, SIGNED, VOID, WITH, Mode, ReplyState
from lianluo.suggestions.web.doors import acting, case_url, moved
from lianluo.trail.attachments import attachments_of, send
from lianluo.trail.models import Attachment
from lianluo.trail.refusals import Refused
from lianluo.ui.pages import refused, render


def _reply(request: HttpRequest, pk: int) -> Reply:
    actor = acting(request)
    rows = Reply.objects.within(actor.scope).filter(handling__suggestion__in=visible(actor))
    parts = ("congress", "handling__unit", "handling__suggestion__congress")
    found: Reply = get_object_or_404(rows.exclude(state__in=VOID).select_related(*parts), pk=pk)
    return found


def may_read(actor: Actor, reply: Reply) -> Verdict:
    """Before the signature the unit alone; afterwards whoever reads the reply, of an opinion only the offices."""
    if reply.state != ReplyState.DELIVERED:
        return policy.may_see_draft(actor, reply.handling)
    if reply.handling.mode == Mode.CO:
        return policy.may_read_opinions(actor, reply.handling.suggestion)
    return policy.may_see(actor, reply.handling.suggestion)


def reply_files(request: HttpRequest, pk: int) -> HttpResponse:
    """What is there, and one form to add more: the kind follows from where the reply stands."""
    reply, actor = _reply(request, pk), acting(request)
    if not (verdict := REPLY.judge(actor, reply, "bring")):
        return refused(request, verdict, url=case_url(reply.handling.suggestion), label=_("看这件建议"))
    signed = reply.state != ReplyState.DRAFTING
    form = ReplyFilesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        files = form.cleaned_data["files"]
        act = lambda at: services.bring(reply, actor=actor, at=at, files=files, signed=signed)  # noqa: E731
        to = reverse("suggestions:reply_files", args=[pk])
        return moved(request, REPLY, reply, ("bring",), act, said=_("已上传。"), to=to)
    kept = [one for one in attachments_of(reply) if one.kind != DROPPED]
    facts = {
        "reply": reply,
        "case": reply.handling.suggestion,
        "form": form,
        "groups": [
            ([one for one in kept if one.kind == WITH], _("随答复送达的附件")),
            ([one for one in kept if one.kind == SIGNED], _("盖章的扫描件")),
        ],
        "signed": signed,
        "drafting": reply.state == ReplyState.DRAFTING,
    }
    return render(request, "suggestions/reply_files.html", facts)


@require_POST
def drop(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """去掉附件."""
    reply, actor = _reply(request, pk), acting(request)
    rows = Attachment.objects.within(actor.scope).filter(case_type="reply", case_id=reply.pk, kind=WITH)
    kept = get_object_or_404(rows, pk=file)
    act = lambda at: services.drop(reply, kept, actor=actor, at=at)  # noqa: E731
    to = reverse("suggestions:reply_files", args=[pk])
    return moved(request, REPLY, reply, ("drop",), act, said=_("已去掉。"), to=to)


@require_GET
def reply_file(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    """One file of a reply that one may read."""
    reply, actor = _reply(request, pk), acting(request)
    rows = Attachment.objects.within(actor.scope).filter(case_type="reply", case_id=reply.pk)
    kept = get_object_or_404(rows.exclude(kind=DROPPED), pk=file)
    try:
        return send(kept, actor=actor, may=lambda who, what: may_read(who, reply))
    except Refused as reason:
        return refused(request, reason, url=case_url(reply.handling.suggestion), label=_("看这件建议"))
