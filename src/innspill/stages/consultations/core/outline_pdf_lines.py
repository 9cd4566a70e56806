"""The printed lines of a PDF, with where they stand and how they are set.

The file comes from outside: it is opened by PDFium, page by page, and given up after a while.
"""

from __future__ import annotations

import ctypes
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pypdfium2 as pdfium
from pypdfium2 import raw

from innspill.stages.consultations.core.outline_faults import WrongPaper

_MOST_PAGES = 1_000
_MOST_SIGNS = 5_000_000
_SECONDS = 30.0
_BOLD = 600
_LINE_BREAKS = {0x0A, 0x0D}
_PAGE_NUMBER = re.compile(r"(?:side\s+|page\s+)?\d{1,4}(?:\s*(?:av|of|/)\s*\d+)?", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """A printed line: its text, where its top is (from the bottom of the page), and its type."""

    text: str
    page: int
    top: float
    height: float
    size: float
    bold: bool


def lines_of(document: pdfium.PdfDocument) -> list[Line]:
    """The lines of all pages in order, without page numbers and running heads.

    Raises WrongPaper where there are too many pages, or it takes too long.
    """
    return _without_margins(_all_lines(document), len(document))


def _all_lines(document: pdfium.PdfDocument) -> list[Line]:
    if len(document) > _MOST_PAGES:
        raise WrongPaper("too-large", f"the PDF has more than {_MOST_PAGES} pages")
    ends = time.monotonic() + _SECONDS
    found: list[Line] = []
    signs = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        signs += text.count_chars()
        if time.monotonic() > ends or signs > _MOST_SIGNS:
            raise WrongPaper("too-slow", "the PDF takes too long to read")
        found += _lines_on(text, number)
        text.close()
        page.close()
    return found


def _lines_on(text: pdfium.PdfTextPage, page: int) -> Iterator[Line]:
    start, said = 0, ""
    for at in range(text.count_chars() + 1):
        sign = raw.FPDFText_GetUnicode(text, at) if at < text.count_chars() else 0x0A
        if sign not in _LINE_BREAKS:
            start = at if not said.strip() else start
            said += chr(sign) if sign and not 0xD800 <= sign < 0xE000 else ""
            continue
        plain = " ".join(said.split())
        if plain:
            yield _line(text, start, plain, page)
        said = ""


def _line(text: pdfium.PdfTextPage, start: int, said: str, page: int) -> Line:
    box = [ctypes.c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(text, start, *box)
    _, _, bottom, top = (one.value for one in box)
    size = _set_size(text, start)
    bold = raw.FPDFText_GetFontWeight(text, start) >= _BOLD or _is_bold_by_name(text, start)
    return Line(said, page, bottom + size, max(top - bottom, size), size, bold)


def _set_size(text: pdfium.PdfTextPage, at: int) -> float:
    """The size that is seen: the font's own, as far as the page scales it."""
    matrix = raw.FS_MATRIX()
    size = float(raw.FPDFText_GetFontSize(text, at))
    if raw.FPDFText_GetMatrix(text, at, matrix):
        scale = abs(matrix.d) or abs(matrix.b) or 1.0
        size *= scale
    return round(size, 1)


def _is_bold_by_name(text: pdfium.PdfTextPage, at: int) -> bool:
    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, name, 200, flags)
    return any(word in name.value.lower() for word in (b"bold", b"semibold", b"black", b"heavy"))


def _without_margins(lines: Sequence[Line], pages: int) -> list[Line]:
    """`lines` without page numbers and what stands at the edge of most pages."""
    edges = [
        line
        for _, on_page in groupby(lines, key=lambda line: line.page)
        for line in _edges(list(on_page))
    ]
    counts = Counter(_alike(line.text) for line in edges)
    often = {text for text, times in counts.items() if times >= 3 and times * 2 >= pages}
    dropped = {
        id(line)
        for line in edges
        if _alike(line.text) in often or _PAGE_NUMBER.fullmatch(line.text)
    }
    return [line for line in lines if id(line) not in dropped]


def _edges(lines: list[Line]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: line.top)
    return list({id(line): line for line in (*ordered[:2], *ordered[-2:])}.values())


def _alike(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())
