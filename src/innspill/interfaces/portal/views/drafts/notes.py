"""What colleagues say about an answer: comments and proposals, and what is done with them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext

from innspill.interfaces.portal.asked import StepShown, key_of
from innspill.interfaces.portal.sent import lines
from innspill.interfaces.portal.views.drafts.door import At
from innspill.pipeline import wiring
from innspill.stages.drafting import actions as drafting

LONGEST = 20_000


def add_sent(request: HttpRequest, at: At, shown: StepShown) -> None:
    """Adds every note that was written on the page, whichever button was pressed."""
    if not at.takes_responses:
        return
    for one in shown.asked:
        text = lines(request.POST.get(f"{one.key}-note", "")).strip()[:LONGEST]
        if text:
            proposes = request.POST.get(f"{one.key}-note-kind") == "proposal"
            drafting.add_note(
                at.draft.id, one.question.id, kind="proposal" if proposes else "comment", text=text, by=at.by,
                now=wiring.clock().now(),
            )  # fmt: skip


def settle(request: HttpRequest, at: At, note_id: int, *, take: bool) -> str:
    """Settles a note of this draft. Returns the key of its question, or nothing."""
    note = next((one for one in at.draft.notes if one.id == note_id), None)
    if note is None or not at.may_write:
        return ""
    drafting.settle_note(at.draft.id, note_id, take=take, by=at.by, now=wiring.clock().now())
    said = (
        gettext("Forslaget er tatt inn i svaret.") if take else gettext("Merknaden er lagt bort.")
    )
    messages.success(request, said)
    return key_of(at.definition, note.question)
