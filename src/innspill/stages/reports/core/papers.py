"""A report written on a paper, part by part: what Word, PDF and the page have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from innspill.stages.reports.core.parts.values import (
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Quote,
    ReportPart,
    Sentence,
    Table,
)

MARK = re.compile(r"\[\^([^\]\s]{1,10})\]")
"""A footnote's mark as reading leaves it in the text: "[^1]"."""


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What stands before the first part. `left` says in sentences what the report lacks yet."""

    kind: str
    title: str
    facts: tuple[tuple[str, str], ...]
    partial: str = ""
    left: tuple[str, ...] = ()
    contents: bool = True
    """Whether a table of contents stands on it: a letter has none."""


class Paper(Protocol):
    """A report being written from its beginning to its end, in one language."""

    def front(self, page: TitlePage) -> None:
        """The first page, and the table of contents."""

    def begin(self, part: ReportPart) -> None:
        """A part begins, with its heading where it has one."""

    def end(self, part: ReportPart) -> None:
        """The part is whole."""

    def heading(self, block: Heading) -> None:
        """A heading inside a part."""

    def paragraph(self, block: Paragraph) -> None:
        """Sentences with their sources."""

    def bullets(self, block: Bullets) -> None:
        """A list."""

    def quote(self, block: Quote, *, named: bool) -> None:
        """Words of a response; `named` where the one before it was somebody else's."""

    def table(self, block: Table) -> None:
        """A table under its caption."""

    def picture(self, block: Picture) -> None:
        """A chart with its figures as alternative text."""


def write_on(paper: Paper, page: TitlePage, parts: Iterable[ReportPart]) -> None:
    """The whole report."""
    paper.front(page)
    for part in parts:
        paper.begin(part)
        if part.awaits and not part.blocks:
            paper.paragraph(Paragraph((Sentence(f"[{part.awaits}]"),), "Innspill Note"))
        _blocks(paper, part)
        paper.end(part)


def _blocks(paper: Paper, part: ReportPart) -> None:
    said_by = ""
    for block in part.blocks:
        match block:
            case Heading():
                paper.heading(block)
            case Paragraph():
                paper.paragraph(block)
            case Bullets():
                paper.bullets(block)
            case Quote():
                paper.quote(block, named=block.reference != said_by)
            case Table():
                paper.table(block)
            case Picture():
                paper.picture(block)
        # What was decided on a quote stands between two quotes of the same sender.
        decision = isinstance(block, Paragraph) and block.style == "Innspill Decision"
        if not decision:
            said_by = block.reference if isinstance(block, Quote) else ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: how it looks is said beside it, never in it."""

    text: str
    raised: bool = False
    italic: bool = False


def pieces_of(text: str, emphasis: Iterable[str] = ()) -> tuple[Piece, ...]:
    """`text` with footnote marks raised and the first place of each name of `emphasis` in italics."""
    italics = _places(text, emphasis)
    found: list[Piece] = []
    for start, end, raised in _marked(text):
        at = start
        for first, last in italics:
            if first < at or last > end or raised:
                continue
            found.extend([Piece(text[at:first]), Piece(text[first:last], italic=True)])
            at = last
        shown = MARK.sub(r"\1", text[at:end]) if raised else text[at:end]
        found.append(Piece(shown, raised=raised))
    return tuple(piece for piece in found if piece.text)


def _places(text: str, emphasis: Iterable[str]) -> list[tuple[int, int]]:
    """Where each name stands first, in order and without overlaps."""
    found: list[tuple[int, int]] = []
    for name in dict.fromkeys(name for name in emphasis if name):
        at = text.find(name)
        if at >= 0:
            found.append((at, at + len(name)))
    kept: list[tuple[int, int]] = []
    for place in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    return kept


def _marked(text: str) -> Iterator[tuple[int, int, bool]]:
    at = 0
    for mark in MARK.finditer(text):
        yield at, mark.start(), False
        yield mark.start(), mark.end(), True
        at = mark.end()
    yield at, len(text), False


def anchor_of(reference: str) -> str:
    """The bookmark of a response: letters, digits and underscores, 40 at the most."""
    return ("ref_" + re.sub(r"[^A-Za-z0-9]+", "_", reference))[-40:]
