"""The file of a decision, before everybody can fetch it: what it carries beside its text is taken out.

Word and ODT become PDF. A PDF that carries nothing is shown as it is, tags and all; one that does is
put together anew from its pages. What a person must settle first, tracked changes, is refused.
"""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

from innspill.shared.errors import BadInput, Unreadable
from innspill.stages.reading.core.tools import Converter

MOST_PARTS, MOST_UNPACKED = 5_000, 200_000_000
Carried = Literal["author", "comments", "attachments", "scripts", "older", "signature", "unknown"]
"""What a file may carry; "unknown" where it is packed so that nobody can tell."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TRACKED = {f"{_W}{each}" for each in ("ins", "del", "moveFrom", "moveTo")} | {
    f"{_TEXT}changed-region"
}
_COMMENTS = {f"{_W}comment", f"{_OFFICE}annotation"}
_PERSONS = {f"{_DC}creator", f"{_CP}lastModifiedBy", f"{_META}initial-creator"}
_PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml")
_LOOKED_AT = re.compile(r"(word/[^/]+|docProps/[^/]+|content|styles|meta)\.xml")
_AUTHOR = re.compile(rb"dc:creator|pdf:Author|xmp:Author")
_LAYERS = re.compile(rb"/OCProperties\b")
_LOCKED = re.compile(rb"/Encrypt\b")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_OLDER = re.compile(rb"startxref\s+[1-9]")
_PART_OF_THE_PAGE = {pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_WIDGET}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The file as everybody may fetch it, in base 64, its kind, and what was taken out of it."""

    data: str
    ending: str
    carried: tuple[Carried, ...] = ()
    made_anew: bool = False
    """Whether it is another file than the one that was chosen."""

    def bytes(self) -> bytes:
        """The file's bytes."""
        return base64.b64decode(self.data, validate=True)


def cleaned(name: str, data: bytes, converter: Converter | None) -> Cleaned:
    """The file without what it carries. Raises BadInput where that cannot be done for sure."""
    ending = name.rpartition(".")[2].lower()
    if ending == "pdf":
        return _clean_pdf(data)
    try:
        bare, carried = _without_persons(data)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, etree.XMLSyntaxError, EOFError,
            NotImplementedError, RuntimeError) as error:  # fmt: skip
        raise BadInput("the file of the decision is damaged", todo="Save it as PDF.") from error
    if converter is None or converter.to_pdf is None:
        raise BadInput("the file of the decision cannot be made a PDF", todo="Save it as PDF.")
    try:
        made = converter.to_pdf(bare, f".{ending}")
    except Unreadable as error:
        raise BadInput(
            "the file of the decision cannot be made a PDF", todo="Save it as PDF."
        ) from error
    pdf = _clean_pdf(made)
    return Cleaned(pdf.data, "pdf", carried, made_anew=True)


def _clean_pdf(data: bytes) -> Cleaned:
    try:
        with pypdfium2.PdfDocument(data) as document:
            found = tuple(dict.fromkeys(_carried_by(document, data)))
            if found:
                data = _put_together_anew(document, data)
    except pypdfium2.PdfiumError as error:
        raise BadInput("the file of the decision is damaged", todo="Save it as PDF.") from error
    return Cleaned(base64.b64encode(data).decode("ascii"), "pdf", found, made_anew=bool(found))


def _carried_by(document: Any, data: bytes) -> Iterator[Carried]:
    if document.get_metadata_value("Author").strip():
        yield "author"
    if any(_AUTHOR.search(part) for part in _unpacked(data)):
        yield "author"
    if _LOCKED.search(data):
        yield "unknown"
    for page in document:
        if any(kind not in _PART_OF_THE_PAGE for _, kind in _notes_on(page)):
            yield "comments"
    if pdfium.FPDFDoc_GetAttachmentCount(document):
        yield "attachments"
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document):
        yield "scripts"
    if pdfium.FPDF_GetSignatureCount(document):
        yield "signature"
    if len(_OLDER.findall(data)) > 1:
        yield "older"


def _notes_on(page: Any) -> list[tuple[int, int]]:
    """The place and kind of each annotation of a page."""
    found = []
    for place in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, place)
        found.append((place, pdfium.FPDFAnnot_GetSubtype(note)))
        pdfium.FPDFPage_CloseAnnot(note)
    return found


def _put_together_anew(document: Any, data: bytes) -> bytes:
    """The pages in a new file, fields as they are filled in; nothing else of the old one."""
    if any(_LAYERS.search(part) for part in _unpacked(data)):  # hidden ones would be seen
        raise BadInput("the file of the decision has layers", todo="Save it as PDF anew.")
    if document.get_formtype():
        document.init_forms()
    for page in document:
        _without_notes(page)
    with pypdfium2.PdfDocument.new() as fresh:
        fresh.import_pages(document)
        written = io.BytesIO()
        fresh.save(written)
    return written.getvalue()


def _without_notes(page: Any) -> None:
    """Takes remarks off a page, and makes fields part of it; links stay where there are no fields."""
    notes = _notes_on(page)
    for place, kind in reversed(notes):
        if kind not in _PART_OF_THE_PAGE:
            pdfium.FPDFPage_RemoveAnnot(page, place)
    fields = any(kind == pdfium.FPDF_ANNOT_WIDGET for _, kind in notes)
    if fields and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_FAIL:
        raise BadInput("the file of the decision is damaged", todo="Save it as PDF.")


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes of a PDF, and each of its streams that can be unpacked."""
    yield data
    left = MOST_UNPACKED
    for start in _STREAM.finditer(data):
        end = data.find(b"endstream", start.end())
        try:
            part = zlib.decompressobj().decompress(data[start.end() : end], max(left, 1))
        except zlib.error:
            continue
        left -= len(part)
        yield part


def _without_persons(data: bytes) -> tuple[bytes, tuple[Carried, ...]]:
    """A Word or ODT file without the names of who wrote it, and what it carried."""
    carried: list[Carried] = []
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as bare,
    ):
        entries = package.infolist()
        if len(entries) > MOST_PARTS or sum(each.file_size for each in entries) > MOST_UNPACKED:
            raise BadInput("the file of the decision is too large", todo="Give its address.")
        for entry in entries:
            held = package.read(entry)
            if _LOOKED_AT.fullmatch(entry.filename):
                held = _part_without_persons(entry.filename, held, carried)
            if "/embeddings/" in entry.filename:
                carried.append("attachments")
            bare.writestr(entry, held)
    return written.getvalue(), tuple(dict.fromkeys(carried))


def _part_without_persons(name: str, held: bytes, carried: list[Carried]) -> bytes:
    root = etree.fromstring(held, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a part declares a document type")
    for element in root.iter(etree.Element):
        if element.tag in _TRACKED:
            raise BadInput(
                "the file of the decision has tracked changes",
                todo="Accept or reject them in the program it was written in.",
            )
        if element.tag in _COMMENTS:
            carried.append("comments")
        if name in _PROPERTIES and element.tag in _PERSONS and (element.text or "").strip():
            carried.append("author")
            element.text = ""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
