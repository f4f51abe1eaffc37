"""The suggestion itself, its signatures and its editions."""

from typing import Any, ClassVar, Self

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lianluo.congress.models import Delegation, Session, Term, Unit
from lianluo.kernel.scoping import CongressModel, ScopedQuerySet
from lianluo.people.models import Person, Seat
from lianluo.suggestions.states import (
    Consent,
    Divided,
    Edited,
    FormedBy,
    Kind,
    RaisedBefore,
    Settled,
    Share,
    SuggestionState,
    option_words,
)
from lianluo.trail.models import Case

FLAT = pgtrigger.Trigger(
    name="bundle_is_flat",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("merged_into_id"),  # type: ignore[no-untyped-call]
    condition=pgtrigger.Q(new__merged_into__isnull=False),
    declare=[("main", "RECORD")],
    func="""
        SELECT merged_into_id, congress_id, term_id INTO main
          FROM suggestions_suggestion WHERE id = NEW.merged_into_id;
        IF main.merged_into_id IS NOT NULL
           OR main.congress_id <> NEW.congress_id OR main.term_id <> NEW.term_id
           OR EXISTS (SELECT 1 FROM suggestions_suggestion WHERE merged_into_id = NEW.id) THEN
            RAISE EXCEPTION 'a bundle has one main, of the same congress and term';
        END IF;
        RETURN NEW;
    """,
)
"""并案 knows one step only: the main one is in no bundle, and all are of one congress and one term."""


SEEN_BY = ["submitted_at", "entered_by"]
"""What `policy.seen_by` asks beside the state: carried along in two indexes, rows are counted without being read."""


class SuggestionQuerySet(ScopedQuerySet):
    """Words for reading."""

    def numbered(self) -> Self:
        """Accepted as a suggestion, at whatever step it stands now."""
        return self.exclude(number="")

    def open(self) -> Self:
        """Accepted and not closed yet."""
        ended = (SuggestionState.CLOSED, SuggestionState.ARCHIVED, SuggestionState.WITHDRAWN)
        return self.numbered().exclude(state__in=ended)

    def with_people(self) -> Self:
        """With what a row of a list shows."""
        return self.select_related(
            "lead__person", "delegation", "session__term", "term", "congress", "committee"
        )


@pghistory.track(fields=["title", "situation", "proposals", "topic", "consent", "number", "is_key"])
class Suggestion(Case):
    """代表建议 (代表法 art. 24, 36). `unit_ids`, `signer_ids`, `invited_ids`, `asking_ids` (who would like to join), and
    of this round `asked_ids` (whose judgement is waited for), `rated_ids` and `paper_ids` (entered from a paper form)
    repeat what handlings, signatures and ratings say, so that "may I see it" is one indexed condition at a million
    rows; the services that change those rows keep them, and a test compares.

    `merged_into` is the main one of its bundle (并案), of which `bundle_size` counts all; `origin` the one from which
    it was written anew or divided off (`division`: how that stands). `agreed_ids` are the seats that agreed to the
    withdrawal that the lead asked for, the lead's first; empty when none is asked for."""

    flow_name: ClassVar[str] = "suggestion"

    term = models.ForeignKey(Term, models.PROTECT, related_name="suggestions")
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="suggestions", verbose_name=_("会议")
    )
    series = models.CharField(max_length=60, blank=True)
    series_no = models.PositiveIntegerField(_("流水号"), null=True, blank=True)
    number = models.CharField(_("编号"), max_length=40, blank=True)
    kind = models.CharField(_("提出方式"), max_length=10, choices=Kind.choices, default=Kind.SINGLE)
    lead = models.ForeignKey(Seat, models.PROTECT, related_name="led_suggestions", verbose_name=_("领衔代表"))
    delegation = models.ForeignKey(
        Delegation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="suggestions",
        verbose_name=_("代表团"),
    )
    title = models.CharField(_("标题"), max_length=200, blank=True)
    situation = models.TextField(_("情况与问题"), blank=True)
    proposals = models.TextField(_("具体建议"), blank=True)
    formed_by = models.CharField(_("形成方式"), max_length=12, choices=FormedBy.choices, blank=True)
    consent = models.CharField(_("公开意愿"), max_length=6, choices=Consent.choices, default=Consent.FULL)
    reply_wanted = models.BooleanField(_("需要书面答复"), default=True)
    raised_before = models.CharField(
        _("是否多次提出"), max_length=6, choices=RaisedBefore.choices, default=RaisedBefore.NO
    )
    wished_units = models.ManyToManyField(
        Unit, blank=True, related_name="+", verbose_name=_("希望承办的单位")
    )
    topic = models.CharField(_("内容分类"), max_length=30, blank=True)
    committee = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="supervised", verbose_name=_("督办委员会")
    )
    is_key = models.BooleanField(_("重点督办"), default=False)
    is_express = models.BooleanField(_("直通车"), default=False)
    units_questioned = models.BooleanField(_("代表对承办单位有意见"), default=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="members", verbose_name=_("并入")
    )
    bundle_size = models.PositiveSmallIntegerField(_("并案件数"), default=0)
    origin = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="offspring", verbose_name=_("由哪件而来")
    )
    division = models.CharField(_("分件"), max_length=7, choices=Divided.choices, blank=True)
    letter_to = models.CharField(_("来信转交"), max_length=120, blank=True)
    letter_answered_at = models.DateTimeField(_("来信有了结果"), null=True, blank=True)
    agreed_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    confidential = models.BooleanField(_("不公开姓名"), default=False)
    received_on = models.DateField(_("收到纸质建议"), null=True, blank=True)
    entered_by = models.BigIntegerField(_("代录人"), null=True, blank=True)
    edition = models.PositiveIntegerField(default=0)
    round = models.PositiveSmallIntegerField(_("办理轮次"), default=0)
    final_rating = models.CharField(_("评价"), max_length=20, blank=True)
    final_label = models.CharField(_("评价"), max_length=20, blank=True)
    final_share = models.CharField(_("计入满意率"), max_length=3, choices=Share.choices, blank=True)
    first_share = models.CharField(_("首轮计入满意率"), max_length=3, choices=Share.choices, blank=True)
    redo_wanted = models.BooleanField(_("代表要求重新办理"), default=False)
    settled = models.CharField(_("不满意的处理"), max_length=10, choices=Settled.choices, blank=True)
    reply_class = models.CharField(_("答复类别"), max_length=2, blank=True)
    due_on = models.DateField(_("当前期限"), null=True, blank=True)
    created_at = models.DateTimeField(_("起草时间"))
    saved_at = models.DateTimeField(_("最后保存"))
    submitted_at = models.DateTimeField(_("提出时间"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("立案时间"), null=True, blank=True)
    assigned_at = models.DateTimeField(_("交办时间"), null=True, blank=True)
    replied_at = models.DateTimeField(_("答复时间"), null=True, blank=True)
    closed_at = models.DateTimeField(_("办结时间"), null=True, blank=True)
    archived_at = models.DateTimeField(_("归档时间"), null=True, blank=True)
    archive_number = models.CharField(_("档号"), max_length=40, blank=True)
    retention = models.CharField(_("保管期限"), max_length=12, blank=True)
    unit_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    signer_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    invited_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    asked_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    rated_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    paper_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    entrusted_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    asking_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)

    objects: ClassVar[Any] = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "series", "number"], condition=~Q(number=""), name="suggestion_number"
            ),
            models.UniqueConstraint(
                fields=["congress", "archive_number"], condition=~Q(archive_number=""), name="archive_number"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["accepted", "handling", "replied", "rated", "closed", "archived"])
                | ~Q(number=""),
                name="accepted_suggestion_has_number",
            ),
            models.UniqueConstraint(
                fields=["congress", "series", "series_no"],
                condition=Q(series_no__isnull=False),
                name="suggestion_series_number",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")) & Q(bundle_size__gte=2),
                name="merged_into_another",
            ),
            models.CheckConstraint(condition=~Q(bundle_size=1), name="a_bundle_has_two"),
        ]
        triggers = [FLAT]
        indexes = [
            GinIndex(fields=["unit_ids"], name="suggestion_units"),
            GinIndex(fields=["signer_ids"], name="suggestion_signers"),
            GinIndex(fields=["invited_ids"], name="suggestion_invited"),
            models.Index(
                fields=["congress", "state", "due_on", "id"], include=SEEN_BY, name="suggestion_waiting"
            ),
            models.Index(fields=["congress", "-submitted_at", "-id"], name="suggestion_recent"),
            models.Index(
                fields=["congress", "due_on", "id"], include=["state", *SEEN_BY], name="suggestion_due"
            ),
            models.Index(
                fields=["congress", "number"],
                opclasses=["int8_ops", "varchar_pattern_ops"],
                name="suggestion_number_begins",
            ),
            models.Index(fields=["congress"], condition=Q(is_key=True), name="suggestion_key"),
            models.Index(fields=["congress"], condition=Q(is_express=True), name="suggestion_express"),
            models.Index(fields=["congress"], condition=Q(redo_wanted=True), name="suggestion_redo"),
            models.Index(fields=["congress", "topic"], name="suggestion_topic"),
        ]

    def __str__(self) -> str:
        return self.title or str(_("（未写标题）"))

    @property
    def number_words(self) -> str:
        """第0412号 for a plain number, 闭020 as it is, "" while there is none."""
        return self.cited_number if self.number.isdigit() else self.number

    @property
    def cited_number(self) -> str:
        """第0412号, 第闭020号: the number as a letter cites it (2-domain 8, titles of letters)."""
        return str(_("第%s号") % self.number) if self.number else ""

    def get_final_rating_display(self) -> str:
        """The round's judgement in words, "" before there is one."""
        return option_words(self.final_rating, self.final_label) if self.final_rating else ""

    known_to_reader: bool = False
    """Set at the door for whoever may know the name; without it a confidential proposer stays unnamed."""

    @property
    def is_veiled(self) -> bool:
        return self.confidential and not self.known_to_reader

    @property
    def keeps_names(self) -> bool:
        return bool(self.confidential)

    @property
    def lead_name(self) -> str:
        """The lead deputy's name, or that it is kept back (2-domain 1.3)."""
        return str(_("（不公开姓名）")) if self.is_veiled else str(self.lead.person)

    @property
    def standing(self) -> SuggestionState:
        return SuggestionState(self.state)


class Revision(CongressModel):
    """The text as it was submitted, each time; kept for good, comparable side by side. `step` says of an edition that
    the deputy did not send in what it comes from."""

    congress_lookup = "suggestion__congress"

    suggestion = models.ForeignKey(Suggestion, models.CASCADE, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    situation = models.TextField()
    proposals = models.TextField()
    author = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    step = models.CharField(max_length=8, choices=Edited.choices, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "number"], name="one_revision_per_number")
        ]
