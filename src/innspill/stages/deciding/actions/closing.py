"""The deciding of a hearing is finished where nothing is left, and opened again with a reason."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations import actions as phases
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Status
from innspill.stages.deciding.actions.holding import hold
from innspill.stages.deciding.core.ledger import Gap
from innspill.stages.deciding.models import Closing, Disposition, Scope
from innspill.stages.deciding.queries.closings import is_finished
from innspill.stages.deciding.queries.completeness import completeness, left_points, mark_of

_GAP = {
    "unopened": "the hearing is a draft",
    "open": "the hearing is open for answers",
    "unprocessed": "{} deliveries are not looked at",
    "unpublished": "{} responses wait for publication",
    "undivided": "{} responses are not gone through",
    "left": "{} comments are not decided on",
    "second-reader": "{} comments wait for a second reader",
    "sums": "the sums do not add up",
}
_TOWARDS_FINISHED: dict[str, tuple[Status, ...]] = {
    "closed": ("assessment", "finished"),
    "assessment": ("finished",),
}


@transaction.atomic
def finish(consultation_id: int, *, by: User, now: datetime) -> None:
    """A lead says that nothing is left: the ledger is frozen, and the hearing is finished.

    Raises NotAllowed, and BadInput where something is left (each thing named), or where it is
    finished already.
    """
    require(by, consultations.by_id(consultation_id).owner_id, Role.LEAD)
    hearing = hold(consultation_id, by)
    found = completeness(consultation_id)
    if found.gaps:
        raise BadInput(
            "; ".join(_said(gap) for gap in found.gaps),
            where=hearing.case_number,
            todo="Mend this before the hearing is finished.",
        )
    ledger = {"deciding": asdict(found.deciding), "sums": asdict(found.sums)}
    Closing.objects.create(consultation_id=consultation_id, ledger=ledger, by=by, at=now)
    journal.write(
        "deciding-finished", f"consultation {hearing.slug}", actor=by.get_username(),
        detail={"responses": found.deciding.responses, "comments": found.deciding.comments}, at=now,
    )  # fmt: skip
    for phase in _TOWARDS_FINISHED.get(found.status, ()):
        phases.set_phase(consultation_id, phase, by=by, now=now)


@transaction.atomic
def open_again(consultation_id: int, *, reason: str, by: User, now: datetime) -> None:
    """A lead takes a finished hearing up again; what was decided may be changed.

    Raises NotAllowed, and BadInput for no reason, or where it is not finished.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.LEAD)
    phases.hold(consultation_id)
    if not is_finished(consultation_id):
        raise BadInput("the deciding of this hearing is not finished", where=hearing.case_number)
    if not reason.strip():
        raise BadInput("the reason is missing", todo="Write why, in a sentence or two.")
    Closing.objects.create(
        consultation_id=consultation_id, again=True, reason=reason.strip(), by=by, at=now
    )
    journal.write(
        "deciding-opened-again", f"consultation {hearing.slug}", actor=by.get_username(), detail={},
        at=now,
    )  # fmt: skip
    if consultations.by_id(consultation_id).status == "finished":
        phases.set_phase(consultation_id, "assessment", by=by, now=now)


@transaction.atomic
def note_what_is_left(
    consultation_id: int, wanted: CommentFilter, *, seen: str, reason: str, by: User, now: datetime
) -> int:
    """Gives every comment that is left under a filter the disposition "noted", with one reason.

    Returns how many; `seen` is the `mark_of` those that the person saw. What somebody has decided
    on is not touched. Raises NotAllowed, BadInput for no reason, where nothing is left, or where
    the deciding is finished, and Conflict where others are left by now, be they as many.
    """
    hearing = hold(consultation_id, by)
    if not reason.strip():
        raise BadInput("the reason is missing", todo="Write why, in a sentence or two.")
    left = left_points(consultation_id, wanted)
    if not left:
        raise BadInput("nothing is left under this filter", todo="Look again.")
    if mark_of(left) != seen:
        raise Conflict(f"{len(left)} comments are left, and not those that were seen")
    prints = list(dict.fromkeys(each.fingerprint for each in left))
    Disposition.objects.bulk_create(
        Disposition(
            consultation_id=consultation_id, scope=Scope.COMMENT, target=each, in_bulk=True,
            outcome=Disposition.Outcome.NOTED, reason=reason.strip(), by=by, at=now,
        )
        for each in prints
    )  # fmt: skip
    journal.write(
        "left-noted", f"consultation {hearing.slug}", actor=by.get_username(),
        detail={"comments": len(prints)}, at=now,
    )  # fmt: skip
    return len(left)


def _said(gap: Gap) -> str:
    return _GAP[gap.code].format(gap.count)
