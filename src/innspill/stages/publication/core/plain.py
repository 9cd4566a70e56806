"""A text as personal data is looked for in it: without what only parts or dresses up characters.

Invisible characters, accents that stand alone and footnote marks are left out; digits of any
script become 0 to 9, and dashes, spaces and the signs of e-mail addresses their plain selves. So
no dress of a number hides it, and every place leads back to the text as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,10}\]")
_SAME = {"−": "-", "＠": "@", "﹫": "@", "․": ".", "．": ".", "＋": "+", "（": "(", "）": ")"}
_DROPPED = frozenset({"Cf", "Mn", "Me"})


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain text, and of each of its characters the place in the text that it was made of."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Plain:
        """The plain form of `text`."""
        kept = list(_kept(text))
        return cls("".join(character for _, character in kept), tuple(at for at, _ in kept))

    def behind(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text as written the characters `start` to `end` (not empty) stand."""
        return self.places[start], self.places[end - 1] + 1


def _kept(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    while at < len(text):
        mark = _FOOTNOTE.match(text, at) if text[at] == "[" else None
        if mark:
            at = mark.end()
            continue
        if text[at].isascii():
            yield at, text[at]
        elif unicodedata.category(text[at]) not in _DROPPED:
            yield at, _plain(text[at])
        at += 1


def _plain(character: str) -> str:
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category == "Pd":
        return "-"
    return " " if category == "Zs" else _SAME.get(character, character)
