"""The headings and paragraphs of a PDF: by its bookmarks, else by size, weight and numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pypdfium2 as pdfium

from innspill.stages.consultations.core.outline_faults import WrongPaper
from innspill.stages.consultations.core.outline_pdf_lines import Line, lines_of
from innspill.stages.consultations.core.outline_pieces import Piece

_LONGEST_HEADING = 160
_LARGER = 1.08
_END = 60
_EXCEPTION = 8
"""One in so many distances between lines is an exception at most."""
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+[A-ZÆØÅ«\"]")
_NAMED = re.compile(
    r"(?:kapittel|kap\.|vedlegg|innsatsområde|satsingsområde|chapter|annex|appendix)\s+[\dA-ZÆØÅIVX]",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$|…+\s*\d*\s*$")
_BULLET = re.compile(r"^[•●▪■◦‣·\uf0b7\uf0a7–-]\s+")
_ITEM = re.compile(r"^(?:[a-z]\)|\d{1,2}\)|\(\w\))\s")
_SPLIT_WORD = re.compile(r"[^\W\d]{2}[-\u00ad\u0002]$")


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
        lines = lines_of(document)
        marks = list(_bookmarks(document))
    except pdfium.PdfiumError as error:
        raise WrongPaper("damaged", "the PDF is damaged") from error
    finally:
        document.close()
    if not lines:
        raise WrongPaper("no-text", "the PDF has no text, only pictures of pages")
    size = _usual_size(lines)
    levels = _levels_by_marks(lines, marks) or _levels_by_type(lines, size)
    return _title(lines, size), list(_pieces(lines, levels))


def _usual_size(lines: Sequence[Line]) -> float:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return weights.most_common(1)[0][0]


def _title(lines: Sequence[Line], usual: float) -> str:
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
    lines: Sequence[Line], marks: Sequence[tuple[str, int, int]]
) -> dict[int, tuple[int, int, str]]:
    """For the lines where a bookmark's heading begins: level, number of lines, and title."""
    found: dict[int, tuple[int, int, str]] = {}
    at = 0
    for title, level, page in marks:
        on_page = bisect_left(lines, page, key=lambda line: line.page)
        for place in range(max(at, on_page), len(lines)):
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


def _lines_that_say(lines: Sequence[Line], at: int, title: str) -> int:
    wanted, said = _letters(title), ""
    for taken in range(1, 5):
        if at + taken > len(lines):
            return 0
        said += _letters(lines[at + taken - 1].text)
        if wanted and (said == wanted or (said.endswith(wanted) and len(said) - len(wanted) < 6)):
            return 0 if _is_contents(lines[at + taken - 1].text) else taken
        if wanted not in said and not wanted.startswith(said.lstrip("0123456789")):
            return 0
    return 0


def _is_contents(text: str) -> bool:
    """Whether the line is one of a list of contents: its end is dots and a page number."""
    return bool(_LEADERS.search(text[-_END:]))


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def _levels_by_type(lines: Sequence[Line], usual: float) -> dict[int, tuple[int, int, str]]:
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


def _looks_like_heading(line: Line, usual: float) -> bool:
    text = line.text
    if len(text) > _LONGEST_HEADING or _is_contents(text) or text.endswith((",", ";", ".")):
        return False
    larger = line.size >= usual * _LARGER
    if _NUMBERED.match(text) or _NAMED.match(text):
        return larger or line.bold
    return larger and any(sign.isalpha() for sign in text)


def _goes_on(first: Line, line: Line, usual: float) -> bool:
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


def _pieces(lines: Sequence[Line], levels: dict[int, tuple[int, int, str]]) -> Iterator[Piece]:
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
        if not _is_contents(line.text):
            paragraph = _run_on(paragraph, line.text)
        last, at = line, at + 1
    if paragraph:
        yield Piece(_listed(paragraph))


def _usual_spacing(lines: Sequence[Line]) -> float:
    """From one line of a paragraph to the next: the least distance that is no exception."""
    gaps = Counter(
        round((upper.top - lower.top) * 2) / 2
        for upper, lower in pairwise(lines)
        if upper.page == lower.page and upper.size == lower.size and upper.top > lower.top
    )
    often = [gap for gap, times in gaps.items() if times * _EXCEPTION >= gaps.total()]
    return min(often, default=0.0)


def _starts_anew(last: Line, line: Line, spacing: float) -> bool:
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
