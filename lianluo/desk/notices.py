"""Notices: the own list, the own choices."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.desk.doors import DeskRequest, door
from lianluo.desk.forms.notices import ChoicesForm, HabitForm
from lianluo.kernel.verdict import YES, Verdict
from lianluo.notices import inbox
from lianluo.notices.habits import usual_habit
from lianluo.notices.models import Habit, Notice
from lianluo.people.middleware import SESSION_KEY
from lianluo.ui.pages import back, done, refused, render
from lianluo.ui.parts import TabItem

SIZE = 20


def anybody(actor: Any, congress: Any) -> Verdict:
    """Everybody has notices of the own."""
    return YES


@door(anybody)
def notices(request: DeskRequest) -> HttpResponse:
    """What I was told, unread first by choice."""
    everything = request.GET.get("show") == "all"
    own = inbox.of(request.actor.account_id).select_related("congress")
    unread = inbox.unread_count(request.actor.account_id)
    page = Paginator(own if everything else own.filter(read_at=None), SIZE).get_page(request.GET.get("page"))
    here = reverse("desk:notices")
    tabs = [
        TabItem(label=_("未读"), url=here, count=unread, current=not everything),
        TabItem(label=_("全部"), url=f"{here}?show=all", current=everything),
    ]
    lines = inbox.lines(list(page.object_list), request.actor)
    facts = {"page": page, "lines": lines, "tabs": tabs, "unread": unread, "everything": everything}
    return render(request, "desk/notices.html", facts)


@door(anybody)
def notice(request: DeskRequest, pk: int) -> HttpResponse:
    """Open one: mark it read, change to the congress it came from, go where it leads."""
    found: Notice = get_object_or_404(inbox.of(request.actor.account_id).select_related("congress"), pk=pk)
    inbox.mark_read(request.actor.account_id, at=timezone.now(), ids=[pk])
    if inbox.lines([found], request.actor)[0].hidden:
        return refused(request, _("这件事已不在您的权限内，通知内容不再显示。"), url=reverse("desk:notices"))
    if found.congress_id != request.actor.congress.pk:
        request.session[SESSION_KEY] = found.congress_id
    return redirect(_inside(request, found.url))


def _inside(request: HttpRequest, url: str) -> str:
    """The notice's address if it leads somewhere on this site, else the list."""
    allowed = url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()})
    return url if allowed else reverse("desk:notices")


@door(anybody)
@require_POST
def notices_read(request: DeskRequest) -> HttpResponse:
    """Mark one (`notice`) or all as read."""
    given = request.POST.get("notice", "")
    ids = [int(given)] if given.isdecimal() else None
    count = inbox.mark_read(request.actor.account_id, at=timezone.now(), ids=ids)
    if ids is None:
        done(request, _("{n} 条通知已标为已读。").format(n=count))
    return back(request, "desk:notices")


@door(anybody)
def notice_preferences(request: DeskRequest) -> HttpResponse:
    """What I want to hear on which way, when to be left alone, when the digest comes."""
    account_id = request.actor.account_id
    habit = Habit.objects.filter(account=account_id).first() or usual_habit(
        request.actor, timezone.localdate()
    )
    habits = HabitForm(request.POST or None, instance=habit)
    choices = ChoicesForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and habits.is_valid() and choices.is_valid():
        habits.save()
        choices.save()
        done(request, _("已按您的选择保存，从下一条通知起生效。"))
        return redirect("desk:notice_preferences")
    facts = {"habits": habits, "choices": choices, "has_email": bool(request.user.email)}
    return render(request, "desk/notice_preferences.html", facts)


urlpatterns = [
    path("notices/", notices, name="notices"),
    path("notices/read/", notices_read, name="notices_read"),
    path("notices/preferences/", notice_preferences, name="notice_preferences"),
    path("notices/<int:pk>/", notice, name="notice"),
]
