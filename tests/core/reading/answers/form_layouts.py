"""How a form is laid out: paragraphs, lines of a text file, rows of a table, a grid …"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from innspill.stages.reading.core.values import Block, Cell
from tests.core.reading.answers.form_ticks import TECHNIQUES, Labels, Marked

LINES = frozenset({"lines", "spaced-lines"})
"""Layouts of files that have lines rather than paragraphs."""
_WIDTH = 88
_GAP = "    "


@dataclass(frozen=True, slots=True)
class Filled:
    """One question as it stands in the form, with its answer."""

    question: str
    number: int
    numbers: str
    wording: str
    labels: Labels
    ticks: frozenset[str]
    said: tuple[str, ...]
    flags: frozenset[str]

    @property
    def text(self) -> str:
        """The words of the answer."""
        return " ".join(self.said)

    @property
    def label(self) -> str | None:
        """The number where the program makes it."""
        return f"{self.number}." if self.numbers == "label" else None

    @property
    def asked(self) -> str:
        """The question with its number."""
        if self.numbers in ("none", "label"):
            return self.wording
        style = "1." if self.numbers == "shifted" else self.numbers
        return f"{style.replace('1', str(self.number))} {self.wording}"


@dataclass(slots=True)
class Sheet:
    """The form being laid out."""

    random: Random
    technique: str
    grid: bool = False
    made: int = 0

    def marks(self, filled: Filled) -> tuple[Marked, ...]:
        """The choices as they were marked."""
        if not filled.labels:
            return ()
        return TECHNIQUES[self.technique](self.random, filled.question, filled.labels, filled.ticks)

    def block(
        self, marked: Marked | str, label: str | None = None, cell: Cell | None = None
    ) -> Block:
        """The next block."""
        self.made += 1
        line = Marked(marked) if isinstance(marked, str) else marked
        kind = "cell" if cell else "list-item" if label else "paragraph"
        return Block(
            f"{'c' if cell else 'p'}{self.made}", kind, line.text, line.boxes, label=label,
            cell=cell, emphases=line.emphases,
        )  # fmt: skip


def together(parts: Sequence[Marked], gap: str = _GAP) -> Marked:
    """`parts` on one line."""
    line = Marked("")
    for number, part in enumerate(parts):
        moved = part.after(line.text + (gap if number else ""))
        line = Marked(moved.text, line.boxes + moved.boxes, line.emphases + moved.emphases)
    return line


def _paragraphs(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    blocks = [sheet.block(line) for line in head]
    on_one_line = sheet.random.random() < 0.6
    for each in filled:
        blocks.append(sheet.block(each.asked, each.label))
        marks = sheet.marks(each)
        if marks:
            lines = [together(marks)] if on_one_line else list(marks)
            blocks += [sheet.block(line) for line in lines]
        blocks += [sheet.block(said) for said in each.said]
    return (*blocks, *(sheet.block(line) for line in tail))


def _boxes_below(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    """The answer before the choices, where boxes or marks tell them apart from text."""
    blocks = [sheet.block(line) for line in head]
    for each in filled:
        blocks.append(sheet.block(each.asked, each.label))
        marks = sheet.marks(each)
        written = [sheet.block(said) for said in each.said]
        line = [sheet.block(together(marks))] if marks else []
        first = len(marks) > 1 and sheet.technique not in ("answer-colon", "sentence")
        blocks += [*written, *line] if first else [*line, *written]
    return (*blocks, *(sheet.block(line) for line in tail))


def _lines(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str], blank: int = 1
) -> tuple[Block, ...]:
    """Lines of a text file, named by their number, with blank lines between paragraphs."""
    blocks: list[Block] = []
    number = 1

    def add(marked: Marked | str) -> None:
        nonlocal number
        line = Marked(marked) if isinstance(marked, str) else marked
        fits = len(line.text) <= _WIDTH or line.boxes or line.emphases
        for part in [line] if fits else map(Marked, textwrap.wrap(line.text, _WIDTH)):
            blocks.append(
                Block(f"l{number}", "paragraph", part.text, part.boxes, emphases=part.emphases)
            )
            number += 1
        number += blank

    for line in head:
        add(line)
    for each in filled:
        add(f"{each.number}. {each.wording}" if each.label else each.asked)
        if marks := sheet.marks(each):
            add(together(marks))
        for said in each.said:
            add(said)
    for line in tail:
        add(line)
    return tuple(blocks)


def _spaced_lines(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    return _lines(sheet, filled, head, tail, blank=3)


def _one_line(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    """Question, choices and answer in one paragraph."""
    blocks = [sheet.block(line) for line in head]
    for each in filled:
        parts = [Marked(each.asked), *sheet.marks(each)]
        parts += [Marked(each.text)] if each.text else []
        gap = "  " if each.wording.endswith(("?", ".", ":")) else ": "
        line = together(parts[:1]).then(gap)
        rest = together(parts[1:], "   ")
        moved = rest.after(line.text)
        blocks.append(sheet.block(moved, each.label))
    return (*blocks, *(sheet.block(line) for line in tail))


def _rows(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    """A table: the question in a row, its choices and its answer in the next ones."""
    blocks = [sheet.block(line) for line in head]
    row = 0
    for each in filled:
        lines: list[Marked] = [Marked(each.asked)]
        if marks := sheet.marks(each):
            lines.append(together(marks))
        lines += [Marked(each.text)] if each.text else []
        for number, line in enumerate(lines):
            label = None if number else each.label
            blocks.append(sheet.block(line, label, Cell(0, row, 0)))
            row += 1
    return (*blocks, *(sheet.block(line) for line in tail))


def _cells(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    """A table: question, choices and answer in three cells of one row."""
    blocks = [sheet.block(line) for line in head]
    for row, each in enumerate(filled):
        blocks.append(sheet.block(each.asked, each.label, Cell(0, row, 0)))
        blocks += [sheet.block(mark, None, Cell(0, row, 1)) for mark in sheet.marks(each)]
        if each.text:
            blocks.append(sheet.block(each.text, None, Cell(0, row, 2)))
    return (*blocks, *(sheet.block(line) for line in tail))


def _grid(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    """Questions in rows, choices in columns, a column for comments; boxes or crosses in cells."""
    blocks = [sheet.block(line) for line in head]
    labels = [text for _, text in filled[0].labels]
    names = ["Spørsmål", *labels, "Kommentar"]
    blocks += [sheet.block(name, None, Cell(0, 0, column)) for column, name in enumerate(names)]
    crosses = sheet.random.random() < 0.4
    for row, each in enumerate(filled, 1):
        blocks.append(sheet.block(each.asked, each.label, Cell(0, row, 0)))
        for column, (choice, _) in enumerate(each.labels, 1):
            on = choice in each.ticks
            box = TECHNIQUES["glyph-before"](sheet.random, "", ((choice, ""),), each.ticks)[0]
            mark = Marked("x" if on else "") if crosses else Marked(box.text.strip(), box.boxes)
            if mark.text:
                blocks.append(sheet.block(mark, None, Cell(0, row, column)))
        if each.text:
            blocks.append(sheet.block(each.text, None, Cell(0, row, len(labels) + 1)))
    return (*blocks, *(sheet.block(line) for line in tail))


def _number_cells(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    """A table: the number in a cell of its own, then question, then answer in the next row."""
    blocks = [sheet.block(line) for line in head]
    for row, each in enumerate(filled):
        blocks.append(sheet.block(str(each.number), None, Cell(0, 2 * row, 0)))
        blocks.append(sheet.block(each.wording, None, Cell(0, 2 * row, 1)))
        marks = sheet.marks(each)
        lines = ([together(marks)] if marks else []) + [Marked(said) for said in each.said]
        blocks += [sheet.block(line, None, Cell(0, 2 * row + 1, 1)) for line in lines]
    return (*blocks, *(sheet.block(line) for line in tail))


def _text_boxes(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    """Answers in text boxes under the choices."""
    blocks = [sheet.block(line) for line in head]
    for each in filled:
        blocks.append(sheet.block(each.asked))
        if marks := sheet.marks(each):
            blocks.append(sheet.block(together(marks, "\t")))
        blocks += [replace(sheet.block(said), kind="text-box") for said in each.said]
    return (*blocks, *(sheet.block(line) for line in tail))


def _two_columns(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    """A table: question on the left, choices and answer as paragraphs of the cell on the right."""
    blocks = [sheet.block(line) for line in head]
    blocks += [
        sheet.block(name, None, Cell(0, 0, column))
        for column, name in enumerate(("Spørsmål", "Svar"))
    ]
    for row, each in enumerate(filled, 1):
        blocks.append(sheet.block(each.asked, None, Cell(0, row, 0)))
        marks = sheet.marks(each)
        lines = [*marks, *map(Marked, each.said)]
        blocks += [sheet.block(line, None, Cell(0, row, 1)) for line in lines]
    return (*blocks, *(sheet.block(line) for line in tail))


def _answer_lists(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    """Answers as lists that the program numbers from 1 each time."""
    blocks = [sheet.block(line) for line in head]
    for each in filled:
        blocks.append(sheet.block(each.asked))
        if marks := sheet.marks(each):
            blocks.append(sheet.block(together(marks)))
        blocks += [sheet.block(said, f"{n})") for n, said in enumerate(each.said, 1)]
    return (*blocks, *(sheet.block(line) for line in tail))


def _headed_pages(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    """Pages with a running head, which comes in the midst of answers."""
    blocks = [replace(sheet.block(line), page=1) for line in head]
    page = 1
    for each in filled:
        texts = [Marked(each.asked)]
        texts += [together(marks)] if (marks := sheet.marks(each)) else []
        for line in (*texts, *map(Marked, each.said)):
            if sheet.random.random() < 0.15:
                blocks.append(replace(sheet.block(f"Side {page}"), page=page))
                page += 1
                blocks.append(replace(sheet.block("Sandvik kommune"), page=page, kind="header"))
            blocks.append(replace(sheet.block(line), page=page))
    return (*blocks, *(replace(sheet.block(line), page=page) for line in tail))


def _gathered(
    sheet: Sheet, filled: Sequence[Filled], head: Sequence[str], tail: Sequence[str]
) -> tuple[Block, ...]:
    """All questions first, then all answers by their number."""
    blocks = [sheet.block(line) for line in head]
    blocks += [sheet.block(each.asked, each.label) for each in filled]
    style = sheet.random.choice(("Til spørsmål 1:", "1:", "Ad 1)", "Spm. 1 –"))
    blocks.append(sheet.block("Svar på spørsmålene:"))
    blocks += [
        sheet.block(f"{style.replace('1', each.question)} {each.text}")
        for each in filled
        if each.text
    ]
    return (*blocks, *(sheet.block(line) for line in tail))


Layout = Callable[[Sheet, Sequence[Filled], Sequence[str], Sequence[str]], tuple[Block, ...]]
LAYOUTS: dict[str, Layout] = {
    "paragraphs": _paragraphs, "lines": _lines, "rows": _rows, "grid": _grid,
    "one-line": _one_line, "gathered": _gathered, "cells": _cells, "boxes-below": _boxes_below,
    "spaced-lines": _spaced_lines, "number-cells": _number_cells, "text-boxes": _text_boxes,
    "two-columns": _two_columns, "answer-lists": _answer_lists, "headed-pages": _headed_pages,
}  # fmt: skip
