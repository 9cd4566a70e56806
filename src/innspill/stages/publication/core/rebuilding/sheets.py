"""Pages of a file on paper: each a picture of what is published, with its text beneath."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from innspill.stages.consultations.core.answer_pdf import typeset
from innspill.stages.consultations.core.form_outline import shown
from innspill.stages.publication.core.rebuilding.judging import Verdict
from innspill.stages.publication.core.rebuilding.paper_words import paper_words_in
from innspill.stages.publication.core.rebuilding.values import PageWord
from innspill.stages.publication.core.values import MASK

_LAYOUT = Path(__file__).with_name("pages.typ")
_LETTERS = 0.8
"""How large a letter is beside the line that it stands in."""
_LARGEST_MASK, _MASK_WIDTH = 11.0, 4.2
Json = dict[str, Any]
JudgedWord = tuple[PageWord, Verdict]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size and how many points a pixel is, its words as judged, and its picture (PNG)."""

    width: float
    height: float
    per_pixel: float
    words: Sequence[JudgedWord]
    png: bytes


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page says: title, who and when, in which language, and if text is withheld."""

    language: str
    title: str
    author: str
    foot: str
    facts: Sequence[Sequence[str]]
    kind: str
    withheld: bool


def build_pages_pdf(cover: Cover, sheets: Sequence[Sheet]) -> bytes:
    """The file as PDF/UA-1: a first page that says what it is, then its pages."""
    words = paper_words_in(cover.language)
    content = {
        "language": cover.language,
        "title": cover.title,
        "author": cover.author,
        "kind": cover.kind,
        "foot": cover.foot,
        "facts": [list(fact) for fact in cover.facts],
        "withheld": words.withheld if cover.withheld else "",
        "pages": [
            _page(sheet, number, words.page_of_file.format(number=number))
            for number, sheet in enumerate(sheets, start=1)
        ],
        "has_names": False,
        "words": {
            "page": words.page, "of": words.of, "rebuilt": words.rebuilt,
            "replaced": words.replaced,
        },
    }  # fmt: skip
    pictures = {_name(number): _framed(sheet) for number, sheet in enumerate(sheets, start=1)}
    return typeset(_LAYOUT, content, pictures)


def runs_of(words: Sequence[JudgedWord]) -> Iterator[tuple[Verdict, list[PageWord]]]:
    """The words of a page in stretches: neighbours of one line that the same becomes of."""
    for (_, verdict), group in groupby(words, key=lambda each: (each[0].line, each[1])):
        yield verdict, [word for word, _ in group]


def box_of(words: Sequence[PageWord]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what the words cover together."""
    return (
        min(word.left for word in words), min(word.top for word in words),
        max(word.right for word in words), max(word.bottom for word in words),
    )  # fmt: skip


def _name(number: int) -> str:
    return f"page-{number}.svg"


def _framed(sheet: Sheet) -> bytes:
    """The picture in a frame of text: typst takes files that it is handed as text alone."""
    png = base64.b64encode(sheet.png).decode("ascii")
    size = f'width="{sheet.width}" height="{sheet.height}"'
    image = f'<image {size} href="data:image/png;base64,{png}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{image}</svg>'.encode("ascii")


def _page(sheet: Sheet, number: int, heading: str) -> Json:
    lines = [
        _line(words, verdict is Verdict.WITHHELD, sheet.per_pixel)
        for verdict, words in runs_of(sheet.words)
        if verdict is not Verdict.LEFT_OUT
    ]
    return {
        "image": _name(number), "width": sheet.width, "height": sheet.height,
        "heading": heading, "lines": lines,
    }  # fmt: skip


def _line(words: Sequence[PageWord], withheld: bool, per_pixel: float) -> Json:
    """A stretch of words, or the mask over them, where it stands on the page."""
    left, top, right, bottom = (edge * per_pixel for edge in box_of(words))
    size = max(_LETTERS * (bottom - top), 1.0)
    text = " ".join(shown(word.text) for word in words)
    if withheld:
        text, left = MASK, left + 1
        size = max(min(size, (right - left) / _MASK_WIDTH, _LARGEST_MASK), 1.0)
    return {
        "x": round(left, 2), "y": round(top, 2), "size": round(size, 2),
        "width": round(max(right - left, 0.1), 2), "text": f"{text} ", "mask": withheld,
    }  # fmt: skip
