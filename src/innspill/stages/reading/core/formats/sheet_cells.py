"""Cells of spreadsheets as blocks, and values as a Norwegian program shows them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from innspill.shared.errors import Unreadable
from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.blocks import block_of
from innspill.stages.reading.core.values import Block, Cell, Emphasis, Hidden

_MOST_TEXT = 5_000_000
_DECIMALS = re.compile(r"0\.(0+)")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class Sheets:
    """The cells of all sheets of a file, put in reading order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.hidden: list[Hidden] = []
        self.names: list[str] = []
        self._is_hidden = False
        self._length = 0
        self._boxes = 0

    def begin(self, name: str, *, hidden: bool = False) -> None:
        """Begin the sheet `name`."""
        self.names.append(" ".join(name.split()))
        self._is_hidden = hidden

    def put(
        self,
        row: int,
        column: int,
        text: str,
        *,
        hidden: str | None = None,
        emphases: Iterable[Emphasis] = (),
    ) -> Block | None:
        """Put the `text` of a cell, counted from 1; where it is `hidden`, apart and by that name.

        Raises `Unreadable` where the file says more than is read at once.
        """
        if not text.strip():
            return None
        if self._is_hidden or hidden:
            self.hide("hidden-sheet" if self._is_hidden else hidden or "", text)
            return None
        name = f"a{len(self.names)}r{row}c{column}"
        cell = Cell(len(self.names) - 1, row - 1, column - 1)
        block, shown = block_of(name, "cell", text.rstrip(), cell=cell)
        if block is None:
            return None
        length = len(block.text)
        moved = (
            Emphasis(min(shown.place(e.start), length), min(shown.place(e.end), length), e.kind)
            for e in emphases
        )
        block = replace(block, emphases=tuple(e for e in dict.fromkeys(moved) if e.end > e.start))
        self._add(block)
        return block

    def put_box(self, text: str) -> None:
        """Put a paragraph of a text box that lies on a sheet."""
        self._boxes += 1
        block, _ = block_of(f"x{self._boxes}", "text-box", text)
        if block is not None:
            self._add(block)

    def hide(self, kind: str, text: str, origin: tuple[Origin, ...] = ()) -> None:
        """Put text apart that is in the file but not shown."""
        said = text.strip()
        self._count(said)
        if said:
            self.hidden.append(Hidden(kind, said, origin))

    def flags(self) -> list[str]:
        """`hidden-cells` where cells were hidden from who looks at the sheet."""
        hidden = any(each.kind.startswith("hidden") for each in self.hidden)
        return ["hidden-cells"] if hidden else []

    def _add(self, block: Block) -> None:
        self._count(block.text)
        self.blocks.append(block)

    def _count(self, text: str) -> None:
        self._length += len(text)
        if self._length > _MOST_TEXT:
            raise Unreadable("too-big", "The file holds more text than is read at once.")


def shown_value(value: Any, number_format: str = "General") -> str:
    """A cell's value as shown: dates and decimals as in Norwegian, whole numbers without more."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "SANN" if value else "USANN"
    if isinstance(value, dt.datetime):
        day = f"{value:%d.%m.%Y}"
        return day if value.time() == dt.time() else f"{day} {value:%H:%M}"
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float):
        return _number(float(value) if isinstance(value, float) else value, number_format or "")
    return str(value)


def _number(value: float, number_format: str) -> str:
    bare = _QUOTED.sub("", number_format).split(";")[0]
    decimals = _DECIMALS.search(bare)
    percent = "%" in bare
    if percent:
        value *= 100
    if decimals:
        text = f"{value:.{min(len(decimals[1]), 15)}f}"
    elif percent or (isinstance(value, float) and value.is_integer() and abs(value) < 1e15):
        text = f"{value:.0f}"
    else:
        text = f"{value:.15g}" if isinstance(value, float) else str(value)
    return text.replace(".", ",") + (" %" if percent else "")
