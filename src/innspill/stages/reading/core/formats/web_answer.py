"""The answer that the web form hands in (`svar.json`), as the blocks that a filled form would give.

Its questions stand as headings, its boxes and texts under the names that the Word form's fields
have. A file that is damaged, or that never was such an answer, is read as the text that it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from innspill.stages.consultations.core import form_tags
from innspill.stages.consultations.core.filled import (
    MEDIA_TYPE,
    AnswerGiven,
    FilledForm,
    Offered,
    SenderGiven,
    from_bytes,
)
from innspill.stages.consultations.core.form_outline import named, paragraphs_of, shown
from innspill.stages.consultations.core.form_words import words_in
from innspill.stages.reading.core.formats.blocks import text_block
from innspill.stages.reading.core.formats.characters import glyph
from innspill.stages.reading.core.formats.plain_text import read_plain_text
from innspill.stages.reading.core.values import Block, BlockKind, Box, Cell, Document


def read_web_answer(data: bytes) -> Document:
    """The answer in `data`; as plain text, flagged `damaged`, where it is none."""
    try:
        form = from_bytes(data)
    except ValueError:
        text = read_plain_text(data)
        return replace(text, flags=(*text.flags, "damaged"))
    properties = {
        "title": shown(form.title),
        "language": form.language,
        "edition": str(form.edition),
        "kinds": ",".join(sender.kind for sender in form.senders),
    }
    if form.wish != "none":
        properties["wish"] = form.wish
    return Document(MEDIA_TYPE, tuple(_Writing(form).blocks()), properties=properties)


class _Writing:
    """Puts an answer down block by block."""

    def __init__(self, form: FilledForm) -> None:
        self._form = form
        self._words = words_in(form.language)
        self._count = 0
        self._tables = 0

    def blocks(self) -> Iterator[Block]:
        """All that the answer says, in the order of the form."""
        form, words = self._form, self._words
        yield from self._texts(form.title, "heading", level=1)
        yield from self._sender(form.senders[0] if form.senders else SenderGiven(name=""))
        yield from self._field(words.sender_contact, form_tags.SENDER_CONTACT, form.contact)
        yield from self._field(words.case_number, form_tags.CASE_NUMBER, form.case_number)
        further = "\n\n".join(named(sender) for sender in form.senders[1:])
        yield from self._field(words.further, form_tags.FURTHER, further)
        if form.no_remarks:
            box = Offered(id="", text=words.no_remarks, ticked=True)
            yield self._box(box, form_tags.NO_REMARKS)
        yield from self._field(words.supports, form_tags.SUPPORTS, form.supports)
        for answer in form.answers:
            yield from self._answer(answer)
        yield from self._field(words.more, form_tags.COMMENT, form.comment)
        names = "\n\n".join(" ".join(file.name.split()) for file in form.files)
        yield from self._field(words.files, form_tags.FILES, names)

    def _sender(self, sender: SenderGiven) -> Iterator[Block]:
        name = " ".join(sender.name.split())
        yield from self._field(self._words.sender_name, form_tags.SENDER_NAME, name)
        yield from self._field(self._words.sender_number, form_tags.SENDER_NUMBER, sender.number)

    def _answer(self, answer: AnswerGiven) -> Iterator[Block]:
        asked = form_tags.asked_tag(answer.question)
        yield from self._texts(answer.asked, "heading", tag=asked, level=3)
        for offered in answer.offered:
            yield self._box(offered, form_tags.box_tag(answer.question, offered.id))
        if answer.measures:
            self._tables += 1
        for row, measure in enumerate(answer.measures, start=1):
            for column, part in enumerate(form_tags.MEASURE_PARTS):
                text = shown(getattr(measure, part)).strip()
                if text:
                    cell = Cell(self._tables - 1, row - 1, column)
                    tag = form_tags.measure_tag(answer.question, row, part)
                    yield self._block("cell", text, tag=tag, cell=cell)
        yield from self._texts(answer.text, "paragraph", tag=form_tags.text_tag(answer.question))

    def _field(self, label: str, tag: str, value: str) -> Iterator[Block]:
        if value.strip():
            yield self._block("paragraph", label, tag=form_tags.FORM)
            yield from self._texts(value, "paragraph", tag=tag)

    def _box(self, offered: Offered, tag: str) -> Block:
        text = f"{glyph(offered.ticked)} {' '.join(shown(offered.text).split())}".rstrip()
        return self._block("paragraph", text, boxes=(Box(0, offered.ticked, "control", tag),))

    def _texts(
        self, text: str, kind: BlockKind, *, tag: str | None = None, level: int | None = None
    ) -> Iterator[Block]:
        for paragraph in paragraphs_of(text):
            yield self._block(kind, paragraph, tag=tag, level=level)

    def _block(
        self,
        kind: BlockKind,
        text: str,
        *,
        tag: str | None = None,
        level: int | None = None,
        cell: Cell | None = None,
        boxes: tuple[Box, ...] = (),
    ) -> Block:
        self._count += 1
        name = f"w{self._count}"
        return text_block(name, kind, text, tag=tag, level=level, cell=cell, boxes=boxes)
