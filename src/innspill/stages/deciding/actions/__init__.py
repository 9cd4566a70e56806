"""The only code that writes what was decided, and what belongs to deciding."""

from innspill.stages.deciding.actions.assigning import (
    assign,
    change_assignment,
    end_assignment,
    reminded,
)
from innspill.stages.deciding.actions.claiming import claim, release
from innspill.stages.deciding.actions.dispositions import decide
from innspill.stages.deciding.actions.noting import write_note
from innspill.stages.deciding.actions.second_reading import approve, send_back, set_rules

__all__ = [
    "approve",
    "assign",
    "change_assignment",
    "claim",
    "decide",
    "end_assignment",
    "release",
    "reminded",
    "send_back",
    "set_rules",
    "write_note",
]
