"""Files that go with a draft: up, and out again. Without scripts these are plain forms."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from lianluo.suggestions import services
from lianluo.suggestions.states import DROPPED
from lianluo.suggestions.web.doors import acting, found
from lianluo.trail.models import Attachment
from lianluo.trail.steps import Refused
from lianluo.ui.pages import back, done, refused


@require_POST
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """All of the chosen files, or none with the reason."""
    draft, to = found(request, pk), reverse("suggestions:check", args=[pk])
    uploads = request.FILES.getlist("files")
    try:
        kept = services.add_files(draft, uploads, actor=acting(request), at=timezone.now())
    except Refused as reason:
        return refused(request, reason, url=to, label=_("回去重新选择"))
    done(request, ngettext("已添加 %d 个附件。", "已添加 %d 个附件。", len(kept)) % len(kept))
    return back(request, to)


@require_POST
def drop(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Take one file out of the draft; twice gives the same answer."""
    draft, to = found(request, pk), reverse("suggestions:check", args=[pk])
    rows = Attachment.objects.within(acting(request).scope).filter(case_type="suggestion", case_id=pk)
    kept = rows.filter(pk=file).exclude(kind=DROPPED).first()
    if kept is None:
        return back(request, to)
    try:
        services.drop_file(draft, kept, actor=acting(request))
    except Refused as reason:
        return refused(request, reason, url=to, label=_("回去看一遍"))
    done(request, _("已去掉附件“%s”。") % kept.name)
    return back(request, to)
