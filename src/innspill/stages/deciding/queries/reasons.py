"""Reasons that are used again, where each is used, and reasons to look at for one comment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.analysis.queries import CommentRow
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.board import Point
from innspill.stages.deciding.core.suggesting import (
    Candidate,
    Near,
    SuggestedReason,
    nearness,
    suggested,
)
from innspill.stages.deciding.core.values import DispositionShown
from innspill.stages.deciding.models import Disposition, ReasonWording
from innspill.stages.deciding.queries.board import Held
from innspill.stages.deciding.queries.words import Standing, dispositions, last_said

_LOOKED_AT = 300
"""So many of the nearest comments' words are read for suggestions."""


@dataclass(frozen=True, slots=True)
class WordingShown:
    """Title and text of a standard reason at a time."""

    id: int
    title: str
    text: str
    by: str
    at: datetime
    gone: bool


@dataclass(frozen=True, slots=True)
class ReasonShown:
    """A standard reason with all its wordings, the last first, and how often it is used."""

    id: int
    wordings: tuple[WordingShown, ...]
    uses: int
    """Targets whose last word has it."""

    @property
    def now(self) -> WordingShown:
        """As it is worded now."""
        return self.wordings[0]


def reasons(slug: str, owners: Collection[Owner]) -> list[ReasonShown]:
    """The standard reasons of one hearing, those off the list last."""
    hearing = consultations.shown_to(slug, owners)
    return all_reasons(hearing.id) if hearing else []


def all_reasons(consultation_id: int) -> list[ReasonShown]:
    """The same for the later stages."""
    uses = Counter(reason for _, reason in _used(consultation_id))
    held: dict[int, list[WordingShown]] = {}
    rows = ReasonWording.objects.filter(reason__consultation=consultation_id)
    for row in rows.select_related("by").order_by("-id"):
        held.setdefault(row.reason_id, []).append(
            WordingShown(row.pk, row.title, row.text, name_of(row.by), row.at, row.gone)
        )
    found = [ReasonShown(pk, tuple(said), uses[pk]) for pk, said in held.items()]
    return sorted(found, key=lambda each: (each.now.gone, each.now.title.casefold()))


def uses_of(slug: str, owners: Collection[Owner], reason_id: int) -> list[DispositionShown]:
    """The words that stand and have a standard reason, in the order that they were said."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return []
    ids = {pk for pk, reason in _used(hearing.id) if reason == reason_id}
    return sorted(dispositions(hearing.id, ids).values(), key=lambda each: each.id)


def suggested_for(
    consultation_id: int, row: CommentRow, held: Held | None = None
) -> list[SuggestedReason]:
    """Reasons that were written on comments like this one, the nearest first."""
    held = held or Held(consultation_id)
    standing = held.standing
    near = list(_near(row, held.points, standing))
    near.sort(key=lambda each: (each[1] != "like", each[1] != "theme-and-place", -each[2]))
    near = near[:_LOOKED_AT]
    own = standing.of(row.fingerprint, row.stood_in)
    whole = dispositions(
        consultation_id, {pk for _, _, pk, _ in near} | ({own.id} if own else set())
    )
    stands = whole[own.id] if own else None
    return suggested(
        Candidate(whole[pk], comment, how, same)
        for comment, how, pk, same in near
        if stands is None or _said(whole[pk]) != _said(stands)
    )


def _said(word: DispositionShown) -> tuple[str, str]:
    return word.outcome, word.reason


def _near(
    row: CommentRow, points: Iterable[Point], standing: Standing
) -> Iterable[tuple[int, Near, int, bool]]:
    """(comment, how near, number of what stands for it, whether of the same stance)."""
    alike = set(standing.like.get(row.fingerprint, ()))
    themes, places = set(row.themes), set(row.links)
    for point in points:
        if point.word is None or point.fingerprint == row.fingerprint:
            continue
        how = nearness(
            like=point.fingerprint in alike,
            themes=not themes.isdisjoint(point.themes),
            places=not places.isdisjoint(point.places),
        )
        if how is not None:
            yield point.id, how, point.word.id, point.stance == row.stance


def _used(consultation_id: int) -> list[tuple[int, int]]:
    """(number of a last word, its standard reason)."""
    last = last_said(consultation_id)
    rows = Disposition.objects.filter(
        consultation=consultation_id, standard_reason__isnull=False, stands=True
    )
    return [
        (pk, reason)
        for pk, reason in rows.values_list("pk", "standard_reason")
        if pk in last and reason is not None
    ]
