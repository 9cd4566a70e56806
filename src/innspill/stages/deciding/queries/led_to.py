"""What is changed in the papers that are heard, and the words that led to each change."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from innspill.shared.people.models import Owner
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.values import ChangeShown, DispositionShown
from innspill.stages.deciding.models import Disposition
from innspill.stages.deciding.queries.text_changes import changes_of
from innspill.stages.deciding.queries.words import dispositions, standing_of


@dataclass(frozen=True, slots=True)
class ChangeListed:
    """A change as it stands, its earlier versions, and the words that led to it."""

    change: ChangeShown
    earlier: tuple[ChangeShown, ...]
    said: tuple[DispositionShown, ...]


def text_changes(slug: str, owners: Collection[Owner]) -> list[ChangeListed]:
    """The changes that stand in one hearing, by place."""
    hearing = consultations.shown_to(slug, owners)
    return all_text_changes(hearing.id) if hearing else []


def all_text_changes(consultation_id: int) -> list[ChangeListed]:
    """The same for the later stages.

    One that only a word has which waits beside another's is no change yet, and left out.
    """
    changes = changes_of(consultation_id)
    links = Disposition.changes.through.objects.filter(disposition__consultation=consultation_id)
    pairs = list(links.values_list("textchange", "disposition", "disposition__stands"))
    last = {word.id for word in standing_of(consultation_id).said.values()}
    whole = dispositions(consultation_id, {said for _, said, _ in pairs if said in last})
    led: dict[int, set[int]] = {}
    stood: dict[int, bool] = {}
    for change, said, stands in pairs:
        now = changes.last.get(change)
        if now is not None:
            stood[now.id] = stood.get(now.id, False) or stands
            if said in whole:
                led.setdefault(now.id, set()).add(said)
    found = [
        ChangeListed(
            said[-1], said[:-1], tuple(whole[each] for each in sorted(led.get(pk, ())))
        )
        for pk, said in changes.versions.items()
        if stood.get(pk, True)
    ]  # fmt: skip
    return sorted(found, key=lambda each: (each.change.place, each.change.id))
