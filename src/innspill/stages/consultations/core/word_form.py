"""The response form in Word, made from the definition.

Ticks are check-box controls and answers are text controls, each with a tag that says which
question and choice it is (`q1_yes`, `q1_text`), so that what comes back is read without doubt.
Controls cannot be deleted by accident, only filled in. The same definition gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from itertools import count
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from innspill.stages.consultations.core.definition import (
    Definition,
    Question,
    Text,
    in_language,
)
from innspill.stages.consultations.core.form_words import facts, instructions, words_in
from innspill.stages.consultations.core.word_look import set_page, set_styles

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_SIDE_BY_SIDE = 48
"""Letters of all choices together that still stand on one line."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def build_form(definition: Definition, language: str) -> bytes:
    """The response form of `definition` in `language` ("nb", "nn" or "en"), as a .docx.

    A text that the definition lacks in that language stands in the first one that it has, and
    is marked as being in it.
    """
    return _Form(definition, language).build()


class _Form:
    """One form on its way."""

    def __init__(self, definition: Definition, language: str) -> None:
        self.definition = definition
        self.language = language
        self.words = words_in(language)
        self.document: Any = Document()
        self.ids = count(1001)

    def build(self) -> bytes:
        set_page(self.document)
        set_styles(self.document, self.words.locale)
        self._properties()
        self._opening()
        self._sender()
        self.document.add_heading(self.words.questions, 2)
        for question in self.definition.questions:
            self._question(question)
        return _same_every_time(self.document)

    def _properties(self) -> None:
        core = self.document.core_properties
        core.title = f"{self.words.kind}: {in_language(self.definition.title, self.language)}"
        core.author = self.definition.owner
        core.last_modified_by = self.definition.owner
        core.subject = self.definition.case_number
        core.language = self.words.locale
        core.comments = ""
        # The form says nothing of when it was made, so that it is the same every time.
        core.created = core.modified = datetime(*_EPOCH, tzinfo=UTC)

    def _opening(self) -> None:
        self.document.add_paragraph(self.words.kind, style="Form kind")
        self._say(self.document.add_heading("", 1), self.definition.title)
        for label, value in facts(self.definition, self.language):
            line = self.document.add_paragraph(style="Form fact")
            line.add_run(f"{label}: ").bold = True
            line.add_run(value)
        for place, told in enumerate(instructions(self.definition, self.language)):
            paragraph = self.document.add_paragraph(told)
            if place == 0:
                paragraph.paragraph_format.space_before = Pt(12)

    def _sender(self) -> None:
        words = self.words
        self.document.add_heading(words.sender, 2)
        fields = (
            ("sender_name", words.sender_name, ""),
            ("sender_number", words.sender_number, ""),
            ("sender_contact", words.sender_contact, ""),
            ("case_number", words.case_number, self.definition.case_number),
        )
        for tag, label, value in fields:
            paragraph = self.document.add_paragraph(label, style="Field label")
            paragraph.paragraph_format.keep_with_next = True
            self._text_control(tag, label, value)

    def _question(self, question: Question) -> None:
        heading = self.document.add_heading("", 3)
        heading.add_run(f"{question.id}. " if question.id.isdecimal() else "")
        self._say(heading, question.text)
        if question.choices:
            self._ticks(question)
        if in_language(question.guidance, self.language):
            self._say(self.document.add_paragraph(style="Guidance"), question.guidance)
        self._text_control(f"q{question.id}_text", f"{self.words.answer} {question.id}", "")

    def _ticks(self, question: Question) -> None:
        labels = [in_language(choice.text, self.language) for choice in question.choices]
        side_by_side = sum(map(len, labels)) <= _SIDE_BY_SIDE
        paragraph = None
        for choice, label in zip(question.choices, labels, strict=True):
            if paragraph is None or not side_by_side:
                paragraph = self.document.add_paragraph(style="Choices")
            else:
                paragraph.add_run("\t")
            tag = f"q{question.id}_{choice.id}"
            paragraph._p.append(_check_box(tag, f"{question.id}: {label}", next(self.ids)))  # noqa: SLF001 - python-docx has no controls
            paragraph.add_run(" ")
            self._say(paragraph, choice.text)

    def _text_control(self, tag: str, alias: str, value: str) -> None:
        shown = value or self.words.write_here
        control = _text_box(tag, alias, next(self.ids), shown, is_filled=bool(value))
        body = self.document.element.body
        body.insert(len(body) - 1, control)

    def _say(self, paragraph: Any, text: Text) -> None:
        """Adds `text` to `paragraph`, marked with its language where that is another one."""
        for number, line in enumerate(in_language(text, self.language).split("\n")):
            if number:
                paragraph.add_run().add_break()
            run = paragraph.add_run(line)
            if not text.get(self.language):  # type: ignore[call-overload]
                other = next((words_in(one).locale for one in text if text[one]), None)
                if other:
                    mark = parse_xml(f'<w:lang {nsdecls("w")} w:val="{other}"/>')
                    run._r.get_or_add_rPr().append(mark)  # noqa: SLF001


def _check_box(tag: str, alias: str, number: int) -> Any:
    """An empty check box, as Word 2010 and later make it; it cannot be deleted."""
    return parse_xml(
        f"<w:sdt {nsdecls('w')} {_W14}><w:sdtPr>"
        '<w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr>'
        f"<w:alias w:val={quoteattr(alias[:64])}/><w:tag w:val={quoteattr(tag[:64])}/>"
        f'<w:id w:val="{number}"/><w:lock w:val="sdtLocked"/>'
        '<w14:checkbox><w14:checked w14:val="0"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic"'
        ' w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
    )


def _text_box(tag: str, alias: str, number: int, shown: str, *, is_filled: bool) -> Any:
    """A field for text of any length, with `shown` in it: a hint, or a value filled in."""
    hint = "" if is_filled else "<w:showingPlcHdr/>"
    look = "" if is_filled else '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
    return parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr>"
        f"<w:alias w:val={quoteattr(alias[:64])}/><w:tag w:val={quoteattr(tag[:64])}/>"
        f'<w:id w:val="{number}"/><w:lock w:val="sdtLocked"/>{hint}</w:sdtPr>'
        '<w:sdtContent><w:p><w:pPr><w:pStyle w:val="Answer"/></w:pPr>'
        f"<w:r>{look}<w:t>{escape(shown)}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )


def _same_every_time(document: Any) -> bytes:
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
