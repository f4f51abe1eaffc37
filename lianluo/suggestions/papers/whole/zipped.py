"""The whole file as a zip."""

import zipfile
from collections.abc import Iterator
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO

from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from lianluo.papers.pdf import missing
from lianluo.suggestions.models import Revision, Suggestion
from lianluo.suggestions.papers.whole import history, printed
from lianluo.suggestions.papers.whole.documents import documents
from lianluo.suggestions.papers.whole.files import Kept, kept_files
from lianluo.suggestions.papers.whole.names import Names
from lianluo.suggestions.papers.whole.readme import readme
from lianluo.suggestions.papers.words import day
from lianluo.suggestions.selectors.revisions import whole_text
from lianluo.suggestions.selectors.whole import Whole, editions


def as_zip(whole: Whole) -> IO[bytes]:
    """A temporary file, open at its beginning; official papers are Chinese, whoever asks for them."""
    made = TemporaryFile()  # noqa: SIM115 - the answer closes it
    with override(settings.LANGUAGE_CODE), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as pack:
        _Zip(pack, whole).write()
    made.seek(0)
    return made


class _Zip:
    def __init__(self, pack: zipfile.ZipFile, whole: Whole) -> None:
        self.pack, self.whole, self.names = pack, whole, Names()
        self.listed: list[str] = []
        self.when = timezone.localtime(whole.at).timetuple()[:6]

    def write(self) -> None:
        whole, kept = self.whole, kept_files(self.whole)
        self.put("", "全卷.html", printed.as_html(whole, kept).encode())
        self.put("", "全卷.css", printed.style().encode())
        if not missing():
            self.put("", "全卷.pdf", printed.laid_out(whole, kept))
        for name, text in texts(whole):
            self.put("正文", name, text.encode())
        for name, document in documents(whole):
            self.put("文书", name, document)
        for number, one in enumerate(kept, 1):
            self.attach(number, one)
        self.put("历史", "history.jsonl", "".join(history.lines(whole)).encode())
        self.put("", "说明.txt", readme(whole, kept, self.listed).encode())

    def entry(self, folder: str, name: str) -> zipfile.ZipInfo:
        path = self.names(folder, name)
        self.listed.append(path)
        entry = zipfile.ZipInfo(path, self.when)
        entry.compress_type = zipfile.ZIP_DEFLATED
        return entry

    def put(self, folder: str, name: str, content: bytes) -> None:
        self.pack.writestr(self.entry(folder, name), content)

    def attach(self, number: int, kept: Kept) -> None:
        """A changed file goes along, marked by the readme; one that is gone cannot."""
        if not kept.digest:
            return
        entry = self.entry("附件", f"{number:02} {kept.attachment.name}")
        with kept.attachment.file.open("rb") as stored, self.pack.open(entry, "w", force_zip64=True) as to:
            copyfileobj(stored, to)


def texts(whole: Whole) -> Iterator[tuple[str, str]]:
    """Every edition of the text that the reader may read, and the one that counts."""
    for one in editions(whole):
        yield f"第{one.number}次提交 {timezone.localdate(one.at)}.txt", _text(whole, one, day(one.at))
    yield "现行正文.txt", _text(whole, whole.case, day(whole.case.submitted_at))


def _text(whole: Whole, edition: Revision | Suggestion, on: str) -> str:
    return f"{edition.title}\n{whole.case.lead_name}　{on}\n\n{whole_text(edition)}\n"
