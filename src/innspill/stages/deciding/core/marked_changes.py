"""An old and a new text as one, with what is taken out and what is put in."""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz.distance import Levenshtein

Piece = tuple[Literal["same", "out", "in"], str]
_LONGEST = 3_000
"""Words; longer texts are shown whole, one after the other."""
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


def changed_pieces(old: str, new: str) -> list[Piece]:
    """The pieces in order, word by word: those that are "out" and "same" are the old text, those
    that are "in" and "same" the new one.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > _LONGEST:
        return _joined([("out", old), ("in", new)])
    found: list[Piece] = []
    for each in Levenshtein.opcodes(before, after):
        gone = "".join(before[each.src_start : each.src_end])
        if each.tag == "equal":
            found.append(("same", gone))
        else:
            put = "".join(after[each.dest_start : each.dest_end])
            found += [("out", gone), ("in", put)]
    return _joined(found)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Neighbours of one kind as one; a space between two changes belongs to both."""
    found: list[Piece] = []
    out = put = ""
    for place, (kind, text) in enumerate(pieces):
        between = kind == "same" and text.isspace() and 0 < place < len(pieces) - 1
        if kind == "out" or between:
            out += text
        if kind == "in" or between:
            put += text
        if kind == "same" and not between:
            found += [*_changed(out, put), ("same", text)]
            out = put = ""
    return [*found, *_changed(out, put)]


def _changed(out: str, put: str) -> list[Piece]:
    if out == put:
        return [("same", out)] if out else []
    pieces: list[Piece] = [("out", out), ("in", put)]
    return [each for each in pieces if each[1]]
