"""What reading needs to know of a hearing, worked out once for all its responses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.organisation_names import Names
from innspill.stages.reading.core.wording import wordings


@dataclass(frozen=True, slots=True)
class Hearing:
    """A definition, the names of bodies it knows, and the form's own wording as keys."""

    definition: Definition
    names: Names
    wording: tuple[str, ...]

    @classmethod
    def of(cls, definition: Definition, form_labels: Sequence[str] = ()) -> Hearing:
        """The hearing of `definition`; `form_labels` are lines that our own Word form adds."""
        return cls(definition, Names(definition), wordings(definition, form_labels))
