"""The headings and paragraphs of a Word file, by styles, outline levels and automatic numbers.

The file comes from outside: only three of its parts are opened, each no further than its limit,
and their XML names nothing beyond itself.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from innspill.stages.consultations.core.outline_faults import WrongPaper
from innspill.stages.consultations.core.outline_numbering import (
    VAL,
    Numbering,
    W,
    number,
    numbering_of,
    value,
)
from innspill.stages.consultations.core.outline_pieces import Piece

_MOST_PARTS = 5_000
_MOST_TAGS = 2_000_000
_LARGEST = {"word/document.xml": 60_000_000, "word/styles.xml": 10_000_000,
            "word/numbering.xml": 10_000_000}  # fmt: skip
_HEADING_NAME = re.compile(r"(?:heading|overskrift)\s*([1-9])", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"(?:toc|innholdsfortegnelse|innhold|innhald|inh)\s*\d", re.IGNORECASE)
_BODY_LEVEL = 9
_SHORT = 150
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError,
)  # fmt: skip
"""What zipfile says of damaged files; RuntimeError is its word for a locked member."""
_TYPED_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+\S")
_PASSED_OVER = {W + "del", W + "moveFrom", W + "txbxContent", W + "pict", W + "instrText",
                W + "delText"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says of its paragraphs; None where it leaves it to the one it builds on."""

    name: str
    level: int | None
    list_id: str | None
    list_level: int | None
    parent: str | None


def pieces_of(data: bytes) -> tuple[str, list[Piece]]:
    """The title ("" where no paragraph has that style), and all pieces in order.

    Raises WrongPaper where it is no Word file, or one that is built to do harm.
    """
    parts = _parts(data)
    styles = _styles(parts.get("word/styles.xml"))
    numbering = numbering_of(parts.get("word/numbering.xml"))
    title = ""
    found: list[tuple[Piece, bool]] = []
    for paragraph in _paragraphs(parts["word/document.xml"]):
        text = _text(paragraph)
        style = styles.get(value_of(paragraph, "pStyle") or "")
        name = style.name.lower() if style else ""
        piece = _piece(paragraph, text, styles, numbering)
        if not text or _CONTENTS_NAME.fullmatch(name):
            continue
        if name in {"title", "tittel"} and not title:
            title = text
        else:
            found.append((piece, _is_bold(paragraph)))
    if any(piece.level is not None for piece, _ in found):
        return title, [piece for piece, _ in found]
    return title, [_guessed(piece, bold=bold) for piece, bold in found]


def _parts(data: bytes) -> dict[str, etree._Element]:
    parts = {}
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            if len(names) > _MOST_PARTS:
                raise WrongPaper("unsafe", "the file has far more parts than a Word file has")
            if "word/document.xml" not in names:
                raise WrongPaper("wrong-kind", "this is no Word file of the kind .docx")
            for name in _LARGEST.keys() & names:
                parts[name] = _parsed(_bounded(package, name))
    except _DAMAGE as error:
        raise WrongPaper("damaged", "the Word file is damaged") from error
    except RuntimeError as error:
        raise WrongPaper("locked", "the file is locked with a password") from error
    return parts


def _bounded(package: zipfile.ZipFile, name: str) -> bytes:
    """The part, read no further than its limit: what a ZIP says of its sizes may be untrue."""
    with package.open(name) as part:
        content = part.read(_LARGEST[name] + 1)
    if len(content) > _LARGEST[name]:
        raise WrongPaper("unsafe", "the file unpacks to far more than a Word file does")
    return content


def _parsed(content: bytes) -> etree._Element:
    if content.count(b"<") > _MOST_TAGS:
        raise WrongPaper("unsafe", "the file has far more parts than a Word file has")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise WrongPaper("damaged", "the Word file is damaged") from error
    if b"<!DOCTYPE" in content or root.getroottree().docinfo.internalDTD is not None:
        raise WrongPaper("unsafe", "the file defines entities, as no Word file does")
    return root


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    found = {}
    for style in root.iterchildren(W + "style") if root is not None else ():
        properties = style.find(W + "pPr")
        name = value(style, "name") or ""
        level = _outline_level(properties)
        named = _HEADING_NAME.fullmatch(name.strip())
        if level is None and named:
            level = int(named[1]) - 1
        list_id, list_level = _in_list(properties)
        found[style.get(W + "styleId", "")] = _Style(
            name, level, list_id, list_level, value(style, "basedOn")
        )
    return found


def _outline_level(properties: etree._Element | None) -> int | None:
    told = value(properties, "outlineLvl") if properties is not None else None
    return number(told, _BODY_LEVEL) if told is not None else None


def _in_list(properties: etree._Element | None) -> tuple[str | None, int | None]:
    listed = properties.find(W + "numPr") if properties is not None else None
    if listed is None:
        return None, None
    level = value(listed, "ilvl")
    return value(listed, "numId"), number(level) if level is not None else None


def _paragraphs(document: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of the body in order; tables row by row, contents lists left out."""
    body = document.find(W + "body")
    for paragraph in body.iter(W + "p") if body is not None else ():
        around = [above.tag for above in paragraph.iterancestors()]
        if _PASSED_OVER.isdisjoint(around) and not _is_fallback(around):
            yield paragraph


def _is_fallback(around: Sequence[str]) -> bool:
    """Whether it stands in what a reader of older files would show instead."""
    return any(tag.endswith("}Fallback") for tag in around)


def value_of(paragraph: etree._Element, name: str) -> str | None:
    """A property of the paragraph itself, or None where only its style says it."""
    properties = paragraph.find(W + "pPr")
    return value(properties, name) if properties is not None else None


def _text(paragraph: etree._Element) -> str:
    said: list[str] = []
    for element in paragraph.iter(W + "t", W + "tab", W + "br", W + "noBreakHyphen"):
        within = [above.tag for above in element.iterancestors()]
        if not _PASSED_OVER.isdisjoint(within[: within.index(W + "p")]):
            continue
        run = element.getparent()
        if run is None or run.tag != W + "r":
            continue
        if element.tag == W + "t":
            said.append("" if _is_hidden(run) else element.text or "")
        else:
            said.append("-" if element.tag == W + "noBreakHyphen" else " ")
    return " ".join("".join(said).split())


def _is_hidden(run: etree._Element) -> bool:
    properties = run.find(W + "rPr")
    mark = properties.find(W + "vanish") if properties is not None else None
    return mark is not None and mark.get(VAL) not in {"0", "false", "off"}


def _piece(
    paragraph: etree._Element, text: str, styles: dict[str, _Style], numbering: Numbering
) -> Piece:
    """The paragraph with its level and label. Empty ones are counted too, as Word counts them."""
    properties = paragraph.find(W + "pPr")
    level = _outline_level(properties)
    list_id, list_level = _in_list(properties)
    for style in _chain(value_of(paragraph, "pStyle"), styles):
        level = style.level if level is None else level
        list_id = list_id or style.list_id
        list_level = style.list_level if list_level is None else list_level
    is_heading = level is not None and level < _BODY_LEVEL
    label, bullet = "", False
    if list_id not in {None, "0"}:
        at = list_level if list_level is not None else (level if is_heading else 0)
        label, bullet = numbering.label(list_id or "", at or 0)
    if is_heading:
        return Piece(text, level, "" if bullet else label)
    return Piece(text, None, label)


def _chain(identity: str | None, styles: dict[str, _Style]) -> Iterator[_Style]:
    """The style and those that it builds on, the nearest first; a circle is walked once."""
    seen: set[str] = set()
    while identity and identity in styles and identity not in seen:
        seen.add(identity)
        yield styles[identity]
        identity = styles[identity].parent


def _is_bold(paragraph: etree._Element) -> bool:
    """Whether all text of the paragraph is set bold by hand."""
    runs = [run for run in paragraph.iter(W + "r") if run.find(W + "t") is not None]
    marks = [run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(marks) and all(
        mark is not None and mark.get(VAL) not in {"0", "false"} for mark in marks
    )


def _guessed(piece: Piece, *, bold: bool) -> Piece:
    """In a file without heading styles: a short bold line is a heading, as deep as its number."""
    if not bold or len(piece.text) > _SHORT or piece.text.endswith((".", ":", ",")):
        return piece
    typed = _TYPED_NUMBER.match(piece.text)
    depth = typed[1].rstrip(".").count(".") if typed else 0
    return Piece(piece.text, depth, "" if piece.label == "•" else piece.label)
