"""Long work of the desk."""

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from lianluo.people import policy
from lianluo.people.actor import Actor
from lianluo.trail.refusals import Refused
from lianluo.trail.verify import Verification
from lianluo.ui.models import LongWork
from lianluo.ui.work import perform


@app.task(name="desk.check_history")
def check_history(work_id: int) -> None:
    """Check every case of the congress of whoever asked; findings become a file of one line each."""

    def job(work: LongWork, actor: Actor) -> None:
        if not (verdict := policy.may(actor, "read_audit")):
            raise Refused(str(verdict.reason))
        run = Verification(scope=actor.scope)
        found = [str(finding) for finding in run.findings()]
        seen = _("已核对 {cases} 件事项、{events} 步").format(cases=run.cases, events=run.events)
        if not found:
            work.finish(at=timezone.now(), note=_("{seen}，完整无误。").format(seen=seen))
            return
        note = _("{seen}，发现 {n} 处问题，逐条列在文件中；请立即报告安全管理员。").format(
            seen=seen, n=len(found)
        )
        file = ContentFile("\n".join(found).encode())
        work.finish(at=timezone.now(), note=note, file=file, name=_("历史核对结果.txt"))

    perform(work_id, job)
