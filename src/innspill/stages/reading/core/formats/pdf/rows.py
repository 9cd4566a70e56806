"""The words of a page by their height on it, so that what stands beside a box is found quickly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.words import Word

_HIGH = 12.0
_LARGEST_LETTER = 60.0


class Rows:
    """Words by their baselines. Words that are added to the page later are not among them."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = tuple(words)
        self._rows: dict[int, list[Word]] = {}

    def beside(self, rect: Rect) -> Word | None:
        """The nearest word on the line through the middle of `rect`, rather on its right."""
        middle = rect.middle[1]
        near = (
            word
            for word in self._between(
                middle - 1.2 * _LARGEST_LETTER, middle + 0.5 * _LARGEST_LETTER
            )
            if word.base - 0.5 * word.size <= middle <= word.base + 1.2 * word.size
        )

        def apart(word: Word) -> tuple[float, float]:
            return _distance(word, rect), abs(word.base + 0.35 * word.size - middle)

        return min(near, key=apart, default=None)

    def within(self, rect: Rect) -> list[Word]:
        """The words whose middles lie in `rect`."""
        return [
            word
            for word in self._between(rect.bottom - 0.3 * _LARGEST_LETTER, rect.top)
            if rect.has((word.middle, word.base + 0.3 * word.size), 0.5)
        ]

    def _between(self, low: float, high: float) -> Iterator[Word]:
        if not self._rows:
            # Most pages have no box and no field: their rows are never asked for.
            for word in self._words:
                self._rows.setdefault(int(word.base // _HIGH), []).append(word)
        for row in range(int(low // _HIGH), int(high // _HIGH) + 1):
            yield from self._rows.get(row, ())


def _distance(word: Word, rect: Rect) -> float:
    """How far off a word is; those before the box count as twice as far."""
    after = word.left - rect.right
    return abs(after) if after > -rect.width / 2 else 2 * abs(rect.left - word.right)
