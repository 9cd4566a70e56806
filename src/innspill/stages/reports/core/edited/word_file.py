"""A Word file that somebody edited, opened where limits are, with what stands beside its text.

Footnotes and a person's endnotes are put where their marks stand, in brackets, so that they go
with the text. Comments, and text in headers and footers, are told beside it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from innspill.shared.errors import BadInput, Unreadable
from innspill.stages.reading.core.formats.guard import Package, check_xml, parse_xml
from innspill.stages.reports.core.word.blocks import text_of
from innspill.stages.reports.core.word.ooxml import element
from innspill.stages.reports.core.word.tags import FoundReport, made_from_of, report_in

LARGEST = 50_000_000
NOTE = {"nb": "Fotnote", "nn": "Fotnote", "en": "Footnote"}
_DOCUMENT = "word/document.xml"
_MACROS = re.compile(r"(?i)(?:^|/)(?:vbaproject\.bin|vbadata\.xml)$")
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")
_TRACKED = tuple(
    qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
)
_BROKEN = (KeyError, ValueError, AttributeError, IndexError, TypeError, PackageNotFoundError,
           etree.XMLSyntaxError)  # fmt: skip
"""What python-docx raises for files that are no sound Word files."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in a Word file, or text in its header or footer."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class EditedFile:
    """What a Word file holds. `editors` are the names of those whose changes are tracked in it."""

    found: FoundReport
    endnotes: tuple[str, ...]
    comments: tuple[Remark, ...]
    margins: tuple[str, ...]
    editors: tuple[str, ...]
    struck: tuple[str, ...]
    """Text that is gone by tracked changes: what is read is the text with all of them accepted."""


def which_report(name: str, data: bytes) -> str:
    """Which report a Word file says that it is (`Report.made_from`); "" where it does not say.

    Raises BadInput as `read_word`.
    """
    _opened(name, data)
    try:
        return made_from_of(data)
    except _BROKEN as error:
        raise _no_word(name) from error


def read_word(
    name: str,
    data: bytes,
    headings: Mapping[str, str],
    *,
    language: str = "nb",
    known_notes: Collection[str] = (),
) -> EditedFile:
    """What stands in a Word file, part by part.

    `headings` are those of all parts by their keys, `known_notes` the endnotes of the file as it
    was given out: those are the machine's sources. Raises BadInput for what is no Word file, is
    damaged, locked or built to unpack without end, or has macros.
    """
    package = _opened(name, data)
    try:
        document = Document(io.BytesIO(data))
        body = document.element.body
        endnotes = _notes(package, "endnote")
        _put_in(body, "footnote", _notes(package, "footnote"), NOTE.get(language, NOTE["nb"]))
        own = {key: text for key, text in endnotes.items() if text not in known_notes}
        if known_notes:
            _put_in(body, "endnote", own, NOTE.get(language, NOTE["nb"]))
        changed = io.BytesIO()
        document.save(changed)
        found = report_in(changed.getvalue(), headings)
        return EditedFile(
            found=found,
            endnotes=tuple(endnotes.values()),
            comments=_comments(package),
            margins=tuple(_margins(package)),
            editors=_editors(body),
            struck=tuple(_struck(body)),
        )
    except _BROKEN as error:
        raise _no_word(name) from error


def _no_word(name: str) -> BadInput:
    return BadInput("cannot be read as .docx", where=name, todo="Save it anew as .docx in Word.")


def _opened(name: str, data: bytes) -> Package:
    if len(data) > LARGEST:
        raise BadInput("is too large", where=name, todo="Take pictures out of it.")
    try:
        package = Package(data)
        if _DOCUMENT not in package:
            raise _no_word(name)
        if any(_MACROS.search(each) for each in package.names):
            raise BadInput("has macros", where=name, todo="Save it as .docx without macros.")
        for each in package.names:
            if each.lower().endswith((".xml", ".rels")):
                check_xml(package.read(each), each)
    except Unreadable as error:
        raise _no_word(name) from error
    return package


def _part(package: Package, name: str) -> Any:
    return parse_xml(package.read(name), name) if name in package else None


def _notes(package: Package, kind: str) -> dict[str, str]:
    root = _part(package, f"word/{kind}s.xml")
    if root is None:
        return {}
    return {
        each.get(qn("w:id"), ""): text
        for each in root.iter(qn(f"w:{kind}"))
        if each.get(qn("w:type"), "normal") == "normal" and (text := _text(each))
    }


def _text(parent: Any) -> str:
    return " ".join(" ".join(text_of(each).split()) for each in parent.iter(qn("w:p"))).strip()


def _put_in(body: Any, kind: str, notes: Mapping[str, str], word: str) -> None:
    for mark in list(body.iter(qn(f"w:{kind}Reference"))):
        note = notes.get(mark.get(qn("w:id"), ""))
        run = mark.getparent()
        if not note or run is None or run.tag != qn("w:r"):
            continue
        made = element("w:r")
        text = element("w:t")
        text.text = f" [{word}: {note}]"
        text.set(qn("xml:space"), "preserve")
        made.append(text)
        run.addnext(made)


def _comments(package: Package) -> tuple[Remark, ...]:
    root = _part(package, "word/comments.xml")
    if root is None:
        return ()
    return tuple(
        Remark(each.get(qn("w:author"), ""), text)
        for each in root.iter(qn("w:comment"))
        if (text := _text(each))
    )


def _margins(package: Package) -> Iterator[str]:
    for name in package.names:
        if _MARGINS.fullmatch(name):
            for each in parse_xml(package.read(name), name).iter(qn("w:p")):
                text = " ".join(text_of(each).split())
                if text:
                    yield text


def _editors(body: Any) -> tuple[str, ...]:
    named = (each.get(qn("w:author"), "") for each in body.iter(*_TRACKED))
    return tuple(dict.fromkeys(name for name in named if name))


def _struck(body: Any) -> Iterator[str]:
    for each in body.iter(qn("w:del")):
        text = "".join(piece.text or "" for piece in each.iter(qn("w:delText")))
        if text.strip():
            yield text
