"""The questions of the Word form: wording and guidance locked, boxes and fields to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from innspill.stages.consultations.core import form_tags
from innspill.stages.consultations.core.definition import Text, in_language
from innspill.stages.consultations.core.form_outline import QuestionShown, Ticked, shown
from innspill.stages.consultations.core.form_words import FormWords, words_in
from innspill.stages.consultations.core.word_controls import (
    cell_field,
    check_box,
    locked,
    text_field,
)
from innspill.stages.consultations.core.word_look import set_borders

_MOST_IN_ROW = 7
_LONGEST_IN_ROW = 60
"""Letters of all labels of a scale together, so that its boxes stand in one row."""
_WIDTHS = (4.2, 3.4, 3.2, 5.4)
"""The columns of a table of measures, in centimetres."""


class Writer:
    """Writes into one Word document, in one language, and numbers the controls."""

    def __init__(self, document: Any, language: str, numbers: Iterator[int]) -> None:
        self.document = document
        self.language = language
        self.words: FormWords = words_in(language)
        self.numbers = numbers

    # What the form says

    def heading(
        self, text: Text | str, level: int, tag: str = form_tags.FORM, number: str = ""
    ) -> None:
        """A locked heading."""
        heading = self.document.add_heading("", level)
        if number:
            heading.add_run(number)
        self.say(heading, text)
        self.lock(heading, tag=tag)

    def line(self, text: Text | str, style: str | None = None) -> Any:
        """A locked paragraph."""
        paragraph = self.document.add_paragraph(style=style)
        self.say(paragraph, text)
        self.lock(paragraph)
        return paragraph

    def lock(self, *paragraphs: Any, tag: str = form_tags.FORM) -> None:
        """Locks paragraphs that follow each other."""
        locked(tag, next(self.numbers), [each._p for each in paragraphs])  # noqa: SLF001 - python-docx has no controls

    def say(self, paragraph: Any, text: Text | str) -> None:
        """Adds `text` to `paragraph`, marked with its language where that is another one."""
        said = text if isinstance(text, str) else in_language(text, self.language)
        other = None
        if not isinstance(text, str) and not text.get(self.language):  # type: ignore[call-overload]
            other = next((words_in(one).locale for one in text if text[one]), None)
        run = paragraph.add_run(shown(said))
        if other:
            mark = parse_xml(f'<w:lang {nsdecls("w")} w:val="{other}"/>')
            run._r.get_or_add_rPr().append(mark)  # noqa: SLF001

    # What people fill in

    def field(self, tag: str, title: str, said: tuple[str, ...] = ()) -> None:
        """A field for text, at the end of the document."""
        control = text_field(tag, title, next(self.numbers), said=said, hint=self.words.write_here)
        body = self.document.element.body
        body.insert(len(body) - 1, control)

    def box(self, paragraph: Any, tag: str, title: str, *, ticked: bool) -> None:
        """A tick box, at the end of `paragraph`."""
        paragraph._p.append(check_box(tag, title, next(self.numbers), ticked=ticked))  # noqa: SLF001
        paragraph.add_run(" ")

    def question(self, question: QuestionShown) -> None:
        """A question with everything that belongs to it."""
        tag = form_tags.asked_tag(question.id)
        self.heading(question.text, 3, tag, question.number)
        for note in question.notes:
            self.line(note, "Note")
        if question.boxes:
            if question.kind == "scale" and self._fits_in_row(question):
                self._scale(question)
            else:
                self._choices(question)
        if in_language(question.guidance, self.language):
            self.line(question.guidance, "Guidance")
        if question.rows:
            self._measures(question)
        title = f"{self.words.answer} {question.id}"
        self.field(form_tags.text_tag(question.id), title, question.paragraphs)

    def _choices(self, question: QuestionShown) -> None:
        side_by_side = question.side_by_side(self.language)
        paragraph = None
        for box in question.boxes:
            if paragraph is None or not side_by_side:
                style = "Choices" if side_by_side else "Choice"
                paragraph = self.document.add_paragraph(style=style)
            else:
                paragraph.add_run("\t")
            self._offer(paragraph, question, box)

    def _offer(self, paragraph: Any, question: QuestionShown, box: Ticked) -> None:
        tag = form_tags.box_tag(question.id, box.choice)
        title = f"{question.id}: {in_language(box.text, self.language)}"
        self.box(paragraph, tag, title, ticked=box.ticked)
        self.say(paragraph, box.text)

    def _fits_in_row(self, question: QuestionShown) -> bool:
        labels = [in_language(box.text, self.language) for box in question.boxes]
        few = len(labels) <= _MOST_IN_ROW and sum(map(len, labels)) <= _LONGEST_IN_ROW
        short = all(len(word) <= 70 // len(labels) for label in labels for word in label.split())
        return few and short

    def _scale(self, question: QuestionShown) -> None:
        """The boxes of a scale in one row."""
        table = self.document.add_table(1, len(question.boxes))
        table.autofit = False
        width = Cm(16.2 / len(question.boxes))
        for cell, box in zip(table.rows[0].cells, question.boxes, strict=True):
            cell.width = width
            cell.paragraphs[0].style = self.document.styles["Choice"]
            self._offer(cell.paragraphs[0], question, box)

    def _measures(self, question: QuestionShown) -> None:
        """A table to write measures in, whose heads come again on each page."""
        table = self.document.add_table(1, len(self.words.measures))
        table.autofit = False
        set_borders(table)
        head = table.rows[0]
        head._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))  # noqa: SLF001
        for cell, text, width in zip(head.cells, self.words.measures, _WIDTHS, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].style = self.document.styles["Table head"]
            self.say(cell.paragraphs[0], text)
            self.lock(cell.paragraphs[0])
        for number, measure in enumerate(question.rows, start=1):
            row = table.add_row()
            row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))  # noqa: SLF001
            for cell, part, width, title in zip(
                row.cells, form_tags.MEASURE_PARTS, _WIDTHS, self.words.measures, strict=True
            ):
                cell.width = Cm(width)
                paragraph = cell.paragraphs[0]
                paragraph.style = self.document.styles["Table cell"]
                control = cell_field(
                    form_tags.measure_tag(question.id, number, part),
                    f"{title} {number}",
                    next(self.numbers),
                    said=getattr(measure, part),
                    hint=self.words.write_short,
                )
                paragraph._p.append(control)  # noqa: SLF001
        self.document.add_paragraph(style="Below table")
