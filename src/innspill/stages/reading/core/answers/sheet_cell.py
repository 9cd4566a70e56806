"""What one cell of an answer sheet says: a cross, one or more choices, or words of its own."""

from __future__ import annotations

import re

from innspill.stages.consultations.core.definition import Question
from innspill.stages.reading.core.answers.sheet_columns import labels
from innspill.stages.reading.core.answers.stream import key_of
from innspill.stages.reading.core.values import Block

_CROSS = frozenset(("x", "1", "ja", "yes", "sann", "true", "v", "✓", "✔", "valgt", "selected"))
_PARTS = re.compile(r"\s*[;|\n,/]\s*")


def is_cross(block: Block) -> bool:
    """Whether the cell, which stands in the column of one choice, chooses it."""
    text = block.text.strip()
    if block.boxes:
        return len(text) == 1 and block.boxes[0].ticked
    return text.lower() in _CROSS


def choices_in(text: str, question: Question) -> tuple[str, ...]:
    """The choices that the cell consists of ("Ja", "Ja; Nei"); none where it says more."""
    by_key = {key_of(label): choice for choice, label in labels(question)}
    if (whole := key_of(text)) in by_key:
        return (by_key[whole],)
    parts = [part for part in _PARTS.split(text) if part.strip()]
    found = tuple(by_key.get(key_of(part), "") for part in parts)
    return tuple(dict.fromkeys(found)) if found and all(found) else ()
