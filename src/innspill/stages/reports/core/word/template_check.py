"""Whether a Word file may be a body's template: what it asks for is known, and it runs nothing."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from innspill.stages.reports.core.word.fields import fetching
from innspill.stages.reports.core.word.template import (
    LIKE_CODE,
    MARKED,
    PLACEHOLDERS,
    REPORT,
    as_document,
    named,
    paragraph_text,
    stories,
)

MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 10_000_000, 60_000_000, 1_000

FaultKind = Literal[
    "not-word", "too-large", "macros", "outside", "embedded", "field", "unknown", "no-report",
    "report-twice", "report-not-alone",
]  # fmt: skip

STYLES = ("Heading 1", "Heading 2", "Heading 3", "List Bullet", "Caption", "Normal")
"""The styles that the report takes from a template that has them."""

_OF_THE_TEMPLATE = ("word/_rels/document.xml.rels", "word/_rels/settings.xml.rels")
"""Where the link to the file that it was made from stands: it is taken out."""

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file is refused, and the word in it that it is about."""

    kind: FaultKind
    what: str = ""


@dataclass(frozen=True, slots=True)
class TemplateChecked:
    """What a template was found to be: taken in where `faults` is empty."""

    faults: tuple[Fault, ...]
    placeholders: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    """Those of STYLES that it has: the report is written in their look."""


def check(data: bytes) -> TemplateChecked:
    """Looks through a file that is to be a template. Text in it is data: nothing is run."""
    if len(data) > MOST_BYTES:
        return TemplateChecked((Fault("too-large"),))
    try:
        faults = list(dict.fromkeys(_in_package(data)))
        if faults:
            return TemplateChecked(tuple(faults))
        document = Document(io.BytesIO(as_document(data)))
        known = {style.name for style in document.styles}
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, etree.XMLSyntaxError, EOFError,
            NotImplementedError, RuntimeError, AttributeError):  # fmt: skip
        return TemplateChecked((Fault("not-word"),))
    found, faults = _placeholders(document)
    return TemplateChecked(
        tuple(dict.fromkeys(faults)), found, tuple(name for name in STYLES if name in known)
    )


def _in_package(data: bytes) -> Iterator[Fault]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        if len(entries) > MOST_PARTS or sum(each.file_size for each in entries) > MOST_UNPACKED:
            yield Fault("too-large")
            return
        for entry in entries:
            name = entry.filename.lower()
            if "vbaproject" in name or "vbadata" in name:
                yield Fault("macros")
            elif "/embeddings/" in name or "/activex/" in name or "afchunk" in name:
                yield Fault("embedded", entry.filename.rpartition("/")[2])
            elif name.endswith((".xml", ".rels")):
                yield from _in_part(name, package.read(entry))


def _in_part(name: str, held: bytes) -> Iterator[Fault]:
    """A part of the package. What declares entities or a document type is no Word file, in
    whatever encoding it says so.
    """
    root = etree.fromstring(held, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.internalDTD is not None:
        yield Fault("not-word")
    elif name == "[content_types].xml" and b"macroenabled" in held.lower():
        yield Fault("macros")
    elif name.endswith(".rels"):
        yield from _outside(root, own_template=name in _OF_THE_TEMPLATE)
    else:
        yield from (Fault("field", field) for field in fetching(root))
        if root.find(f".//{qn('w:mailMerge')}") is not None:
            yield Fault("outside", "mailMerge")


def _outside(root: Any, *, own_template: bool) -> Iterator[Fault]:
    for each in root.iter(_RELATIONSHIP):
        kind = each.get("Type", "").rpartition("/")[2]
        target = each.get("Target", "")
        if kind.lower() in ("afchunk", "oleobject", "package", "control", "subdocument", "frame"):
            yield Fault("embedded", kind)
        elif each.get("TargetMode") == "External":
            link = kind == "hyperlink" and re.match(r"(https?://|mailto:)", target, re.IGNORECASE)
            if not link and not (own_template and kind == "attachedTemplate"):
                yield Fault("outside", target[:200])


def _placeholders(document: Any) -> tuple[tuple[str, ...], list[Fault]]:
    """The placeholders that it has, and what is wrong with them."""
    found: list[str] = []
    faults: list[Fault] = []
    body = document.element.body
    for root in stories(document):
        for paragraph in root.iter(qn("w:p")):
            said = paragraph_text(paragraph)
            faults.extend(_unknown(said))
            names = named(said)
            found.extend(names)
            if REPORT in names and not (
                MARKED.fullmatch(said.strip()) and paragraph.getparent() is body
            ):
                faults.append(Fault("report-not-alone"))
    if REPORT not in found:
        faults.append(Fault("no-report"))
    elif found.count(REPORT) > 1:
        faults.append(Fault("report-twice"))
    return tuple(name for name in PLACEHOLDERS if name in found), faults


def _unknown(text: str) -> Iterator[Fault]:
    for match in LIKE_CODE.finditer(text):
        inside = MARKED.fullmatch(match[0])
        if not inside or inside[1].strip().casefold() not in PLACEHOLDERS:
            yield Fault("unknown", match[0][:100])
