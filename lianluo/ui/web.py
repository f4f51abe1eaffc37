"""Pages that belong to no room: display settings, the congress switcher, the style guide, the phone app's shell."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required, login_required
from django.contrib.staticfiles import finders
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianluo.people.absences import may_use_stand_ins
from lianluo.people.actor import workplaces
from lianluo.people.middleware import SESSION_KEY
from lianluo.people.models import Account
from lianluo.people.roles import RoleKind
from lianluo.ui import showcase
from lianluo.ui.models import LongWork
from lianluo.ui.nav import resolved
from lianluo.ui.pages import back, render
from lianluo.ui.parts import Link
from lianluo.ui.preferences import ALL, chosen, remember
from lianluo.ui.work import kept_until

SHELL = ("ui/dist/main.css", "ui/dist/main.js", "ui/dist/icons.svg", "ui/app/icon.svg")


@login_not_required
@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Keep theme, letter size or language."""
    response: HttpResponse = back(request, "/")
    if request.headers.get("X-Quiet"):
        response = HttpResponse(status=204)
    remember(request, response)
    return response


@login_required
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """The person's own page: account, display, sign out; on the phone also every door."""
    labels = {"theme": _("深浅"), "size": _("字号"), "lang": _("语言")}
    shown = [
        {
            "name": p.name,
            "label": labels[p.name],
            "options": [
                {"value": v, "label": label, "current": v == (chosen(request, p) or p.choices[0][0])}
                for v, label in p.choices
            ],
        }
        for p in ALL
    ]
    actor = getattr(request, "actor", None)
    absence = [("desk:stand_ins", _("代理"))] if actor and may_use_stand_ins(actor) else []
    doors = (("desk:me", _("个人资料")), ("desk:notice_preferences", _("通知设置")), *absence,
             ("account_change_password", _("修改密码")), ("mfa_index", _("两步验证和通行密钥")),
             ("desk:sessions", _("登录的设备")))  # fmt: skip
    links = [Link(label, url) for name, label in doors if (url := resolved(name))]
    return render(request, "ui/mine.html", {"preferences": shown, "links": links})


@login_required
def places(request: HttpRequest) -> HttpResponse:
    """Choose the congress in which one works now."""
    account = request.user
    if not isinstance(account, Account):
        raise Http404
    found = workplaces(account, timezone.localdate())
    if request.method == "POST":
        wanted = next((c for c in found if str(c.pk) == request.POST.get("congress")), None)
        if wanted is None:
            raise Http404
        request.session[SESSION_KEY] = wanted.pk
        Account.objects.filter(pk=account.pk).update(last_congress=wanted)
        return back(request, "/")
    return render(request, "ui/places.html", {"places": found})


def _own_work(request: HttpRequest, pk: int) -> LongWork:
    rows = LongWork.objects.everywhere("the account's own tasks, wherever it works now")
    found: LongWork = get_object_or_404(rows, pk=pk, account=request.user.pk)
    return found


@login_required
def work(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a long task is; a POST stops it. htmx asks for the inner part once a second."""
    found = _own_work(request, pk)
    if request.method == "POST":
        found.stop(at=timezone.now())
        return back(request, "ui:work", pk)
    template = "ui/work_state.html" if request.headers.get("HX-Request") else "ui/work.html"
    tone = {"done": "ok", "failed": "bad", "stopped": "bad"}.get(found.state, "")
    return render(request, template, {"work": found, "tone": tone, "until": kept_until(found)})


@login_required
@require_GET
def work_file(request: HttpRequest, pk: int) -> FileResponse:
    """The result of a long task, for the account that asked for it."""
    found = _own_work(request, pk)
    if not found.result_file:
        raise Http404
    return FileResponse(found.result_file.open("rb"), as_attachment=True, filename=found.result_name)


@login_not_required
@require_GET
def states(request: HttpRequest) -> HttpResponse:
    """Every component with real-length text: for those who build pages."""
    actor = getattr(request, "actor", None)
    if not (settings.DEBUG or (actor and actor.has(RoleKind.SYSTEM_ADMIN))):
        raise Http404
    return render(request, "ui/states.html", showcase.context(request.GET.get("form") == "bad"))


@login_not_required
@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """What the phone shows without a network; the scripts list the drafts kept on the device."""
    response = render(request, "ui/offline.html")
    response["Cache-Control"] = "public, max-age=3600"
    return response


def built(name: str) -> str:
    """The text of a built file."""
    found = finders.find(name) or str(Path(settings.STATIC_ROOT) / name)
    return Path(found).read_text(encoding="utf-8")


@login_not_required
@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, served from the root so that it may keep the whole site's shell."""
    shell = [static(name) for name in SHELL]
    head = f"self.SHELL={shell!r};self.OFFLINE={reverse('ui:offline')!r};\n"
    response = HttpResponse(head + built("ui/dist/sw.js"), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@login_not_required
@require_GET
def manifest(request: HttpRequest) -> JsonResponse:
    """What makes the site installable as a phone app."""
    icons: list[dict[str, Any]] = [
        {
            "src": static(f"ui/app/icon-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": why,
        }
        for size in (192, 512)
        for why in ("any", "maskable")
    ]
    facts = {"name": _("联络 · 人大代表履职平台"), "short_name": _("联络"), "start_url": "/", "scope": "/", "id": "/",
             "display": "standalone", "background_color": "#ffffff", "theme_color": "#a3221b", "icons": icons,
             "lang": "zh-CN"}  # fmt: skip
    return JsonResponse(
        facts, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False}
    )
