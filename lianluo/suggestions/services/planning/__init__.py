"""交办会: a plan for all accepted suggestions, drawn up from the records, corrected, discussed, carried out."""

from lianluo.suggestions.services.planning.carrying import carry_out, carry_rows, close_run, outcome, resume
from lianluo.suggestions.services.planning.consulting import agree, comment, consult, drop
from lianluo.suggestions.services.planning.drawing import draw_up, start_drawing, take_in, waiting_cases
from lianluo.suggestions.services.planning.editing import leave_out, settle, take_back

__all__ = [
    "agree",
    "carry_out",
    "carry_rows",
    "close_run",
    "comment",
    "consult",
    "draw_up",
    "drop",
    "leave_out",
    "outcome",
    "resume",
    "settle",
    "start_drawing",
    "take_back",
    "take_in",
    "waiting_cases",
]
