"""What people say about single places of a response: withhold this, show that, take it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import get_args

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.people import queries as people
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.publication.actions.carrying import digest_of
from innspill.stages.publication.actions.publishing import (
    present,
    put_on_show,
    say,
    take_down,
    write,
)
from innspill.stages.publication.core.grounds import LAW
from innspill.stages.publication.core.marks import Spot
from innspill.stages.publication.core.values import WithholdingKind
from innspill.stages.publication.core.wishes import ANONYMOUS
from innspill.stages.publication.models import Clearance, Mark, Rendition, Screening
from innspill.stages.publication.rendering import rendered, telling_who
from innspill.stages.publication.standing_marks import is_cleared, leads_needed, standing
from innspill.stages.publication.standing_wishes import wish_of
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow


@transaction.atomic
def mark(
    response_id: int,
    spots: Sequence[Spot],
    *,
    word: str,
    kind: str = "other",
    ground: str = "",
    reason: str,
    state: str = "",
    by: User,
    now: datetime,
) -> None:
    """A caseworker says that these places are withheld, on `ground`, or shown after all.

    A copy on show is replaced at once; where more is to be shown it is taken down until a lead
    approves, unless a lead says so and one is enough. Nobody shows the sender's own name where the
    wish is that it stands without one. Raises NotAllowed, BadInput, and Conflict where it is not
    screened, or where somebody has said something about it since `state`.
    """
    row = register.by_id(response_id)
    require(by, row.owner_id, Role.CASEWORKER)
    screening = present(row, state)
    texts = dict(rendered(row).texts)
    _check(row, spots, texts, word=word, kind=kind, ground=ground, reason=reason)
    if word == Mark.Word.SHOW and wish_of(row) == ANONYMOUS and telling_who(row, spots):
        raise BadInput(
            "this would tell who sent a response that is to stand without a name",
            where=row.reference,
            todo="Change the wish first.",
        )
    was_cleared = is_cleared(screening, wish_of(row))
    Mark.objects.bulk_create(
        Mark(
            screening=screening, place=spot.place, start=spot.start, end=spot.end,
            digest=digest_of(texts[spot.place]), word=word, kind=kind,
            ground=ground if word == Mark.Word.WITHHOLD else "", reason=reason.strip(),
            by=by, at=now,
        )
        for spot in spots
    )  # fmt: skip
    places = sorted({spot.place for spot in spots})
    detail = {"word": word, "kind": kind, "ground": ground, "spans": len(spots), "places": places}
    write("marked", row, by.get_username(), detail, now)
    _follow(screening, row, was_cleared, by, now)


@transaction.atomic
def undo_mark(response_id: int, mark_id: int, *, by: User, now: datetime) -> None:
    """Takes a mark back: what stood before it stands again.

    Raises NotAllowed, and Conflict where there is no such mark, or it is taken back already.
    """
    row = register.by_id(response_id)
    require(by, row.owner_id, Role.CASEWORKER)
    screening = present(row)
    found = Mark.objects.filter(pk=mark_id, screening__response=row.id).first()
    if found is None or found.word == Mark.Word.UNDO or found.undone.exists():
        raise Conflict(f"mark {mark_id} is no mark that stands")
    was_cleared = is_cleared(screening, wish_of(row))
    _undo(found, row, by, now)
    _follow(screening, row, was_cleared, by, now)


def cover_the_name(screening: Screening, row: ResponseRow, *, by: User, now: datetime) -> None:
    """Takes back what shows the sender's own name, when they wish to stand without it.

    In the caller's transaction: what is on show follows there.
    """
    shown = {
        Spot(each.place, each.start, each.end): each
        for each in standing(screening)
        if each.word == Mark.Word.SHOW
    }
    for spot in telling_who(row, list(shown)) if shown else ():
        _undo(shown[spot], row, by, now)


def _undo(found: Mark, row: ResponseRow, by: User, now: datetime) -> None:
    Mark.objects.create(
        screening=found.screening, undoes=found, place=found.place, start=found.start,
        end=found.end, digest=found.digest, word=Mark.Word.UNDO, kind=found.kind, by=by, at=now,
    )  # fmt: skip
    detail = {"word": found.word, "kind": found.kind, "places": [found.place]}
    write("mark-undone", row, by.get_username(), detail, now)


def _follow(
    screening: Screening, row: ResponseRow, was_cleared: bool, by: User, now: datetime
) -> None:
    """Lets what is on show follow the marks, in the same transaction."""
    if not Rendition.objects.filter(response=row.id, replaced_at=None).exists():
        return
    wish = wish_of(row)
    is_enough = leads_needed() == 1 and people.may(by, row.owner_id, Role.LEAD)
    if was_cleared and is_enough and not is_cleared(screening, wish):
        say(row, Clearance.Word.PUBLISH, "", by=by, now=now)
    if is_cleared(screening, wish):
        put_on_show(screening, row, now, less=True)
    else:
        take_down(row, now)


def _check(
    row: ResponseRow,
    spots: Sequence[Spot],
    texts: dict[str, str],
    *,
    word: str,
    kind: str,
    ground: str,
    reason: str,
) -> None:
    if not spots:
        raise BadInput("these words do not stand there", where=row.reference)
    for spot in spots:
        if not 0 <= spot.start < spot.end <= len(texts.get(spot.place, "")):
            raise BadInput("there is no such place", where=row.reference)
    if word not in (Mark.Word.WITHHOLD, Mark.Word.SHOW) or kind not in get_args(WithholdingKind):
        raise BadInput("there is no such mark", where=row.reference)
    if word == Mark.Word.WITHHOLD and ground not in LAW:
        raise BadInput(f"there is no such ground: {ground}", where=row.reference)
    if not reason.strip():
        raise BadInput("the reason is missing", where=row.reference, todo="Say why.")
