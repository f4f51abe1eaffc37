"""One import: what is wrong, what must be chosen, what came in."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.exchange.errors import errors_file
from lianluo.exchange.kinds import ASK, BAD, NOTE, Kind
from lianluo.exchange.models import Batch, Stage
from lianluo.exchange.policy import may_load
from lianluo.exchange.reading.sheet import column_letters
from lianluo.exchange.services import choose, load, may_take_back, take_back
from lianluo.exchange.web.columns import checked
from lianluo.exchange.web.doors import ExchangeRequest, Forbidden, door, found_batch
from lianluo.exchange.web.steps import AFTER, steps_of
from lianluo.ui.pages import ask, done, render
from lianluo.ui.parts import Chip
from lianluo.ui.work import start, where

SHOWN, AT_ONCE = 40, 100
PICKERS = {"unit": "desk:pick_units", "deputy": "desk:pick_deputies"}


@door
def batch(request: ExchangeRequest, pk: int) -> HttpResponse:
    found, kind = found_batch(request, pk)
    if found.stage == Stage.MAPPING and may_load(request.actor, found.kind):
        return redirect("exchange:columns", pk)
    at = timezone.now()
    show = request.GET.get("show", "")
    facts = _facts(found, kind) | {
        "page": _page(found, show, request),
        "chips": _chips(found, show),
        "may": may_load(request.actor, found.kind),
        "back": may_take_back(found, at),
        "still": found.still(at),
        "show": show,
    }
    return render(request, "exchange/batch.html", facts)


def _facts(found: Batch, kind: Kind) -> dict[str, Any]:
    ready = found.count("ready") + found.count("noted")
    return {
        "batch": found,
        "kind": kind,
        "steps": steps_of(found, "run" if found.stage in AFTER else "check"),
        "after": found.stage in AFTER,
        "ready": ready,
        "all": ready + found.count("same") + found.count("ask") + found.count("bad"),
        "same": found.count("same"),
        "noted": found.count("noted"),
        "asks": found.count("ask"),
        "bad": found.count("bad"),
        "made": found.count("made"),
        "left": found.count("left"),
        "bar": (min(found.bookmark, found.total), max(1, found.total)),
    }


def _chips(found: Batch, show: str) -> list[Chip]:
    counts = dict(found.problems.values_list("grade").annotate(n=Count("pk")).order_by())
    labels = (("", _("全部"), sum(counts.values())), (ASK, _("要您定"), counts.get(ASK, 0)),
              (BAD, _("进不来"), counts.get(BAD, 0)), (NOTE, _("请留意"), counts.get(NOTE, 0)))  # fmt: skip
    here = reverse("exchange:batch", args=[found.pk])
    return [
        Chip(label=label, url=f"{here}?show={key}" if key else here, current=show == key, count=n)
        for key, label, n in labels
        if n or not key
    ]


def _page(found: Batch, show: str, request: ExchangeRequest) -> Any:
    """Problems in the order of rows; a question that many rows ask is asked once, at its first row."""
    rows = found.problems.all()
    if show in {ASK, BAD, NOTE}:
        rows = rows.filter(grade=show)
    firsts = rows.filter(grade=ASK).order_by("thing", "written", "row", "pk").distinct("thing", "written")
    kept = [*firsts.values_list("pk", flat=True)]
    shown = found.problems.filter(pk__in=kept) | rows.exclude(grade=ASK)
    page = Paginator(shown.order_by("row", "column", "pk"), SHOWN).get_page(request.GET.get("page"))
    _describe(found, page)
    return page


def _describe(found: Batch, page: Iterable[Any]) -> None:
    """Cell names, other rows with the same question, where to search beyond the candidates."""
    asked = {(one.thing, one.written) for one in page if one.grade == ASK}
    others: dict[tuple[str, str], list[int]] = {}
    rows = found.problems.filter(grade=ASK, written__in=[written for _thing, written in asked])
    for thing, written, row in rows.values_list("thing", "written", "row"):
        others.setdefault((thing, written), []).append(row)
    for one in page:
        heading = found.columns[one.column] if 0 <= one.column < len(found.columns) else ""
        letter = column_letters(one.column) if heading and found.format in {"xlsx", "csv"} else ""
        one.cell = f"{letter}{one.row}" if letter else ""
        one.heading = heading
        same = [row for row in others.get((one.thing, one.written), []) if row != one.row]
        one.same, one.same_rows = len(same), "、".join(str(row) for row in same[:6])
        one.picker = reverse(PICKERS[one.thing]) if one.thing in PICKERS else ""


def _loading(request: ExchangeRequest, pk: int) -> tuple[Batch, Kind]:
    found, kind = found_batch(request, pk)
    if not (verdict := may_load(request.actor, found.kind)):
        raise Forbidden(str(verdict.reason))
    return found, kind


@door
@require_POST
def answers(request: ExchangeRequest, pk: int) -> HttpResponse:
    """What the written names mean; then the file is checked anew."""
    found, _kind = _loading(request, pk)
    said: dict[tuple[str, str], str] = {}
    for problem in found.problems.filter(grade=ASK).order_by("pk"):
        key = (problem.thing, problem.written)
        target = request.POST.get(f"other-{problem.pk}") or request.POST.get(f"p-{problem.pk}", "")
        if "all" in request.POST and not target and problem.candidates:
            target = problem.candidates[0][0]
        if target and key not in said:
            said[key] = target
    if said:
        choose(found, said, actor=request.actor, at=timezone.now())
        done(request, _("记下了 %(n)s 个名字，以后同样的写法不再问。") % {"n": len(said)})
    return checked(request, found)


@door
@require_POST
def run(request: ExchangeRequest, pk: int) -> HttpResponse:
    """Load what is right: at once when it is little, else by the worker."""
    found, kind = _loading(request, pk)
    at = timezone.now()
    if found.count("rows") <= min(AT_ONCE, kind.portion):
        load(found, actor=request.actor, now=timezone.now)
        done(request, _("已导入 %(n)s %(unit)s。") % {"n": found.count("made"), "unit": kind.unit})
        return redirect("exchange:batch", pk)
    label = _("导入%(name)s") % {"name": found.name}
    work = start(request.actor, label[:120], max(1, found.total), "exchange.load", at=at,
                 back_url=reverse("exchange:batch", args=[pk]), batch=pk)  # fmt: skip
    found.work = work
    found.save(update_fields=["work"])
    return redirect(where(work))


@door
def errors(request: ExchangeRequest, pk: int) -> HttpResponse:
    """The rows that did not come in, to be mended and loaded again."""
    found, _kind = _loading(request, pk)
    if not found.file or not found.problems.exclude(grade=NOTE).exists():
        return redirect("exchange:batch", pk)
    content, name = errors_file(found)
    response = HttpResponse(content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = _attachment(name)
    return response


def _attachment(name: str) -> str:
    from django.utils.http import content_disposition_header

    return content_disposition_header(True, name) or "attachment"


@door
@require_POST
def undo(request: ExchangeRequest, pk: int) -> HttpResponse:
    """Take the whole import back."""
    found, kind = _loading(request, pk)
    question = ask(
        request,
        title=_("撤回这次导入？"),
        text=_("这次导入的 %(n)s %(unit)s会删除；已经用上的话就不能撤回。")
        % {"n": found.count("made"), "unit": kind.unit},
        button=_("整批撤回"),
    )
    if question:
        return question
    n = take_back(found, actor=request.actor, at=timezone.now())
    done(request, _("已撤回 %(n)s %(unit)s。") % {"n": n, "unit": kind.unit})
    return redirect("exchange:batch", pk)
