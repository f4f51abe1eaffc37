"""公开审核 as a list: what waits, what is out, what is not, and publishing many at once as proposed."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from lianluo.congress.calendar import work_calendar
from lianluo.kernel.verdict import Verdict, no
from lianluo.people.actor import Actor
from lianluo.suggestions import policy, services
from lianluo.suggestions.flow import PUBLICATION
from lianluo.suggestions.masking import private
from lianluo.suggestions.models import Publication
from lianluo.suggestions.states import Consent, PublicationKind, PublicationState, PublicLevel
from lianluo.ui.components.small import badge, due, tag
from lianluo.ui.components.text import date_full, title
from lianluo.ui.dues import due_on
from lianluo.ui.lists import Bulk, Choices, Column, Days, Flag, ListPage, Sort, View
from lianluo.ui.lists.filters import Filter


def may_as_proposed(actor: Actor, row: Publication) -> Verdict:
    """What a person must look at is left to a person: contacts that were masked, summaries, reasons to withhold."""
    if row.proposal == PublicLevel.WITHHELD:
        return no(_("不公开要逐件选理由。"))
    if row.proposal == PublicLevel.SUMMARY:
        return no(_("摘要要逐件写。"))
    if row.proposal == PublicLevel.FULL and (row.masked or private(row.body)):
        return no(_("文中有电话、证件号或者邮箱，请逐件核对隐去后的文本。"))
    if row.state != PublicationState.REVIEW:
        return no(_("已经审核过了。"))
    return PUBLICATION.judge(actor, row, f"publish_{row.proposal}")


def _publish(row: Publication, actor: Actor, at: datetime, data: Any) -> object:
    edition = services.Edition(title=row.title, body=row.body)
    return services.publish(row, row.proposal, edition=edition, actor=actor, at=at)


def _effect(rows: Sequence[Publication]) -> str:
    counted = Counter(row.proposal for row in rows)
    said = "，".join(f"{PublicLevel(level).label} {n}" for level, n in sorted(counted.items()))
    return now_("公众马上可以看到：%s。代表收到通知。") % said


def _title(row: Any) -> SafeString:
    url = reverse("suggestions:publication", args=[row.pk])
    mark = tag(now_("隐去 %d 处") % row.masked, "warn") if row.masked else ""
    unit = row.reply.handling.unit if row.reply else ""
    return format_html(
        '<a class="t" href="{}">{} {}</a>{}', url, title(row.suggestion.title), mark,
        format_html("<small>{}</small>", unit) if unit else "",
    )  # fmt: skip


def _state(row: Any) -> SafeString:
    return badge(row.standing)


def _consent(row: Any) -> str:
    return str(Consent(row.suggestion.consent).label)


def _due(row: Any) -> SafeString | str:
    return due(row.due) if row.due else ""


class Publications(ListPage):
    """Every text that waits for the public, and what became of it."""

    name, title, unit = "publications", _("公开审核"), _("份")
    template = "suggestions/publications.html"
    columns: ClassVar[Sequence[Column]] = (
        Column(
            "number",
            _("编号"),
            lambda row: row.suggestion.number,
            sort="suggestion__number",
            numeric=True,
            fixed=True,
            css="muted",
            width=12,
        ),
        Column("title", _("标题"), _title, text=lambda row: row.title, sort="title", fixed=True, main=True),
        Column("kind", _("内容"), lambda row: row.get_kind_display(), sort="kind", css="nb", width=10),
        Column("consent", _("公开意愿"), _consent, sort="suggestion__consent", css="nb", width=18),
        Column("proposal", _("建议"), lambda row: row.get_proposal_display(), sort="proposal", css="nb"),
        Column("state", _("状态"), _state, text=lambda row: row.standing.label, sort="state", css="nb"),
        Column(
            "due", _("期限"), _due, text=lambda row: date_full(row.due_on), sort="due_on", css="nb", width=22
        ),
        Column(
            "decided",
            _("决定日期"),
            lambda row: date_full(row.decided_at),
            sort="decided_at",
            shown=False,
        ),
    )
    filters: ClassVar[Sequence[Filter]] = (
        Choices("state", _("状态"), PublicationState.choices, lookup="state"),
        Choices("kind", _("内容"), PublicationKind.choices, lookup="kind"),
        Choices("proposal", _("建议"), PublicLevel.choices, lookup="proposal"),
        Flag("masked", _("隐去过电话、证件号"), Q(masked__gt=0)),
        Flag("clock", _("期限在走"), Q(due_on__isnull=False, state=PublicationState.REVIEW)),
        Days("due", _("期限"), lookup="due_on"),
    )
    sorts: ClassVar[Sequence[Sort]] = (
        Sort("urgent", _("最急在前"), ("due_on",)),
        Sort("new", _("最新在前"), ("-opened_at",)),
        Sort("by_number", _("按编号"), ("suggestion__number",)),
    )
    bulks: ClassVar[Sequence[Bulk]] = (
        Bulk(
            "publish",
            _("按建议的方式公开"),
            judge=may_as_proposed,
            run=_publish,
            effect=_effect,
            shown=lambda actor: actor.is_liaison,
        ),
    )
    views: ClassVar[Sequence[View]] = (
        View("review", _("待审核"), "state=review"),
        View("out", _("已公开"), "state=full&state=summary&state=title"),
        View("withheld", _("不公开"), "state=withheld"),
        View("taken_back", _("已撤下"), "state=taken_back"),
        View("all", _("全部"), ""),
    )
    find_hint = _("编号、标题、代表")
    empty_title, empty_opening = _("没有等审核的"), True
    empty_text = _("建议立案、答复送达以后，会出现在这里。")

    def may_see(self, actor: Actor) -> Verdict:
        return policy.reviews_publications(actor)

    def rows(self, actor: Actor, at: datetime) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Publication.objects.within(actor.scope)
        return rows.select_related(
            "suggestion__lead__person", "suggestion__congress", "reply__handling__unit", "congress"
        )

    def prepare(self, rows: Sequence[Any], actor: Actor, at: datetime) -> None:
        today, calendar = timezone.localtime(at).date(), work_calendar()
        for row in rows:
            waits = row.state == PublicationState.REVIEW and row.due_on
            row.due = due_on(row.due_on, today=today, calendar=calendar) if waits else None

    def find(self, rows: "QuerySet[Any]", words: str) -> "QuerySet[Any]":
        named = Q(suggestion__lead__person__name__icontains=words)
        return rows.filter(Q(suggestion__number__icontains=words) | Q(title__icontains=words) | named)
