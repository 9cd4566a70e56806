"""One report of a hearing for one person: what its pages share, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from django.http import Http404

from innspill.interfaces.desk.access import Desk
from innspill.interfaces.ui import words
from innspill.pipeline import wiring
from innspill.shared.people import queries as people
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.reports.core.edited.arranging import PersonText, Place, places, with_words
from innspill.stages.reports.core.edited.arranging import own_part as part_of_own
from innspill.stages.reports.core.edited.values import OutlineShown, PartOf
from innspill.stages.reports.core.parts.values import Kind, ReportPart
from innspill.stages.reports.texts import queries as texts
from innspill.stages.reports.texts.machine import machine_parts

KINDS: tuple[Kind, ...] = ("summary", "ministry", "municipal", "letter")


class Room:
    """A report of one kind in one language. Raises Http404 for those that there are not."""

    def __init__(self, desk: Desk, slug: str, kind: str, language: str) -> None:
        self.desk = desk
        self.hearing = desk.hearing_or_404(slug)
        found = next((each for each in KINDS if each == kind), None)
        if found is None or language not in LANGUAGES:
            raise Http404
        self.kind: Kind = found
        self.language = language
        self.now = wiring.clock().now()

    @property
    def may(self) -> bool:
        """Whether this person may write."""
        return self.desk.may(self.hearing.owner_id, "caseworker")

    def require_writer(self) -> None:
        """Raises NotAllowed for who may not write: before the report is made, which takes its time."""
        people.require(self.desk.user, self.hearing.owner_id, "caseworker")

    @cached_property
    def machine(self) -> tuple[ReportPart, ...]:
        """The parts as the machine writes them now."""
        return machine_parts(self.hearing.id, self.kind, self.language)

    @cached_property
    def outline(self) -> OutlineShown:
        """The outline that stands."""
        return texts.outline_of(self.hearing.id, self.kind)

    @cached_property
    def standing(self) -> Mapping[str, PersonText]:
        """The words of people that stand."""
        return texts.standing(self.hearing.id, self.kind, self.language)

    @cached_property
    def placed(self) -> tuple[Place, ...]:
        """All parts in their order, those too that are left out."""
        return places(self.machine, self.outline.places)

    def of(self, key: str) -> PartOf:
        """A part of this report."""
        return PartOf(self.kind, self.language, key)

    def machines(self, key: str) -> ReportPart:
        """A part as the machine writes it; an own one is empty. Raises Http404."""
        for part in self.machine:
            if part.key == key:
                return part
        for place in self.placed:
            if place.key == key:
                return part_of_own(place)
        raise Http404

    def part(self, key: str) -> ReportPart:
        """A part as it stands. Raises Http404."""
        return with_words(self.machines(key), self.standing.get(key))

    def context(self) -> dict[str, object]:
        """What every page is made with."""
        return {
            "at": "hearing",
            "desk": self.desk,
            "hearing": self.hearing,
            "kind": self.kind,
            "language": self.language,
            "kinds": KINDS,
            "languages_of": list(words.LANGUAGE),
            "may": self.may,
        }
