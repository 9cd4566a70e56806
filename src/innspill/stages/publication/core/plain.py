"""A text as personal data is looked for in it: without what only parts or dresses up characters.

Invisible characters, accents that stand alone and footnote marks are left out; digits of any
script become 0 to 9, letters that a scan took for digits too, and dashes, spaces and the signs of
e-mail addresses their plain selves. So no dress of a number hides it, and every place leads back
to the text as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

CAPITALS = "A-ZÀ-ÖØ-ÞĆČĎĐĒĖĘĞĢĪİĶŁŃŅŇŊŌŐŒŘŚŞŠŢŤŦŪŮŰŹŻŽ"
"""What a name may begin with, between the brackets of a pattern."""

_ODD = re.compile(r"[^\x00-\x7f\u00c0-\u024f]+|\[\^[^\]\s]{1,10}\]")
"""All that is not plain already: Latin letters with their accents on are."""
_SAME = {"−": "-", "＠": "@", "﹫": "@", "․": ".", "．": ".", "＋": "+", "（": "(", "）": ")"}
_DROPPED = frozenset({"Cf", "Mn", "Me"})
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_MISREAD_NEAR = re.compile(r"[OoIl][0-9]|[0-9][OoIl]|[OoIl]{5}[ .\-\n][0-9]")
_MISREAD = re.compile(
    r"(?<![^\W_])[0-9OoIl]{2,24}(?![^\W_])(?:[ .\-\n][0-9OoIl]{2,24}(?![^\W_])){0,4}"
)
_TOKEN = re.compile(r"[0-9OoIl]+")
_AS_DIGITS = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain text, and where in it how many characters were left out so far."""

    text: str
    gaps: tuple[int, ...]
    left_out: tuple[int, ...]

    @classmethod
    def of(cls, text: str, *, raised: bool = False) -> Plain:
        """The plain form of `text`.

        One or two raised digits after a digit are a footnote's mark and left out, or with
        `raised` digits like the others.
        """
        pieces: list[str] = []
        gaps: list[int] = []
        left_out: list[int] = []
        at = length = dropped = 0
        for odd in _ODD.finditer(text):
            pieces.append(text[at : odd.start()])
            length += odd.start() - at
            at = odd.end()
            for kept in _kept(text, odd, raised=raised):
                if kept:
                    pieces.append(kept)
                    length += 1
                    continue
                dropped += 1
                gaps.append(length)
                left_out.append(dropped)
        pieces.append(text[at:])
        return cls(_without_misread("".join(pieces)), tuple(gaps), tuple(left_out))

    def behind(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text as written the characters `start` to `end` (not empty) stand."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, at: int) -> int:
        before = bisect_right(self.gaps, at)
        return at + (self.left_out[before - 1] if before else 0)


_OF_MINUTES = (
    r"(?i:ikke møtt|ikkje møtt|møtte?|meldt?|forfall|fråfall|fravær|fråver|vara|referent|skrivar|sekretær|møtele|ordstyr|"
    r"leder|leiar|nestle|kontaktperson|saksbehandler|sakshandsamar)"
)
_OF_A_LIST = rf"(?:[^\n]{{0,60}}(?:[ ]{{2}}|\t)|[{CAPITALS}][^\W\d_]{{1,30}},[ ][{CAPITALS}][^\n\d]{{1,30}}\d)"
_FULL_LINE = re.compile(
    rf"(?:(?<=[^\W\d_])|(?<=,))\n(?=[^\W\d_])(?!{_OF_MINUTES}[^:\n]{{0,30}}:)(?!{_OF_A_LIST})"
)
"""A line that goes on in the next one, unless that begins as those of minutes and of lists do."""
_FULL = 45
"""Characters of a line that was broken since it was full."""


def unwrapped(text: str) -> str:
    """`text` with a space where a full line was broken within a sentence; every place stays its own."""
    if "\n" not in text:
        return text

    def joined(found: re.Match[str]) -> str:
        line = text[max(0, found.start() - _FULL) : found.start()]
        return " " if len(line) == _FULL and "\n" not in line else "\n"

    return _FULL_LINE.sub(joined, text)


def has_raised(text: str) -> bool:
    """Whether raised digits stand in `text`, which may be footnote marks or digits."""
    return not text.isascii() and not _RAISED.isdisjoint(text)


def _kept(text: str, odd: re.Match[str], *, raised: bool) -> Iterator[str]:
    """For each character of an odd stretch what stands for it, or nothing."""
    stretch = odd.group()
    if stretch.startswith("[^"):
        yield from [""] * len(stretch)
        return
    marks = 0 if raised else _marks(text, odd)
    for index, character in enumerate(stretch):
        if index < marks or unicodedata.category(character) in _DROPPED:
            yield ""
        else:
            yield _plain(character)


def _marks(text: str, odd: re.Match[str]) -> int:
    """How many raised digits the stretch begins with, where they can be a footnote's mark."""
    if not text[max(0, odd.start() - 1) : odd.start()].isdigit():
        return 0
    count = 0
    for character in odd.group():
        if character not in _RAISED:
            break
        count += 1
    return count if count <= 2 else 0


def _plain(character: str) -> str:
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category == "Pd":
        return "-"
    return " " if category == "Zs" else _SAME.get(character, character)


def _without_misread(text: str) -> str:
    """`text` where O and l among digits are the digits that a scan took for letters."""
    if not _MISREAD_NEAR.search(text):
        return text
    return _MISREAD.sub(_digits, text)


def _digits(found: re.Match[str]) -> str:
    """Groups with a digit in them as digits; long ones without, where a digit stands beside."""
    if not any(each.isdigit() for each in found.group()):
        return found.group()
    return _TOKEN.sub(_group, found.group())


def _group(found: re.Match[str]) -> str:
    letters = found.group()
    if len(letters) >= 5 or any(each.isdigit() for each in letters):
        return letters.translate(_AS_DIGITS)
    return letters
