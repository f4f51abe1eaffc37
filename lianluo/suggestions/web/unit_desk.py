"""What the administrator of a unit keeps: the series of its letters, and who has which work in hand."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.congress.models import Unit
from lianluo.people.roles import RoleKind
from lianluo.suggestions import policy, services
from lianluo.suggestions.forms.inside import LeaverForm, SeriesForm
from lianluo.suggestions.selectors.letters import last_drawn, proposed
from lianluo.suggestions.services.inside import open_with, people_of
from lianluo.suggestions.web.doors import acting
from lianluo.trail.steps import Refused
from lianluo.ui.pages import back, done, refused, render


def _unit(request: HttpRequest, pk: int) -> Unit:
    """A unit of the own congress in which one works."""
    actor = acting(request)
    if pk not in actor.units():
        raise Http404
    unit: Unit = get_object_or_404(Unit.objects.within(actor.scope).select_related("congress"), pk=pk)
    return unit


def own_unit(request: HttpRequest) -> HttpResponse:
    """The first unit that one administers; the others stand beside it."""
    units = sorted(acting(request).units(RoleKind.UNIT_ADMIN))
    if not units:
        return refused(request, policy.may_keep_series(acting(request), 0))
    return back(request, "suggestions:series", units[0])


def series(request: HttpRequest, pk: int) -> HttpResponse:
    """发文字号."""
    actor, unit, day = acting(request), _unit(request, pk), timezone.localdate()
    if not (verdict := policy.may_keep_series(actor, unit.pk)):
        return refused(request, verdict)
    start = {"pattern": unit.document_pattern, "last": last_drawn(unit, day.year)}
    form = SeriesForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            services.set_series(unit, actor=actor, at=timezone.now(), **form.cleaned_data)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            done(
                request,
                _("已保存，下一件编为 %s。") % proposed(unit, day)
                if unit.document_pattern
                else _("已保存。"),
            )
            return back(request, "suggestions:series", unit.pk)
    facts = {"unit": unit, "form": form, "next": proposed(unit, day), "year": day.year}
    return render(request, "suggestions/series.html", facts)


def leaver(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody leaves: what is in hand is shown first, then handed over in one go."""
    actor, unit = acting(request), _unit(request, pk)
    if not (verdict := policy.may_keep_series(actor, unit.pk)):
        return refused(request, verdict)
    people = people_of(unit.pk, actor, timezone.localdate())
    form = LeaverForm(request.POST or None, people=people)
    facts: dict[str, Any] = {"unit": unit, "form": form, "rows": None}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        facts["rows"] = open_with(unit.pk, said["giver"].pk, actor)
        if request.POST.get("sure") and facts["rows"]:
            n = services.hand_over_all(unit.pk, actor=actor, at=timezone.now(), **said)
            done(request, _("已移交 %(n)d 件给%(name)s。") % {"n": n, "name": said["to"]})
            return back(request, "suggestions:leaver", unit.pk)
    return render(request, "suggestions/leaver.html", facts)
