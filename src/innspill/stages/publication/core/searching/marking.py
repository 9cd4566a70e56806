"""Where in a public text the words asked for stand, and the stretch of it that shows them best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from innspill.stages.publication.core.searching.words import Token, tokens

LENGTH = 260
"""About how many signs a snippet has."""
Alternatives = tuple[frozenset[str], ...]
"""Of each word of a term the stems that count as it."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of text in parts, each with whether it is one of the words asked for.

    They are text, never markup: whoever shows them escapes them.
    """

    parts: tuple[tuple[str, bool], ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(part for part, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Marked:
    """Where something sought stands in a text, in order, without overlaps; and how much of it."""

    spans: tuple[tuple[int, int], ...]
    terms: int


def marked(text: str, sought: Sequence[Alternatives]) -> Marked:
    """What of `sought` stands in `text`, and where."""
    words = list(tokens(text))
    by_term = [spans for term in sought if (spans := _spans(words, term))]
    return Marked(_apart(sorted({span for spans in by_term for span in spans})), len(by_term))


def _apart(found: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return tuple(kept)


def snippet(text: str, spans: Sequence[tuple[int, int]]) -> Snippet:
    """The stretch of `text` with the most of `spans`, cut between words; its beginning for none."""
    start, end = _window(text, spans)
    parts: list[tuple[str, bool]] = []
    at = start
    for first, last in spans:
        if first < start or last > end:
            continue
        parts += [(text[at:first], False), (text[first:last], True)]
        at = last
    parts.append((text[at:end], False))
    cut_after = end < len(text.rstrip())
    return Snippet(tuple(part for part in parts if part[0]), start > 0, cut_after)


def _spans(words: Sequence[Token], term: Alternatives) -> list[tuple[int, int]]:
    if len(term) == 1:
        return [(word.start, word.end) for word in words if word.stem in term[0]]
    return [
        (words[at].start, words[at + len(term) - 1].end)
        for at in range(len(words) - len(term) + 1)
        if all(words[at + n].stem in stems for n, stems in enumerate(term))
    ]


def _window(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    if len(text) <= LENGTH:
        return 0, len(text)
    best, most = 0, 0
    for first, last in spans:
        inside = sum(1 for start, end in spans if first <= start and end <= first + LENGTH)
        if inside > most:
            best, most = (
                max(
                    0, min(first - 60, last - LENGTH + 60 if last - first > LENGTH else first - 60)
                ),
                inside,
            )
    end = min(len(text), best + LENGTH + 60)
    start = _next_blank(text, best) if best else 0
    return start, _last_blank(text, max(end - 40, start + 1), end)


def _next_blank(text: str, at: int) -> int:
    found = text.find(" ", at, at + 40)
    return found + 1 if found >= 0 else at


def _last_blank(text: str, least: int, end: int) -> int:
    if end >= len(text):
        return len(text)
    found = text.rfind(" ", least, end)
    return found if found >= 0 else end
