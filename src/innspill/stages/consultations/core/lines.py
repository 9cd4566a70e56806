"""Lines: what the import reads, whatever format the page and the form came in.

Consultations stand before reading in the journey and may not import it, so the blocks of a
reader are turned into these by `reading.core.importing`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from innspill.stages.consultations.core.norwegian import starts_with_date

LineKind = Literal["paragraph", "heading", "list-item", "cell"]

_FULL = 0.82
"""Share of the width from which a printed line counts as full."""
BOXES = "☐☒☑"
_BULLET = re.compile(r"^\s*(?:[•●▪■◦‣·\uf0b7\uf0a7*–-]|o(?=\s))\s+(?=\S)")
_NUMBER = re.compile(
    r"^\s*(?:(?:spørsmål|question)\s+)?(?P<number>\d{1,2})\s*(?P<mark>[).:])(?:\s+(?=\S)|$)",
    re.IGNORECASE,
)
_DANGLING = re.compile(r"(?:[–,-]|\b(?:og|eller|i|av|for|til|på|med|ved|som|til|den|det|de))$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or one printed line of it (`whole` is then false), as shown.

    `gap` is true where there is free room above it, `entry` where it stands in a field that is
    meant to be filled in, `row` is its table and row. A tick box is one of `BOXES` in the text.
    """

    text: str
    kind: LineKind = "paragraph"
    level: int | None = None
    label: str | None = None
    gap: bool = True
    whole: bool = True
    row: tuple[int, int] | None = None
    entry: bool = False

    @property
    def has_boxes(self) -> bool:
        """Whether it has something to tick."""
        return any(box in self.text for box in BOXES)

    @property
    def starts_part(self) -> bool:
        """Whether it starts something of its own, so that it continues no line above."""
        return (
            self.gap
            or self.has_boxes
            or self.kind != "paragraph"
            or bool(_BULLET.match(self.text) or _NUMBER.match(self.text))
        )


def plain(text: str) -> str:
    """`text` on one line, with ordinary single spaces."""
    return " ".join(text.replace("\u00ad", "").split())


def number_of(line: Line) -> tuple[int, str, str] | None:
    """The number that a line starts with, the mark after it, and the rest; else None.

    The number may be the list label that a word processor made ("1)").
    """
    match = _NUMBER.match(line.label.strip()) if line.label else None
    if match:
        return int(match["number"]), match["mark"], plain(line.text)
    match = _NUMBER.match(line.text)
    if match and not starts_with_date(line.text):
        return int(match["number"]), match["mark"], plain(line.text[match.end() :])
    return None


def without_bullet(text: str) -> str:
    """`text` without the sign that makes it a list item."""
    return plain(_BULLET.sub("", text, count=1))


def is_list_item(line: Line) -> bool:
    """Whether the line is an item of a list with signs or numbers."""
    return line.kind == "list-item" or bool(_BULLET.match(line.text))


def joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` with printed lines joined to the paragraphs they were broken from."""
    says_ends = _ends_are_marked(lines)
    width = max((len(plain(line.text)) for line in lines if not line.whole), default=0)
    done: list[Line] = []
    last = ""
    for line in lines:
        text = plain(line.text)
        if not text:
            continue
        goes_on = last and not line.starts_part and (
            not last.endswith("  ") if says_ends else _goes_on(plain(last), text, width)
        )  # fmt: skip
        if goes_on:
            done[-1] = replace(done[-1], text=f"{done[-1].text.rstrip()} {line.text.lstrip()}")
        else:
            done.append(line)
        last = "" if line.whole else line.text
    return tuple(done)


def _goes_on(upper: str, lower: str, width: int) -> bool:
    """Whether the printed line `lower` continues `upper`, in a text as wide as `width`.

    It does after a word that cannot end anything, and where it starts with a small letter and
    its first word had no room above. Headings are set larger, so room is judged with a margin.
    """
    if _DANGLING.search(upper):
        return True
    first_word = lower.split(maxsplit=1)[0]
    return lower[0].islower() and len(upper) + 1 + len(first_word) > width * _FULL


def _ends_are_marked(lines: Sequence[Line]) -> bool:
    """Whether the text marks ends of paragraphs by two spaces and broken lines by one.

    That is how text copied from Word's PDF files comes. It must hold for a fair share of both.
    """
    ends = Counter(
        min(len(line.text) - len(line.text.rstrip()), 2) for line in lines if not line.whole
    )
    return ends[1] >= 3 and ends[2] >= 3 and ends[0] <= (ends[1] + ends[2]) // 5
