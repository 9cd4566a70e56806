"""The only code that writes the address book, recipients and what was sent to them.

`book` the owner's contacts, `inviting` the lines of a hearing, `addressing` who is written to on
their behalf, `sending` letters, and `answers` what those who were written to did.
"""

from innspill.stages.invitations.actions.addressing import (
    add_recipient,
    complete_from_book,
    derive,
    expand,
    remove_recipient,
    save_recipient,
)
from innspill.stages.invitations.actions.answers import declined, link_opened
from innspill.stages.invitations.actions.book import remember, remove_contact, save_contact
from innspill.stages.invitations.actions.inviting import add_entries, change_list
from innspill.stages.invitations.actions.sending import send, send_test

__all__ = [
    "add_entries", "add_recipient", "change_list", "complete_from_book", "declined", "derive",
    "expand", "link_opened", "remember", "remove_contact", "remove_recipient", "save_contact",
    "save_recipient", "send", "send_test",
]  # fmt: skip
