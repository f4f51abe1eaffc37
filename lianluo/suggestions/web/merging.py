"""并案: choosing what goes together, and the page of a bundle for those who work on it."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from lianluo.kernel.verdict import Verdict
from lianluo.suggestions import policy, services
from lianluo.suggestions.flow import SUGGESTION
from lianluo.suggestions.forms.outcomes import MergeForm
from lianluo.suggestions.models import Suggestion
from lianluo.suggestions.selectors.bundles import parts
from lianluo.suggestions.selectors.merging import Candidate, by_number, candidates
from lianluo.suggestions.services.merge import judge_bundle
from lianluo.suggestions.web.doors import SEEN, acting, case_url, found, found_handling, moved
from lianluo.trail.steps import Refused
from lianluo.ui.pages import back, done, refused, render


def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Similar ones with what they share, the main one, and what will follow."""
    actor, suggestion = acting(request), found(request, pk)
    verdict = _may_merge(request, suggestion)
    if not verdict:
        return refused(request, verdict, url=case_url(suggestion), label=_("看这件建议"))
    wanted = [
        int(key) for key in request.GET.getlist("with") + request.POST.getlist("others") if key.isdecimal()
    ]
    offered = candidates(suggestion, actor, wanted)
    data = request.POST if request.method == "POST" else None
    start = {"others": wanted, "main": suggestion.pk}
    form = MergeForm(data, case=suggestion, offered=[one.case for one in offered], initial=start)
    if (
        request.method == "POST"
        and form.is_valid()
        and (answer := _merge(request, suggestion, form, offered))
    ):
        return answer
    facts = {"case": suggestion, "form": form, "offered": offered, "move": SUGGESTION.moves["merge"]}
    return render(request, "suggestions/merge.html", facts)


def _may_merge(request: HttpRequest, suggestion: Suggestion) -> Verdict:
    """A form that is sent twice finds it merged already: then only who may is asked, and `moved` says the rest."""
    if request.method == "POST":
        return policy.is_liaison(acting(request), suggestion)
    return SUGGESTION.judge(acting(request), suggestion, "merge")


def _merge(
    request: HttpRequest, suggestion: Suggestion, form: MergeForm, offered: Sequence[Candidate]
) -> HttpResponse | None:
    """Make the bundle; None when the form has to be shown again with what is wrong."""
    facts, actor = form.cleaned_data, acting(request)
    named, unknown = by_number(suggestion, actor, facts["numbers"])
    if unknown:
        form.add_error("numbers", _("没有找到编号%s，请核对。") % "、".join(unknown))
        return None
    chosen = {one.case.pk: one.case for one in offered if one.case.pk in facts["others"]}
    chosen |= {one.pk: one for one in named} | {suggestion.pk: suggestion}
    main = chosen.pop(facts["main"] or suggestion.pk)
    others = [chosen[key] for key in sorted(chosen)]
    double = request.POST.get(f"{SEEN}_{main.pk}", "") != str(main.trail_seq)
    if not double and not (verdict := judge_bundle(main, others)):
        form.add_error(None, str(verdict.reason))
        return None
    post = request.POST.copy()
    post[SEEN] = post.get(f"{SEEN}_{main.pk}", "")
    request.POST = post  # type: ignore[assignment]
    act = lambda at: services.merge(main, others, actor=actor, at=at, reason=facts["reason"])  # noqa: E731
    said = _("已并案，各件仍分别答复。")
    return moved(request, SUGGESTION, main, ("merge",), act, said=said, to=case_url(main))


@require_GET
def bundle(request: HttpRequest, pk: int) -> HttpResponse:
    """All of a bundle on one page; a unit writes its answers from here."""
    actor, suggestion = acting(request), found(request, pk)
    if not suggestion.bundle_size:
        return refused(request, _("这件没有并案。"), url=case_url(suggestion), label=_("看这件建议"))
    rows = parts(suggestion, actor)
    own = [one for one in rows if one.handling]
    source = next((one for one in own if one.reply and one.reply.body.strip()), None)
    bare = [one for one in own if one is not source and one.handling and one.handling.state == "signed"]
    waiting = [one for one in bare if one.reply is None or not one.reply.body.strip()]
    writes = bool(own and own[0].handling and policy.may_draft(actor, own[0].handling))
    facts: dict[str, Any] = {"case": suggestion, "parts": rows, "own": own, "source": source}
    facts |= {"waiting": waiting if writes else []}
    return render(request, "suggestions/bundle.html", facts)


@require_POST
def carry(request: HttpRequest, pk: int) -> HttpResponse:
    """The text of this one's reply becomes the draft of the others."""
    actor, handling = acting(request), found_handling(request, pk)
    here = reverse("suggestions:bundle", args=[handling.suggestion_id])
    verdict = policy.may_see_draft(actor, handling) and policy.may_draft(actor, handling)
    if not verdict:
        return refused(request, verdict, url=case_url(handling.suggestion), label=_("看这件建议"))
    try:
        count = services.carry_over(handling, actor=actor, at=timezone.now())
    except Refused as reason:
        return refused(request, reason, url=here, label=_("看并案的各件"))
    said = ngettext("已带到 %d 件的答复稿，文号请各自填写。", "已带到 %d 件的答复稿，文号请各自填写。", count)
    done(request, said % count)
    return back(request, here)
