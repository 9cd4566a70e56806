"""Picture files of pages: scans, faxes, photos."""

from __future__ import annotations

import cv2
import numpy as np

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.opened import Given, Opened
from innspill.stages.reading.core.formats.pdf.geometry import Rect, View
from innspill.stages.reading.core.formats.pdf.lines import blocks_of
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.scan.doubts import doubts, settle_solid
from innspill.stages.reading.core.formats.scan.page import see
from innspill.stages.reading.core.formats.scan.paper import Paper, paper_of
from innspill.stages.reading.core.formats.scan.photo import sheet_in
from innspill.stages.reading.core.formats.scan.picture import Sheet, pages_in, sheets_in
from innspill.stages.reading.core.tools import Tools
from innspill.stages.reading.core.values import Document

MOST_PAGES = 60
"""So many pages of a document are recognised; that there are more is flagged."""
ENGLISH_ONLY = "ocr-without-norwegian"
DPI = 200
_LEAST_DPI, _MOST_DPI = 170, 320
_A4_LONG = 11.69


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
        paper = _paper(sheet, number, given.tools)
        if paper is None:
            pages.append(Page(number, sheet.height, [], shown=View(Rect(0, 0, 0, sheet.height))))
            continue
        paper.finish()
        papers.append(paper)
        pages.append(paper.page)
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


def _paper(sheet: Sheet, number: int, tools: Tools) -> Paper | None:
    """The page recognised, straightened first where it is a photo; None where it is blank."""
    grey, dpi = sheet.grey, sheet.dpi
    way = np.diag([72 / dpi, 72 / dpi, 1.0])
    straight = sheet_in(grey)
    if straight is not None:
        grey, matrix = straight
        way = way @ np.linalg.inv(matrix)
        size = max(grey.shape) / _A4_LONG
        factor = DPI / size if not _LEAST_DPI <= size <= _MOST_DPI else 1.0
        grey = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        way, dpi = way @ np.diag([1 / factor, 1 / factor, 1.0]), round(size * factor)
    seen = see(grey, dpi, tools)
    return None if seen is None else paper_of(seen, number, 72 / dpi, sheet.height, way)


def is_norwegian(name: str) -> bool:
    """Whether the recogniser of this name ("tesseract 5.3.0 nor") knows Norwegian."""
    return bool({"nor", "nno"} & set(name.rpartition(" ")[2].split("+")))
