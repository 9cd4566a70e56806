"""Web pages (and the HTML bodies of mails): what a browser would show, block by block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml import html as lxml_html

from innspill.shared.errors import Unreadable
from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.blocks import block_of
from innspill.stages.reading.core.formats.characters import glyph
from innspill.stages.reading.core.formats.plain_text import decode
from innspill.stages.reading.core.values import (
    Block,
    BlockKind,
    Box,
    Cell,
    Document,
    Hidden,
    NoteRef,
)

MEDIA_TYPE = "text/html"
_MOST_COLUMNS = 1_000
_NOT_TEXT = frozenset((
    "script", "style", "template", "noscript", "head", "svg", "object", "iframe", "canvas",
    "datalist", "map", "audio", "video",
))  # fmt: skip
_BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "body", "html",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th",
    "caption", "figure", "figcaption", "form", "fieldset", "legend", "blockquote", "pre",
    "address", "details", "summary", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "center",
))  # fmt: skip
_HEADING = re.compile(r"h[1-6]$")
_SPACE = re.compile("[ \t\r\n\f]+")
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_QUOTE = re.compile(r"\b(?:gmail_quote|moz-cite-prefix|yahoo_quoted|OutlookMessageHeader)\b")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """What the text being read stands in."""

    kind: BlockKind = "paragraph"
    level: int | None = None
    cell: Cell | None = None
    prefix: str = ""
    lists: int = 0
    quoted: bool = False


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
        self._length = 0
        self._kept_spaces = False

    def read(self, root: etree._Element) -> None:
        """Read the element `root` with all that is in it."""
        self._element(root)
        self._flush()

    def _element(self, node: etree._Element) -> None:
        name = node.tag
        if isinstance(name, str) and name not in _NOT_TEXT:
            if _is_hidden(node) or name == "del":
                self._set_apart(node, "deleted" if name == "del" else "hidden")
            elif name in _BLOCKS:
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

    def _set_apart(self, node: etree._Element, kind: str) -> None:
        text = " ".join(_text_of(node).split())
        if text:
            last = self.blocks[-1] if self.blocks else None
            end = len(last.text) if last else 0
            self.hidden.append(Hidden(kind, text, (Origin(last.id, end, end),) if last else ()))

    def _block(self, node: etree._Element, name: str) -> None:
        self._flush()
        before, spaces = self._place, self._kept_spaces
        self._kept_spaces = spaces or name == "pre"
        if name == "table":
            self._table(node)
        else:
            self._place = self._inside(node, name)
            self._children(node)
            self._flush()
        self._place, self._kept_spaces = before, spaces

    def _inside(self, node: etree._Element, name: str) -> _Place:
        place = self._place
        if name == "blockquote" or _QUOTE.search(f"{node.get('class')} {node.get('id')}"):
            place = replace(place, quoted=True)
        if _HEADING.match(name):
            return replace(place, kind="heading", level=int(name[1]))
        if name in ("ul", "ol"):
            return replace(place, lists=place.lists + 1)
        if name == "li":
            self._label = self._label_of(node)
            return replace(place, kind="list-item", level=max(place.lists, 1))
        return place

    def _label_of(self, item: etree._Element) -> str:
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return "•"
        ordinals = self._counts.ordinals
        ordinals[parent] = ordinals.get(parent, _number(parent.get("start"), 1) - 1) + 1
        return f"{ordinals[parent]}."

    def _table(self, node: etree._Element) -> None:
        table = self._counts.tables
        self._counts.tables += 1
        outer = self._place
        for row_at, row in enumerate(_rows(node)):
            column = 0
            for cell in row.iterchildren("td", "th"):
                name = f"{outer.prefix}t{table + 1}r{row_at + 1}c{column + 1}"
                where = Cell(table, row_at, column)
                self._place = replace(outer, kind="cell", level=None, cell=where, prefix=name)
                if _is_hidden(cell):
                    self._set_apart(cell, "hidden")
                else:
                    self._children(cell)
                self._flush()
                column += _span(cell)
        self._place = outer
        for caption in node.iterchildren("caption"):
            self._children(caption)
            self._flush()

    def _inline(self, node: etree._Element, name: str) -> None:
        if name == "br":
            self._put_raw("\n")
        elif name == "input":
            self._input(node)
        elif name == "select":
            self._select(node)
        elif name == "sup" and node.find(".//a") is not None:
            start = self._length
            self._children(node)
            mark = _text_of(node).strip(" []")
            if mark and len(mark) < 4:
                self._notes.append(NoteRef(start, self._length, mark))
        else:
            self._children(node)

    def _input(self, node: etree._Element) -> None:
        kind = (node.get("type") or "text").lower()
        if kind in ("checkbox", "radio"):
            ticked = node.get("checked") is not None
            tag = node.get("id") or node.get("name")
            self._boxes.append(Box(self._length, ticked, "control", tag))
            self._put_raw(glyph(ticked))
        elif kind in ("text", "email", "tel", "number", "date", "url", "search"):
            self._put(node.get("value") or "")

    def _select(self, node: etree._Element) -> None:
        options = list(node.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None]
        for option in chosen or options[:1]:
            self._children(option)

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
            block, _ = block_of(
                name, "quoted" if place.quoted else place.kind, text.rstrip(" \n"),
                boxes=self._boxes, notes=self._notes,
                level=place.level, label=self._label, cell=place.cell,
            )  # fmt: skip
            if block is not None:
                self.blocks.append(block)
            self._label = None
        self._parts, self._boxes, self._notes, self._length = [], [], [], 0


def _text_of(node: etree._Element) -> str:
    return "".join(str(text) for text in node.itertext())


def _is_hidden(node: etree._Element) -> bool:
    return node.get("hidden") is not None or bool(_INVISIBLE.search(node.get("style") or ""))


def _rows(table: etree._Element) -> list[etree._Element]:
    rows: list[etree._Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows.extend(child.iterchildren("tr"))
    return rows


def _span(cell: etree._Element) -> int:
    return max(1, min(_number(cell.get("colspan"), 1), _MOST_COLUMNS))


def _number(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else default
