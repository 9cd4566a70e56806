"""The last step of a page: its words, now that all are there, become lines in reading order."""

from __future__ import annotations

from innspill.stages.reading.core.formats.pdf.emphases import add_drawn_emphases
from innspill.stages.reading.core.formats.pdf.order import arranged
from innspill.stages.reading.core.formats.pdf.page import Page


def arrange(page: Page) -> None:
    """Put the words of `page` together to lines; those that run in another direction stay last."""
    page.lines = arranged(page.words, page.tables) + page.lines
    add_drawn_emphases(page)
