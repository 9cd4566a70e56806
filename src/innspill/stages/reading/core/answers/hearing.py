"""What reading needs to know of a hearing, worked out once for all its responses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.form_outline import printed_lines
from innspill.stages.consultations.core.form_tags import FormTags
from innspill.stages.reading.core.answers.labels import Labels
from innspill.stages.reading.core.answers.organisation_names import Names
from innspill.stages.reading.core.answers.plain_marks import PlainMarks
from innspill.stages.reading.core.answers.printed import Printed
from innspill.stages.reading.core.answers.question_wordings import Wording, wordings_of
from innspill.stages.reading.core.answers.references import References
from innspill.stages.reading.core.answers.wording import FormWording


@dataclass(frozen=True, slots=True)
class _Same:
    """A definition as what it is, for it cannot be hashed by what it says."""

    definition: Definition

    def __hash__(self) -> int:
        return id(self.definition)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.definition is self.definition


@dataclass(frozen=True, slots=True)
class Hearing:
    """A definition, the names of bodies it knows, and the wording of its form.

    `choices` are the labels of each question's choices; `questions` all ways they are put in;
    `references` finds what refers to them. `tags` are the names of our own form's fields, and
    `printed` and `plain` what that form says, word for word.
    """

    definition: Definition
    names: Names
    wording: FormWording
    questions: tuple[Wording, ...]
    choices: dict[str, Labels]
    references: References
    tags: FormTags
    printed: Printed
    plain: PlainMarks

    @classmethod
    def of(cls, definition: Definition) -> Hearing:
        """The hearing of `definition`, whose form may be our own Word form or another."""
        return _hearing(_Same(definition))


@lru_cache(maxsize=4)
def _hearing(same: _Same) -> Hearing:
    definition = same.definition
    return Hearing(
        definition,
        Names(definition),
        FormWording.of(definition, printed_lines(definition)),
        wordings_of(definition),
        {question.id: Labels.of(question) for question in definition.questions},
        References(definition),
        FormTags.of(definition),
        Printed.of(definition),
        PlainMarks.of(definition),
    )
