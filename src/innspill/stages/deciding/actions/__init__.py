"""The only code that writes what was decided, and what belongs to deciding."""

from innspill.stages.deciding.actions.closing import finish, note_what_is_left, open_again
from innspill.stages.deciding.actions.dispositions import decide, let_go, prefer
from innspill.stages.deciding.actions.measures import (
    add_measure,
    change_measure,
    measure_of_comment,
    take_in_measures,
)
from innspill.stages.deciding.actions.reasons import drop_reason, make_reason, reword_reason
from innspill.stages.deciding.actions.text_changes import (
    make_change,
    reword_change,
    take_back_change,
)

__all__ = [
    "add_measure",
    "change_measure",
    "decide",
    "drop_reason",
    "finish",
    "let_go",
    "make_change",
    "make_reason",
    "measure_of_comment",
    "note_what_is_left",
    "open_again",
    "prefer",
    "reword_change",
    "reword_reason",
    "take_back_change",
    "take_in_measures",
]
