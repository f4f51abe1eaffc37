"""What the worker does for this room: sheets, meetings, receipts, deadlines counted again and warned of, promises, whole
files."""

from datetime import UTC, datetime
from tempfile import TemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from procrastinate.contrib.django import app

from lianluo.congress.models import Congress, Session
from lianluo.papers.pdf import missing
from lianluo.people.actor import Actor
from lianluo.suggestions import policy
from lianluo.suggestions.models import AssignmentPlan, Recount
from lianluo.suggestions.papers.sheets import names_and_sheets
from lianluo.suggestions.papers.whole import KINDS
from lianluo.suggestions.selectors.visible import visible
from lianluo.suggestions.selectors.whole import whole_file
from lianluo.suggestions.services import look_after_receipts, planning, recounting, warnings
from lianluo.suggestions.services.promise_month import remind_units
from lianluo.trail.models import Clock
from lianluo.trail.refusals import Refused
from lianluo.ui.models import LongWork
from lianluo.ui.work import perform


@app.task(name="suggestions.zip_sheets")
def zip_sheets(work_id: int, keys: list[int]) -> None:
    """The assignment sheets of many suggestions in one file, those that whoever asked may have."""

    def job(work: LongWork, actor: Actor) -> None:
        with TemporaryFile() as file:
            count = 0
            with ZipFile(file, "w", ZIP_DEFLATED) as packed:
                for done, key in enumerate(keys, start=1):
                    for name, sheet in names_and_sheets(visible(actor).filter(pk=key), actor):
                        packed.writestr(name, sheet)
                        count += 1
                    if not work.progress(done):
                        return
            file.seek(0)
            note = _("交办单 %d 份") % count
            name = f"{_('交办单')} {timezone.localdate().isoformat()}.zip"
            work.finish(at=timezone.now(), file=File(file), name=name, note=note)

    perform(work_id, job)


@app.task(name="suggestions.draw_up")
def draw_up(work_id: int, session: int | None) -> None:
    """Draw up a plan for a whole session."""

    def job(work: LongWork, actor: Actor) -> None:
        of = Session.objects.within(actor.scope).get(pk=session) if session else None
        planning.draw_up(of, actor=actor, at=timezone.now(), progress=work.progress)
        work.finish(at=timezone.now())

    perform(work_id, job)


@app.task(name="suggestions.carry_out")
def carry_out(work_id: int, plan: int) -> None:
    """Carry a plan out, row by row."""

    def job(work: LongWork, actor: Actor) -> None:
        found = AssignmentPlan.objects.within(actor.scope).select_related("congress", "session").get(pk=plan)
        planning.carry_rows(found, actor=actor, now=timezone.now, progress=work.progress)
        work.finish(at=timezone.now(), note=planning.outcome(found))

    perform(work_id, job)


@app.task(name="suggestions.make_whole")
def make_whole(work_id: int, suggestion: int, kind: str) -> None:
    """Make the whole file of a suggestion for whoever asked, as that person may read it now."""

    def job(work: LongWork, actor: Actor) -> None:
        found = whole_file(suggestion, actor, timezone.now())
        if found is None or not policy.may_take_whole(actor, found.case):
            raise Refused(_("您没有查看这件建议的权限。"))
        form = KINDS[kind]
        if form.paper and (sentence := missing()):
            raise Refused(sentence)
        with form.make(found) as made:
            work.finish(at=timezone.now(), file=File(made), name=form.file_name(found))

    perform(work_id, job)


@app.task(name="suggestions.apply_recount")
def apply_recount(work_id: int, recount_id: int) -> None:
    """Change the deadlines that the head approved."""

    def job(work: LongWork, actor: Actor) -> None:
        recount = Recount.objects.within(actor.scope).select_related("congress").get(pk=recount_id)
        n = recounting.carry_out(recount, actor=actor, at=timezone.now, progress=work.progress)
        work.finish(at=timezone.now(), note=ngettext("已改 %d 个期限。", "已改 %d 个期限。", n) % n)

    perform(work_id, job)


@app.periodic(cron="25 1 * * *")
@app.task(name="suggestions.receipts", queueing_lock="suggestions.receipts")
def receipts(timestamp: int) -> None:
    """Every night: parts that nobody signed for in time, congress by congress."""
    at = timezone.now()
    late = Clock.objects.everywhere("the nightly look at receipts covers every congress").filter(
        case_type="handling", kind="sign_for", stopped_at=None, due_on__lt=timezone.localdate(at)
    )
    why = "the nightly look at receipts covers every congress"
    for congress in Congress.objects.everywhere(why).filter(pk__in=late.values("congress")):
        look_after_receipts(congress, at)


@app.periodic(cron="10 23 * * *")
@app.task(name="suggestions.warn", queueing_lock="suggestions.warn")
def warn(timestamp: int) -> None:
    """Every morning (07:10 in Beijing): deadlines that come near, fall due or are over, and what leaders read.

    One congress at a time: what breaks in one fails the job at its end, after all others were served. A morning that
    failed is made up by the next.
    """
    at, why, broken = timezone.now(), "the morning's warnings cover every congress", list[Exception]()
    running = Clock.objects.everywhere(why).filter(case_type__in=("suggestion", "handling"), stopped_at=None)
    for congress in Congress.objects.everywhere(why).filter(pk__in=running.values("congress")):
        try:
            warnings.warn(congress, at)
            warnings.tell_leaders(congress, at)
        except Exception as error:
            broken.append(error)
    if broken:
        raise ExceptionGroup("warnings", broken)


@app.periodic(cron="20 1 * * *")
@app.task(name="suggestions.promise_month", queueing_lock="suggestions.promise_month")
def promise_month(timestamp: int) -> int:
    """Every morning; it says something in the month that the congress has chosen, once a year."""
    return remind_units(datetime.fromtimestamp(timestamp, UTC))
