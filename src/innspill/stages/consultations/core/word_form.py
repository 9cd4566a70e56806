"""The response form in Word, made from the definition: empty, prefilled, or with the whole answer.

Ticks are check-box controls and answers are text controls, each with a tag that says which
question and choice it is (`q1_yes`, `q1_text`), so that what comes back is read without doubt.
Fields cannot be deleted by accident, and what the form says is locked. The same definition and
the same answers give the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from itertools import count
from typing import Any

from docx import Document
from docx.shared import Pt

from innspill.stages.consultations.core import form_tags
from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.consultations.core.filled import FilledForm, SenderGiven
from innspill.stages.consultations.core.form_outline import (
    facts,
    glossary,
    has_room_for_more,
    instructions,
    named,
    paragraphs_of,
    questions_shown,
    shown,
)
from innspill.stages.consultations.core.word_look import set_page, set_styles
from innspill.stages.consultations.core.word_questions import Writer

_EPOCH = (1980, 1, 1, 0, 0, 0)


def build_form(definition: Definition, language: str, filled: FilledForm | None = None) -> bytes:
    """The response form of `definition` in `language` ("nb", "nn" or "en"), as a .docx.

    With `filled`, what it says stands in the fields: the sender in a prefilled form, all of it in
    a respondent's own copy. A text that the definition lacks in `language` stands in the first
    one that it has, and is marked as being in it.
    """
    return _Form(definition, language, filled).build()


class _Form:
    """One form on its way."""

    def __init__(self, definition: Definition, language: str, filled: FilledForm | None) -> None:
        self.definition = definition
        self.filled = filled
        self.document: Any = Document()
        self.writer = Writer(self.document, language, count(1001))
        self.words = self.writer.words
        self.language = language

    def build(self) -> bytes:
        set_page(self.document)
        set_styles(self.document, self.words.locale)
        self._properties()
        self._opening()
        self._sender()
        self._in_short()
        if self.definition.questions:
            self.writer.heading(self.words.questions, 2)
        for question in questions_shown(self.definition, self.language, self.filled):
            self.writer.question(question)
        self._more()
        self._files()
        return same_every_time(self.document)

    def _properties(self) -> None:
        core = self.document.core_properties
        title = in_language(self.definition.title, self.language)
        core.title = shown(f"{self.words.kind}: {title}")[:255]
        core.author = core.last_modified_by = shown(self.definition.owner)[:255]
        core.subject = shown(self.definition.case_number)[:255]
        core.language = self.words.locale
        core.comments = ""
        # The form says nothing of when it was made, so that it is the same every time.
        core.created = core.modified = datetime(*_EPOCH, tzinfo=UTC)

    def _opening(self) -> None:
        kind = self.document.add_paragraph(self.words.kind, style="Form kind")
        title = self.document.add_heading("", 1)
        self.writer.say(title, self.definition.title)
        said = [kind, title]
        for label, value in facts(self.definition, self.language):
            said.append(self._labelled(label, value, "Form fact"))
        for place, told in enumerate(instructions(self.definition, self.language)):
            paragraph = self.document.add_paragraph(told)
            if place == 0:
                paragraph.paragraph_format.space_before = Pt(12)
            said.append(paragraph)
        self.writer.lock(*said)
        explained = glossary(self.definition, self.language)
        if explained:
            self.writer.heading(self.words.glossary, 2)
            self.writer.lock(*(self._labelled(word, text, "Form fact") for word, text in explained))

    def _labelled(self, label: str, value: str, style: str) -> Any:
        line = self.document.add_paragraph(style=style)
        line.add_run(f"{shown(label)}: ").bold = True
        line.add_run(shown(value))
        return line

    def _sender(self) -> None:
        words, filled = self.words, self.filled
        first = filled.senders[0] if filled and filled.senders else SenderGiven(name="")
        further = filled.senders[1:] if filled else ()
        self.writer.heading(words.sender, 2)
        case = (filled.case_number if filled else "") or self.definition.case_number
        self._field(form_tags.SENDER_NAME, words.sender_name, first.name)
        self._field(form_tags.SENDER_NUMBER, words.sender_number, first.number)
        contact = filled.contact if filled else ""
        self._field(form_tags.SENDER_CONTACT, words.sender_contact, contact)
        self._field(form_tags.CASE_NUMBER, words.case_number, case)
        self._field(form_tags.FURTHER, words.further, "\n\n".join(map(named, further)))

    def _field(self, tag: str, label: str, value: str) -> None:
        self.writer.line(label, "Field label")
        self.writer.field(tag, label, paragraphs_of(value))

    def _in_short(self) -> None:
        """What those need who have no remarks, or who join somebody else's response."""
        words, filled = self.words, self.filled
        self.writer.heading(words.in_short, 2)
        paragraph = self.document.add_paragraph(style="Choice")
        ticked = filled is not None and filled.no_remarks
        self.writer.box(paragraph, form_tags.NO_REMARKS, words.no_remarks, ticked=ticked)
        self.writer.say(paragraph, words.no_remarks)
        self._field(form_tags.SUPPORTS, words.supports, filled.supports if filled else "")
        if filled and filled.wish in words.wishes:
            said = self.document.add_paragraph(words.wishes[filled.wish])
            self.writer.lock(said)

    def _more(self) -> None:
        said = paragraphs_of(self.filled.comment if self.filled else "")
        if said or not has_room_for_more(self.definition):
            self.writer.heading(self.words.more, 2)
            self.writer.field(form_tags.COMMENT, self.words.more, said)

    def _files(self) -> None:
        if self.filled and self.filled.files:
            self.writer.heading(self.words.files, 2)
            names = tuple(file.name for file in self.filled.files if file.name.strip())
            self.writer.field(form_tags.FILES, self.words.files, names)


def same_every_time(document: Any) -> bytes:
    """The document as bytes, without the time at which it was packed."""
    packed = io.BytesIO()
    document.save(packed)
    repacked = io.BytesIO()
    with (
        zipfile.ZipFile(packed) as made,
        zipfile.ZipFile(repacked, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for part in made.infolist():
            entry = zipfile.ZipInfo(part.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, made.read(part))
    return repacked.getvalue()
