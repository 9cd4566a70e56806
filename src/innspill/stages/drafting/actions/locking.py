"""What every change of a draft begins and ends with."""

from __future__ import annotations

from datetime import datetime

from innspill.stages.drafting.core.cleaning import clean_line
from innspill.stages.drafting.core.refusals import Refused
from innspill.stages.drafting.models import Draft

_SIGNED_LIMIT = 120


def locked(draft_id: int, *, even_taken_back: bool = False) -> Draft:
    """The draft, for one writer at a time. Raises Refused for one that was taken back."""
    rows = Draft.objects.select_for_update(of=("self",), no_key=True).select_related(
        "consultation__owner"
    )
    row = rows.get(pk=draft_id)
    if row.state == Draft.State.TAKEN_BACK and not even_taken_back:
        raise Refused(
            "taken-back", "this response was taken back", todo="Open it again to go on with it."
        )
    return row


def changed(draft: Draft, now: datetime) -> None:
    """Notes that something in the draft is other than before."""
    sent = draft.delivery is not None and draft.state == Draft.State.HANDED_IN
    Draft.objects.filter(pk=draft.pk).update(
        changed_at=now, changed_since_handed_in=sent or draft.changed_since_handed_in
    )


def signed(by: str) -> str:
    """Who says they wrote it, on one line. It is their own word and shown as such."""
    return clean_line(by)[:_SIGNED_LIMIT]
