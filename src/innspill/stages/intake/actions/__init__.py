"""The only code that writes what arrived and what is set aside: one verb, one function."""

from innspill.stages.intake.actions.by_hand import move, register_by_hand, set_aside_by_hand
from innspill.stages.intake.actions.importing import Brought, begin_import, end_import, import_next
from innspill.stages.intake.actions.receiving import receive, take_back
from innspill.stages.intake.actions.setting_aside import set_aside
from innspill.stages.intake.actions.sifting import note_sifted

__all__ = [
    "Brought",
    "begin_import",
    "end_import",
    "import_next",
    "move",
    "note_sifted",
    "receive",
    "register_by_hand",
    "set_aside",
    "set_aside_by_hand",
    "take_back",
]
