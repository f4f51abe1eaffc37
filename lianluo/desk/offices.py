"""What the deputies' body calls itself, from which day."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.congress import policy
from lianluo.congress.models import OfficeName
from lianluo.congress.offices import drop_office_name, name_office, office_name
from lianluo.desk.doors import DeskRequest, done_with, door
from lianluo.desk.forms.terms import OfficeForm
from lianluo.ui.pages import done, render


@door()
def offices(request: DeskRequest) -> HttpResponse:
    """The names so far, and the form for the next one."""
    at, congress = timezone.now(), request.actor.congress
    may = policy.may_name_office(request.actor, congress)
    form = OfficeForm(request.POST or None, initial={"valid_from": timezone.localdate(at)})
    if request.method == "POST" and done_with(
        form, lambda: name_office(congress, actor=request.actor, at=at, **form.cleaned_data)
    ):
        done(
            request, _("已保存。从 {d} 起，页面和公文用这个名称。").format(d=form.cleaned_data["valid_from"])
        )
        return redirect("desk:offices")
    facts = {
        "names": OfficeName.objects.within(congress.scope),
        "current": office_name(congress, timezone.localdate(at)),
        "today": timezone.localdate(at),
        "form": form,
        "may_edit": may,
    }
    return render(request, "desk/offices.html", facts)


@require_POST
@door(policy.may_name_office)
def office_drop(request: DeskRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(OfficeName.objects.within(request.actor.scope).select_related("congress"), pk=pk)
    drop_office_name(row, actor=request.actor, at=timezone.now())
    done(request, _("“{name}”已删除。").format(name=row.name))
    return redirect("desk:offices")


urlpatterns = [
    path("admin/tree/offices/", offices, name="offices"),
    path("admin/tree/offices/<int:pk>/drop/", office_drop, name="office_drop"),
]
