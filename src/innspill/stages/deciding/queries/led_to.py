"""What is changed in the papers that are heard, and the words that led to each change."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from innspill.shared.people.models import Owner
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.values import ChangeShown, DispositionShown
from innspill.stages.deciding.models import Disposition
from innspill.stages.deciding.queries.text_changes import Changes, changes_of
from innspill.stages.deciding.queries.words import dispositions, last_said


@dataclass(frozen=True, slots=True)
class ChangeListed:
    """A change as it stands, its earlier versions, and the words that led to it."""

    change: ChangeShown
    earlier: tuple[ChangeShown, ...]
    said: tuple[DispositionShown, ...]


def text_changes(slug: str, owners: Collection[Owner]) -> list[ChangeListed]:
    """The changes that stand in one hearing, by place."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return []
    changes, pairs = changes_of(hearing.id), _pairs(hearing.id)
    last = last_said(hearing.id)
    whole = dispositions(hearing.id, {said for _, said, _ in pairs if said in last})
    led: dict[int, set[int]] = {}
    for change, said, _ in pairs:
        if change in changes.last and said in whole:
            led.setdefault(changes.last[change].id, set()).add(said)
    return [
        ChangeListed(
            change,
            changes.versions[change.id][:-1],
            tuple(whole[each] for each in sorted(led.get(change.id, ()))),
        )
        for change in _standing(changes, pairs)
    ]


def all_text_changes(consultation_id: int) -> list[ChangeShown]:
    """The same for the later stages, without what led to them."""
    return _standing(changes_of(consultation_id), _pairs(consultation_id))


def _pairs(consultation_id: int) -> list[tuple[int, int, bool]]:
    """(version of a change, a word that has it, whether that stands)."""
    links = Disposition.changes.through.objects.filter(disposition__consultation=consultation_id)
    return list(links.values_list("textchange", "disposition", "disposition__stands"))


def _standing(changes: Changes, pairs: Iterable[tuple[int, int, bool]]) -> list[ChangeShown]:
    """The changes as they stand, by place.

    One that only a word has which waits beside another's is no change yet, and left out.
    """
    stood: dict[int, bool] = {}
    for change, _, stands in pairs:
        now = changes.last.get(change)
        if now is not None:
            stood[now.id] = stood.get(now.id, False) or stands
    found = (said[-1] for pk, said in changes.versions.items() if stood.get(pk, True))
    return sorted(found, key=lambda each: (each.place, each.id))
