"""The only code that writes the register: who sent it, and which response stands."""

from innspill.stages.register.actions.registering import register_next
from innspill.stages.register.actions.senders import SETTLED, settle_sender, undo_sender
from innspill.stages.register.actions.withdrawing import redate, withdraw, withdraw_taken_back
from innspill.stages.register.actions.words import (
    say_kinds,
    say_lateness,
    say_standing,
    undo_lateness,
    undo_standing,
)

__all__ = [
    "SETTLED",
    "redate",
    "register_next",
    "say_kinds",
    "say_lateness",
    "say_standing",
    "settle_sender",
    "undo_lateness",
    "undo_sender",
    "undo_standing",
    "withdraw",
    "withdraw_taken_back",
]
