"""What the one address of a list answers: the page, and the small forms on it (`do=`)."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from lianluo.people.actor import Actor
from lianluo.ui.lists import bulk, draw, panel, sheet
from lianluo.ui.lists.declared import Declared
from lianluo.ui.lists.parts import Bulk
from lianluo.ui.lists.state import PLAIN, SIZES, ListState
from lianluo.ui.models import SavedView
from lianluo.ui.pages import done, render, warn
from lianluo.ui.work import start, where


def answer(request: HttpRequest, page: Declared, actor: Actor, at: datetime) -> HttpResponseBase:
    """GET shows the list; POST does what `do` says."""
    state = ListState(page, actor, at, request.GET)
    if request.method != "POST":
        return _page(request, state)
    act = ACTS.get(request.POST.get("do", ""))
    if act is None:
        raise Http404
    return act(request, state)


def _page(request: HttpRequest, state: ListState) -> HttpResponse:
    bulks = bulk.open_to(state)
    size_words = [(str(size), size == state.size) for size in SIZES]
    facts = {
        "list": state.page,
        "state": state,
        "total": state.counts[""],
        "searchable": state.page.find is not None,
        "page": state.shown,
        "bulks": bulks,
        "head": draw.head(state, bool(bulks)),
        "body": draw.body(state, bool(bulks)),
        "view_tabs": draw.view_tabs(state),
        "chips": draw.filter_chips(state),
        "filters": [
            (f.label, panel.controls(f, state.all_options[f.key], state.settings[f.key]))
            for f in state.page.filters
        ],
        "sizes": size_words,
        "kept": [(k, v) for k, values in state.query.lists() for v in values if k not in {"q", "page"}],
        "as_declared": state.page.empty_opening and state.opens_first,
        "subtitle": state.page.subtitle(state.actor, state.at),
        "here": f"{request.path}?{state.query.urlencode()}",
    }
    return render(request, state.page.template, facts | state.page.context(state.actor, state.at))


def _here(request: HttpRequest, state: ListState) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{request.path}?{state.query.urlencode()}")


def _columns(request: HttpRequest, state: ListState) -> HttpResponseBase:
    known = [c.key for c in state.page.columns]
    chosen = [] if "reset" in request.POST else [k for k in known if k in request.POST.getlist("column")]
    _keep(state, "", columns=chosen)
    return _here(request, state)


def _size(request: HttpRequest, state: ListState) -> HttpResponseBase:
    wanted = request.POST.get("size", "")
    if wanted.isdigit() and int(wanted) in SIZES:
        _keep(state, "", size=int(wanted))
    return _here(request, state)


def _mine(state: ListState) -> QuerySet[SavedView]:
    """The account's rows for this list."""
    own = {"congress": state.actor.congress, "account": state.actor.account_id, "page": state.page.name}
    rows: QuerySet[SavedView] = SavedView.objects.within(state.actor.scope).filter(**own)
    return rows


def _keep(state: ListState, name: str, **values: object) -> SavedView:
    """Write one of the account's rows."""
    kept, _new = _mine(state).update_or_create(
        congress=state.actor.congress, account_id=state.actor.account_id, page=state.page.name, name=name,
        defaults=values,
    )  # fmt: skip
    return kept


def _save_view(request: HttpRequest, state: ListState) -> HttpResponseBase:
    name = request.POST.get("name", "").strip()[:40]
    if not name:
        warn(request, _("视图没有存下：请给它起个名字。"))
        return _here(request, state)
    query = state.query.copy()
    for key in PLAIN:
        query.pop(key, None)
    first = "default" in request.POST
    if first:
        _mine(state).update(is_default=False)
    view = _keep(state, name, query=query.urlencode(), is_default=first)
    done(request, _("视图“%s”已存下，以后在标题下面直接点开。") % name)
    return HttpResponseRedirect(f"{request.path}?{view.query}&view={view.key}")


def _drop_view(request: HttpRequest, state: ListState) -> HttpResponseBase:
    for view in state.saved:
        if view.key == request.POST.get("view"):
            view.delete()
            done(request, _("视图“%s”已去掉，记录都还在。") % view.name)
    return HttpResponseRedirect(request.path)


def _export(request: HttpRequest, state: ListState) -> HttpResponseBase:
    keys = request.POST.getlist("pk")
    if keys:
        sheet.selected(state, keys)
    total = state.rows.count()
    if total <= sheet.AT_ONCE:
        return FileResponse(sheet.write(state), as_attachment=True, filename=sheet.filename(state))
    label = _("导出%(title)s %(n)s %(unit)s") % {
        "title": state.page.title, "n": f"{total:,}", "unit": state.page.unit,
    }  # fmt: skip
    work = start(
        state.actor, label, total, "ui.export_list", at=state.at, back_url=request.get_full_path(),
        page=state.page.name, query=state.query.urlencode() or "all=", keys=keys,
    )  # fmt: skip
    return HttpResponseRedirect(where(work))


def _bulk(request: HttpRequest, state: ListState) -> HttpResponseBase:
    move = bulk.found(state, request.POST.get("bulk", ""))
    form = bulk.asked(state, move, request.POST if "confirmed" in request.POST else None)
    rows = bulk.chosen(state, request.POST.getlist("pk"), "everything" in request.POST)
    if not rows:
        warn(request, _("还没有选中要办的。"))
        return _here(request, state)
    seen = bulk.preview(state, move, rows)
    if "confirmed" not in request.POST or not seen.can or (form and not form.is_valid()):
        return render(request, "ui/bulk.html", {"seen": seen, "list": state.page, "form": form})
    keys = [str(row.pk) for row in seen.can]
    if move.work:
        begun = move.work(state.actor, [int(key) for key in keys], state.at, request.get_full_path())
        return HttpResponseRedirect(where(begun))
    if len(keys) > bulk.AT_ONCE:
        return _bulk_later(request, state, move, keys)
    outcome = bulk.perform(state, move, keys, bulk.answers(form))
    (warn if outcome.refused else done)(request, outcome.sentence)
    return _here(request, state)


def _bulk_later(request: HttpRequest, state: ListState, move: Bulk, keys: list[str]) -> HttpResponseBase:
    label = f"{move.label} {len(keys):,} {state.page.unit}"
    work = start(
        state.actor, label, len(keys), "ui.bulk_move", at=state.at, back_url=request.get_full_path(),
        page=state.page.name, key=move.key, keys=keys, data=bulk.typed(move, request.POST),
    )  # fmt: skip
    return HttpResponseRedirect(where(work))


ACTS: dict[str, Callable[[HttpRequest, ListState], HttpResponseBase]] = {
    "columns": _columns,
    "size": _size,
    "save_view": _save_view,
    "drop_view": _drop_view,
    "export": _export,
    "bulk": _bulk,
}
