"""The deputy's own pages: the list, a new draft, taking back, throwing away."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianluo.congress.rules import RuleBook
from lianluo.suggestions import policy
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.deputy import WithdrawForm
from lianluo.suggestions.selectors.mine import VIEWS, card, counts, empty_draft, in_order, my_suggestions
from lianluo.suggestions.services import Text, start_draft
from lianluo.suggestions.services import withdraw as take_back
from lianluo.suggestions.states import UNSUBMITTED, SuggestionState
from lianluo.suggestions.web.doors import acting, case_url, found, moved
from lianluo.ui.pages import ask, refused, render
from lianluo.ui.parts import TabItem

PER_PAGE = 20


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """What I lead or signed."""
    actor = acting(request)
    rows = my_suggestions(actor)
    view = request.GET.get("view", "all")
    view = view if view in VIEWS else "all"
    page = Paginator(in_order(rows.filter(VIEWS[view][1])), PER_PAGE).get_page(request.GET.get("page"))
    tabs = [
        TabItem(label=v.label, url=f"?view={v.key}", count=v.count, current=v.key == view)
        for v in counts(rows)
    ]
    today = timezone.localdate()
    cards = [card(actor, row, today) for row in page.object_list]
    drafts = [row for row in page.object_list if row.state in UNSUBMITTED]
    facts = {"page": page, "cards": cards, "tabs": tabs, "view": view, "drafts": drafts}
    return render(request, "suggestions/mine.html", facts)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a draft; one that was begun and left empty is taken up again."""
    actor = acting(request)
    if not actor.is_deputy:
        return refused(request, _("只有代表可以提出建议。"))
    if request.method != "POST":
        unfinished = in_order(my_suggestions(actor).filter(state=SuggestionState.DRAFT))[:PER_PAGE]
        cards = [card(actor, row, timezone.localdate()) for row in unfinished]
        return render(request, "suggestions/new.html", {"cards": cards})
    draft = empty_draft(actor) or start_draft(actor=actor, at=timezone.now(), text=Text())
    return redirect("suggestions:write", draft.pk)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a suggestion back, after reading what that means."""
    case = found(request, pk)
    book = RuleBook(case.congress, timezone.localdate())
    by_rule = policy.open_here("withdraw", case, book)
    verdict = SUGGESTION.judge(acting(request), case, "withdraw") and by_rule
    form = WithdrawForm(request.POST or None)
    sent = request.method == "POST" and form.is_valid()
    if not verdict and not sent:
        if not by_rule and SUGGESTION.judge(acting(request), case, "ask_withdraw"):
            asking = policy.open_here("ask_withdraw", case, book)
            if asking:
                return redirect("suggestions:ask_withdraw", case.pk)
        return refused(request, verdict, url=case_url(case), label=_("看这件建议"))
    if sent:
        reason = form.cleaned_data["reason"]
        return moved(
            request,
            SUGGESTION,
            case,
            ("withdraw",),
            lambda at: take_back(case, actor=acting(request), at=at, reason=reason),
            said=_("已撤回，办理到此为止。"),
            to=case_url(case),
        )
    return render(request, "suggestions/withdraw.html", {"case": case, "form": form})


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw away a draft that was never sent."""
    case = found(request, pk)
    if case.submitted_at:
        return refused(
            request, _("已经提交过的建议不能删除，可以撤回。"), url=case_url(case), label=_("看这件建议")
        )
    text = _("写好的内容会一起删去，不能找回。")
    title = _("删除草稿《%s》？") % case
    if question := ask(request, title=title, text=text, button=_("删除草稿")):
        return question
    return moved(
        request,
        SUGGESTION,
        case,
        ("withdraw",),
        lambda at: take_back(case, actor=acting(request), at=at),
        said=_("草稿已删除。"),
        to=reverse("suggestions:mine"),
    )
