"""Terms and sessions: opening and closing switch the route of every suggestion, so they ask once."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.congress import policy
from lianluo.congress.levels import Level
from lianluo.congress.models import Congress, Session, Term
from lianluo.congress.sessions import (
    begin_term,
    close_session,
    correct_term,
    open_session,
    plan_session,
    replan_session,
)
from lianluo.desk.doors import DeskRequest, done_with, door
from lianluo.desk.forms.terms import NewSession, SessionPlan, TermCorrection, TermForm
from lianluo.ui.pages import ask, done, render


@door()
def terms(request: DeskRequest) -> HttpResponse:
    """All terms with their sessions, latest first."""
    congress = request.actor.congress
    rows = Term.objects.within(congress.scope).prefetch_related("sessions__term", "delegations")
    facts = {
        "terms": rows,
        "today": timezone.localdate(),
        "may_terms": policy.may_edit_terms(request.actor, congress),
        "may_sessions": policy.may_run_sessions(request.actor, congress),
        "open_text": _opening_words(congress),
        "close_text": _closing_words(congress),
    }
    return render(request, "desk/terms.html", facts)


def _opening_words(congress: Congress) -> str:
    return _("从现在起，代表提出的建议先经代表团、再由大会议案组审核，按大会期间编号。")


def _closing_words(congress: Congress) -> str:
    if congress.level == Level.TOWNSHIP:
        return _("从现在起，代表提出的建议由主席团审核、交办，按闭会期间编号。")
    return _("从现在起，代表提出的建议由常委会代表工作机构审核、交办，按闭会期间编号。")


def _form_page(request: DeskRequest, form: Any, heading: str, button: str, hint: str = "") -> HttpResponse:
    return render(
        request, "desk/term_form.html", {"form": form, "heading": heading, "button": button, "hint": hint}
    )


@door(policy.may_edit_terms)
def term_new(request: DeskRequest) -> HttpResponse:
    at, congress = timezone.now(), request.actor.congress
    latest = Term.objects.within(congress.scope).order_by("-number").first()
    form = TermForm(request.POST or None, initial={"number": latest.number + 1 if latest else 1})
    if done_with(form, lambda: begin_term(congress, actor=request.actor, at=at, **form.cleaned_data)):
        done(request, _("新一届已设立，接着设代表团和选举单位。"))
        return redirect("desk:terms")
    hint = _("上一届在新一届开始的前一天结束。没办完的建议继续办，仍答复原提出的代表。") if latest else ""
    return _form_page(request, form, _("设立新一届"), _("设立"), hint)


def _term(request: DeskRequest, pk: int) -> Term:
    found: Term = get_object_or_404(
        Term.objects.within(request.actor.scope).select_related("congress"), pk=pk
    )
    return found


def _session(request: DeskRequest, pk: int) -> Session:
    rows = Session.objects.within(request.actor.scope).select_related("congress", "term")
    found: Session = get_object_or_404(rows, pk=pk)
    return found


@door(policy.may_edit_terms)
def term_edit(request: DeskRequest, pk: int) -> HttpResponse:
    term = _term(request, pk)
    initial = {"starts_on": term.starts_on, "ends_on": term.ends_on, "seats_total": term.seats_total}
    form = TermCorrection(request.POST or None, initial=initial)
    if done_with(form, lambda: correct_term(term, actor=request.actor, **form.cleaned_data)):
        done(request, _("{term}已更正。").format(term=term))
        return redirect("desk:terms")
    return _form_page(request, form, _("更正{term}").format(term=term), _("保存"))


@door(policy.may_run_sessions)
def session_new(request: DeskRequest, pk: int) -> HttpResponse:
    term, at = _term(request, pk), timezone.now()
    last = term.sessions.order_by("-number").first()
    initial = {"number": last.number + 1 if last else 1}
    form = NewSession(request.POST or None, congress=request.actor.congress, initial=initial)
    if done_with(form, lambda: plan_session(term, actor=request.actor, at=at, **form.cleaned_data)):
        done(request, _("会议已设立。开幕那天在这里点“开幕”，建议才会走大会的路。"))
        return redirect("desk:terms")
    return _form_page(request, form, _("{term}新会议").format(term=term), _("设立会议"))


@door(policy.may_run_sessions)
def session_edit(request: DeskRequest, pk: int) -> HttpResponse:
    session, at = _session(request, pk), timezone.now()
    initial = {name: getattr(session, name) for name in SessionPlan.base_fields}
    form = SessionPlan(request.POST or None, congress=request.actor.congress, initial=initial)
    if done_with(form, lambda: replan_session(session, actor=request.actor, at=at, **form.cleaned_data)):
        done(request, _("{session}的日期已更新。").format(session=session))
        return redirect("desk:terms")
    return _form_page(request, form, _("{session}日期").format(session=session), _("保存"))


@require_POST
@door(policy.may_run_sessions)
def session_open(request: DeskRequest, pk: int) -> HttpResponse:
    session = _session(request, pk)
    title = _("{session}现在开幕？").format(session=session)
    if question := ask(
        request, title=title, text=_opening_words(session.congress), button=_("开幕"), tone="go"
    ):
        return question
    open_session(session, actor=request.actor, at=timezone.now())
    done(request, _("{session}已开幕，新提出的建议由大会议案组受理。").format(session=session))
    return redirect("desk:terms")


@require_POST
@door(policy.may_run_sessions)
def session_close(request: DeskRequest, pk: int) -> HttpResponse:
    session = _session(request, pk)
    title = _("{session}现在闭幕？").format(session=session)
    if question := ask(request, title=title, text=_closing_words(session.congress), button=_("闭幕")):
        return question
    close_session(session, actor=request.actor, at=timezone.now())
    done(request, _("{session}已闭幕，新提出的建议按闭会期间受理。").format(session=session))
    return redirect("desk:terms")


urlpatterns = [
    path("admin/terms/", terms, name="terms"),
    path("admin/terms/new/", term_new, name="term_new"),
    path("admin/terms/<int:pk>/edit/", term_edit, name="term_edit"),
    path("admin/terms/<int:pk>/session/", session_new, name="session_new"),
    path("admin/terms/sessions/<int:pk>/edit/", session_edit, name="session_edit"),
    path("admin/terms/sessions/<int:pk>/open/", session_open, name="session_open"),
    path("admin/terms/sessions/<int:pk>/close/", session_close, name="session_close"),
]
