"""Word documents (.docx): all that they show, in reading order, and apart from it what they hide.

Own parser, because no library keeps a tick's state, tag, place and conflict together. The order of
blocks: headers, body with its tables and text boxes, footnotes, endnotes, footers.
"""

from __future__ import annotations

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.docx.drawings import SHAPES, has_drawn_boxes
from innspill.stages.reading.core.formats.docx.fragments import Fragments
from innspill.stages.reading.core.formats.docx.gather import Notes, Setting
from innspill.stages.reading.core.formats.docx.line import survey
from innspill.stages.reading.core.formats.docx.margins import (
    read_margins,
    set_note_marks,
)
from innspill.stages.reading.core.formats.docx.notes import read_comments, read_notes
from innspill.stages.reading.core.formats.docx.numbering import Numbering
from innspill.stages.reading.core.formats.docx.package import (
    Relation,
    main_part,
    relations,
)
from innspill.stages.reading.core.formats.docx.parts import EMBEDDED, Parts
from innspill.stages.reading.core.formats.docx.slim import slim
from innspill.stages.reading.core.formats.docx.story import Story
from innspill.stages.reading.core.formats.docx.styles import Styles
from innspill.stages.reading.core.formats.docx.tables import Book, Place
from innspill.stages.reading.core.formats.guard import Package, parse_checked, parse_xml
from innspill.stages.reading.core.formats.sniff import WORD
from innspill.stages.reading.core.values import Document

_CORE = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "creator",
    "{http://purl.org/dc/elements/1.1/}subject": "subject",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy": (
        "last_modified_by"
    ),
    "{http://purl.org/dc/terms/}created": "created",
    "{http://purl.org/dc/terms/}modified": "modified",
}
_FEW_WORDS = 60
"""With pictures and fewer words than this, the answer may stand in the pictures."""
_UNREAD = frozenset(("aFChunk", "oleObject", "package"))
"""Relationships to files within the document, which are not read: a person must look."""


def read_docx(package: Package) -> Document:
    """The document in `package`. Raises `Unreadable` where its main part cannot be read."""
    top = relations(package, "")
    main = main_part(package, top)
    parts = Parts(package, main)
    styles = Styles(Fragments(*parts.bytes_of_kind("styles")))
    root = parse_checked(slim(parts.bytes_of(main), styles), main)
    setting = Setting(styles, Notes(), Notes(style="lowerRoman"), parts)
    survey(root, setting)
    sections = tuple(setting.sections)
    set_note_marks(sections, setting)
    book = Book(setting, Numbering(parts))
    read_margins(sections, book, "header")
    Story(book, Place()).read(root)
    read_notes(book, "footnote")
    read_notes(book, "endnote")
    read_margins(sections, book, "footer")
    read_comments(book)
    kinds = {relation.kind for relation in parts.all()}
    unread = EMBEDDED in parts.flags or not kinds.isdisjoint(_UNREAD)
    if not book.blocks and not book.hidden and not unread:
        raise _blank("image" in kinds)
    flags = {
        "tracked-changes": setting.tracked,
        "pages-without-text": "image" in kinds and _words(book) < _FEW_WORDS,
        EMBEDDED: unread,
        "macros": "vbaProject" in kinds,
        "drawn-boxes": not setting.seen.isdisjoint(SHAPES) and has_drawn_boxes(root),
    }
    raised = tuple(flag for flag, stands in flags.items() if stands)
    properties = _properties(package, top)
    return Document(WORD, tuple(book.blocks), tuple(book.hidden), properties, raised)


def _words(book: Book) -> int:
    return sum(len(block.text.split()) for block in book.blocks)


def _blank(pictures: bool) -> Unreadable:
    if pictures:
        return Unreadable("needs-ocr", "The document holds pictures and no text: it needs OCR.")
    return Unreadable("empty-file", "The document shows no text.")


def _properties(package: Package, top: dict[str, Relation]) -> dict[str, str]:
    """What the document says of itself."""
    for relation in top.values():
        if relation.kind == "core-properties" and relation.target in package:
            root = parse_xml(package.read(relation.target), relation.target)
            return {
                _CORE[child.tag]: child.text.strip()
                for child in root
                if child.tag in _CORE and child.text and child.text.strip()
            }
    return {}
