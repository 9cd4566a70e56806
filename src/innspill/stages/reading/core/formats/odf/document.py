"""OpenDocument files: all that they show, in reading order, and apart from it what they hide.

The order of blocks: headers, body with its tables and text boxes, footnotes, endnotes, footers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.guard import Package, parse_xml
from innspill.stages.reading.core.formats.manuscript import FEW_WORDS, Manuscript, Place
from innspill.stages.reading.core.formats.odf.forms import controls_of, paired_fields
from innspill.stages.reading.core.formats.odf.line import H, P, text_of
from innspill.stages.reading.core.formats.odf.lists import Lists
from innspill.stages.reading.core.formats.odf.names import DC, META, OFFICE, STYLE, TABLE, TEXT
from innspill.stages.reading.core.formats.odf.setting import Setting, State
from innspill.stages.reading.core.formats.odf.story import NoteStory, Story
from innspill.stages.reading.core.formats.odf.styles import Styles, styles_of
from innspill.stages.reading.core.values import BlockKind, Document, Hidden

_PROPERTIES = {
    DC + "title": "title",
    DC + "subject": "subject",
    DC + "creator": "last_modified_by",
    DC + "date": "modified",
    META + "initial-creator": "creator",
    META + "creation-date": "created",
}
_LOCKED = re.compile(
    rb"<[^<>]*full-path=[\"'](?:content\.xml|encrypted-package)[\"'][^<>]*>\s*"
    rb"<(?:[\w-]+:)?encryption-data"
)
_PICTURE_DATA = re.compile(rb"(<office:binary-data>)[^<]*")
_MANIFEST = "META-INF/manifest.xml"
_STANDARD = "Standard"
_SIDES = ("-first", "", "-left")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a file: in a flat file all of them are its one root."""

    content: etree._Element
    styles: etree._Element | None
    meta: etree._Element | None
    fields: bool
    object_of: Callable[[str], etree._Element | None]


def read_odf(package: Package, media_type: str) -> Document:
    """The document in `package`. Raises `Unreadable` where its content cannot be read."""
    if _MANIFEST in package and _LOCKED.search(package.read(_MANIFEST)):
        reason = "The document is locked with a password and cannot be opened."
        raise Unreadable("encrypted", reason)

    def part(name: str) -> etree._Element | None:
        return parse_xml(package.read(name), name) if name in package else None

    def object_of(path: str) -> etree._Element | None:
        return part(f"{path.removeprefix('./').rstrip('/')}/content.xml")

    data = package.read("content.xml")
    content = parse_xml(data, "content.xml")
    parts = _Parts(content, part("styles.xml"), part("meta.xml"), b"fieldmark" in data, object_of)
    return _read(parts, media_type)


def read_flat_odf(data: bytes, media_type: str) -> Document:
    """The document in the single XML file `data`. Raises `Unreadable` where it is damaged."""
    root = parse_xml(_PICTURE_DATA.sub(rb"\1", data), "the document")
    return _read(_Parts(root, root, root, b"fieldmark" in data, lambda _: None), media_type)


def _read(parts: _Parts, media_type: str) -> Document:
    body = parts.content.find(OFFICE + "body")
    if body is None:
        raise Unreadable("damaged", "The OpenDocument file has no body.")
    setting = _setting(parts)
    book = setting.book
    pages = _Pages(parts, setting)
    used = pages.used_by(body, setting.styles)
    pages.read(used, "header")
    Story(setting, Place()).read(body)
    _read_notes(setting)
    pages.read(used, "footer")
    for deletion in setting.deletions.values():
        text = text_of(deletion, setting)
        if text:
            book.hidden.append(Hidden("deleted", text))
    book.settle_comments()
    if not book.blocks and not book.hidden:
        raise _blank(book.pictures)
    flags = {
        "tracked-changes": _is_tracked(body),
        "pages-without-text": book.pictures and book.words() < FEW_WORDS,
        "embedded-files": setting.state.embedded,
    }
    raised = tuple(flag for flag, stands in flags.items() if stands)
    properties = _properties(parts.meta)
    return Document(media_type, tuple(book.blocks), tuple(book.hidden), properties, raised)


def _blank(pictures: bool) -> Unreadable:
    if pictures:
        return Unreadable("needs-ocr", "The document holds pictures and no text: it needs OCR.")
    return Unreadable("empty-file", "The document shows no text.")


def _setting(parts: _Parts) -> Setting:
    lists = Lists()
    roots = [parts.content]
    if parts.styles is not None and parts.styles is not parts.content:
        roots.append(parts.styles)
    deletions: dict[str, etree._Element] = {}
    controls: dict[str, etree._Element] = {}
    fields: dict[etree._Element, bool] = {}
    for root in roots:
        lists.learn(root)
        deletions.update(_deletions(root))
        controls.update(controls_of(root))
        if parts.fields:
            fields.update(paired_fields(root))
    styles = styles_of(parts.content, parts.styles)
    return Setting(
        Manuscript(), styles, lists, State(), deletions, controls, fields, parts.object_of
    )


def _deletions(root: etree._Element) -> dict[str, etree._Element]:
    """What was deleted, by the id of the change."""
    found: dict[str, etree._Element] = {}
    for region in root.iter(TEXT + "changed-region"):
        deletion = region.find(TEXT + "deletion")
        if deletion is not None:
            found[region.get(TEXT + "id", "")] = deletion
    return found


def _is_tracked(body: etree._Element) -> bool:
    """Whether somebody's insertions and deletions stand in the text, not yet settled."""
    return next(body.iter(TEXT + "insertion", TEXT + "deletion"), None) is not None


def _read_notes(setting: Setting) -> None:
    """The footnotes, then the endnotes, each in the order of their marks."""
    kinds: tuple[tuple[BlockKind, str], ...] = (("footnote", "fn"), ("endnote", "en"))
    for kind, short in kinds:
        notes = [note for note in setting.state.notes if note.at_end == (kind == "endnote")]
        for at, note in enumerate(notes, start=1):
            NoteStory(setting, Place(f"{short}{at}", kind, mark=note.mark)).read(note.element)


class _Pages:
    """The kinds of pages that a document has, each with its headers and footers."""

    def __init__(self, parts: _Parts, setting: Setting) -> None:
        self._masters: dict[str, etree._Element] = {}
        self._setting = setting
        if parts.styles is None:
            return
        masters = parts.styles.find(OFFICE + "master-styles")
        for page in masters.iterchildren(STYLE + "master-page") if masters is not None else ():
            self._masters[page.get(STYLE + "name", "")] = page
        if any(len(page) for page in self._masters.values()):
            self._setting = replace(setting, styles=styles_of(parts.styles, parts.styles))

    def used_by(self, body: etree._Element, styles: Styles) -> list[etree._Element]:
        """The kinds of pages that the paragraphs of `body` stand on, in their order."""
        if not any(len(page) for page in self._masters.values()):
            return []
        names: dict[str, None] = {}
        for node in body.iter(P, H, TABLE + "table"):
            name = _master_page(node, styles)
            if name or not names:
                names[name or self._first()] = None
        for name in tuple(names):
            while name in self._masters:
                names[name] = None
                name = self._masters[name].get(STYLE + "next-style-name", "")
                if name in names:
                    break
        return [self._masters[name] for name in names if name in self._masters]

    def _first(self) -> str:
        return _STANDARD if _STANDARD in self._masters else next(iter(self._masters))

    def read(self, pages: list[etree._Element], kind: BlockKind) -> None:
        """The headers or the footers of `pages`."""
        at = 0
        for page in pages:
            for side in _SIDES:
                for margin in page.iterchildren(f"{STYLE}{kind}{side}"):
                    if margin.get(STYLE + "display") != "false":
                        at += 1
                        place = Place(f"{kind[0]}{at}", kind)
                        Story(self._setting, place).read(margin)


def _master_page(node: etree._Element, styles: Styles) -> str | None:
    if node.tag == TABLE + "table":
        return styles.master_page_of_table(node.get(TABLE + "style-name", ""))
    return styles.paragraph(node.get(TEXT + "style-name")).master_page


def _properties(root: etree._Element | None) -> dict[str, str]:
    """What the document says of itself."""
    meta = root.find(OFFICE + "meta") if root is not None else None
    return {
        _PROPERTIES[node.tag]: node.text.strip()
        for node in (meta if meta is not None else ())
        if node.tag in _PROPERTIES and node.text and node.text.strip()
    }
