"""Blocks as plain JSON and back, and what a block says: all its words, without looks and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import TypeAdapter

from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Table,
)

_KINDS: Mapping[str, TypeAdapter[Any]] = {
    "heading": TypeAdapter(Heading),
    "paragraph": TypeAdapter(Paragraph),
    "bullets": TypeAdapter(Bullets),
    "quote": TypeAdapter(Quote),
    "table": TypeAdapter(Table),
    "picture": TypeAdapter(Picture),
}


def as_json(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Blocks as they are kept: each with its kind."""
    return [
        {"is": (kind := type(block).__name__.lower())}
        | _KINDS[kind].dump_python(block, mode="json")
        for block in blocks
    ]


def from_json(rows: Iterable[Mapping[str, Any]]) -> tuple[Block, ...]:
    """The blocks again. Raises KeyError and ValueError where they are none."""
    return tuple(
        _KINDS[row["is"]].validate_python({key: value for key, value in row.items() if key != "is"})
        for row in rows
    )


def said(block: Block) -> tuple[str, ...]:
    """Every text of a block in its order: what somebody reads of it."""
    match block:
        case Heading() as heading:
            return (heading.text,)
        case Paragraph() as paragraph:
            return tuple(filter(None, (paragraph.label, paragraph.text)))
        case Bullets() as bullets:
            return tuple(line.text for line in bullets.lines)
        case Quote() as quote:
            return (quote.text, quote.name, quote.reference)
        case Table() as table:
            cells = (cell.text for row in table.rows for cell in row)
            return (table.caption, *table.header, *cells)
        case Picture() as picture:
            return (picture.chart.description,)


def told(blocks: Iterable[Block]) -> tuple[tuple[str, ...], ...]:
    """What several blocks say, with white space made plain: equal where nobody changed a word."""
    return tuple(
        (type(block).__name__, *(" ".join(text.split()) for text in said(block)))
        for block in blocks
    )
