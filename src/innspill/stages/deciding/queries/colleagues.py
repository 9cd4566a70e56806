"""Who works on what just now, and what colleagues have written to each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.values import Target
from innspill.stages.deciding.models import Claim, ColleagueNote


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """Somebody works on a target, until when."""

    target: Target
    by_id: int
    by: str
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class NoteShown:
    """What a colleague wrote about a target."""

    id: int
    target: Target
    text: str
    by: str
    at: datetime


def claims(consultation_id: int, now: datetime) -> Mapping[Target, ClaimShown]:
    """What is claimed in a hearing now, each by whom; claims that ran out are not there."""
    rows = Claim.objects.filter(consultation=consultation_id, until__gt=now).select_related("by")
    return {found.target: found for found in map(_claim, rows)}


def claim_on(consultation_id: int, target: Target, now: datetime) -> ClaimShown | None:
    """Who works on a target now."""
    row = (
        Claim.objects.filter(
            consultation=consultation_id, scope=target.scope, target=target.key, until__gt=now
        )
        .select_related("by")
        .first()
    )
    return _claim(row) if row else None


def notes(
    slug: str, owners: Collection[Owner], targets: Collection[Target] | None = None
) -> list[NoteShown]:
    """What colleagues wrote about these targets, or about all, the oldest first."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return []
    rows = ColleagueNote.objects.filter(consultation=hearing.id)
    if targets is not None:
        rows = rows.filter(target__in=[each.key for each in targets])
    found = [_note(row) for row in rows.select_related("by")]
    return [each for each in found if targets is None or each.target in targets]


def _claim(row: Claim) -> ClaimShown:
    target = Target(row.scope, row.target)  # type: ignore[arg-type]
    return ClaimShown(target, row.by_id, name_of(row.by), row.at, row.until)


def _note(row: ColleagueNote) -> NoteShown:
    target = Target(row.scope, row.target)  # type: ignore[arg-type]
    return NoteShown(row.pk, target, row.text, name_of(row.by), row.at)
