"""What our own form says, word for word, so that its locked lines are known for what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.consultations.core.form_outline import locked_lines, questions_shown, shown
from innspill.stages.consultations.core.form_words import WORDS
from innspill.stages.reading.core.formats.characters import EMPTY, TICKED, show


def squeezed(text: str) -> str:
    """`text` as it is compared: as readers show it, every box empty, without white space."""
    return "".join(show(text).text.split()).replace(TICKED, EMPTY)


def _all(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(squeezed(shown(line)) for line in lines)


@dataclass(frozen=True, slots=True)
class Printed:
    """The form's own lines, squeezed: `locked` ones, rows of boxes, and the wording by question."""

    locked: frozenset[str]
    boxes: frozenset[str]
    asked: Mapping[str, frozenset[str]]
    prompts: frozenset[str]
    no_remarks: frozenset[str]
    heads: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, definition: Definition) -> Printed:
        """What the form of `definition` says in any language."""
        boxes: list[str] = []
        asked: dict[str, list[str]] = {}
        for language in WORDS:
            for question in questions_shown(definition, language):
                row = [f"{EMPTY} {in_language(box.text, language)}" for box in question.boxes]
                boxes += [*row, " ".join(row)]
                wording = in_language(question.text, language)
                asked.setdefault(question.id, []).extend([wording, question.number + wording])
        words = WORDS.values()
        return cls(
            locked=_all(locked_lines(definition)),
            boxes=_all(boxes),
            asked={question: _all(wordings) for question, wordings in asked.items()},
            prompts=_all(hint for each in words for hint in (each.write_here, each.write_short)),
            no_remarks=_all(f"{EMPTY} {each.no_remarks}" for each in words),
            heads=frozenset(each.measures for each in words),
        )
