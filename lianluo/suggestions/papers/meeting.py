"""当面答复记录: the head of the case is filled, the rest is written by hand or comes from the record of the talk."""

from django.utils.translation import gettext_lazy as _

from lianluo.papers.letters import MEETING, MeetingRecord
from lianluo.papers.registry import Paper
from lianluo.suggestions.models import Handling
from lianluo.suggestions.papers.words import held_by, proposers


def meeting_record(handling: Handling) -> MeetingRecord:
    """A form for the meeting of one unit with the deputies."""
    suggestion = handling.suggestion
    return MeetingRecord(
        session=held_by(suggestion),
        suggestion_number=suggestion.cited_number,
        title=suggestion.title,
        proposers=proposers(suggestion),
        unit=handling.unit.name,
        time="",
        place="",
        deputies="",
        staff="",
        said="",
        opinion="",
        recorder="",
    )


RECORD = MeetingRecord(
    session="某省第十四届人民代表大会第四次会议",
    suggestion_number="第0412号",
    title="关于加快补齐湖区农村安全饮水短板的建议",
    proposers="覃望舒等20名代表",
    unit="某省水利厅",
    time="2026年5月18日　9:30",
    place="岳溪县人大常委会会议室",
    deputies="覃望舒、邵清越、祝长庚",
    staff="郁明河（厅长）、左安澜（农水处）",
    said="逐条说明二十三个村的项目安排和完成时限，现场查看两处水厂选址。",
    opinion="同意答复意见，希望每季度通报一次进度。",
    recorder="左安澜",
)
"""Made-up facts of real length, for trying the template."""

PAPER = Paper(
    name="suggestions.meeting", label=_("当面答复记录"), file=MEETING, build=meeting_record, specimen=RECORD
)
