"""The heading that a piece of a response stands under."""

from __future__ import annotations

import re

_LONGEST = 120
_ENDS = re.compile(r"[.!?,;:]$")
_LEADING = re.compile(r"^\s*(?:[-–—•*#]+|\(?[0-9A-ZÆØÅ]{1,2}(?:\.[0-9]{1,2})*[.)])?\s*")


def heading_of(piece: str) -> str:
    """The heading that `piece` is, or that its first line is where more lines follow; "" for none."""
    lines = piece.strip().split("\n", 1)
    first = lines[0].strip()
    bare = _LEADING.sub("", first)
    if not bare or len(first) > _LONGEST or _ENDS.search(bare) or not bare[:1].isupper():
        return ""
    if len(bare.split()) > 12:
        return ""
    if len(lines) > 1 and lines[1].strip()[:1].islower():
        return ""  # a wrapped line
    return first
