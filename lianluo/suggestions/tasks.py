"""Long work of the room."""

from tempfile import TemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from lianluo.people.actor import Actor
from lianluo.suggestions.papers.sheets import names_and_sheets
from lianluo.suggestions.selectors.visible import visible
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
