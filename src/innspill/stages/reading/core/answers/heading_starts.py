"""Places where a question may begin: each line, with the number before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from innspill.stages.reading.core.answers.ledger import Ledger
from innspill.stages.reading.core.answers.stream import Key, Stream

_ID = r"(\d{1,3}(?:\.\d{1,2}){0,2}[a-zA-Z]?)"
_ALSO = r"(?P<also>(?:(?:\s*+(?:og|and|&|/)\s*+|,\s?|[–-])\d{1,3}\b)*+)"
_NAME = r"(?:spørsmåla?|spørsmål(?:et|ene|ane)?|spm\.?|sp\.|questions?|punkt|pkt\.?|nr\.?|q)"
_NUMBER = re.compile(
    rf"[\s>#*]*+\(?+(?:{_NAME}\s*+(?:nr\.?\s*+)?)?{_ID}{_ALSO}\s*+(?:[.):–-]++|(?<=\s))\s*+",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\s*+\(?+(?:{_NAME})?\s*+{_ID}\s*+[.):]?\s*+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Start:
    """A place where a heading may begin: the line, its number, and where its words begin."""

    line: int
    words: int
    number: str | None
    also: str = ""
    """Further numbers, where one heading names several questions ("3 og 4")."""

    def agrees(self, question: str) -> bool:
        """Whether the number is that of `question`; "3a" may stand for 3."""
        if self.number is None:
            return False
        number = self.number.casefold()
        return question.casefold() in (number, number.rstrip("abcdefghijklmnopqrstuvwxyz"))


def starts_in(stream: Stream, ledger: Ledger, key: Key) -> Iterator[Start]:
    """The lines of `stream` that a heading may begin on; twice where its number may be a word."""
    for line in stream.line_starts():
        if line >= len(stream.text) or not ledger.is_free(line):
            continue
        end = stream.line_end(line)
        if key.first_after(line) >= end:
            # A line without words, as a box alone in its cell, begins no question.
            continue
        number = _NUMBER.match(stream.text, line, end)
        label = _number_beside(stream, line)
        if number:
            place = label[0] if label else line
            yield Start(place, number.end(), number.group(1), number["also"])
        yield Start(label[0] if label else line, line, label[1] if label else None)


def _number_beside(stream: Stream, line: int) -> tuple[int, str] | None:
    """The number that the program makes, or that stands alone in the cell before; and where."""
    index = stream.index_at(line)
    block = stream.blocks[index]
    if stream.starts[index] != line:
        return None
    if block.label and (found := _ALONE.fullmatch(block.label)):
        return line, found.group(1)
    before = stream.blocks[index - 1] if index else None
    if before is None or before.cell is None or block.cell is None:
        return None
    same_row = (before.cell.table, before.cell.row) == (block.cell.table, block.cell.row)
    found = _ALONE.fullmatch(before.text)
    return (stream.starts[index - 1], found.group(1)) if same_row and found else None
