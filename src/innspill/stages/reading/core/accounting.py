"""The sum of design.md, counted anew from the origins of a response.

answers + footnotes + the form's own wording + unplaced = all visible text, where every character
that is not white space stands in exactly one of them.
"""

from __future__ import annotations

from collections import Counter
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
    parts = {
        "answers": _characters(read.blocks, (a.origin for a in read.answers)),
        "footnotes": _characters(read.blocks, (n.origin for n in read.footnotes)),
        "form_wording": _characters(read.blocks, (p.origin for p in read.form_wording)),
        "unplaced": _characters(read.blocks, (p.origin for p in read.unplaced)),
    }
    total: Counter[tuple[str, int]] = Counter()
    for counted in parts.values():
        total.update(counted)
    visible = {
        (block.id, at)
        for block in read.blocks
        for at, character in enumerate(block.text)
        if not character.isspace()
    }
    return Accounting(
        visible=len(visible),
        answers=len(parts["answers"]),
        footnotes=len(parts["footnotes"]),
        form_wording=len(parts["form_wording"]),
        unplaced=len(parts["unplaced"]),
        missing=sum(place not in total for place in visible),
        doubled=sum(count > 1 for count in total.values()),
    )


def _characters(
    blocks: Sequence[Block], origins: Iterable[Sequence[Origin]]
) -> Counter[tuple[str, int]]:
    texts = {block.id: block.text for block in blocks}
    found: Counter[tuple[str, int]] = Counter()
    for group in origins:
        for origin in group:
            text = texts.get(origin.block, "")
            for at in range(origin.start, min(origin.end, len(text))):
                if not text[at].isspace():
                    found[(origin.block, at)] += 1
    return found
