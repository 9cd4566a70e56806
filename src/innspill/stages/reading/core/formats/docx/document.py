"""Word documents (.docx): all that they show, in reading order, and apart from it what they hide.

Own parser, because no library keeps a tick's state, tag, place and conflict together. The order of
blocks: headers, body with its tables and text boxes, footnotes, endnotes, footers.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from innspill.shared.errors import Unreadable
from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.docx.gather import Notes, Setting
from innspill.stages.reading.core.formats.docx.line import Line, survey
from innspill.stages.reading.core.formats.docx.numbering import Numbering
from innspill.stages.reading.core.formats.docx.package import (
    VAL,
    R,
    Relation,
    W,
    main_part,
    number,
    part_xml,
    relations,
)
from innspill.stages.reading.core.formats.docx.story import Story
from innspill.stages.reading.core.formats.docx.styles import Styles
from innspill.stages.reading.core.formats.docx.tables import Book, Place
from innspill.stages.reading.core.formats.guard import Package, parse_xml
from innspill.stages.reading.core.formats.sniff import WORD
from innspill.stages.reading.core.values import BlockKind, Document, Hidden

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
_SYMBOL_FONTS = (b'ascii="W', b'hAnsi="W', b"ascii='W", b"hAnsi='W")
"""How a run in Wingdings or Webdings is told, if there is one at all."""
_FEW_WORDS = 60
"""With pictures and fewer words than this, the answer may stand in the pictures."""
_EMBEDDED = frozenset(("aFChunk", "oleObject", "package", "control", "diagramData"))
"""Relationships to parts whose text or ticks are not read (files within the document, ActiveX
boxes, diagrams): a person must look."""
_NOTE_KINDS = frozenset((None, "normal"))


def read_docx(package: Package) -> Document:
    """The document in `package`. Raises `Unreadable` where its main part cannot be read."""
    top = relations(package, "")
    main = main_part(package, top)
    root, data = part_xml(package, main)
    reader = _Reader(package, relations(package, main))
    styles, styles_data = reader.optional("styles")
    hiding = b"vanish" in styles_data
    careful = any(word in data for word in _SYMBOL_FONTS) or (hiding and b"rStyle" in data)
    listed = b"numPr" in data or b"numPr" in styles_data
    numbering = reader.optional("numbering")[0] if listed else None
    setting = Setting(Styles(styles), Notes(), Notes(style="lowerRoman"), careful, hiding)
    book = Book(setting, Numbering(numbering))
    sections = list(root.iter(W + "sectPr"))
    _set_note_marks(sections, setting)
    _read_margins(reader, sections, book, "header")
    survey(root, setting)
    Story(book, Place()).read(root)
    _read_notes(reader, book, "footnote")
    _read_notes(reader, book, "endnote")
    _read_margins(reader, sections, book, "footer")
    _read_comments(reader, book)
    pictures = any(relation.kind == "image" for relation in reader.all())
    if not book.blocks and not book.hidden:
        raise _blank(pictures)
    flags = {
        "tracked-changes": _is_tracked(root, data),
        "pages-without-text": pictures and _words(book) < _FEW_WORDS,
        "embedded-files": any(relation.kind in _EMBEDDED for relation in reader.all()),
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


def _is_tracked(root: etree._Element, data: bytes) -> bool:
    """Whether somebody's insertions and deletions stand in the text, not yet settled."""
    if b":ins " not in data and b":del " not in data:
        return False
    return next(root.iter(W + "ins", W + "del", W + "moveTo", W + "moveFrom"), None) is not None


class _Reader:
    """The parts that the main part leads to."""

    def __init__(self, package: Package, rels: dict[str, Relation]) -> None:
        self._package = package
        self._rels = rels

    def all(self) -> Iterable[Relation]:
        """Everything that the main part leads to inside the package."""
        return self._rels.values()

    def optional(self, kind: str) -> tuple[etree._Element | None, bytes]:
        """The root and bytes of the first part of that `kind`, or nothing."""
        for relation in self._rels.values():
            if relation.kind == kind and relation.target in self._package:
                return part_xml(self._package, relation.target)
        return None, b""

    def by_id(self, name: str) -> tuple[str, etree._Element] | None:
        """The part with the relationship id `name`: its name and root."""
        relation = self._rels.get(name)
        if relation is None or relation.target not in self._package:
            return None
        return relation.target, part_xml(self._package, relation.target)[0]


def _set_note_marks(sections: list[etree._Element], setting: Setting) -> None:
    """How the document counts its notes, from the first section that says so."""
    for notes, name in ((setting.footnotes, "footnotePr"), (setting.endnotes, "endnotePr")):
        for section in sections:
            properties = section.find(W + name)
            if properties is None:
                continue
            style, start = properties.find(W + "numFmt"), properties.find(W + "numStart")
            notes.style = style.get(VAL, notes.style) if style is not None else notes.style
            notes.start = number(start.get(VAL), 1) if start is not None else notes.start
            break


def _read_margins(
    reader: _Reader, sections: list[etree._Element], book: Book, kind: BlockKind
) -> None:
    seen: set[str] = set()
    for section in sections:
        for reference in section.iterchildren(f"{W}{kind}Reference"):
            part = reader.by_id(reference.get(R + "id", ""))
            if part is not None and part[0] not in seen:
                seen.add(part[0])
                survey(part[1], book.setting)
                prefix = f"{'h' if kind == 'header' else 'f'}{len(seen)}"
                Story(book, Place(prefix, kind)).read(part[1])


def _read_notes(reader: _Reader, book: Book, kind: BlockKind) -> None:
    """The notes in the order of their references; those nobody refers to are not shown."""
    notes = book.setting.footnotes if kind == "footnote" else book.setting.endnotes
    root, _ = reader.optional(f"{kind}s")
    if root is None:
        return
    survey(root, book.setting)
    elements = {
        element.get(W + "id", ""): element
        for element in root.iterchildren(W + kind)
        if element.get(W + "type") in _NOTE_KINDS
    }
    short = "fn" if kind == "footnote" else "en"
    for at, (note_id, mark) in enumerate(tuple(notes.marks.items()), start=1):
        element = elements.pop(note_id, None)
        if element is not None:
            _NoteStory(book, Place(f"{short}{at}", kind, mark=mark)).read(element)
    for element in elements.values():
        text = _text_of(book, element)
        if text:
            book.hidden.append(Hidden("deleted", text))


class _NoteStory(Story):
    """A note: its first paragraph bears the note's own name ("fn1"), the next "fn1p2"."""

    def _name(self) -> str:
        return self._place.prefix if self._paragraphs == 1 else super()._name()


def _read_comments(reader: _Reader, book: Book) -> None:
    root, _ = reader.optional("comments")
    if root is None:
        return
    survey(root, book.setting)
    for element in root.iterchildren(W + "comment"):
        text = _text_of(book, element)
        if text:
            spots = book.comments.get(element.get(W + "id", ""), [])
            book.hidden.append(Hidden("comment", text, _range(spots)))


def _text_of(book: Book, element: etree._Element) -> str:
    """All the text of a note or comment that is not shown, its paragraphs parted by line breaks."""
    texts = []
    for paragraph in element.iter(W + "p"):
        line = Line(book.setting)
        line.read(paragraph)
        texts.append(line.text.strip())
    return "\n".join(text for text in texts if text)


def _range(spots: list[tuple[str, int]]) -> tuple[Origin, ...]:
    if not spots:
        return ()
    (block, start), (last, end) = spots[0], spots[-1]
    return (Origin(block, start, end if last == block else start),)


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
