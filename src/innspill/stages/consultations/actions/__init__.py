"""The only code that writes hearings.

`writing` a definition, `publishing` it and its changes, `deadlines`, and the `phases` that follow.
"""

from innspill.stages.consultations.actions.deadlines import extend, set_deadline
from innspill.stages.consultations.actions.phases import hold, set_phase, switch_next
from innspill.stages.consultations.actions.publishing import announce, call_off, discard, publish
from innspill.stages.consultations.actions.writing import found, load, save, set_bodies

__all__ = [
    "announce", "call_off", "discard", "extend", "found", "hold", "load", "publish", "save", "set_bodies",
    "set_deadline", "set_phase", "switch_next",
]  # fmt: skip
