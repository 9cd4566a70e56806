"""Parts written on any paper."""

from __future__ import annotations

from collections.abc import Iterable

from innspill.stages.reports.core.chapters.paper import Paper
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Quote,
    ReportPart,
    Table,
)


def write_parts(paper: Paper, parts: Iterable[ReportPart]) -> None:
    """All parts in their order, each under its heading."""
    for part in parts:
        if part.heading:
            paper.heading(part.heading, part.level, numbered=part.numbered)
        if part.awaits and not part.blocks:
            paper.text(f"[{part.awaits}]", "Innspill Note")
        said_by = ""
        for block in part.blocks:
            if isinstance(block, Quote):
                if block.reference != said_by:
                    paper.sender(block.name, block.reference)
                said_by = block.reference
            elif not (isinstance(block, Paragraph) and block.style == "Innspill Decision"):
                said_by = ""
            write_block(paper, block)


def write_block(paper: Paper, block: Block) -> None:
    """One block. Who says a quote is told once by `write_parts`, above all that they say."""
    match block:
        case Heading():
            paper.heading(block.text, block.level)
        case Paragraph() if block.label:
            paper.labelled(block.label, block.text, block.style)
        case Paragraph():
            paper.text(block.text, block.style, block.language)
        case Bullets():
            paper.bullets([line.text for line in block.lines])
        case Quote():
            paper.text(block.text, "Innspill Quote", block.language)
        case Table():
            rows = [[cell.text for cell in row] for row in block.rows]
            paper.table(
                block.caption, block.header, rows, block.widths, numeric=block.numeric,
                strong=block.strong, anchors=block.anchors,
            )  # fmt: skip
        case Picture():
            paper.chart(block.chart)
