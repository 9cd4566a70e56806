"""The headings and paragraphs of a PDF: by its bookmarks, else by size, weight and numbers.

The file comes from outside: it is opened by PDFium, page by page, and given up after a while.
"""

from __future__ import annotations

import ctypes
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from innspill.stages.consultations.core.outline_faults import WrongPaper
from innspill.stages.consultations.core.outline_pieces import Piece

_MOST_PAGES = 1_000
_MOST_SIGNS = 5_000_000
_SECONDS = 30.0
_LONGEST_HEADING = 160
_LARGER = 1.08
_BOLD = 600
_LINE_BREAKS = {0x0A, 0x0D}
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+[A-ZÆØÅ«\"]")
_NAMED = re.compile(
    r"(?:kapittel|kap\.|vedlegg|innsatsområde|satsingsområde|chapter|annex|appendix)\s+[\dA-ZÆØÅIVX]",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$|…+\s*\d*\s*$")
_BULLET = re.compile(r"^[•●▪■◦‣·\uf0b7\uf0a7–-]\s+")
_ITEM = re.compile(r"^(?:[a-z]\)|\d{1,2}\)|\(\w\))\s")
_SPLIT_WORD = re.compile(r"[^\W\d]{2}[-\u00ad\u0002]$")


@dataclass(slots=True)
class _Line:
    """A printed line: its text, where its top is (from the bottom of the page), and its type."""

    text: str
    page: int
    top: float
    height: float
    size: float
    bold: bool


def pieces_of(data: bytes) -> tuple[str, list[Piece]]:
    """The title ("" where none stands out), and all pieces in order.

    Raises WrongPaper where it is locked, damaged, without text, or takes too long.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise WrongPaper("locked", "the PDF is locked with a password") from error
        raise WrongPaper("damaged", "the PDF is damaged") from error
    try:
        lines = _without_margins(_lines(document), len(document))
        if not lines:
            raise WrongPaper("no-text", "the PDF has no text, only pictures of pages")
        marks = list(_bookmarks(document))
    finally:
        document.close()
    size = _usual_size(lines)
    levels = _levels_by_marks(lines, marks) or _levels_by_type(lines, size)
    return _title(lines, size), list(_pieces(lines, levels))


def _lines(document: pdfium.PdfDocument) -> list[_Line]:
    if len(document) > _MOST_PAGES:
        raise WrongPaper("too-large", f"the PDF has more than {_MOST_PAGES} pages")
    ends = time.monotonic() + _SECONDS
    found: list[_Line] = []
    signs = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        signs += text.count_chars()
        if time.monotonic() > ends or signs > _MOST_SIGNS:
            raise WrongPaper("too-slow", "the PDF takes too long to read")
        found += _lines_of(text, number)
        text.close()
        page.close()
    return found


def _lines_of(text: pdfium.PdfTextPage, page: int) -> Iterator[_Line]:
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


def _line(text: pdfium.PdfTextPage, start: int, said: str, page: int) -> _Line:
    box = [ctypes.c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(text, start, *box)
    _, _, bottom, top = (one.value for one in box)
    size = _set_size(text, start)
    bold = raw.FPDFText_GetFontWeight(text, start) >= _BOLD or _is_bold_by_name(text, start)
    return _Line(said, page, bottom + size, max(top - bottom, size), size, bold)


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


def _without_margins(lines: Sequence[_Line], pages: int) -> list[_Line]:
    """`lines` without page numbers and what stands at the edge of most pages."""
    edges = [
        line
        for number in {line.page for line in lines}
        for line in _edges([one for one in lines if one.page == number])
    ]
    counts = Counter(_alike(line.text) for line in edges)
    often = {text for text, times in counts.items() if times >= 3 and times * 2 >= pages}
    dropped = {
        id(line)
        for line in edges
        if _alike(line.text) in often
        or re.fullmatch(
            r"(?:side\s+|page\s+)?\d{1,4}(?:\s*(?:av|of|/)\s*\d+)?", line.text, re.IGNORECASE
        )
    }
    return [line for line in lines if id(line) not in dropped]


def _edges(lines: list[_Line]) -> list[_Line]:
    ordered = sorted(lines, key=lambda line: line.top)
    return list({id(line): line for line in (*ordered[:2], *ordered[-2:])}.values())


def _alike(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _usual_size(lines: Sequence[_Line]) -> float:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return weights.most_common(1)[0][0]


def _title(lines: Sequence[_Line], usual: float) -> str:
    """What is set largest on the first page that has text."""
    first = [line for line in lines if line.page == lines[0].page]
    largest = max(line.size for line in first)
    if largest < usual * 1.2:
        return ""
    words = [line.text for line in first if line.size >= largest - 0.2]
    return " ".join(words)[:300]


def _bookmarks(document: pdfium.PdfDocument) -> Iterator[tuple[str, int, int]]:
    """Title, level and page of each bookmark, no more than are shown."""
    for count, mark in enumerate(document.get_toc(max_depth=6)):
        if count >= 2_000:
            return
        place = mark.get_dest()
        page = place.get_index() if place is not None else None
        title = " ".join(mark.get_title().split())
        if title and page is not None:
            yield title, mark.level, page


def _levels_by_marks(
    lines: Sequence[_Line], marks: Sequence[tuple[str, int, int]]
) -> dict[int, tuple[int, int, str]]:
    """For the lines where a bookmark's heading begins: level, number of lines, and title."""
    found: dict[int, tuple[int, int, str]] = {}
    at = 0
    for title, level, page in marks:
        for place in range(at, len(lines)):
            if lines[place].page < page:
                continue
            if lines[place].page > page + 1:
                break
            taken = _lines_that_say(lines, place, title)
            if taken:
                whole = " ".join(line.text for line in lines[place : place + taken])
                found[place] = (level, taken, whole)
                at = place + taken
                break
    # Bookmarks that point at other things than headings (slides, figures) say nothing.
    return found if len(found) * 2 >= len(marks) and found else {}


def _lines_that_say(lines: Sequence[_Line], at: int, title: str) -> int:
    wanted, said = _letters(title), ""
    for taken in range(1, 5):
        if at + taken > len(lines):
            return 0
        said += _letters(lines[at + taken - 1].text)
        if wanted and (said == wanted or (said.endswith(wanted) and len(said) - len(wanted) < 6)):
            return 0 if _LEADERS.search(lines[at + taken - 1].text) else taken
        if wanted not in said and not wanted.startswith(said.lstrip("0123456789")):
            return 0
    return 0


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def _levels_by_type(lines: Sequence[_Line], usual: float) -> dict[int, tuple[int, int, str]]:
    """Headings by their looks: larger than the text, or numbered or named and bold."""
    starts = [at for at, line in enumerate(lines) if _looks_like_heading(line, usual)]
    sizes = sorted({lines[at].size for at in starts if not _NUMBERED.match(lines[at].text)},
                   reverse=True)  # fmt: skip
    found: dict[int, tuple[int, int, str]] = {}
    until = -1
    for at in starts:
        if at < until:
            continue
        taken = 1
        while at + taken < len(lines) and _goes_on(lines[at], lines[at + taken], usual):
            taken += 1
        whole = " ".join(line.text for line in lines[at : at + taken])
        numbered = _NUMBERED.match(whole)
        level = numbered[1].count(".") if numbered else min(sizes.index(lines[at].size), 2)
        found[at] = (0 if _NAMED.match(whole) else level, taken, whole)
        until = at + taken
    return found


def _looks_like_heading(line: _Line, usual: float) -> bool:
    text = line.text
    if len(text) > _LONGEST_HEADING or _LEADERS.search(text) or text.endswith((",", ";", ".")):
        return False
    larger = line.size >= usual * _LARGER
    if _NUMBERED.match(text) or _NAMED.match(text):
        return larger or line.bold
    return larger and any(sign.isalpha() for sign in text)


def _goes_on(first: _Line, line: _Line, usual: float) -> bool:
    """Whether a heading runs on over this line: same type, close below, no number of its own."""
    near = 0 < first.top - line.top < first.size * 4 and line.page == first.page
    alike = line.size == first.size and line.bold == first.bold
    return (
        near
        and alike
        and (line.size >= usual * _LARGER or line.bold)
        and not _NUMBERED.match(line.text)
        and not _NAMED.match(line.text)
    )


def _pieces(lines: Sequence[_Line], levels: dict[int, tuple[int, int, str]]) -> Iterator[Piece]:
    spacing = _usual_spacing(lines)
    paragraph, last, at = "", None, 0
    while at < len(lines):
        line = lines[at]
        heading = levels.get(at)
        if heading or (last and _starts_anew(last, line, spacing)):
            if paragraph:
                yield Piece(_listed(paragraph))
            paragraph = ""
        if heading:
            yield Piece(heading[2], heading[0])
            at, last = at + heading[1], None
            continue
        if not _LEADERS.search(line.text):
            paragraph = _run_on(paragraph, line.text)
        last, at = line, at + 1
    if paragraph:
        yield Piece(_listed(paragraph))


def _usual_spacing(lines: Sequence[_Line]) -> float:
    gaps = Counter(
        round(upper.top - lower.top, 0)
        for upper, lower in pairwise(lines)
        if upper.page == lower.page and upper.top > lower.top
    )
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _starts_anew(last: _Line, line: _Line, spacing: float) -> bool:
    if _BULLET.match(line.text) or _ITEM.match(line.text):
        return True
    if line.page != last.page or line.top > last.top:
        return last.text.endswith((".", ":", "!", "?"))
    return last.top - line.top > spacing * 1.35


def _run_on(text: str, line: str) -> str:
    """`line` behind `text`: a word that was parted at the edge is put together again."""
    if not text:
        return line
    if (
        _SPLIT_WORD.search(text)
        and line[0].islower()
        and not re.match(r"(?:og|eller|and|or)\b", line)
    ):
        return text[:-1] + line
    return f"{text} {line}"


def _listed(text: str) -> str:
    return _BULLET.sub("• ", text)
