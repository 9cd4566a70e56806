"""The only code that writes drafts.

A draft is its writers' own until they hand it in: saves of text write no line in the journal, which
is for what happens to the case. Beginning, new links, handing in, taking back and deleting do.
"""

from innspill.stages.drafting.actions.answers import add_note, save_answer, settle_note
from innspill.stages.drafting.actions.files import add_file, remove_file
from innspill.stages.drafting.actions.sender import no_remarks, save_about
from innspill.stages.drafting.actions.whole import (
    begin,
    forget_abandoned,
    mark_handed_in,
    mark_mailed,
    mark_taken_back,
    new_links,
    reopen,
    set_internal_deadline,
    set_language,
)

__all__ = [
    "add_file",
    "add_note",
    "begin",
    "forget_abandoned",
    "mark_handed_in",
    "mark_mailed",
    "mark_taken_back",
    "new_links",
    "no_remarks",
    "remove_file",
    "reopen",
    "save_about",
    "save_answer",
    "set_internal_deadline",
    "set_language",
    "settle_note",
]
