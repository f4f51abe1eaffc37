"""What every request passes: an id for the logs, the counters, and the headers Django and django-csp leave out."""

import re
import secrets
import time
from collections.abc import Callable
from itertools import chain
from typing import Any

import structlog
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from lianluo.site import metrics

Respond = Callable[[HttpRequest], HttpResponseBase]
_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_REFUSED = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"


class RequestId:
    """Takes the id a proxy sent, or makes one; puts it on every log line and on the answer."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        sent = request.headers.get("X-Request-ID", "")
        request_id = sent if _ID.fullmatch(sent) else secrets.token_hex(8)
        request.META["REQUEST_ID"] = request_id
        structlog.contextvars.clear_contextvars()  # not after the answer: Django logs refusals then
        structlog.contextvars.bind_contextvars(request_id=request_id, path=request.path)
        response = self.respond(request)
        response["X-Request-ID"] = request_id
        return response


class Measured:
    """Counts requests and their time by page name, never by address: an address may name a person."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        response = self.respond(request)
        page = request.resolver_match.view_name if request.resolver_match else "other"
        metrics.count(request.method or "", page, response.status_code, time.perf_counter() - started)
        return response


class Headers:
    """Headers that only need saying once. Pages with a person's data are not kept by proxies or shared caches."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.respond(request)
        response.headers.setdefault("Permissions-Policy", _REFUSED)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("X-Frame-Options", "DENY")
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class Readable:
    """Turns away what PostgreSQL cannot keep as text: no keyboard types a NUL, and no view has to think of it."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.respond(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        sent = chain(request.GET.lists(), request.POST.lists())
        if any("\0" in text for name, values in sent for text in (name, *values)):
            raise BadRequest
