"""Picture files of pages: scans, faxes, photos."""

from __future__ import annotations

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.opened import Given, Opened
from innspill.stages.reading.core.formats.scan.blocks import doubts, page_blocks, settle_solid
from innspill.stages.reading.core.formats.scan.page import SeenPage, see
from innspill.stages.reading.core.formats.scan.picture import pages_in, sheets_in
from innspill.stages.reading.core.values import Block, Document

MOST_PAGES = 60
"""So many pages are recognised; the rest is flagged."""


def open_picture(given: Given) -> Opened:
    """A picture with its text recognised and its ticks read from the pixels.

    Raises `Unreadable` with needs-ocr (no recogniser, or no text to be seen), too-big or damaged.
    """
    recogniser = given.tools.recogniser
    if recogniser is None:
        raise Unreadable("needs-ocr", "The file is a picture: its text must be typed or OCRed.")
    seen: list[SeenPage] = []
    blocks: list[Block] = []
    sizes: list[tuple[float, float]] = []
    for sheet in sheets_in(given.data, MOST_PAGES):
        seen.append(see(sheet.grey, sheet.dpi, given.tools))
        sizes.append((sheet.height, 72 / sheet.dpi))
    settle_solid(seen)
    for number, (page, (height, scale)) in enumerate(zip(seen, sizes, strict=True), start=1):
        blocks += page_blocks(page, number, height, scale)
    if not any(character.isalnum() for block in blocks for character in block.text):
        raise Unreadable("needs-ocr", "No text was recognised in the picture.")
    flags = doubts(blocks, sum(page.missed for page in seen))
    pages = pages_in(given.data)
    if pages > len(seen):
        flags += ("pages-not-recognised",)
    if any(not page.lines for page in seen):
        flags += ("pages-without-text",)
    document = Document(
        given.media_type, tuple(blocks), properties={"pages": str(pages)}, flags=flags
    )
    return Opened(document, tools=(recogniser.name,))
