"""The sum of design.md, counted anew from the origins of a response.

answers + footnotes + the form's own wording + unplaced = all visible text, where every character
that is not white space stands in exactly one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from innspill.shared.values import Origin
from innspill.stages.reading.core.values import Block, ResponseRead


@dataclass(frozen=True, slots=True)
class Accounting:
    """Visible characters (not white space), and what they were put to."""

    visible: int
    answers: int
    footnotes: int
    form_wording: int
    unplaced: int
    missing: int
    """Characters that no part points to."""
    doubled: int
    """Characters that more than one part points to."""

    @property
    def complete(self) -> bool:
        """Whether every visible character is in exactly one part."""
        return self.missing == 0 and self.doubled == 0


def account(read: ResponseRead) -> Accounting:
    """The accounting of `read`, from nothing but its blocks and its origins."""
    count = _Count(read.blocks)
    answers = count.add(answer.origin for answer in read.answers)
    footnotes = count.add(note.origin for note in read.footnotes)
    form_wording = count.add(passage.origin for passage in read.form_wording)
    unplaced = count.add(passage.origin for passage in read.unplaced)
    return Accounting(
        visible=sum(_visible(block.text) for block in read.blocks),
        answers=answers,
        footnotes=footnotes,
        form_wording=form_wording,
        unplaced=unplaced,
        missing=count.missing(),
        doubled=count.doubled,
    )


class _Count:
    """Which characters of the blocks have been pointed to."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._texts = {block.id: block.text for block in blocks}
        self._seen = {block.id: bytearray(len(block.text)) for block in blocks}
        self.doubled = 0

    def add(self, parts: Iterable[Sequence[Origin]]) -> int:
        """Marks the characters of `parts` and says how many visible ones they are."""
        return sum(self._mark(origin) for part in parts for origin in part)

    def _mark(self, origin: Origin) -> int:
        text, seen = self._texts.get(origin.block, ""), self._seen.get(origin.block, bytearray())
        start, end = origin.start, min(origin.end, len(text))
        if any(seen[start:end]):
            self.doubled += sum(seen[at] and not text[at].isspace() for at in range(start, end))
        seen[start:end] = b"\1" * (end - start)
        return _visible(text[start:end])

    def missing(self) -> int:
        """How many visible characters nothing points to."""
        return sum(
            not seen[at] and not text[at].isspace()
            for name, text in self._texts.items()
            if not all(seen := self._seen[name])
            for at in range(len(text))
        )


def _visible(text: str) -> int:
    """How many characters of `text` are not white space."""
    return len("".join(text.split()))
