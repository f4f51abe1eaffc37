"""Pages for when something is wrong: each says what happened, what to do next, and the id to quote."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: BadRequest) -> HttpResponse:
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: PermissionDenied) -> HttpResponse:
    """A refusal carries its reason: what the policy said is what the person reads."""
    return _page(request, 403, reason=str(exception))


def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    return _page(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Rendered without the request: whatever broke may be what the frame would ask for."""
    facts = {"status": 500, "request_id": request.META.get("REQUEST_ID", "")}
    return HttpResponse(render_to_string("500.html", facts), status=500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is too old or missing."""
    told = _("这个页面打开得太久，提交凭证已失效。请返回上一页，先复制已填的内容，刷新后再提交。")
    return _page(request, 403, reason=told)


def _page(request: HttpRequest, status: int, reason: str = "") -> HttpResponse:
    facts = {"status": status, "reason": reason, "request_id": request.META.get("REQUEST_ID", "")}
    return HttpResponse(render_to_string(f"{status}.html", facts, request=request), status=status)
