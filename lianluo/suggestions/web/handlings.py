"""The smaller moves of one unit's handling, each a page with one form: pass on, object, decide, ask for time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lianluo.congress.rules import RuleBook
from lianluo.kernel.flow import Flow
from lianluo.suggestions import policy, services
from lianluo.suggestions.flow import EXTENSION, HANDLING, SUGGESTION
from lianluo.suggestions.forms import handlings as forms
from lianluo.suggestions.models import Extension, Handling, Suggestion
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.services.extensions import consent_of, in_time, limits, speaks_for_deputy
from lianluo.suggestions.states import LongerBy
from lianluo.suggestions.web.doors import acting, case_url, found, found_handling, moved
from lianluo.ui.pages import refused, render


@dataclass(frozen=True, kw_only=True)
class MovePage:
    """One small page: what it asks, which sentence of the room it says, and what follows."""

    name: str
    flow: Flow
    form: Callable[..., forms.MoveForm]
    act: Callable[..., object]
    follows: Any
    said: Any
    button: Any = ""
    template: str = "suggestions/handling_move.html"


PAGES = {
    page.name: page
    for page in (
        MovePage(
            name="dispatch",
            flow=HANDLING,
            form=forms.DispatchForm,
            act=services.dispatch,
            follows=_("承办单位马上收到通知，签收或提异议的期限开始计算；答复期限从交办之日起算，不变。"),
            said=_("已分办给承办单位。"),
        ),
        MovePage(
            name="redirect",
            flow=HANDLING,
            form=forms.RedirectForm,
            act=services.redirect,
            follows=_("改交以后还要分办，新的单位才会收到。"),
            said=_("已改交，请接着分办。"),
        ),
        MovePage(
            name="split",
            flow=HANDLING,
            form=forms.SplitForm,
            act=services.split,
            follows=_(
                "主办、会办单位马上收到通知，签收或提异议的期限开始计算；答复期限从交办之日起算，不变。"
            ),
            said=_("已分给几个单位。"),
        ),
        MovePage(
            name="object",
            flow=HANDLING,
            form=forms.ObjectForm,
            act=services.object_to,
            follows=_("由交办机构或联工委裁定；裁定之前答复期限照常计算。"),
            said=_("已提出异议，等待裁定。"),
        ),
        MovePage(
            name="uphold",
            flow=HANDLING,
            form=forms.UpholdForm,
            act=services.uphold,
            follows=_("原单位不再承办，新的单位收到交办；原单位、新单位和代表都收到通知。"),
            said=_("已同意改办，新的单位会收到交办。"),
        ),
        MovePage(
            name="overrule",
            flow=HANDLING,
            form=forms.OverruleForm,
            act=services.overrule,
            follows=_("原单位继续承办，签收期限重新计算；不得自行转给别的单位。"),
            said=_("已裁定由原单位继续办理。"),
        ),
        MovePage(
            name="reassign",
            flow=HANDLING,
            form=forms.ReassignForm,
            act=services.reassign,
            follows=_("原单位不再承办，新的单位收到交办；期限按本级规则计算。"),
            said=_("已调整承办单位。"),
        ),
        MovePage(
            name="transfer",
            flow=HANDLING,
            form=forms.TransferForm,
            act=services.transfer,
            follows=_("本单位不再承办，新的单位马上收到；联工委和代表也收到通知。"),
            said=_("已转给新的单位。"),
        ),
        MovePage(
            name="ask_longer",
            flow=HANDLING,
            form=forms.LongerForm,
            act=services.ask_longer,
            follows=_("经同意才算延期；同意之前，原来的期限照常计算。最长不超过交办之日起六个月。"),
            said=_("已提出延期申请。"),
        ),
        MovePage(
            name="grant",
            flow=EXTENSION,
            form=forms.GrantForm,
            act=services.grant,
            follows=_("新的期限马上生效，法定期限仍在旁边列出；承办单位和代表收到通知。"),
            said=_("已同意延期。"),
        ),
        MovePage(
            name="refuse",
            flow=EXTENSION,
            form=forms.RefuseForm,
            act=services.refuse,
            follows=_("原来的期限不变，承办单位收到通知。"),
            said=_("已答复不同意延期。"),
        ),
        MovePage(
            name="question_units",
            flow=SUGGESTION,
            form=forms.QuestionForm,
            act=services.question_units,
            follows=_("由联工委研究是否调整；研究期间原单位继续办理。"),
            said=_("意见已送联工委。"),
        ),
    )
}


AFTER_ASKING = {
    LongerBy.ASSIGNER: _("经联工委或交办机构同意才算延期；同意之前，原来的期限照常计算。代表也会收到通知。"),
    LongerBy.DEPUTY: _("按本级规则，经领衔代表同意才算延期；同意之前，原来的期限照常计算。"),
    LongerBy.TOLD: _("按本级规则，告知代表后即可延期：新的期限马上生效，代表和联工委收到通知。"),
}
"""What follows a request for more time, by the rule of the congress."""


@dataclass(frozen=True)
class Beside:
    """What stands on the page beside the form, what the form begins with, and where it leads (else to the case)."""

    about: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    initial: dict[str, Any] = field(default_factory=dict)
    to: str = ""
    more: dict[str, Any] = field(default_factory=dict)
    """What the form needs to know beyond the congress and the day."""


OTHER_WAY = {"uphold": "overrule", "overrule": "uphold", "grant": "refuse", "refuse": "grant"}
"""Whoever decides can decide otherwise; the list of what is to be done leads to one page only."""


def _other_way(page: MovePage, case: Any) -> dict[str, Any]:
    """The page of the opposite decision."""
    if not (name := OTHER_WAY.get(page.name)):
        return {}
    return {"url": reverse(f"suggestions:{name}", args=[case.pk]), "label": page.flow.moves[name].label}


def answer_with(
    request: HttpRequest, page: MovePage, case: Any, suggestion: Suggestion, beside: Beside
) -> HttpResponse:
    """Show the form, or make the move."""
    actor, to, day = acting(request), case_url(suggestion), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    files = request.FILES if request.method == "POST" else None
    known = {"congress": suggestion.congress, "on": day, "initial": beside.initial} | beside.more
    form = page.form(data, files, **known)
    if request.method == "POST" and form.is_valid():
        act = lambda at: page.act(case, actor=actor, at=at, **form.cleaned_data)  # noqa: E731
        return moved(request, page.flow, case, (page.name,), act, said=page.said, to=beside.to or to)
    by_rule = policy.open_here(page.name, suggestion, RuleBook(suggestion.congress, day))
    if not (verdict := by_rule and page.flow.judge(actor, case, page.name)):
        return refused(request, verdict, url=to, label=_("看这件建议"))
    facts = {"case": suggestion, "moving": case, "form": form, "page": page, "about": beside.about}
    move = {"move": page.flow.moves[page.name], "other_way": _other_way(page, case)}
    return render(request, page.template, beside.facts | facts | move)


def _beside(name: str, handling: Handling) -> Beside:
    """The objection that is decided, or the deadline that is asked to move."""
    about = str(handling.unit)
    if name in {"uphold", "overrule"}:
        objection = handling.objections.filter(decided_at=None).select_related("proposed").first()
        start = {"unit": objection.proposed} if objection and objection.proposed else {}
        return Beside(about, {"objection": objection}, start)
    if name == "split":
        return Beside(about, {}, {"first": handling.unit_id})
    if name == "ask_longer":
        today = timezone.localdate()
        found, follows = limits(handling), AFTER_ASKING[consent_of(handling, today)]
        facts = {"limits": found, "follows": follows, "late": in_time(found, today).reason}
        return Beside(about, facts, more={"limits": found})
    return Beside(about)


def _of_handling(name: str) -> Callable[[HttpRequest, int], HttpResponse]:
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        handling = found_handling(request, pk)
        return answer_with(request, PAGES[name], handling, handling.suggestion, _beside(name, handling))

    view.__name__ = name
    return view


def _of_extension(name: str) -> Callable[[HttpRequest, int], HttpResponse]:
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        actor = acting(request)
        rows = Extension.objects.within(actor.scope).filter(handling__suggestion__in=visible(actor))
        parts = (
            "congress",
            "proof",
            "handling__unit",
            "handling__congress",
            "handling__suggestion__congress",
        )
        rows = rows.select_related(*parts, "handling__suggestion__lead__person")
        asked = get_object_or_404(rows, pk=pk)
        by_proxy = speaks_for_deputy(asked, actor)
        beside = Beside(str(asked.handling.unit), more={"for_deputy": by_proxy})
        return answer_with(request, PAGES[name], asked, asked.handling.suggestion, beside)

    view.__name__ = name
    return view


dispatch, redirect, object_to = _of_handling("dispatch"), _of_handling("redirect"), _of_handling("object")
uphold, overrule, reassign = _of_handling("uphold"), _of_handling("overrule"), _of_handling("reassign")
ask_longer, transfer = _of_handling("ask_longer"), _of_handling("transfer")
split = _of_handling("split")
grant, refuse = _of_extension("grant"), _of_extension("refuse")


def question_units(request: HttpRequest, pk: int) -> HttpResponse:
    """The lead deputy does not agree with the assignment."""
    suggestion = found(request, pk)
    return answer_with(request, PAGES["question_units"], suggestion, suggestion, Beside())
