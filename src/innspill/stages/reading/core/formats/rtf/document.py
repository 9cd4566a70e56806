"""RTF documents: all that they show, in reading order, and apart from it what they hide.

The order of blocks: headers, body with its tables and text boxes, footnotes, endnotes, footers.
Content controls do not exist in RTF; whoever saves a form with them as RTF keeps their glyphs only.
"""

from __future__ import annotations

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.manuscript import FEW_WORDS, Place
from innspill.stages.reading.core.formats.rtf.blocks import Printer
from innspill.stages.reading.core.formats.rtf.destinations import Notes, Reader
from innspill.stages.reading.core.formats.rtf.flow import Flow
from innspill.stages.reading.core.formats.sniff import RTF
from innspill.stages.reading.core.values import BlockKind, Document


def read_rtf(data: bytes) -> Document:
    """The document that the bytes `data` are. Raises `Unreadable` where it shows nothing."""
    reader = Reader(data)
    reader.run()
    book = reader.book
    printer = Printer(book)
    _margins(printer, reader.headers, "header")
    printer.flow(reader.flows[0], Place())
    _notes(printer, reader.footnotes, "footnote", "fn")
    _notes(printer, reader.endnotes, "endnote", "en")
    _margins(printer, reader.footers, "footer")
    book.settle_comments()
    if not book.blocks and not book.hidden:
        if book.pictures:
            raise Unreadable("needs-ocr", "The document holds pictures and no text: it needs OCR.")
        raise Unreadable("empty-file", "The document shows no text.")
    flags = {
        "tracked-changes": reader.tracked,
        "pages-without-text": book.pictures and book.words() < FEW_WORDS,
        "embedded-files": reader.embedded,
        "ticks-without-state": reader.stateless,
    }
    raised = tuple(flag for flag, stands in flags.items() if stands)
    properties = reader.header.properties
    return Document(RTF, tuple(book.blocks), tuple(book.hidden), properties, raised)


def _margins(printer: Printer, margins: list[Flow], kind: BlockKind) -> None:
    """Headers or footers; one that several sections have is read once."""
    seen: dict[str, Flow] = {}
    for margin in margins:
        seen.setdefault(margin.text(), margin)
    for at, margin in enumerate(seen.values(), start=1):
        printer.flow(margin, Place(f"{kind[0]}{at}", kind))


def _notes(printer: Printer, notes: Notes, kind: BlockKind, short: str) -> None:
    for at, (mark, note) in enumerate(notes.read, start=1):
        printer.flow(note, Place(f"{short}{at}", kind, mark=mark), note=True)
