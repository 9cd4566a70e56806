"""The lines of our plain form that say where its fields are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from innspill.stages.consultations.core import form_tags
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.form_outline import questions_shown
from innspill.stages.consultations.core.form_words import WORDS
from innspill.stages.consultations.core.plain_form import answer_begins, begin_of, question_lines
from innspill.stages.reading.core.answers.printed import squeezed


@dataclass(frozen=True, slots=True)
class PlainMarks:
    """The lines that begin and end fields, squeezed, and the labels of fields of one line."""

    begins: Mapping[str, str]
    ends: frozenset[str]
    labels: tuple[tuple[str, str], ...]
    questions: Mapping[str, str]
    """The question that a beginning line is of."""
    above: Mapping[str, tuple[tuple[str, str], ...]]
    """By question, in each language: its heading, and heading with all that stands below it."""

    @classmethod
    def of(cls, definition: Definition) -> PlainMarks:
        """The lines of the plain form of `definition`, in all languages."""
        begins: dict[str, str] = {}
        questions: dict[str, str] = {}
        labels: dict[str, str] = {}
        above: dict[str, list[tuple[str, str]]] = {}
        for language, words in WORDS.items():
            for tag, label in (
                (form_tags.FURTHER, words.further),
                (form_tags.COMMENT, words.more),
                (form_tags.FILES, words.files),
            ):
                begins[squeezed(begin_of(label))] = tag
            for tag, label in (
                (form_tags.SENDER_NAME, words.sender_name),
                (form_tags.SENDER_NUMBER, words.sender_number),
                (form_tags.SENDER_CONTACT, words.sender_contact),
                (form_tags.CASE_NUMBER, words.case_number),
                (form_tags.SUPPORTS, words.supports),
            ):
                labels[f"{label}:"] = tag
            for question in questions_shown(definition, language):
                begin = squeezed(answer_begins(question.id, words))
                begins[begin] = form_tags.text_tag(question.id)
                questions[begin] = question.id
                heading, below = question_lines(question, language)
                whole = squeezed("\n".join([*heading, *below]))
                above.setdefault(question.id, []).append((squeezed("\n".join(heading)), whole))
        return cls(
            begins,
            frozenset(squeezed(begin_of(words.plain_end)) for words in WORDS.values()),
            tuple(sorted(labels.items(), key=lambda pair: -len(pair[0]))),
            questions,
            {question: tuple(dict.fromkeys(lines)) for question, lines in above.items()},
        )
