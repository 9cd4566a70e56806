"""The names of Office Open XML, and the way from one part of a package to the next."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from lxml import etree

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.guard import Package, check_xml, parse_checked, parse_xml

_SCHEMAS = b"http://schemas.openxmlformats.org/"
_STRICT_SCHEMAS = b"http://purl.oclc.org/ooxml/"
WORD_NAMESPACE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD_NAMESPACE.decode()}}}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = W + "val"

# ISO 29500 strict uses other namespaces for the same elements (part 1 against part 4).
_STRICT = tuple(
    (_STRICT_SCHEMAS + strict, _SCHEMAS + usual)
    for strict, usual in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"officeDocument/math", b"officeDocument/2006/math"),
        (b"drawingml/main", b"drawingml/2006/main"),
        (b"drawingml/diagram", b"drawingml/2006/diagram"),
        (b"drawingml/chart", b"drawingml/2006/chart"),
        (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    )
)
_ODD_PATH = re.compile(r"//|/$|^/|(?:^|/)\.")
"""A path that can be written more plainly."""
_BEGINNING = 8_192
"""Within so many bytes a part names the namespace of its root."""
_OFF = frozenset(("0", "false", "off", "no"))


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child of `element` called `name`.

    Several times quicker than `find` or `iterchildren`, which first prepare what to look for.
    """
    for found in element:
        if found.tag == name:
            return found
    return None


def is_on(element: etree._Element | None, attribute: str = VAL) -> bool:
    """Whether an on/off element stands and is not switched off (ST_OnOff; no value means on)."""
    return element is not None and (element.get(attribute) or "1").lower() not in _OFF


def number(text: str | None, default: int, most: int = 1_000_000) -> int:
    """The whole number written in `text`, `default` where it is none or out of all reason."""
    try:
        value = int(text) if text is not None and len(text) < 20 else default
    except ValueError:
        return default
    return value if -most <= value <= most else default


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part: its kind (last word of its type) and the part it leads to."""

    kind: str
    target: str


def part_bytes(package: Package, name: str) -> bytes:
    """The bytes of the part `name`, fit to be parsed, strict names turned into the usual ones."""
    data = package.read(name)
    check_xml(data, name)
    if _STRICT_SCHEMAS in data[:_BEGINNING]:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return data


def part_xml(package: Package, name: str) -> etree._Element:
    """The root of the part `name`, strict names turned into the usual ones."""
    return parse_checked(part_bytes(package, name), name)


def relations(package: Package, part: str) -> dict[str, Relation]:
    """The relationships of `part` ("" for the package) inside the package, by their id."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in package:
        return {}
    found: dict[str, Relation] = {}
    for element in parse_xml(package.read(rels), rels):
        target, kind = element.get("Target"), element.get("Type", "")
        if not target or element.get("TargetMode") == "External":
            continue
        path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        if _ODD_PATH.search(path):
            path = posixpath.normpath(path)
        found[element.get("Id", "")] = Relation(kind.rpartition("/")[2], path)
    return found


def main_part(package: Package, top: dict[str, Relation]) -> str:
    """The part that holds the document, by the package's own relationships `top`.

    Raises `Unreadable` where there is none.
    """
    for relation in top.values():
        if relation.kind == "officeDocument" and relation.target in package:
            return relation.target
    raise Unreadable("damaged", "The Word file does not say which of its parts is the document.")
