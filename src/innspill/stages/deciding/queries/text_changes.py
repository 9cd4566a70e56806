"""Changes in the papers that are heard: as they stand, with their versions and what led to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.values import ChangeShown
from innspill.stages.deciding.models import Disposition, TextChange


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of one hearing by any of their versions."""

    last: Mapping[int, ChangeShown]
    """Of each version the one that stands now; nothing for those that are taken back."""
    versions: Mapping[int, tuple[ChangeShown, ...]]
    """Of each one that stands all its versions, the first one first."""

    def now(self, ids: Iterable[int]) -> tuple[ChangeShown, ...]:
        """The changes with these numbers as they stand, each once."""
        found = {self.last[pk].id: self.last[pk] for pk in ids if pk in self.last}
        return tuple(found.values())


def changes_of(consultation_id: int) -> Changes:
    """The changes of one hearing; one statement."""
    chains: dict[int, list[TextChange]] = {}
    rows = TextChange.objects.filter(consultation=consultation_id).select_related("by")
    for row in rows.order_by("id"):
        chain = chains.pop(row.replaces_id, []) if row.replaces_id else []
        chains[row.pk] = [*chain, row]
    last: dict[int, ChangeShown] = {}
    versions: dict[int, tuple[ChangeShown, ...]] = {}
    for chain in chains.values():
        if not chain[-1].gone:
            said = tuple(_shown(row) for row in chain)
            versions[said[-1].id] = said
            last.update((each.id, said[-1]) for each in said)
    return Changes(last, versions)


def changed_at(consultation_id: int) -> dict[int, datetime]:
    """When the text of a change was last worded, or taken back, for each disposition that has one."""
    ends: dict[int, datetime] = {}
    rows = TextChange.objects.filter(consultation=consultation_id).order_by("-id")
    for pk, replaces, at in rows.values_list("pk", "replaces", "at"):
        end = ends.setdefault(pk, at)
        if replaces:
            ends[replaces] = end
    links = Disposition.changes.through.objects.filter(disposition__consultation=consultation_id)
    found: dict[int, datetime] = {}
    for said, pk in links.values_list("disposition", "textchange"):
        found[said] = max(ends[pk], found.get(said, ends[pk]))
    return found


def change(slug: str, owners: Collection[Owner], change_id: int) -> tuple[ChangeShown, ...]:
    """All versions of the change that this is one of, the standing one last; nothing where it is gone."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return ()
    found = changes_of(hearing.id)
    now = found.last.get(change_id)
    return found.versions[now.id] if now else ()


def _shown(row: TextChange) -> ChangeShown:
    return ChangeShown(row.pk, row.place, row.old, row.new, name_of(row.by), row.at)
