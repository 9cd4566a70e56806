"""The only code that writes what was decided, and what belongs to deciding."""

from innspill.stages.deciding.actions.dispositions import decide, let_go, prefer
from innspill.stages.deciding.actions.reasons import drop_reason, make_reason, reword_reason
from innspill.stages.deciding.actions.text_changes import (
    make_change,
    reword_change,
    take_back_change,
)

__all__ = [
    "decide",
    "drop_reason",
    "let_go",
    "make_change",
    "make_reason",
    "prefer",
    "reword_change",
    "reword_reason",
    "take_back_change",
]
