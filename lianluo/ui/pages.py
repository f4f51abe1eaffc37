"""Answers that every view uses: render, toast, back, ask once, refuse with a reason."""

import json
from typing import Any

import structlog
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render as django_render
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

CONFIRMED = "confirmed"
log = structlog.get_logger("lianluo.refused")


def render(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """A page with the frame around it."""
    return django_render(request, template, context or {}, status=status)


def safe_next(request: HttpRequest) -> str:
    """Where the form says to go next, if that is on this site."""
    return _on_site(request, request.POST.get("next") or request.GET.get("next") or "")


def came_from(request: HttpRequest) -> str:
    """The page of this site that the request came from, or the first page."""
    return _on_site(request, request.headers.get("Referer", "")) or "/"


def _on_site(request: HttpRequest, wanted: str) -> str:
    allowed = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if allowed else ""


def back(request: HttpRequest, to: Any, *args: Any, **kwargs: Any) -> HttpResponseRedirect:
    """To the page that the form came from (`next`), else to `to`."""
    return HttpResponseRedirect(safe_next(request) or resolve_url(to, *args, **kwargs))


def done(
    request: HttpRequest, text: object, *, undo: str = "", label: object = "", url: str = "", tone: str = "ok"
) -> None:
    """A message on the next page: what was done and what follows. `undo` posts to take it back, `url` leads on."""
    extra = json.dumps({"undo": undo, "url": url, "label": str(label), "tone": tone})
    messages.add_message(request, messages.SUCCESS, str(text), extra_tags=extra)


def warn(request: HttpRequest, text: object, *, url: str = "", label: object = "") -> None:
    """A message on the next page about what was not done, and why."""
    done(request, text, url=url, label=label, tone="warn")


def ask(
    request: HttpRequest, *, title: object, text: object = "", button: object = "", tone: str = "bad"
) -> HttpResponse | None:
    """Ask once before an irrevocable move, naming the thing. None when it was answered yes.

    The dialog of the scripts sends `confirmed` along; without scripts this page asks and sends the form again.
    """
    if request.POST.get(CONFIRMED):
        return None
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", CONFIRMED}
        for value in values
    ]
    facts = {"heading": title, "text": text, "button": button or title, "tone": tone, "kept": kept}
    return render(request, "ui/confirm.html", facts | {"back": came_from(request)})


def refused(request: HttpRequest, reason: object, *, url: str = "", label: object = "") -> HttpResponse:
    """Visible but forbidden: 403 with the reason. Takes a sentence, a Verdict or an exception."""
    words = getattr(reason, "reason", None) or reason
    return render(request, "ui/refused.html", {"reason": str(words), "url": url, "label": label}, status=403)


def sent_back(request: HttpRequest, reason: object, to: Any) -> HttpResponse:
    """An act that was refused: said on the next page, and kept in the log like any other refusal."""
    log.warning("refused", method=request.method)
    warn(request, reason)
    return back(request, to)


def meanwhile(request: HttpRequest, sentence: object, *, url: str = "") -> HttpResponse:
    """Somebody else moved the case first: 409, what happened, and the way to the latest."""
    return render(
        request, "ui/meanwhile.html", {"sentence": str(sentence), "url": url or request.path}, status=409
    )
