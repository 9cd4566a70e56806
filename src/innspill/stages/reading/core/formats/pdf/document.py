"""PDF files with a text layer: visual lines in reading order, ticks, footnotes, form fields.

pypdfium2, the fastest permissive reader. Two warnings: PDFium is not safe to call from several
threads at once, and it ends the process on some bombs, so strangers' files are read in a child
process (adapters/reading_child.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2

from innspill.shared.errors import Unreadable
from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.archive import harmless_name
from innspill.stages.reading.core.formats.pdf.annotations import add_annotations
from innspill.stages.reading.core.formats.pdf.boxes import add_drawn_boxes
from innspill.stages.reading.core.formats.pdf.layout import arrange
from innspill.stages.reading.core.formats.pdf.lines import blocks_of
from innspill.stages.reading.core.formats.pdf.page import Aside, Page, read_page
from innspill.stages.reading.core.formats.pdf.signatures import signers_of
from innspill.stages.reading.core.formats.pdf.xfa import FLAG, is_xfa, refuse_unshown
from innspill.stages.reading.core.formats.scan.wanted import Scans
from innspill.stages.reading.core.tools import NO_TOOLS, Tools
from innspill.stages.reading.core.values import Block, Document, Hidden

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 2_000
MOST_ATTACHED = 200
_MOST_UNMAPPED = 0.2
"""Above this share of characters without a known letter the text layer is noise."""
_PASSWORD_ERROR = 4
_PROPERTIES = {"Title": "title", "Author": "creator", "Subject": "subject", "Producer": "producer"}


@dataclass(frozen=True, slots=True)
class ReadPdf:
    """A PDF read: its document, the files attached to it, and the programs that had a part in it."""

    document: Document
    attached: tuple[tuple[str, bytes], ...]
    tools: tuple[str, ...] = ()


def read_pdf(data: bytes, tools: Tools = NO_TOOLS) -> ReadPdf:
    """The document in `data`, and the files attached to it with their names.

    Pages without text are recognised with `tools`. Raises `Unreadable` with the code encrypted (a
    password is needed to read it), damaged, too-big, or needs-ocr (no text layer, and nothing to
    recognise it with).
    """
    scans = Scans(tools)
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(error) from error
    try:
        if len(pdf) > MOST_PAGES:
            raise Unreadable("too-big", f"The PDF has more than {MOST_PAGES} pages.")
        if pdf.get_formtype() != pypdfium2.raw.FORMTYPE_NONE:
            pdf.init_forms()  # before any page is opened
        pages = [_page(pdf, at, scans) for at in range(len(pdf))]
        properties = _properties(pdf)
        attached = _attached(pdf)
        xfa = (FLAG,) if is_xfa(pdf) else ()
        refuse_unshown(pdf, pages)
    finally:
        pdf.close()
    if not attached:
        _check_text(pages)
    scans.settle()
    blocks = scans.told(blocks_of(pages))
    hidden = tuple(
        Hidden(aside.kind, aside.text, _near(page, blocks, aside))
        for page in pages
        for aside in page.asides
    )
    flags = dict.fromkeys((*_flags(pages, blocks), *scans.flags(blocks), *xfa))
    document = Document(MEDIA_TYPE, blocks, hidden, properties, tuple(flags))
    return ReadPdf(document, attached, scans.used)


def _flags(pages: list[Page], blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """What makes the text doubtful. Ticks that OCR wrote are never to be trusted."""
    found = {
        "pages-without-text": any(not page.lines for page in pages),
        "text-from-ocr": any(page.invisible and page.lines for page in pages),
        "struck-out-text": any(
            emphasis.kind == "struck-out" for block in blocks for emphasis in block.emphases
        ),
        "box-as-picture": any(
            box.unsure for block in blocks if not block.words for box in block.boxes
        ),
        "letters-unknown": any(page.unmapped for page in pages)
        or any("\ufffd" in block.text for block in blocks),
        "too-big": any(page.cut for page in pages),
    }
    return tuple(flag for flag, stands in found.items() if stands)


def _near(page: Page, blocks: tuple[Block, ...], aside: Aside) -> tuple[Origin, ...]:
    """The end of the block that stands nearest to what is not shown."""
    area = page.view.area(aside.rect, page.shown)

    def distance(block: Block) -> float:
        own = block.area
        if own is None:
            return float("inf")
        across = max(own.left - area.right, area.left - own.right, 0.0)
        return across + 2 * max(own.bottom - area.top, area.bottom - own.top, 0.0)

    here = (block for block in blocks if block.page == page.number)
    nearest = min(here, key=distance, default=None)
    if nearest is None:
        return ()
    return (Origin(nearest.id, len(nearest.text), len(nearest.text)),)


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


def _page(pdf: pypdfium2.PdfDocument, at: int, scans: Scans) -> Page:
    try:
        handle = pdf[at]
    except pypdfium2.PdfiumError:
        return Page(at + 1, 0.0, [])
    try:
        page = read_page(handle, at + 1)
        add_drawn_boxes(handle, page)
        page = scans.helped(handle, page)
        add_annotations(pdf, handle, page)
        if not scans.finish(page):
            arrange(page)
    finally:
        handle.close()
    return page


def _check_text(pages: list[Page]) -> None:
    shown = sum(len(word.text) for page in pages for line in page.lines for word in line.words)
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
    found["signed_by"] = "; ".join(signers_of(pdf))
    return {name: value for name, value in found.items() if value} | {"pages": str(len(pdf))}


def _said(ask: Callable[..., str], *about: str) -> str:
    """What PDFium says, or nothing where it is half a character, as cut titles may end with."""
    try:
        return ask(*about)
    except UnicodeDecodeError:
        return ""
