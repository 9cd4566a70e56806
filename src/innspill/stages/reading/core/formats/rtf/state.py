"""What holds within a group of an RTF file, and is as before when it ends."""

from __future__ import annotations

from dataclasses import dataclass

from innspill.stages.reading.core.formats.manuscript import PLAIN, Look


class Shown:
    """Text is shown, in the flow that is being read."""


class Unshown:
    """Text is none of the document's; groups within may be."""


SHOWN, UNSHOWN = Shown(), Unshown()
Target = Shown | Unshown | list[str]
"""Where text goes: into the flow, nowhere, or to those who asked for it."""


@dataclass(slots=True)
class State:
    """The present state; `copy` it where a group begins."""

    target: Target = SHOWN
    outer: Target = SHOWN
    """Where text goes that an alternative within an unshown group brings."""
    look: Look = PLAIN
    font: int = -1
    fallback: int = 1
    """How many characters after each Unicode character stand for it in old programs."""
    deleted: bool = False
    style: int = 0
    outline: int | None = None
    in_table: bool = False
    table_depth: int = 0
    list_level: int = 0

    def copy(self) -> State:
        """The state that a group within begins with."""
        return State(
            self.target, self.outer, self.look, self.font, self.fallback, self.deleted,
            self.style, self.outline, self.in_table, self.table_depth, self.list_level,
        )  # fmt: skip

    def begin_paragraph(self) -> None:
        """Back to what an ordinary paragraph has."""
        self.style, self.outline, self.list_level = 0, None, 0
        self.in_table, self.table_depth = False, 0

    @property
    def depth(self) -> int:
        """How many tables deep the paragraph stands."""
        return self.table_depth or int(self.in_table)
