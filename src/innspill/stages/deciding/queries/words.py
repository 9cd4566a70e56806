"""The words that stand in one hearing, read lightly; whole dispositions by their numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from innspill.shared.people.queries import name_of
from innspill.stages.analysis import queries as analysis
from innspill.stages.deciding.core.inheriting import (
    family_of,
    last_of,
    like_keys,
    standing_for,
)
from innspill.stages.deciding.core.values import DECIDING, DispositionShown, LastWord, Target
from innspill.stages.deciding.models import Disposition
from innspill.stages.deciding.queries.text_changes import Changes, changes_of

OUTCOMES = tuple(str(value) for value in DECIDING)
_MANY = 500


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in one hearing: the last words, and what they are inherited through."""

    said: Mapping[Target, LastWord]
    like: Mapping[str, tuple[str, ...]]
    above: Mapping[int, int]
    lost: Mapping[Target, tuple[int, ...]]
    """Words that wait beside another's, which stands: the numbers of their dispositions."""

    def of(self, fingerprint: str, themes: Sequence[int]) -> LastWord | None:
        """The word that stands for a comment; None where it is left."""
        return standing_for(fingerprint, themes, self.like, self.said, self.above)

    def on(self, target: Target) -> LastWord | None:
        """The last word that was said on this very target, one that takes back too."""
        return last_of(family_of(target, self.like), self.said)

    def seen(self, target: Target) -> int | None:
        """The number of the disposition that a person sees on the target, for `decide`."""
        word = self.on(target)
        return word.id if word else None

    def waiting(self, target: Target) -> tuple[int, ...]:
        """The words on the target that wait beside another's."""
        family = family_of(target, self.like)
        return tuple(pk for each in family for pk in self.lost.get(each, ()))


def standing_of(consultation_id: int) -> Standing:
    """What stands in one hearing; three statements."""
    like = like_keys(analysis.like_groups(consultation_id))
    said: dict[Target, LastWord] = {}
    beside: dict[Target, list[int]] = {}
    rows = Disposition.objects.filter(consultation=consultation_id).order_by("id")
    for pk, scope, key, outcome, stands, let_go in rows.values_list(
        "pk", "scope", "target", "outcome", "stands", "let_go_at"
    ):
        target = Target(scope, key)  # type: ignore[arg-type]
        if stands:
            said[target] = LastWord(pk, outcome, target)
        elif let_go is None:
            beside.setdefault(target, []).append(pk)
    lost = {}
    for target, numbers in beside.items():
        word = last_of(family_of(target, like), said)
        waiting = tuple(pk for pk in numbers if word is None or pk > word.id)
        if waiting:
            lost[target] = waiting
    return Standing(said, like, analysis.themes_above(consultation_id), lost)


def seen(consultation_id: int, targets: Iterable[Target]) -> dict[Target, int | None]:
    """Each target with the disposition that is seen on it now, as `decide` takes them."""
    standing = standing_of(consultation_id)
    return {target: standing.seen(target) for target in targets}


def last_said(consultation_id: int) -> frozenset[int]:
    """The number of the last word on each target; one statement."""
    rows = Disposition.objects.filter(consultation=consultation_id, stands=True).order_by("id")
    said = rows.values_list("scope", "target", "pk")
    return frozenset({(scope, target): pk for scope, target, pk in said}.values())


def dispositions(consultation_id: int, ids: Collection[int]) -> dict[int, DispositionShown]:
    """The dispositions with these numbers, whole; three statements whatever their number."""
    wanted = set(ids)
    if not wanted:
        return {}
    rows = Disposition.objects.filter(consultation=consultation_id)
    if len(wanted) <= _MANY:
        rows = rows.filter(pk__in=wanted)
    return {each.id: each for each in _whole(consultation_id, rows) if each.id in wanted}


def _whole(consultation_id: int, rows: QuerySet[Disposition]) -> list[DispositionShown]:
    changes = changes_of(consultation_id)
    held = rows.select_related("by", "writer").prefetch_related("changes")
    return [_shown(row, changes) for row in held.order_by("id")]


def _shown(row: Disposition, changes: Changes) -> DispositionShown:
    """A disposition as it is read; its changes as they are worded now, without those taken back."""
    return DispositionShown(
        outcome=row.outcome,
        reason=row.reason,
        by=name_of(row.by),
        at=row.at,
        id=row.pk,
        target=Target(row.scope, row.target),  # type: ignore[arg-type]
        responsible=row.responsible,
        note=row.note,
        changes=changes.now(change.pk for change in row.changes.all()),
        standard_reason=row.standard_reason_id,
        in_bulk=row.in_bulk,
        stands=row.stands,
        let_go=row.let_go_at is not None,
        by_id=row.by_id,
        writer=name_of(row.writer),
        writer_id=row.writer_id,
    )
