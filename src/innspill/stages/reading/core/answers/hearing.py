"""What reading needs to know of a hearing, worked out once for all its responses."""

from __future__ import annotations

from dataclasses import dataclass

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.form_words import printed_lines
from innspill.stages.reading.core.answers.organisation_names import Names
from innspill.stages.reading.core.answers.wording import wordings


@dataclass(frozen=True, slots=True)
class Hearing:
    """A definition, the names of bodies it knows, and the form's own wording as keys."""

    definition: Definition
    names: Names
    wording: tuple[str, ...]

    @classmethod
    def of(cls, definition: Definition) -> Hearing:
        """The hearing of `definition`, whose form may be our own Word form or another."""
        printed = printed_lines(definition)
        return cls(definition, Names(definition), wordings(definition, printed))
