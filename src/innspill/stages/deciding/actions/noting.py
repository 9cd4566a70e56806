"""What colleagues write to each other about a comment, a like group or a theme. Never public."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.actions.targets import check_target
from innspill.stages.deciding.core.values import Target
from innspill.stages.deciding.models import ColleagueNote

LONGEST = 4000


@transaction.atomic
def write_note(
    consultation_id: int, target: Target, text: str, *, by: User, now: datetime
) -> int:  # fmt: skip
    """Adds a note for colleagues; returns its number. Raises NotAllowed, and BadInput for an
    empty one or a target that the hearing does not have.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.CASEWORKER)
    said = text.strip()
    if not said:
        raise BadInput("the note is empty", todo="Write it first.")
    if len(said) > LONGEST:
        raise BadInput("the note is too long", todo="Shorten it.")
    check_target(consultation_id, target)
    row = ColleagueNote.objects.create(
        consultation_id=consultation_id, scope=target.scope, target=target.key, text=said,
        by=by, at=now,
    )  # fmt: skip
    detail = {"scope": target.scope, "target": target.key, "note": row.pk}
    journal.write(
        "note-written",
        f"consultation {hearing.slug}",
        actor=by.get_username(),
        detail=detail,
        at=now,
    )
    return int(row.pk)
