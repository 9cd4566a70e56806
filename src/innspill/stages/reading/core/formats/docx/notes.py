"""Footnotes and endnotes, which are shown, and comments, which are not."""

from __future__ import annotations

from lxml import etree

from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.docx.line import Line, survey
from innspill.stages.reading.core.formats.docx.package import W
from innspill.stages.reading.core.formats.docx.slim import slim
from innspill.stages.reading.core.formats.docx.story import Story
from innspill.stages.reading.core.formats.docx.tables import Book, Place
from innspill.stages.reading.core.formats.guard import parse_checked
from innspill.stages.reading.core.values import BlockKind, Hidden

_NOTE_KINDS = frozenset((None, "normal"))


def read_notes(book: Book, kind: BlockKind) -> None:
    """The notes in the order of their references; those nobody refers to are not shown."""
    notes = book.setting.footnotes if kind == "footnote" else book.setting.endnotes
    root = _enter(book, f"{kind}s")
    if root is None:
        return
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
    book.setting.parts.leave()


class _NoteStory(Story):
    """A note: its first paragraph bears the note's own name ("fn1"), the next "fn1p2"."""

    def _name(self) -> str:
        return self._place.prefix if self._paragraphs == 1 else super()._name()


def read_comments(book: Book) -> None:
    """The comments and the answers to them, each with the words that it is about."""
    root = _enter(book, "comments")
    if root is None:
        return
    for element in root.iterchildren(W + "comment"):
        text = _text_of(book, element)
        if text:
            spots = book.comments.get(element.get(W + "id", ""), [])
            book.hidden.append(Hidden("comment", text, _range(spots)))
    book.setting.parts.leave()


def _enter(book: Book, kind: str) -> etree._Element | None:
    parts = book.setting.parts
    data, name = parts.bytes_of_kind(kind)
    if not data:
        return None
    root = parse_checked(slim(data, book.setting.styles), name)
    parts.enter(name)
    survey(root, book.setting)
    return root


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
