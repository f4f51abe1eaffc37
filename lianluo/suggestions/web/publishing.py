"""公开审核: the list of what waits, one text with its public edition beside it, taking back, the public directory."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lianluo.congress.rules import RuleBook
from lianluo.suggestions import policy, services
from lianluo.suggestions.flow import PUBLICATION
from lianluo.suggestions.forms.publishing import PublishForm, TakeBackForm, initial_of
from lianluo.suggestions.lists.directory import sheet
from lianluo.suggestions.lists.publications import Publications
from lianluo.suggestions.models import Publication
from lianluo.suggestions.public import directory, public_suggestion
from lianluo.suggestions.selectors.revisions import beside
from lianluo.suggestions.services.publication import original
from lianluo.suggestions.states import OUT, PublicLevel
from lianluo.suggestions.web.doors import acting, found, moved
from lianluo.ui.pages import ask, refused, render

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def publications(request: HttpRequest) -> HttpResponseBase:
    """What waits for the review, and what was decided."""
    return Publications.as_view()(request)


def _found(request: HttpRequest, pk: int) -> Publication:
    rows = Publication.objects.within(acting(request).scope)
    parts = ("congress", "reply__handling__unit", "suggestion__lead__person", "suggestion__delegation")
    more = ("suggestion__congress", "suggestion__session__term")
    publication: Publication = get_object_or_404(rows.select_related(*parts, *more), pk=pk)
    return publication


@require_http_methods(["GET", "POST"])
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    """One text: the original, the public edition, and how much of it goes out."""
    if not (verdict := policy.reviews_publications(acting(request))):
        return refused(request, verdict)
    one = _found(request, pk)
    book = RuleBook(one.congress, timezone.localdate())
    data = request.POST if request.method == "POST" else None
    form = PublishForm(data, of=one, book=book, initial=initial_of(one))
    if request.method == "POST" and form.is_valid():
        if request.POST.get("act") == "save":
            return _saved(request, one, form)
        if (question := _asked(request, one, form)) is not None:
            return question
        return _decided(request, one, form)
    return render(request, "suggestions/publication.html", _shown(one, form, book))


def _shown(one: Publication, form: PublishForm, book: RuleBook) -> dict[str, Any]:
    written, wording = original(one), (form["title"].value(), form["body"].value())
    old = (_("原文"), f"{written.title}\n{written.body}")
    new = (_("公开文本"), "\n".join(str(part or "") for part in wording))
    reasons = {row.code: row.label for row in book.withhold_reasons()}
    return {
        "one": one,
        "case": one.suggestion,
        "form": form,
        "open": one.state not in OUT,
        "comparison": beside(old, new, at=one.opened_at),
        "closed": str(policy.may_show_text(one).reason) if not policy.may_show_text(one) else "",
        "named": policy.shows_name(one.suggestion, book),
        "reason": reasons.get(one.reason, one.reason),
        "take_back": TakeBackForm(),
    }


def _saved(request: HttpRequest, one: Publication, form: PublishForm) -> HttpResponse:
    act = lambda at: services.edit_public(one, form.edition, actor=acting(request), at=at)  # noqa: E731
    to = reverse("suggestions:publication", args=[one.pk])
    return moved(request, PUBLICATION, one, ("edit",), act, said=_("公开文本已保存，还没有公开。"), to=to)


def _asked(request: HttpRequest, one: Publication, form: PublishForm) -> HttpResponse | None:
    """What was published once may have been copied: the page names it before it goes out."""
    level = PublicLevel(form.cleaned_data["level"])
    if level == PublicLevel.WITHHELD:
        return None
    title = _("%(level)s公开《%(title)s》？") % {"level": level.label, "title": form.edition.title}
    if level == PublicLevel.TITLE:
        title = _("只公开标题《%s》？") % form.edition.title
    text = _("公开以后公众马上可以看到；可以撤下，但可能已被转载。")
    return ask(request, title=title, text=text, button=_("公开"), tone="go")


def _decided(request: HttpRequest, one: Publication, form: PublishForm) -> HttpResponse:
    actor, level, note = acting(request), form.cleaned_data["level"], form.cleaned_data["note"]
    to = reverse("suggestions:publication", args=[one.pk])
    if level == PublicLevel.WITHHELD:
        reason = form.cleaned_data["reason"]
        act = lambda at: services.withhold(one, reason=reason, actor=actor, at=at, note=note)  # noqa: E731
        said = _("已定为不公开，公开目录上只写理由。")
        return moved(request, PUBLICATION, one, ("withhold",), act, said=said, to=to)
    go = lambda at: services.publish(one, level, edition=form.edition, actor=actor, at=at, note=note)  # noqa: E731
    return moved(request, PUBLICATION, one, (f"publish_{level}",), go, said=_("已公开。"), to=to)


@require_http_methods(["GET", "POST"])
def publication_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out of the public's sight what is out, with a reason."""
    actor = acting(request)
    if not (verdict := policy.reviews_publications(actor)):
        return refused(request, verdict)
    one, to = _found(request, pk), reverse("suggestions:publication", args=[pk])
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        act = lambda at: services.take_back_public(one, reason=reason, actor=actor, at=at)  # noqa: E731
        said = _("已撤下，公众看不到了；公开过的内容留在记录里。")
        return moved(request, PUBLICATION, one, ("take_back",), act, said=said, to=to)
    if not (verdict := PUBLICATION.judge(actor, one, "take_back")):
        return refused(request, verdict, url=to, label=_("看公开审核"))
    facts = {"one": one, "case": one.suggestion, "form": form, "move": PUBLICATION.moves["take_back"]}
    return render(request, "suggestions/publication_back.html", facts)


@require_GET
def as_public(request: HttpRequest, pk: int) -> HttpResponse:
    """This suggestion exactly as the public may read it."""
    case = found(request, pk)
    shown = public_suggestion(case)
    return render(request, "suggestions/as_public.html", {"case": case, "shown": shown})


def _directory(request: HttpRequest, kind: str) -> HttpResponse:
    actor, day = acting(request), timezone.localdate()
    if not (verdict := policy.reviews_publications(actor)):
        return refused(request, verdict)
    rows = directory(actor.scope)
    name = f"{_('公开目录')} {day.isoformat()}.{kind}"
    if kind == "json":
        response: HttpResponse = JsonResponse(
            {
                "congress": actor.congress.name,
                "on": day.isoformat(),
                "items": [row.as_dict() for row in rows],
            },
            json_dumps_params={"ensure_ascii": False, "indent": 1},
        )
    else:
        response = HttpResponse(sheet(rows), content_type=SHEET)
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


@require_GET
def directory_sheet(request: HttpRequest) -> HttpResponse:
    """公开目录 as a sheet."""
    return _directory(request, "xlsx")


@require_GET
def directory_json(request: HttpRequest) -> HttpResponse:
    """公开目录 for machines."""
    return _directory(request, "json")
