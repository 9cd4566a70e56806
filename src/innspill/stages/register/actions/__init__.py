"""The only code that writes the register: who sent it, and which response stands."""

from innspill.stages.register.actions.registering import register_next
from innspill.stages.register.actions.senders import SETTLED, settle_sender
from innspill.stages.register.actions.withdrawing import redate, withdraw, withdraw_taken_back

__all__ = [
    "SETTLED",
    "redate",
    "register_next",
    "settle_sender",
    "withdraw",
    "withdraw_taken_back",
]
