"""Picture files of pages: scans, faxes, photos."""

from __future__ import annotations

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.opened import Given, Opened
from innspill.stages.reading.core.formats.pdf.geometry import Rect, View
from innspill.stages.reading.core.formats.pdf.lines import blocks_of
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.scan.doubts import doubts, settle_solid
from innspill.stages.reading.core.formats.scan.page import see
from innspill.stages.reading.core.formats.scan.paper import Paper, paper_of
from innspill.stages.reading.core.formats.scan.picture import pages_in, sheets_in
from innspill.stages.reading.core.values import Document

MOST_PAGES = 60
"""So many pages of a document are recognised; that there are more is flagged."""
ENGLISH_ONLY = "ocr-without-norwegian"


def open_picture(given: Given) -> Opened:
    """A picture with its text recognised and its ticks read from the pixels.

    Raises `Unreadable` with needs-ocr (no recogniser, or no text to be seen), too-big or damaged.
    """
    recogniser = given.tools.recogniser
    if recogniser is None:
        raise Unreadable("needs-ocr", "The file is a picture: its text must be typed or OCRed.")
    papers: list[Paper] = []
    pages: list[Page] = []
    for number, sheet in enumerate(sheets_in(given.data, MOST_PAGES), start=1):
        seen = see(sheet.grey, sheet.dpi, given.tools)
        if seen is None:
            pages.append(Page(number, sheet.height, [], shown=View(Rect(0, 0, 0, sheet.height))))
            continue
        papers.append(paper_of(seen, number, 72 / sheet.dpi, sheet.height))
        papers[-1].finish()
        pages.append(papers[-1].page)
    settle_solid(papers)
    by_number = {paper.page.number: paper for paper in papers}
    blocks = tuple(by_number[block.page or 0].told(block) for block in blocks_of(pages))
    if not any(character.isalnum() for block in blocks for character in block.text):
        raise Unreadable("needs-ocr", "No text was recognised in the picture.")
    flags = list(doubts(blocks, papers))
    count = pages_in(given.data)
    if any(not page.lines for page in pages):
        flags.append("pages-without-text")
    if count > len(pages):
        flags.append("pages-not-recognised")
    if not is_norwegian(recogniser.name):
        flags.append(ENGLISH_ONLY)
    document = Document(
        given.media_type, blocks, properties={"pages": str(count)}, flags=tuple(flags)
    )
    return Opened(document, tools=(recogniser.name,))


def is_norwegian(name: str) -> bool:
    """Whether the recogniser of this name ("tesseract 5.3.0 nor") knows Norwegian."""
    return bool({"nor", "nno"} & set(name.rpartition(" ")[2].split("+")))
