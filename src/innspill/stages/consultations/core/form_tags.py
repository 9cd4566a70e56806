"""The names of the form's boxes and fields, by which what comes back is read without doubt.

`q1_yes` is the box of a choice, `q1_text` a field for text, `q4_measure_1_name` a cell of a
measure. Ids that Word could not keep whole, or that could be taken for another's, are told by a
fingerprint of theirs, so that no two names are alike whatever the ids are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from innspill.stages.consultations.core.definition import Definition

MeasurePart = Literal["name", "responsible", "relevant_for", "description"]
MEASURE_PARTS: tuple[MeasurePart, ...] = ("name", "responsible", "relevant_for", "description")
FORM = "form"
"""What the form itself says: locked, and nobody's answer."""
SENDER_NAME, SENDER_NUMBER, SENDER_CONTACT = "sender_name", "sender_number", "sender_contact"
CASE_NUMBER = "case_number"
FURTHER, NO_REMARKS, SUPPORTS = "further_senders", "no_remarks", "supports"
COMMENT, FILES = "comment", "files"
FIELDS = frozenset((
    SENDER_NAME, SENDER_NUMBER, SENDER_CONTACT, CASE_NUMBER, FURTHER, SUPPORTS, COMMENT, FILES,
))  # fmt: skip
"""Fields for text that answer no question."""
_PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,19}")
_PLAIN_CHOICE = re.compile(r"(?!text$|asked$|measure_)[A-Za-z0-9][A-Za-z0-9_.-]{0,29}")
_MEASURE = re.compile(
    rf"(?P<stem>.+)_measure_(?P<row>\d{{1,4}})_(?P<part>{'|'.join(MEASURE_PARTS)})"
)


def is_locked(tag: str) -> bool:
    """Whether `tag` names what the form says itself, and no field to fill in."""
    return tag == FORM or tag.endswith("_asked")


def _fingerprint(text: str) -> str:
    return "~" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _stem(question: str) -> str:
    return f"q{question if _PLAIN_ID.fullmatch(question) else _fingerprint(question)}"


def box_tag(question: str, choice: str) -> str:
    """The name of the box of `choice` at `question`."""
    return (
        f"{_stem(question)}_{choice if _PLAIN_CHOICE.fullmatch(choice) else _fingerprint(choice)}"
    )


def text_tag(question: str) -> str:
    """The name of the field for text at `question`."""
    return f"{_stem(question)}_text"


def asked_tag(question: str) -> str:
    """The name of the locked wording of `question`."""
    return f"{_stem(question)}_asked"


def measure_tag(question: str, row: int, part: MeasurePart) -> str:
    """The name of one cell of the measure number `row`, from 1, at `question`."""
    return f"{_stem(question)}_measure_{row}_{part}"


@dataclass(frozen=True, slots=True)
class MeasureCell:
    """Where in a table of measures a name points: question, row and column."""

    question: str
    row: int
    part: MeasurePart


@dataclass(frozen=True, slots=True)
class FormTags:
    """The names of one definition's form, looked up: question, or question and choice, by name."""

    boxes: Mapping[str, tuple[str, str]]
    texts: Mapping[str, str]
    asked: Mapping[str, str]
    stems: Mapping[str, str]

    @classmethod
    def of(cls, definition: Definition) -> FormTags:
        """The names of the form of `definition`."""
        questions = definition.questions
        return cls(
            {box_tag(q.id, c.id): (q.id, c.id) for q in questions for c in q.choices},
            {text_tag(q.id): q.id for q in questions},
            {asked_tag(q.id): q.id for q in questions},
            {_stem(q.id): q.id for q in questions},
        )

    def measure(self, tag: str) -> MeasureCell | None:
        """The cell of a measure that `tag` names, or None."""
        found = _MEASURE.fullmatch(tag)
        question = self.stems.get(found["stem"]) if found else None
        if found is None or question is None:
            return None
        part: MeasurePart = next(each for each in MEASURE_PARTS if each == found["part"])
        return MeasureCell(question, int(found["row"]), part)
