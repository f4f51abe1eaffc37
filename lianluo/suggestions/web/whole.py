"""全卷: what lies in it and how its history was checked; a POST gives it as a zip or as a PDF."""

from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.papers.pdf import missing
from lianluo.suggestions import policy, tasks
from lianluo.suggestions.papers.whole import KINDS, quick
from lianluo.suggestions.selectors.whole import Whole, whole_file
from lianluo.suggestions.web.doors import acting, case_url
from lianluo.ui.pages import refused, render
from lianluo.ui.work import start, where


def whole(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The page with its two buttons; what is small comes at once, the rest is made by the worker."""
    actor, at = acting(request), timezone.now()
    found = whole_file(pk, actor, at)
    if found is None:
        raise Http404
    if not (verdict := policy.may_take_whole(actor, found.case)):
        return refused(request, verdict, url=case_url(pk), label=_("看这件建议"))
    if request.method == "POST":
        return _given(request, found)
    return _page(request, found)


def _page(request: HttpRequest, found: Whole) -> HttpResponse:
    facts = {"whole": found, "case": found.case, "file": found.file, "no_pdf": missing()}
    facts["earlier"] = bool(policy.may_read_editions(found.actor, found.case))
    return render(request, "suggestions/whole.html", facts)


def _given(request: HttpRequest, found: Whole) -> HttpResponseBase:
    kind = KINDS.get(request.POST.get("as", ""))
    if kind is None:
        raise Http404
    here = reverse("suggestions:whole", args=[found.case.pk])
    if kind.paper and (sentence := missing()):
        return refused(request, sentence, url=here, label=_("下载压缩包"))
    if quick(found):
        return FileResponse(kind.make(found), as_attachment=True, filename=kind.file_name(found))
    with transaction.atomic():
        label = _("生成全卷 %s") % (found.case.number or found.case)
        work = start(
            found.actor, label[:120], 1, tasks.make_whole, at=found.at, back_url=here,
            suggestion=found.case.pk, kind=kind.key,
        )  # fmt: skip
    return redirect(where(work))
