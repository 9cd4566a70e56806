"""Web pages (and the HTML bodies of mails): what a browser would show, block by block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml import html as lxml_html

from innspill.shared.errors import Unreadable
from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.blocks import block_of
from innspill.stages.reading.core.formats.characters import Shown, glyph
from innspill.stages.reading.core.formats.html_marks import (
    BLOCKS,
    NOT_SHOWN,
    NOT_TEXT,
    begins_history,
    emphasis_of,
    is_hidden,
    is_quote,
    is_signature,
)
from innspill.stages.reading.core.formats.html_tables import cells_of, item_number, number
from innspill.stages.reading.core.formats.plain_text import decode
from innspill.stages.reading.core.values import (
    Block,
    BlockKind,
    Box,
    Cell,
    Document,
    Emphasis,
    Hidden,
    NoteRef,
)

MEDIA_TYPE = "text/html"
_HEADING = re.compile(r"h[1-6]$")
_SPACE = re.compile("[ \t\r\n\f]+")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_ENTERED = frozenset((
    "text", "email", "tel", "number", "date", "url", "search", "time", "month", "datetime-local",
    "submit", "button", "reset",
))  # fmt: skip
_PROGRAMS = re.compile(r"\s*(?:\[(?:if|endif)\b|StartFragment|EndFragment)")
"""Comments that a program left for another, not a person for a person."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What the text being read stands in."""

    kind: BlockKind = "paragraph"
    level: int | None = None
    cell: Cell | None = None
    prefix: str = ""
    lists: int = 0
    aside: BlockKind | None = None
    """Whether it is a quote or a signature, whatever else it is."""
    tag: str | None = None


@dataclass(slots=True)
class _Counts:
    paragraphs: dict[str, int] = field(default_factory=dict)
    tables: int = 0
    ordinals: dict[etree._Element, int] = field(default_factory=dict)
    """The number of the last item of each ordered list."""


def read_html(data: bytes, charset: str | None = None) -> Document:
    """The page `data`. `charset` is what was said of it outside the page, for instance by a mail.

    Raises `Unreadable` where there is nothing that could be a page.
    """
    named = _CHARSET.search(data[:4096])
    text, used, guessed = decode(data, charset or (named[1].decode("ascii") if named else None))
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    # Without this option everything below the 256th level vanishes without a word.
    parser = lxml_html.HTMLParser(huge_tree=True)
    try:
        root = lxml_html.document_fromstring(text.replace("\0", "\ufffd"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("damaged", f"The web page cannot be read: {error}.") from error
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise Unreadable("too-deep", "The web page is nested too deeply.")
    reader = _Reader()
    try:
        reader.read(root)
    except RecursionError as error:
        raise Unreadable("too-deep", "The web page is nested too deeply.") from error
    properties = {"charset": used} | _properties(root)
    flags = ("charset-guessed",) if guessed else ()
    return Document(MEDIA_TYPE, tuple(reader.blocks), tuple(reader.hidden), properties, flags)


def _properties(root: etree._Element) -> dict[str, str]:
    title = root.findtext(".//title")
    language = root.get("lang")
    found = {"title": " ".join((title or "").split()), "language": language or ""}
    return {name: value for name, value in found.items() if value}


class _Reader:
    """Walks the page, gathering characters until a block ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.hidden: list[Hidden] = []
        self._counts = _Counts()
        self._place = _Place()
        self._label: str | None = None
        self._parts: list[str] = []
        self._boxes: list[Box] = []
        self._notes: list[NoteRef] = []
        self._emphases: list[Emphasis] = []
        self._length = 0
        self._kept_spaces = False
        self._in_history = False

    def read(self, root: etree._Element) -> None:
        """Read the element `root` with all that is in it."""
        self._element(root)
        self._flush()

    def _element(self, node: etree._Element) -> None:
        name = node.tag
        if not isinstance(name, str):
            if name is etree.Comment and not _PROGRAMS.match(node.text or ""):
                self._hide("comment", node.text or "")
        elif name in NOT_SHOWN:
            self._hide(name, _text_of(node))
        elif name not in NOT_TEXT:
            if is_hidden(node):
                self._hide("hidden", _text_of(node))
            elif name in BLOCKS:
                self._block(node, name)
            else:
                self._inline(node, name)
        if node.tail:
            self._put(node.tail)

    def _children(self, node: etree._Element) -> None:
        if node.text:
            self._put(node.text)
        for child in node:
            self._element(child)

    def _hide(self, kind: str, said: str) -> None:
        text = " ".join(said.split())
        if text:
            last = self.blocks[-1] if self.blocks else None
            end = len(last.text) if last else 0
            self.hidden.append(Hidden(kind, text, (Origin(last.id, end, end),) if last else ()))

    def _block(self, node: etree._Element, name: str) -> None:
        self._flush()
        before, spaces = self._place, self._kept_spaces
        self._kept_spaces = spaces or name in ("pre", "textarea")
        self._place = self._inside(node, name)
        if name == "table":
            self._table(node)
        else:
            self._children(node)
            self._flush()
        self._place, self._kept_spaces = before, spaces

    def _inside(self, node: etree._Element, name: str) -> _Place:
        place = self._place
        self._in_history = self._in_history or begins_history(node)
        if self._in_history or is_quote(node, name):
            place = replace(place, aside="quoted")
        elif is_signature(node) and place.aside is None:
            place = replace(place, aside="signature")
        if _HEADING.match(name):
            return replace(place, kind="heading", level=int(name[1]))
        if name in ("ul", "ol"):
            return replace(place, lists=place.lists + 1)
        if name == "li":
            self._label = self._label_of(node)
            return replace(place, kind="list-item", level=max(place.lists, 1))
        if name == "textarea":
            return replace(place, tag=_name_of(node))
        return place

    def _label_of(self, item: etree._Element) -> str:
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return "•"
        ordinals = self._counts.ordinals
        following = ordinals.get(parent, number(parent.get("start"), 1) - 1) + 1
        ordinals[parent] = number(item.get("value"), following)
        return item_number(ordinals[parent], parent.get("type"))

    def _table(self, node: etree._Element) -> None:
        table = self._counts.tables
        self._counts.tables += 1
        outer = self._place
        for caption in node.iterchildren("caption"):
            self._children(caption)
            self._flush()
        for row, column, cell in cells_of(node):
            name = f"{outer.prefix}t{table + 1}r{row + 1}c{column + 1}"
            where = Cell(table, row, column)
            self._place = replace(outer, kind="cell", level=None, cell=where, prefix=name)
            if is_hidden(cell):
                self._hide("hidden", _text_of(cell))
            else:
                self._children(cell)
            self._flush()
        self._place = outer

    def _inline(self, node: etree._Element, name: str) -> None:
        start = self._length
        if name == "br":
            self._put_raw("\n")
        elif name == "input":
            self._input(node)
        elif name == "select":
            self._select(node)
        elif name == "sup" and node.find(".//a") is not None:
            self._children(node)
            mark = _text_of(node).strip(" []")
            if mark and len(mark) < 4:
                self._notes.append(NoteRef(start, self._length, mark))
        else:
            block = len(self.blocks)
            self._children(node)
            self._emphasise(node, name, start if block == len(self.blocks) else 0)

    def _emphasise(self, node: etree._Element, name: str, start: int) -> None:
        """Mark what was gathered from `start` on as the element sets it apart."""
        if self._length > start and (kinds := emphasis_of(node, name)):
            self._emphases += [Emphasis(start, self._length, kind) for kind in kinds]

    def _input(self, node: etree._Element) -> None:
        kind = (node.get("type") or "text").lower()
        if kind in ("checkbox", "radio"):
            ticked = node.get("checked") is not None
            self._boxes.append(Box(self._length, ticked, "control", _name_of(node)))
            self._put_raw(glyph(ticked))
        elif kind in _ENTERED:
            self._put(node.get("value") or "")

    def _select(self, node: etree._Element) -> None:
        options = list(node.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None]
        for at, option in enumerate(chosen or options[:1]):
            self._put_raw("; " if at else "")
            self._put(_text_of(option))

    def _put(self, text: str) -> None:
        if not self._kept_spaces:
            text = _SPACE.sub(" ", text)
            if not self._parts or self._parts[-1].endswith((" ", "\n")):
                text = text.lstrip(" ")
        self._put_raw(text)

    def _put_raw(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _flush(self) -> None:
        """End the block that was being gathered."""
        text = "".join(self._parts)
        place, counts = self._place, self._counts.paragraphs
        if text.strip():
            counts[place.prefix] = counts.get(place.prefix, 0) + 1
            name = f"{place.prefix}p{counts[place.prefix]}"
            aside = "quoted" if self._in_history else place.aside
            block, shown = block_of(
                name, aside or place.kind, text.rstrip(" \n"), boxes=self._boxes,
                notes=self._notes, level=place.level, label=self._label, tag=place.tag,
                cell=place.cell,
            )  # fmt: skip
            if block is not None:
                self.blocks.append(replace(block, emphases=_placed(self._emphases, shown)))
            self._label = None
        self._parts, self._boxes, self._notes, self._length = [], [], [], 0
        self._emphases = []


def _placed(emphases: list[Emphasis], shown: Shown) -> tuple[Emphasis, ...]:
    """The emphases as they stand in the shown text, without those of nothing but space."""
    length = len(shown.text)
    moved = (
        Emphasis(min(shown.place(e.start), length), min(shown.place(e.end), length), e.kind)
        for e in emphases
    )
    kept = (e for e in moved if shown.text[e.start : e.end].strip())
    return tuple(sorted(set(kept), key=lambda e: (e.start, e.end, e.kind)))


def _name_of(control: etree._Element) -> str | None:
    return control.get("id") or control.get("name")


def _text_of(node: etree._Element) -> str:
    return "".join(str(text) for text in node.itertext())
