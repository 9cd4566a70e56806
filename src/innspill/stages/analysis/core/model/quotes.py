"""Whether a quote stands in a text word for word. There is no "nearly": that lets a lost "ikke" pass.

Two texts are the same here where they differ in nothing but how letters are coded (NFKC), case, white
space, the shape of quotation marks and dashes, and characters that nobody sees. An ellipsis parts a
quote; its parts must come in order. Time is linear in the text for each part.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from innspill.shared.values import Span

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SAME = str.maketrans({
    **dict.fromkeys('«»“”„‟‘’‚‛‹›"`´′″', "'"),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys(_UNSEEN, ""),
})  # fmt: skip
_ELLIPSIS = re.compile(r"\[…\]|\(…\)|\[\.\.\.\]|\(\.\.\.\)|…|\.\.\.+")
_AROUND = " \t\r\n'\"«»“”„’‘"


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable, and of each of its characters the place in the text as written."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def folded(text: str) -> Folded:
    """`text` made comparable, with the way back."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        plain = unicodedata.normalize("NFKC", text[start:end]).translate(_SAME).casefold()
        for letter in plain:
            if letter.isspace():
                if not letters or letters[-1] == " ":
                    continue
                letter = " "  # every kind of white space is one
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    return Folded("".join(letters), tuple(starts), tuple(ends))


def place_of(quote: str, source: Folded) -> Span | None:
    """Where `quote` stands in the text that `source` was made of; None where it does not.

    With an ellipsis the span reaches from its first part to its last, what lies between with it: so
    that a reader sees what was left out. A quote begins and ends with a whole word: "enig" does not
    stand in "uenig".
    """
    whole = _next(folded(quote.strip(_AROUND)).text.strip(), source.text, 0)
    if whole is not None:
        return _span(source, *whole)
    parts = [folded(part.strip(_AROUND)).text.strip() for part in _ELLIPSIS.split(quote)]
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return None
    at, first = 0, -1
    for part in parts:
        found = _next(part, source.text, at)
        if found is None:
            return None
        first = found[0] if first < 0 else first
        at = found[1]
    return _span(source, first, at)


def _next(part: str, text: str, start: int) -> tuple[int, int] | None:
    if not any(letter.isalnum() for letter in part):
        return None
    at = text.find(part, start)
    while at >= 0:
        end = at + len(part)
        if not _inside_word(text, at) and not _inside_word(text, end):
            return at, end
        at = text.find(part, at + 1)
    return None


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _span(source: Folded, start: int, end: int) -> Span:
    return Span(source.starts[start], source.ends[end - 1])


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each character together with the marks that combine with it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, at
            start = at
