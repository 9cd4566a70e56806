"""What is on show follows at once what is settled about it elsewhere, before any step looks again."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import Conflict
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication.actions.publishing import say, says_less, take_down
from innspill.stages.publication.core.frozen import as_json
from innspill.stages.publication.models import Clearance, Rendition
from innspill.stages.publication.rendering import rendered
from innspill.stages.publication.waiting import of_responses
from innspill.stages.register import queries as register


@transaction.atomic
def follow_sender(response_id: int, *, now: datetime) -> None:
    """Takes a public copy down that stands under another name than is settled now.

    It may be a private person's. What it is shown as next, the next screening says.
    """
    row = register.by_id(response_id)
    shown = Rendition.objects.filter(response=row.id, replaced_at=None).first()
    if shown is not None and says_less(as_json(rendered(row).public), shown.content):
        take_down(row, now)


@transaction.atomic
def withhold_all(consultation_id: int, *, reason: str, by: User, now: datetime) -> None:
    """A lead has a hearing's responses published no more: each that is public or waits is withheld.

    What nobody has screened yet waits by itself. Raises NotAllowed.
    """
    require(by, consultations.by_id(consultation_id).owner_id, Role.LEAD)
    for shown in of_responses(register.of_consultation(consultation_id)):
        if shown.state not in ("withheld", "withdrawn"):
            with suppress(Conflict):
                say(shown.response, Clearance.Word.WITHHOLD, reason, by=by, now=now)
        take_down(shown.response, now)
