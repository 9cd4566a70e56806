"""The only code that writes what was decided, and what belongs to deciding."""

from innspill.stages.deciding.actions.dispositions import decide

__all__ = [
    "decide",
]
