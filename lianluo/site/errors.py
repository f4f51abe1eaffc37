"""Pages for when something is wrong: each says what happened, what to do next, and the id to quote."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A refusal carries its reason: what the policy said is what the person reads."""
    return _page(request, 403, reason=str(exception))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    return _page(request, 500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(request, 403, reason=_("这个页面打开得太久，安全凭证已失效。请返回上一页刷新后再提交，已填的内容请先复制。"))


def _page(request: HttpRequest, status: int, **facts: Any) -> HttpResponse:
    facts |= {"status": status, "request_id": request.META.get("REQUEST_ID", "")}
    return render(request, f"{status}.html", facts, status=status, using="django")
