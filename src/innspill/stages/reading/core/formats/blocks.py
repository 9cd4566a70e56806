"""One way to make a block, whatever the format: ticks found, unshowable characters replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from innspill.stages.reading.core.formats.characters import Shown, show
from innspill.stages.reading.core.values import (
    Block,
    BlockKind,
    Box,
    Cell,
    Emphasis,
    EmphasisKind,
    NoteRef,
)


class _Draft:
    """A block while its fields are filled in.

    Filling in a frozen block costs a call for each field, eight times as much in all; a draft has
    the same slots, and becomes the block that it is by taking its class.
    """

    __slots__ = Block.__slots__


def text_block(
    name: str,
    kind: BlockKind,
    text: str,
    *,
    boxes: tuple[Box, ...] = (),
    notes: tuple[NoteRef, ...] = (),
    level: int | None = None,
    label: str | None = None,
    tag: str | None = None,
    cell: Cell | None = None,
    page: int | None = None,
    mark: str | None = None,
    emphases: tuple[Emphasis, ...] = (),
) -> Block:
    """The block named `name` with `text` exactly as it is shown."""
    block: Any = _Draft()
    block.id, block.kind, block.text = name, kind, text
    block.boxes, block.notes = boxes, notes
    block.level, block.label, block.tag = level, label, tag
    block.cell, block.page, block.mark = cell, page, mark
    block.emphases, block.area, block.words = emphases, None, ()
    block.__class__ = Block
    made: Block = block
    return made


def block_of(
    name: str,
    kind: BlockKind,
    text: str,
    *,
    boxes: list[Box] | None = None,
    notes: list[NoteRef] | None = None,
    level: int | None = None,
    label: str | None = None,
    tag: str | None = None,
    cell: Cell | None = None,
    page: int | None = None,
    mark: str | None = None,
    emphases: Iterable[tuple[int, int, EmphasisKind]] = (),
) -> tuple[Block | None, Shown]:
    """The block named `name` with the raw `text`, or None where it shows nothing.

    `emphases` are given by their places in the raw `text`. Also gives the `Shown` text, for those
    who noted further places of the raw text on their way.
    """
    shown = show(text, boxes, notes)
    if not shown.notes and not shown.text.strip():
        return None, shown
    block = text_block(
        name, kind, shown.text, boxes=shown.boxes, notes=shown.notes,
        level=level, label=label, tag=tag, cell=cell, page=page, mark=mark,
        emphases=tuple(_emphases(emphases, shown)) if emphases else (),
    )  # fmt: skip
    return block, shown


def _emphases(given: Iterable[tuple[int, int, EmphasisKind]], shown: Shown) -> Iterator[Emphasis]:
    for start, end, kind in given:
        first, last = shown.place(start), shown.place(end)
        if shown.text[first:last].strip():
            yield Emphasis(first, last, kind)
