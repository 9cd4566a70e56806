"""The smallest pieces that points are made of: sentences, and lines that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.values import Span
from innspill.stages.analysis.core.sentences import sentences

_BREAK = re.compile(r"\n[ \t]*")
_FULL = 0.72
"""The part of the longest line that a line must fill to have been broken by its width."""
_NARROW, _WIDE = 50, 120
"""Characters that the lines of a hard-wrapped text have at least, and never have."""
_ENDS = '.!?:;…)"»”'


def units(text: str) -> Iterator[Span]:
    """The pieces of `text` in order, with white space between: a sentence is cut at line ends
    that somebody set, never at those that a program set to keep lines short.
    """
    width = _width(text)
    for span in sentences(text):
        at = span.start
        for found in _BREAK.finditer(text, span.start, span.end):
            if _is_set(text, found, width):
                yield from _piece(text, at, found.start())
                at = found.end()
        yield from _piece(text, at, span.end)


def _piece(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        left = start + len(piece) - len(piece.lstrip())
        yield Span(left, left + len(piece.strip()))


def _width(text: str) -> int:
    """The longest line of a text that looks hard-wrapped, else 0."""
    lengths = [len(line) for line in text.split("\n")]
    longest = max(lengths)
    return longest if len(lengths) > 1 and _NARROW <= longest <= _WIDE else 0


def _is_set(text: str, found: re.Match[str], width: int) -> bool:
    after = text[found.end() : found.end() + 1]
    if after.islower():
        return False
    start = text.rfind("\n", 0, found.start()) + 1
    line = text[start : found.start()].rstrip()
    if "|" in line:
        return True
    if line[-1:] in ("-", "\u00ad", ",") or not line:
        return False
    return line[-1] in _ENDS or not width or len(line) < _FULL * width
