"""The only code that writes what was decided, and what belongs to deciding."""

from innspill.stages.deciding.actions.assigning import (
    assign,
    change_assignment,
    end_assignment,
    reminded,
)
from innspill.stages.deciding.actions.claiming import claim, release
from innspill.stages.deciding.actions.closing import finish, note_what_is_left, open_again
from innspill.stages.deciding.actions.dispositions import (
    OneWord,
    decide,
    decide_each,
    let_go,
    prefer,
)
from innspill.stages.deciding.actions.measures import (
    add_measure,
    change_measure,
    measure_of_comment,
    take_in_measures,
)
from innspill.stages.deciding.actions.noting import write_note
from innspill.stages.deciding.actions.reasons import drop_reason, make_reason, reword_reason
from innspill.stages.deciding.actions.second_reading import approve, send_back, set_rules
from innspill.stages.deciding.actions.text_changes import (
    make_change,
    reword_change,
    take_back_change,
)

__all__ = [
    "OneWord",
    "add_measure",
    "approve",
    "assign",
    "change_assignment",
    "change_measure",
    "claim",
    "decide",
    "decide_each",
    "drop_reason",
    "end_assignment",
    "finish",
    "let_go",
    "make_change",
    "make_reason",
    "measure_of_comment",
    "note_what_is_left",
    "open_again",
    "prefer",
    "release",
    "reminded",
    "reword_change",
    "reword_reason",
    "send_back",
    "set_rules",
    "take_back_change",
    "take_in_measures",
    "write_note",
]
