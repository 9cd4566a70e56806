"""Which pages of a PDF want their pixels looked at. What that takes is loaded only then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.tools import Tools
from innspill.stages.reading.core.values import Block

if TYPE_CHECKING:
    from innspill.stages.reading.core.formats.scan.layer import PicturePages

_MOST_UNMAPPED = 0.2
"""Above this share of characters without a known letter the text layer is noise."""
_WHOLE_PAGE = 0.6
_A_STAMP = 60
"""So few letters on the picture of a page are a stamp or a page number."""


class Scans:
    """The pages of one PDF that are pictures; does nothing where there are none."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._pages: PicturePages | None = None

    def helped(self, handle: Any, page: Page) -> Page:
        """The page of the pypdfium2 page `handle`, its words recognised or its ticks found."""
        if _is_noise(page) or _is_picture(page):
            return page if self._tools.recogniser is None else self._known().recognise(handle, page)
        if page.invisible and page.words:
            from innspill.stages.reading.core.formats.scan.layer import add_ticks

            self._known()
            add_ticks(handle, page)
        return page

    def _known(self) -> PicturePages:
        if self._pages is None:
            from innspill.stages.reading.core.formats.scan.layer import PicturePages

            self._pages = PicturePages(self._tools)
        return self._pages

    def finish(self, page: Page) -> bool:
        """Put the lines of a recognised page together; False where it is none."""
        return self._pages is not None and self._pages.finish(page)

    def settle(self) -> None:
        """What only all pages together show."""
        if self._pages is not None:
            self._pages.settle()

    def told(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """All blocks, those of recognised pages with their words' confidence."""
        return tuple(blocks) if self._pages is None else self._pages.told(blocks)

    def flags(self, blocks: Sequence[Block]) -> tuple[str, ...]:
        """What makes the recognised pages doubtful."""
        return () if self._pages is None else self._pages.flags(blocks)

    @property
    def used(self) -> tuple[str, ...]:
        """The programs outside that had a part in it."""
        return () if self._pages is None else self._pages.used


def _is_noise(page: Page) -> bool:
    letters = sum(len(word.text) for word in page.words)
    return page.unmapped > _MOST_UNMAPPED * max(letters, 1)


def _is_picture(page: Page) -> bool:
    """Whether what can be read on the page is in a picture, or drawn, and not written."""
    if page.lines or page.invisible:
        return False
    if not page.words:
        return bool(page.drawn.pictures or page.drawn.shapes)
    letters = sum(len(word.text) for word in page.words)
    whole = page.shown.width * page.shown.height * _WHOLE_PAGE
    return letters < _A_STAMP and any(p.rect.size >= whole for p in page.drawn.pictures)
