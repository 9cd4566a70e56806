"""What the sender wishes for how a response is published, as a caseworker was told it."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.people import queries as people
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.consultations.core.filled import Wish
from innspill.stages.publication.actions.marking import cover_the_name
from innspill.stages.publication.actions.publishing import (
    present,
    put_on_show,
    say,
    take_down,
    write,
)
from innspill.stages.publication.core.wishes import ANONYMOUS, NOT_ON_WEB
from innspill.stages.publication.models import Clearance, Rendition, Screening
from innspill.stages.publication.models import Wish as WishRow
from innspill.stages.publication.standing_marks import is_cleared, leads_needed
from innspill.stages.publication.standing_wishes import wish_of
from innspill.stages.register import pointing
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow


@transaction.atomic
def say_wish(
    response_id: int, wish: str, *, reason: str, state: str = "", by: User, now: datetime
) -> None:
    """A caseworker notes how the sender wishes the response to be published, and how they know.

    A copy on show follows at once: its name goes, or the whole of it; so do the names in what it
    took the place of. Where more is to be shown than before, it waits for a lead as after marks.
    Raises NotAllowed, BadInput, and Conflict where it is not screened, or where somebody has said
    something about it since `state`.
    """
    row = register.by_id(response_id)
    require(by, row.owner_id, Role.CASEWORKER)
    screening = present(row, state)
    if wish not in get_args(Wish):
        raise BadInput("there is no such wish", where=row.reference)
    if not reason.strip():
        raise BadInput("the reason is missing", where=row.reference, todo="Say how you know.")
    was_cleared = is_cleared(screening, wish_of(row))
    WishRow.objects.create(response_id=row.id, wish=wish, reason=reason.strip(), by=by, at=now)
    write("wish-said", row, by.get_username(), {"wish": wish}, now)
    if wish == ANONYMOUS:
        cover_the_name(screening, row, by=by, now=now)
        screening = present(row)  # with what was taken back
    _follow(screening, row, was_cleared, by, now)
    for other in pointing.leaning_on(row.id):
        _follow_along(other, now)


def _follow(
    screening: Screening, row: ResponseRow, was_cleared: bool, by: User, now: datetime
) -> None:
    if not _is_on_show(row):
        return
    wish = wish_of(row)
    is_enough = leads_needed() == 1 and people.may(by, row.owner_id, Role.LEAD)
    shows_more = was_cleared and wish != NOT_ON_WEB and not is_cleared(screening, wish)
    if shows_more and is_enough:
        say(row, Clearance.Word.PUBLISH, "", by=by, now=now)
    if is_cleared(screening, wish):
        put_on_show(screening, row, now, less=True)
    else:
        take_down(row, now)


def _follow_along(row: ResponseRow, now: datetime) -> None:
    """What points to a response whose wish is new: an older version, an addition to it."""
    if not _is_on_show(row):
        return
    screening = Screening.objects.filter(response=row.id).last()
    is_present = screening and screening.state == register.states(row.consultation_id)[row.id][0]
    if screening and is_present and is_cleared(screening, wish_of(row)):
        put_on_show(screening, row, now, less=True)
    else:
        take_down(row, now)


def _is_on_show(row: ResponseRow) -> bool:
    return Rendition.objects.filter(response=row.id, replaced_at=None).exists()
