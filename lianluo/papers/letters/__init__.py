"""The papers of a suggestion's life: their shapes, and the code that writes their built-in templates.

One file a paper. `manage.py paper_templates` writes the Word files; the rooms above register them with their own
`build`.
"""

from pathlib import Path

from lianluo.papers.letters.assignment import ASSIGNMENT, AssignmentSheet, assignment
from lianluo.papers.letters.extension import EXTENSION, ExtensionForm, extension
from lianluo.papers.letters.feedback import FEEDBACK, FeedbackForm, feedback
from lianluo.papers.letters.meeting import MEETING, MeetingRecord, meeting
from lianluo.papers.letters.notice import NOTICE, NoticeLetter, notice
from lianluo.papers.letters.opinion import OPINION, OpinionLetter, opinion
from lianluo.papers.letters.parts import FOLDER
from lianluo.papers.letters.reply import REPLY, ReplyLetter, reply
from lianluo.papers.letters.transfer import TRANSFER, TransferForm, transfer

WRITERS = {
    ASSIGNMENT: assignment,
    REPLY: reply,
    OPINION: opinion,
    TRANSFER: transfer,
    EXTENSION: extension,
    MEETING: meeting,
    FEEDBACK: feedback,
    NOTICE: notice,
}
"""Built-in template → the code that writes it."""


def write_all(folder: Path = FOLDER) -> list[Path]:
    """Write the built-in templates."""
    for path, write in WRITERS.items():
        word = write()
        word.core_properties.author = "Lianluo"
        word.core_properties.title = ""
        word.save(str(folder / path.name))
    return [folder / path.name for path in WRITERS]


__all__ = [
    "ASSIGNMENT",
    "EXTENSION",
    "FEEDBACK",
    "MEETING",
    "NOTICE",
    "OPINION",
    "REPLY",
    "TRANSFER",
    "WRITERS",
    "AssignmentSheet",
    "ExtensionForm",
    "FeedbackForm",
    "MeetingRecord",
    "NoticeLetter",
    "OpinionLetter",
    "ReplyLetter",
    "TransferForm",
    "write_all",
]
