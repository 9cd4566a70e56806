"""One way to make a block, whatever the format: ticks found, unshowable characters replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    block = Block(
        name, kind, shown.text, shown.boxes, shown.notes,
        level, label, tag, cell, page, mark,
        tuple(_emphases(emphases, shown)) if emphases else (),
    )  # fmt: skip
    return block, shown


def _emphases(given: Iterable[tuple[int, int, EmphasisKind]], shown: Shown) -> Iterator[Emphasis]:
    for start, end, kind in given:
        first, last = shown.place(start), shown.place(end)
        if shown.text[first:last].strip():
            yield Emphasis(first, last, kind)
