"""Official documents of the room, one file a paper (2-domain 6.2)."""

from lianluo.papers.registry import PAPERS
from lianluo.suggestions.papers import (
    assignment,
    extension,
    feedback,
    meeting,
    notice,
    numbering,
    opinion,
    reply,
    transfer,
)

OURS = tuple(
    module.PAPER for module in (assignment, transfer, opinion, extension, reply, meeting, feedback, notice)
)


def register() -> None:
    for paper in OURS:
        PAPERS.add(paper.name, paper)
    numbering.register()
