"""The questions with the passages of the papers that they refer to: as .docx, .pdf and .md.

For internal hearings: nothing is locked, and everybody can write into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from docx import Document

from innspill.stages.consultations.core.answer_pdf import typeset
from innspill.stages.consultations.core.definition import Chapter, Definition, in_language
from innspill.stages.consultations.core.form_outline import (
    facts,
    glossary,
    paragraphs_of,
    questions_shown,
    shown,
)
from innspill.stages.consultations.core.form_words import words_in
from innspill.stages.consultations.core.package_words import package_words_in
from innspill.stages.consultations.core.word_form import same_every_time
from innspill.stages.consultations.core.word_look import set_page, set_styles

Kind = Literal[
    "kind", "title", "fact", "text", "section", "question", "note", "choice", "head", "passage"
]
_LAYOUT = Path(__file__).with_name("question_sheet.typ")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_BEGINS = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)
_STYLES: dict[Kind, str | None] = {
    "kind": "Form kind", "fact": "Form fact", "text": None, "note": "Note", "choice": "Choice",
    "head": "Field label", "passage": "Passage",
}  # fmt: skip
_LEVELS: dict[Kind, int] = {"title": 1, "section": 2, "question": 3}


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of the sheet."""

    kind: Kind
    text: str


def parts_of(definition: Definition, language: str) -> Iterator[Part]:
    """The sheet, paragraph by paragraph. A passage stands with the first question about it."""
    words, more = words_in(language), package_words_in(language)
    yield Part("kind", more.title)
    yield Part("title", in_language(definition.title, language))
    for label, value in facts(definition, language):
        yield Part("fact", f"{label}: {value}")
    yield Part("note", more.internal)
    yield from _texts("text", in_language(definition.summary, language))
    explained = glossary(definition, language)
    if explained:
        yield Part("section", words.glossary)
        for word, meaning in explained:
            yield Part("fact", f"{word}: {meaning}")
    yield Part("section", words.questions)
    told: set[tuple[str, str]] = set()
    for question, shown_as in zip(
        definition.questions, questions_shown(definition, language), strict=True
    ):
        yield Part("question", shown_as.number + in_language(question.text, language))
        for note in shown_as.about:
            yield Part("note", note)
        for box in shown_as.boxes:
            yield Part("choice", in_language(box.text, language))
        yield from _texts("note", in_language(question.guidance, language))
        for chapter in _chapters(definition, question.refers_to):
            if (chapter.kind, chapter.id) not in told:
                told.add((chapter.kind, chapter.id))
                yield from _passages(chapter, language)
        yield Part("head", f"{more.own_words}:")


def _chapters(definition: Definition, references: tuple[str, ...]) -> Iterator[Chapter]:
    for paper in definition.papers:
        for chapter in paper.chapters:
            if f"{chapter.kind} {chapter.id}" in references and chapter.passages:
                yield chapter


def _passages(chapter: Chapter, language: str) -> Iterator[Part]:
    title = in_language(chapter.title, language)
    yield Part("head", f"{package_words_in(language).from_paper}: {chapter.id} {title}")
    for passage in chapter.passages:
        yield from _texts("passage", in_language(passage, language))


def _texts(kind: Kind, text: str) -> Iterator[Part]:
    for paragraph in paragraphs_of(text):
        yield Part(kind, paragraph)


def as_word(definition: Definition, language: str) -> bytes:
    """The sheet as a .docx that can be written in anywhere."""
    document: Any = Document()
    set_page(document)
    set_styles(document, words_in(language).locale)
    core = document.core_properties
    core.title = shown(in_language(definition.title, language))[:255]
    core.author = core.last_modified_by = shown(definition.owner)[:255]
    core.language, core.comments = words_in(language).locale, ""
    core.created = core.modified = datetime(1980, 1, 1, tzinfo=UTC)
    for part in parts_of(definition, language):
        if part.kind in _LEVELS:
            document.add_heading(shown(part.text), _LEVELS[part.kind])
            continue
        mark = "☐ " if part.kind == "choice" else ""
        document.add_paragraph(mark + shown(part.text), style=_STYLES[part.kind])
        if part.kind == "head" and part.text == f"{package_words_in(language).own_words}:":
            document.add_paragraph()
    return same_every_time(document)


def as_pdf(definition: Definition, language: str) -> bytes:
    """The sheet as PDF/UA-1."""
    words = package_words_in(language)
    content = {
        "language": language if language in ("nb", "nn", "en") else "nb",
        "title": shown(in_language(definition.title, language)) or words.title,
        "author": shown(definition.owner),
        "parts": [
            {"kind": part.kind, "text": shown(part.text)}
            for part in parts_of(definition, language)
            if part.kind != "title"
        ],
    }
    return typeset(_LAYOUT, content)


def as_markdown(definition: Definition, language: str) -> str:
    """The sheet as Markdown; what the texts say is never taken for markup."""
    lines: list[str] = []
    marks: dict[Kind, str] = {
        "title": "# ", "section": "## ", "question": "### ", "choice": "- ", "passage": "> ",
    }  # fmt: skip
    for part in parts_of(definition, language):
        text = _escaped(shown(part.text))
        if part.kind in _LEVELS:
            text = " ".join(text.split())
        elif part.kind == "passage":
            text = text.replace("\n", "\\\n> ")
        else:
            text = text.replace("\n", "\\\n")
        lines.append(marks.get(part.kind, "") + (f"**{text}**" if part.kind == "head" else text))
    return "\n\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    text = _MARKUP.sub(r"\\\1", text)
    return _BEGINS.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", text)
