"""Pages of the work inside a unit, and the deputy's answer to the record of a talk."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from lianluo.kernel.verdict import YES
from lianluo.suggestions import policy, services
from lianluo.suggestions.flow import HANDLING
from lianluo.suggestions.forms import inside as forms
from lianluo.suggestions.models import Contact, ProgressNote
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.services.inside import people_of
from lianluo.suggestions.services.opinions import lead_of, returnable
from lianluo.suggestions.states import ContactAnswer
from lianluo.suggestions.web.doors import acting, case_url, found_handling, moved
from lianluo.suggestions.web.handlings import Beside, MovePage, answer_with
from lianluo.trail.attachments import send
from lianluo.trail.models import Attachment
from lianluo.trail.refusals import Refused
from lianluo.ui.pages import refused

PAGES = {
    page.name: page
    for page in (
        MovePage(
            name="contact",
            flow=HANDLING,
            form=forms.ContactForm,
            act=services.contact,
            follows=_("代表收到通知，可以确认，也可以说明与实际不符。"),
            said=_("已登记沟通，请代表确认。"),
        ),
        MovePage(
            name="note",
            flow=HANDLING,
            form=forms.NoteForm,
            act=services.note,
            follows=_("不选“只给本单位看”的，代表马上收到通知。"),
            said=_("已登记进展。"),
        ),
        MovePage(
            name="hand_over",
            flow=HANDLING,
            form=forms.HandOverForm,
            act=services.hand_over,
            follows=_("接手的人收到通知，这件建议排在他的待办最前面。"),
            said=_("已移交。"),
        ),
        MovePage(
            name="return_opinion",
            flow=HANDLING,
            form=forms.ReturnOpinionForm,
            act=services.return_opinion,
            follows=_("会办单位收到通知，按本级规则的补正期限重新送来；原来的意见留在历史里。"),
            said=_("已退回会办单位补正。"),
        ),
    )
}


def _dated(name: str) -> Callable[[HttpRequest, int], HttpResponse]:
    """A page that begins with today."""

    def view(request: HttpRequest, pk: int) -> HttpResponse:
        handling = found_handling(request, pk)
        beside = Beside(str(handling.unit), initial={"on": timezone.localdate()})
        return answer_with(request, PAGES[name], handling, handling.suggestion, beside)

    view.__name__ = name
    return view


contact, note = _dated("contact"), _dated("note")


def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """移交承办人."""
    handling, actor = found_handling(request, pk), acting(request)
    people = people_of(handling.unit_id, actor, timezone.localdate())
    others = [one for one in people if one.pk != handling.handler_id]
    page = replace(PAGES["hand_over"], form=partial(forms.HandOverForm, people=others))
    return answer_with(request, page, handling, handling.suggestion, Beside(str(handling.unit)))


def return_opinion(request: HttpRequest, pk: int) -> HttpResponse:
    """退回会办意见补正."""
    handling = found_handling(request, pk)
    actor = acting(request)
    asked = request.method == "POST"
    verdict = (
        policy.may_return_opinion(actor, handling, lead_of(handling))
        if asked
        else returnable(handling, actor)
    )
    if not verdict:
        return refused(request, verdict, url=case_url(handling.suggestion), label=_("看这件建议"))
    return answer_with(
        request, PAGES["return_opinion"], handling, handling.suggestion, Beside(str(handling.unit))
    )


def _talk(request: HttpRequest, pk: int) -> Contact:
    actor = acting(request)
    rows = Contact.objects.within(actor.scope).filter(handling__suggestion__in=visible(actor))
    parts = ("congress", "suggestion__congress", "suggestion__lead__person", "unit")
    talk: Contact = get_object_or_404(rows.select_related(*(f"handling__{part}" for part in parts)), pk=pk)
    return talk


@require_POST
def confirm_contact(request: HttpRequest, pk: int) -> HttpResponse:
    """代表确认: one press."""
    talk = _talk(request, pk)
    act = lambda at: services.answer_contact(  # noqa: E731
        talk, actor=acting(request), at=at, answer=ContactAnswer.CONFIRMED
    )
    to = case_url(talk.handling.suggestion)
    return moved(request, HANDLING, talk.handling, ("answer_contact",), act, said=_("已确认，谢谢。"), to=to)


def dispute_contact(request: HttpRequest, pk: int) -> HttpResponse:
    """与实际不符: what was so."""
    talk = _talk(request, pk)
    page = MovePage(
        name="answer_contact",
        flow=HANDLING,
        form=forms.CorrectionForm,
        act=lambda case, **said: services.answer_contact(talk, answer=ContactAnswer.DISPUTED, **said),
        follows=_("承办单位和联工委马上收到；这条记录不再算作已经沟通。"),
        said=_("已说明，承办单位和联工委会看到。"),
    )
    about = f"{talk.handling.unit} {talk}"
    return answer_with(request, page, talk.handling, talk.handling.suggestion, Beside(about, {"talk": talk}))


@require_GET
def handling_file(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    """A file of a talk or of a note."""
    handling, actor = found_handling(request, pk), acting(request)
    rows = Attachment.objects.within(actor.scope).filter(case_type="handling", case_id=handling.pk)
    kept = get_object_or_404(rows, pk=file)

    def may(who: Any, what: Attachment) -> Any:
        return policy.may_read_contacts(who, handling.suggestion) and _may_read(who, what, handling)

    try:
        return send(kept, actor=actor, may=may)
    except Refused as reason:
        return refused(request, reason, url=case_url(handling.suggestion), label=_("看这件建议"))


def _may_read(actor: Any, file: Attachment, handling: Any) -> Any:
    """A file of a note for the unit alone stays in the unit."""
    kind, _mark, key = file.kind.partition(":")
    if kind != "note":
        return policy.may_read_talk_files(actor, handling)
    inside = kind == "note" and ProgressNote.objects.within(actor.scope).filter(pk=key, inside=True).exists()
    return policy.may_see_draft(actor, handling) if inside else YES
