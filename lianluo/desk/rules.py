"""Rules of the own congress: what holds, since when, on what ground; changing it from a day on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianluo.congress import policy
from lianluo.congress.models import Rule
from lianluo.congress.rules import RULES, RuleBook, RuleGroup, RuleSpec, RuleValue
from lianluo.congress.rules.acts import drop_future, effect, history, planned, return_to_above, set_rule
from lianluo.desk.doors import DeskRequest, done_with, door
from lianluo.desk.forms.rules import ReturnForm, RuleForm
from lianluo.desk.histories import who, why
from lianluo.desk.rule_sheet import sheet
from lianluo.ui.pages import ask, done, render
from lianluo.ui.parts import Chip, TabItem, TimelineRow


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table."""

    value: RuleValue
    whence: str
    own: bool
    coming: Rule | None

    @property
    def spec(self) -> RuleSpec:
        return self.value.spec

    @property
    def coming_words(self) -> str:
        if self.coming is None:
            return ""
        return _("沿用上级") if self.coming.value is None else self.spec.words(self.coming.value)


SHOW: dict[str, Callable[[Line], bool]] = {
    "all": lambda line: True,
    "assumed": lambda line: line.value.assumed,
    "own": lambda line: line.own,
    "coming": lambda line: line.coming is not None,
}


def _lines(request: DeskRequest, on: date) -> list[Line]:
    congress = request.actor.congress
    book, coming = RuleBook(congress, on), planned(congress, timezone.now())
    values = [book.get(spec.key) for spec in RULES]
    return [Line(v, _whence(v, congress), _is_own(v, congress), coming.get(v.spec.key)) for v in values]


def _is_own(value: RuleValue, congress: Any) -> bool:
    return value.congress is not None and value.congress.pk == congress.pk


def _whence(value: RuleValue, congress: Any) -> str:
    if value.spec.law:
        return _("法律")
    if value.congress is None:
        return _("系统默认")
    return _("本级") if _is_own(value, congress) else value.congress.short_name


def _day(request: DeskRequest) -> date:
    try:
        return parse_date(request.GET.get("on", "")) or timezone.localdate()
    except ValueError:
        return timezone.localdate()


@door()
def rules(request: DeskRequest, key: str = "") -> HttpResponse:
    """The table of one group; with `key`, the form of one rule beside it."""
    if key and key not in RULES:
        raise Http404
    facts = _table(request, key)
    if not key:
        return render(request, "desk/rules.html", facts)
    line = next(line for line in facts["all_lines"] if line.spec.key == key)
    form, saved = _edit(request, line)
    return saved or render(request, "desk/rules.html", facts | _selected(request, line) | {"form": form})


def _table(request: DeskRequest, key: str) -> dict[str, Any]:
    on, lines = _day(request), _lines(request, _day(request))
    group = RULES[key].group if key else request.GET.get("group", RuleGroup.CLOCK)
    group = group if group in RuleGroup.values else RuleGroup.CLOCK
    inside = [line for line in lines if line.spec.group == group]
    show = request.GET.get("show", "all")
    at = f"&on={on.isoformat()}" if on != timezone.localdate() else ""
    return {
        "on": on,
        "today": timezone.localdate(),
        "query": f"?show={show}{at}",
        "all_lines": lines,
        "lines": [line for line in inside if SHOW.get(show, SHOW["all"])(line)],
        "groups": _groups(lines, group, at),
        "chips": _chips(inside, group, show, at),
        "group_label": RuleGroup(group).label,
        "may_set": policy.may_set_rules(request.actor, request.actor.congress),
    }


def _groups(lines: list[Line], group: str, at: str) -> list[TabItem]:
    url = reverse("desk:rules")
    return [
        TabItem(
            label=str(g.label),
            url=f"{url}?group={g}{at}",
            current=g == group,
            count=sum(1 for line in lines if line.spec.group == g),
        )
        for g in RuleGroup
    ]


def _chips(lines: list[Line], group: str, show: str, at: str) -> list[Chip]:
    labels = {"all": _("全部"), "assumed": _("假定的"), "own": _("本级定的"), "coming": _("有未生效改动")}
    url = reverse("desk:rules")
    return [
        Chip(
            label=labels[name],
            url=f"{url}?group={group}&show={name}{at}",
            current=name == show,
            count=sum(1 for line in lines if test(line)),
        )
        for name, test in SHOW.items()
    ]


def _edit(request: DeskRequest, line: Line) -> tuple[RuleForm, HttpResponse | None]:
    congress, at = request.actor.congress, timezone.now()
    form = RuleForm(
        request.POST or None, spec=line.spec, stored=line.value.stored, today=timezone.localdate(at)
    )
    form.fields["assumed"].initial = line.value.assumed
    form.fields["source"].initial, form.fields["article"].initial = line.value.source, line.value.article
    acted = request.method == "POST" and done_with(
        form,
        lambda: set_rule(
            congress,
            line.spec.key,
            form.value,
            valid_from=form.cleaned_data["valid_from"],
            basis=form.basis,
            actor=request.actor,
            at=at,
        ),
    )
    if not acted:
        return form, None
    day = form.cleaned_data["valid_from"]
    done(request, _("“{rule}”已存为 {d} 起生效。").format(rule=line.spec.label, d=day))
    return form, redirect("desk:rule", line.spec.key)


def _selected(request: DeskRequest, line: Line) -> dict[str, Any]:
    congress, at = request.actor.congress, timezone.now()
    reach = effect(congress, line.spec.key, at=at)
    return {
        "line": line,
        "effect": reach,
        "effect_names": "、".join(c.short_name for c in reach.overriding[:40]),
        "changes": [_change(line.spec, event) for event in history(congress, line.spec.key)],
        "locked": line.spec.law and congress.level != "national",
        "coming": Rule.objects.within(congress.scope).filter(
            key=line.spec.key, valid_from__gt=timezone.localdate(at)
        ),
    }


def _change(spec: RuleSpec, event: Any) -> TimelineRow:
    value = _("沿用上级") if event.value is None else spec.words(event.value)
    verb = {"insert": _("定为"), "update": _("更正为"), "delete": _("取消了")}[event.pgh_label]
    ground = _("假定") if event.assumed else f"{event.source}{event.article}"
    text = "；".join(part for part in (_("{d} 起").format(d=event.valid_from), ground, why(event)) if part)
    return TimelineRow(at=event.pgh_created_at, title=f"{who(event)} {verb} {value}", text=text)


@require_POST
@door(policy.may_set_rules)
def rule_return(request: DeskRequest, key: str) -> HttpResponse:
    """Live again by what holds above."""
    if key not in RULES:
        raise Http404
    at = timezone.now()
    form = ReturnForm(request.POST)
    day = form.cleaned_data["valid_from"] if form.is_valid() else timezone.localdate(at)
    return_to_above(request.actor.congress, key, valid_from=day, actor=request.actor, at=at)
    done(request, _("“{rule}”从 {d} 起沿用上级。").format(rule=RULES[key].label, d=day))
    return redirect("desk:rule", key)


@require_POST
@door(policy.may_set_rules)
def rule_drop(request: DeskRequest, pk: int) -> HttpResponse:
    """Take back a change that has not begun."""
    row = get_object_or_404(Rule.objects.within(request.actor.scope).select_related("congress"), pk=pk)
    if question := ask(
        request, title=_("取消 {d} 起的改动？").format(d=row.valid_from), button=_("取消改动")
    ):
        return question
    key = row.key
    drop_future(row, actor=request.actor, at=timezone.now())
    done(request, _("未生效的改动已取消。"))
    return redirect("desk:rule", key)


@door()
def rules_sheet(request: DeskRequest) -> FileResponse:
    """All rules of the day as an .xlsx file."""
    lines = _lines(request, _day(request))
    rows = [(line.value, line.whence) for line in lines]
    return sheet(request.actor.congress, _day(request), rows)


urlpatterns = [
    path("admin/rules/", rules, name="rules"),
    path("admin/rules/sheet/", rules_sheet, name="rules_sheet"),
    path("admin/rules/planned/<int:pk>/drop/", rule_drop, name="rule_drop"),
    path("admin/rules/<str:key>/", rules, name="rule"),
    path("admin/rules/<str:key>/return/", rule_return, name="rule_return"),
]
