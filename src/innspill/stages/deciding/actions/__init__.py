"""The only code that writes what was decided, and what belongs to deciding."""

from innspill.stages.deciding.actions.closing import finish, note_what_is_left, open_again
from innspill.stages.deciding.actions.dispositions import decide
from innspill.stages.deciding.actions.measures import (
    add_measure,
    change_measure,
    measure_of_comment,
    take_in_measures,
)

__all__ = [
    "add_measure",
    "change_measure",
    "decide",
    "finish",
    "measure_of_comment",
    "note_what_is_left",
    "open_again",
    "take_in_measures",
]
