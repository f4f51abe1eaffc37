"""The audit: logs, field-level changes, one case with its proof, and the check of the whole history."""

from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.desk import audit_changes, tasks
from lianluo.desk.audit_lists import AuditAccounts, AuditEvents, AuditReveals, tabs, titles_of
from lianluo.desk.doors import DeskRequest, door
from lianluo.kernel.verdict import Verdict
from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.trail.cases import CASES
from lianluo.trail.models import DayRoot, Event
from lianluo.trail.roots import as_text
from lianluo.trail.selectors import step
from lianluo.trail.verify import verify_key
from lianluo.ui.pages import render
from lianluo.ui.parts import TimelineRow
from lianluo.ui.work import start, where

SHOWN_ROOTS = 60


def reads_audit(actor: Actor, congress: Any) -> Verdict:
    """The auditor alone (GB/T 22239-2019, 8.1.5.2)."""
    return policy.may(actor, "read_audit")


@door(reads_audit)
def changes(request: DeskRequest) -> HttpResponseBase:
    """Which field of which row was changed by whom, from what to what."""
    wanted = audit_changes.read(request.GET, request.actor.scope)
    if request.GET.get("format") == "csv":
        return audit_changes.as_csv(wanted, timezone.localdate())
    page = Paginator(wanted.rows, audit_changes.PER_PAGE).get_page(request.GET.get("page"))
    facts = {"wanted": wanted, "page": page, "changes": audit_changes.in_words(page.object_list)}
    return render(request, "desk/audit_changes.html", facts | {"audit_tabs": tabs("desk:audit_changes")})


@door(reads_audit)
def case(request: DeskRequest, kind: str, pk: int) -> HttpResponse:
    """Every step of one case with its digest, and whether the chain holds."""
    known = CASES.get(kind)
    rows = Event.objects.within(request.actor.scope).filter(case_type=kind, case_id=pk).order_by("seq")
    events = list(rows)
    if known is None or not events:
        raise Http404
    title = titles_of([(kind, pk)], request.actor).get((kind, pk), f"#{pk}")
    steps = [_row(event) for event in reversed(events)]
    facts = {"title": title, "kind": known.label, "steps": steps, "proof": verify_key(kind, pk)}
    return render(request, "desk/audit_case.html", facts | {"audit_tabs": tabs("desk:audit")})


def _row(event: Event) -> TimelineRow:
    said = step(event)
    who = f"{said.who or _('系统')}{f'（{said.role}）' if said.role else ''}"
    lines = [*said.words, _("摘要 {digest}").format(digest=bytes(event.hash).hex())]
    return TimelineRow(at=event.at, title=f"{said.label} · {who}", text="　".join(lines), tone=said.tone)


@door(reads_audit)
def proof(request: DeskRequest) -> HttpResponse:
    """The day roots, and the way to check the history now."""
    roots = list(DayRoot.objects.order_by("-day")[:SHOWN_ROOTS])
    shown = [{"day": r.day, "leaves": r.leaves, "root": bytes(r.root).hex()} for r in roots]
    facts = {"roots": shown, "total": DayRoot.objects.count(), "audit_tabs": tabs("desk:audit_proof")}
    return render(request, "desk/audit_proof.html", facts)


@require_POST
@door(reads_audit)
def check(request: DeskRequest) -> HttpResponse:
    """Check the history of the own congress; the worker does it and says what it found."""
    actor = request.actor
    total = Event.objects.within(actor.scope).count()
    with transaction.atomic():
        label = _("核对{name}的全部办理历史").format(name=actor.congress.short_name)
        work = start(actor, label, total, tasks.check_history, at=timezone.now(), back_url=request.path)
    return redirect(where(work))


@door(reads_audit)
def roots(request: DeskRequest) -> HttpResponse:
    """The day roots as lines of text, to be printed or published."""
    answer = HttpResponse(
        as_text(list(DayRoot.objects.order_by("day"))), content_type="text/plain; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="day-roots-{timezone.localdate():%Y%m%d}.txt"'
    return answer


urlpatterns = [
    path("admin/audit/", AuditEvents.as_view(), name="audit"),
    path("admin/audit/accounts/", AuditAccounts.as_view(), name="audit_accounts"),
    path("admin/audit/reveals/", AuditReveals.as_view(), name="audit_reveals"),
    path("admin/audit/changes/", changes, name="audit_changes"),
    path("admin/audit/proof/", proof, name="audit_proof"),
    path("admin/audit/proof/check/", check, name="audit_check"),
    path("admin/audit/proof/roots.txt", roots, name="audit_roots"),
    path("admin/audit/<slug:kind>/<int:pk>/", case, name="audit_case"),
]
