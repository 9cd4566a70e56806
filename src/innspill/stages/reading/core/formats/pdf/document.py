"""PDF files with a text layer: visual lines in reading order, ticks, footnotes, form fields.

pypdfium2, the fastest permissive reader. Two warnings: PDFium is not safe to call from several
threads at once, and it ends the process on some bombs, so strangers' files are read in a child
process (adapters/reading_child.py).
"""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2

from innspill.shared.errors import Unreadable
from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.archive import harmless_name
from innspill.stages.reading.core.formats.pdf.fields import add_annotations, add_drawn_boxes
from innspill.stages.reading.core.formats.pdf.lines import blocks_of
from innspill.stages.reading.core.formats.pdf.page import Page, read_page
from innspill.stages.reading.core.values import Block, Document, Hidden

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 2_000
MOST_ATTACHED = 200
_MOST_UNMAPPED = 0.2
"""Above this share of characters without a known letter the text layer is noise."""
_PASSWORD_ERROR = 4
_PROPERTIES = {"Title": "title", "Author": "creator", "Subject": "subject", "Producer": "producer"}


def read_pdf(data: bytes) -> tuple[Document, tuple[tuple[str, bytes], ...]]:
    """The document in `data`, and the files attached to it with their names.

    Raises `Unreadable` with the code encrypted (a password is needed to read it), damaged,
    too-big, or needs-ocr (no text layer).
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(error) from error
    try:
        if len(pdf) > MOST_PAGES:
            raise Unreadable("too-big", f"The PDF has more than {MOST_PAGES} pages.")
        if pdf.get_formtype() != pypdfium2.raw.FORMTYPE_NONE:
            pdf.init_forms()  # before any page is opened
        pages = [_page(pdf, at) for at in range(len(pdf))]
        properties = _properties(pdf)
        attached = _attached(pdf)
    finally:
        pdf.close()
    if not attached:
        _check_text(pages)
    blocks = tuple(blocks_of(pages))
    hidden = tuple(
        Hidden("comment", text, _end_of(page, blocks)) for page in pages for text in page.comments
    )
    return Document(MEDIA_TYPE, blocks, hidden, properties, _flags(pages)), attached


def _flags(pages: list[Page]) -> tuple[str, ...]:
    """What makes the text doubtful. Ticks that OCR wrote are never to be trusted."""
    found = {
        "pages-without-text": any(not page.lines for page in pages),
        "text-from-ocr": any(page.invisible and page.lines for page in pages),
    }
    return tuple(flag for flag, stands in found.items() if stands)


def _end_of(page: Page, blocks: tuple[Block, ...]) -> tuple[Origin, ...]:
    """The end of the page's last block: the nearest place to a note stuck on the page."""
    last = next((block for block in reversed(blocks) if block.page == page.number), None)
    return (Origin(last.id, len(last.text), len(last.text)),) if last else ()


def _attached(pdf: pypdfium2.PdfDocument) -> tuple[tuple[str, bytes], ...]:
    """The files that travel inside the PDF."""
    found = []
    for at in range(min(pdf.count_attachments(), MOST_ATTACHED)):
        try:
            file = pdf.get_attachment(at)
            found.append((harmless_name(_said(file.get_name)), bytes(file.get_data())))
        except pypdfium2.PdfiumError:
            continue
    return tuple(found)


def _refused(error: pypdfium2.PdfiumError) -> Unreadable:
    if getattr(error, "err_code", None) == _PASSWORD_ERROR or "assword" in str(error):
        return Unreadable("encrypted", "The PDF is locked with a password and cannot be opened.")
    return Unreadable("damaged", "The PDF is damaged and cannot be opened.")


def _page(pdf: pypdfium2.PdfDocument, at: int) -> Page:
    try:
        handle = pdf[at]
    except pypdfium2.PdfiumError:
        return Page(at + 1, 0.0, [])
    try:
        page = read_page(handle, at + 1)
        add_drawn_boxes(handle, page)
        add_annotations(pdf, handle, page)
    finally:
        handle.close()
    return page


def _check_text(pages: list[Page]) -> None:
    shown = sum(len(line.chars) for page in pages for line in page.lines)
    unmapped = sum(page.unmapped for page in pages)
    if not any(line.text.strip() for page in pages for line in page.lines):
        raise Unreadable("needs-ocr", "The PDF holds pictures of pages and no text: it needs OCR.")
    if unmapped > shown * _MOST_UNMAPPED:
        raise Unreadable("needs-ocr", "The PDF does not say which letters it shows: it needs OCR.")


def _properties(pdf: pypdfium2.PdfDocument) -> dict[str, str]:
    found = {
        name: " ".join(_said(pdf.get_metadata_value, key).split())
        for key, name in _PROPERTIES.items()
    }
    return {name: value for name, value in found.items() if value} | {"pages": str(len(pdf))}


def _said(ask: Callable[..., str], *about: str) -> str:
    """What PDFium says, or nothing where it is half a character, as cut titles may end with."""
    try:
        return ask(*about)
    except UnicodeDecodeError:
        return ""
