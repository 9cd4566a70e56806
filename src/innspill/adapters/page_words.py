"""The pages of a file as pictures, each with its words and where they stand on it.

Places come from PDFium's own way from page to picture, so that turned pages, cropped ones and
those of odd sizes fit. A page that is a picture, or has unseen text, is looked at as one: there what the
file says its letters are is not believed, nor is it anywhere on top of a picture.
"""

from __future__ import annotations

import contextlib
import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from innspill.shared.errors import BadInput, Unreadable
from innspill.stages.publication.core.rebuilding.seen import in_numbers
from innspill.stages.publication.core.rebuilding.values import PDF, PageWord
from innspill.stages.reading.core.formats.scan.page import see
from innspill.stages.reading.core.formats.scan.picture import pages_in, sheets_in
from innspill.stages.reading.core.tools import Tools

Picture = NDArray[Any]
MOST_PAGES = 60
DPI = 150
_FOR_OCR = 200
_LONGEST, _SHORTEST = 2_400, 40
"""Of a page in points: what is longer or shorter is no paper."""
_MOST_CHARACTERS = 50_000
_MOSTLY_PICTURE = 0.5
"""A page with a picture of this share of it is a scan, whatever text lies over it."""
_SURE, _SUREST, _PAPER = 70, 85, 190
"""How sure the recogniser must be of a word; where something is withheld; and what is no ink."""
_MAY_BE_MISREAD = re.compile(
    r"[@&©®]|\d\D*\d\D*\d\D*\d\D*\d|(?:www|http|\.(?:no|com|org|net)\b)", re.IGNORECASE
)
"""In a picture: numbers and addresses, of which one sign misread hides the whole from the search."""
_DARK, _LEAST_INK = 200, 0.0002
_SECONDS_FOR_A_PAGE = 10.0
_FAR = 1e5
_UNSEEN = frozenset((pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP))
_HYPHENS = {"\x02": "-", "\ufffe": "-"}
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪"}
_SPACE = re.compile(r"\s")


@dataclass(slots=True)
class PagePicture:
    """A page: a grey picture, its words in order, its size in points, and points in a pixel."""

    grey: Picture
    words: list[PageWord]
    width: float
    height: float
    per_pixel: float
    recognised: bool = False
    """Whether its words were recognised in pixels, so that one may have been misread."""


def pages_of(
    data: bytes, media_type: str, tools: Tools, *, strict: bool = False
) -> Iterator[PagePicture]:
    """The pages of the file, in order.

    Where something must be withheld, it is `strict`: a word that was recognised in pixels is sure
    only where there is hardly a doubt, and no group of digits is. Raises BadInput with a `Refusal` where it cannot be done.
    """
    surest = _SUREST if strict else _SURE
    if media_type == PDF:
        yield from _pdf_pages(data, tools, surest)
    else:
        yield from _picture_pages(data, tools, surest)


def _picture_pages(data: bytes, tools: Tools, surest: int) -> Iterator[PagePicture]:
    if tools.recogniser is None:
        raise BadInput("no-recogniser")
    try:
        if pages_in(data) > MOST_PAGES:
            raise BadInput("too-many-pages")
        for sheet in sheets_in(data, MOST_PAGES):
            yield _seen(sheet.grey, sheet.dpi, tools, surest)
    except Unreadable as error:
        raise BadInput("too-big" if error.code == "too-big" else "damaged") from error


def _pdf_pages(data: bytes, tools: Tools, surest: int) -> Iterator[PagePicture]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise BadInput("locked" if "assword" in str(error) else "damaged") from error
    with contextlib.closing(document):
        if len(document) > MOST_PAGES:
            raise BadInput("too-many-pages")
        for at in range(len(document)):
            tools.more_time(_SECONDS_FOR_A_PAGE)
            try:
                yield _pdf_page(document, at, tools, surest)
            except (pypdfium2.PdfiumError, Unreadable) as error:
                raise BadInput("damaged") from error


def _pdf_page(document: pypdfium2.PdfDocument, at: int, tools: Tools, surest: int) -> PagePicture:
    page = document[at]
    # What is written in form fields becomes part of the page, as it is seen.
    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    page = document[at]
    width, height = page.get_size()
    if not (min(width, height) >= _SHORTEST and max(width, height) <= _LONGEST):
        raise BadInput("too-big")
    pictures = list(_pictures_on(page))
    if _is_seen_only(page, pictures, width * height):
        return _seen(_rendered(page, _FOR_OCR), _FOR_OCR, tools, surest)
    grey = _rendered(page, DPI)
    words = list(_Words(page, grey, pictures).found())
    if not words and float((grey < _DARK).mean()) > _LEAST_INK:
        return _seen(_rendered(page, _FOR_OCR), _FOR_OCR, tools, surest)
    return _page(grey, words, DPI)


def _page(
    grey: Picture, words: list[PageWord], dpi: int, *, recognised: bool = False
) -> PagePicture:
    height, width = grey.shape
    return PagePicture(grey, words, width * 72 / dpi, height * 72 / dpi, 72 / dpi, recognised)


def _rendered(page: pypdfium2.PdfPage, dpi: int) -> Picture:
    bitmap = page.render(scale=dpi / 72, grayscale=True, may_draw_forms=False, draw_annots=False)
    return np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width)


def _seen(grey: Picture, dpi: int, tools: Tools, surest: int) -> PagePicture:
    """The page by its picture alone, set upright."""
    if tools.recogniser is None:
        raise BadInput("no-recogniser")
    seen = see(grey, dpi, tools)
    if seen is None:
        height, width = grey.shape
        return PagePicture(
            np.full_like(grey, 255), [], width * 72 / dpi, height * 72 / dpi, 72 / dpi
        )
    height, width = seen.grey.shape
    words = [
        PageWord(
            word.text, word.left, word.top, word.right, word.bottom, word.line,
            sure=word.confidence >= surest and not _MAY_BE_MISREAD.search(word.text), seen=True,
        )
        for word in seen.words
    ]  # fmt: skip
    if surest > _SURE:
        for at in list(in_numbers(words)):
            words[at] = replace(words[at], sure=False)
    white = np.where(seen.grey > _PAPER, np.uint8(255), seen.grey)
    return _page(white, words, dpi, recognised=True)


def _is_seen_only(
    page: pypdfium2.PdfPage, pictures: list[tuple[float, float, float, float]], area: float
) -> bool:
    """Whether the page is a picture, or has unseen letters, so that its text may not be what is seen."""
    if any((right - left) * (top - bottom) > _MOSTLY_PICTURE * area
           for left, bottom, right, top in pictures):  # fmt: skip
        return True
    texts = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,), max_depth=8)
    return any(pdfium.FPDFTextObj_GetTextRenderMode(text.raw) in _UNSEEN for text in texts)


def _pictures_on(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each picture; all of the page where nobody can tell."""
    for found in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=8):
        try:
            yield found.get_bounds()
        except pypdfium2.PdfiumError:
            yield -_FAR, -_FAR, _FAR, _FAR


class _Words:
    """The words that PDFium finds in a page's text, with boxes in pixels of its picture."""

    def __init__(
        self,
        page: pypdfium2.PdfPage,
        grey: Picture,
        pictures: list[tuple[float, float, float, float]],
    ) -> None:
        self._page = page.raw
        self._text = page.get_textpage()
        self._height, self._width = grey.shape
        self._room = [ctypes.c_double() for _ in range(4)]
        self._x, self._y = ctypes.c_int(), ctypes.c_int()
        self._pictures = [self._covered(*bounds) for bounds in pictures]

    def found(self) -> Iterator[PageWord]:
        """Each word in the order of the file; a new line where the next one stands lower or before."""
        line, before = 0, None
        for text, box in self._pieces():
            if before is not None and _is_new_line(before, box):
                line += 1
            before = box
            free = not any(_touch(box, picture) for picture in self._pictures)
            yield PageWord(text, *box, line, sure=free)

    def _pieces(self) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
        count = pdfium.FPDFText_CountChars(self._text.raw)
        if count > _MOST_CHARACTERS:
            raise BadInput("too-big")
        letters: list[str] = []
        boxes: list[tuple[int, int, int, int]] = []
        for at in range(count):
            code = pdfium.FPDFText_GetUnicode(self._text.raw, at)
            letter = chr(code) if 0 < code < 0x110000 else "\ufffd"
            if letter in _HYPHENS or not _SPACE.match(letter):
                letters.append(_HYPHENS.get(letter) or _BULLETS.get(letter, letter))
                boxes.append(self._box(at))
            if letters and (_SPACE.match(letter) or letter in _HYPHENS or at + 1 == count):
                yield "".join(letters), _around(boxes)
                letters, boxes = [], []

    def _box(self, at: int) -> tuple[int, int, int, int]:
        left, right, bottom, top = self._room
        pdfium.FPDFText_GetCharBox(self._text.raw, at, left, right, bottom, top)
        return self._covered(left.value, bottom.value, right.value, top.value)

    def _covered(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[int, int, int, int]:
        """The pixels that a rectangle of the page covers."""
        corners = [self._pixel(x, y) for x in (left, right) for y in (bottom, top)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return min(across), min(down), max(across) + 1, max(down) + 1

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        pdfium.FPDF_PageToDevice(
            self._page, 0, 0, self._width, self._height, 0, x, y, self._x, self._y
        )
        return self._x.value, self._y.value


def _around(boxes: list[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _touch(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    across = min(one[2], other[2]) > max(one[0], other[0])
    return across and min(one[3], other[3]) > max(one[1], other[1])


def _is_new_line(before: tuple[int, int, int, int], box: tuple[int, int, int, int]) -> bool:
    middle = (box[1] + box[3]) / 2
    return not before[1] - 2 <= middle <= before[3] + 2 or box[0] < before[0]
