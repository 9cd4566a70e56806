"""What colleagues say about an answer: comments and proposals, and what is done with them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext

from innspill.interfaces.portal.asked import StepShown, key_of
from innspill.interfaces.portal.sent import lines, whole
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
            kind = (
                "proposal" if request.POST.get(f"{one.key}-note-kind") == "proposal" else "comment"
            )
            drafting.add_note(
                at.draft.id, one.question.id, kind=kind, text=text, by=at.by,
                now=wiring.clock().now(),
            )  # fmt: skip


def follow(request: HttpRequest, at: At, do: str, what: str, shown: StepShown, here: str) -> str:
    """Takes or dismisses a note where the button says so. Returns the address to show next."""
    if do == "note":
        messages.success(request, gettext("Merknaden er lagt til."))
        return f"{here}#{what}" if any(one.key == what for one in shown.asked) else here
    key = settle(request, at, whole(what), take=do == "take")
    return f"{here}#{key}" if key else here


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
