"""From recognised words and found boxes to lines of text, each box where it stands in its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from innspill.stages.reading.core.formats.characters import glyph, state_of
from innspill.stages.reading.core.formats.scan.ink import Ticked
from innspill.stages.reading.core.tools import Recognised
from innspill.stages.reading.core.values import Box, SeenWord

_WIDE_GAP = 1.6
"""A gap wider than this many letter heights parts columns."""
_NEAR = 4.0
"""A box belongs to a line that has a word at most so many letter heights from it."""
_COVERED = 0.5
_BRACKETS = re.compile(r"(?<![\w)\]])(?:\[\s?[xXvV✓✔✗✘]?\s?\]|\(\s?[xX✓✔✗✘]?\s?\))(?![\w(\[])")
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class Piece:
    """A word or a box of a line, with its edges in pixels."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: int = 0
    box: Ticked | None = None

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Line:
    """What stands on one line, from left to right."""

    pieces: list[Piece]
    paragraph: int = -1

    @property
    def left(self) -> float:
        """Its left edge."""
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        """Its right edge."""
        return max(piece.right for piece in self.pieces)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(piece.bottom for piece in self.pieces)

    @property
    def words(self) -> list[Piece]:
        """Its words, without boxes."""
        return [piece for piece in self.pieces if piece.box is None]


@dataclass(slots=True)
class Written:
    """A line as text, with its boxes and words in it."""

    text: str = ""
    boxes: list[Box] = field(default_factory=list)
    words: list[SeenWord] = field(default_factory=list)


def lines_of(words: Iterable[Recognised], boxes: Sequence[Ticked], letters: float) -> list[Line]:
    """The lines of a page in reading order, boxes in them; `letters` is the letters' height."""
    by_number: dict[int, Line] = {}
    for word in words:
        if any(_covers(box, word) for box in boxes):
            continue
        text = _UNSHOWABLE.sub("\ufffd", word.text)
        piece = Piece(text, word.left, word.top, word.right, word.bottom, word.confidence)
        line = by_number.setdefault(word.line, Line([], word.paragraph))
        line.pieces.append(piece)
    lines = list(by_number.values())
    for box in boxes:
        _insert(lines, box, letters or box.outline.side)
    _join_rows(lines)
    for line in lines:
        line.pieces.sort(key=lambda piece: piece.left)
    return lines


def _covers(box: Ticked, word: Recognised) -> bool:
    """Whether the word is but what was recognised in the box."""
    outline = box.outline
    width = min(word.right, outline.right + 3) - max(word.left, outline.left - 3)
    height = min(word.bottom, outline.bottom + 3) - max(word.top, outline.top - 3)
    area = max((word.right - word.left) * (word.bottom - word.top), 1)
    return width > 0 and height > 0 and width * height > _COVERED * area


def _insert(lines: list[Line], box: Ticked, letters: float) -> None:
    one = box.outline
    piece = Piece(glyph(box.ticked), one.left, one.top, one.right, one.bottom, 100, box)
    near = [(gap, line) for line in lines if (gap := _gap(line, piece, letters)) is not None]
    if near:
        min(near, key=lambda found: found[0])[1].pieces.append(piece)
        return
    at = next((at for at, line in enumerate(lines) if line.top > piece.middle), len(lines))
    lines.insert(at, Line([piece]))


def _gap(line: Line, piece: Piece, letters: float) -> float | None:
    """How far the nearest word of the line is from the box beside it; None where it is not beside."""
    gaps = []
    for word in line.words:
        if not word.top - 0.3 * letters <= piece.middle <= word.bottom + 0.3 * letters:
            continue
        after, before = word.left - piece.right, piece.left - word.right
        # A label stands more often after its box than before it.
        gaps.append(after if after >= -letters else before * 1.5 if before >= -letters else 0.0)
    nearest = min(gaps, default=None)
    return nearest if nearest is not None and nearest <= _NEAR * letters else None


def _join_rows(lines: list[Line]) -> None:
    """Put together what the recogniser took for columns: choices side by side, each with its box."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if any(piece.box for piece in line.pieces):
            mates = [other for other in lines[at + 1 :] if _same_row(line, other)]
            for mate in mates:
                line.pieces += mate.pieces
                lines.remove(mate)
        at += 1


def _same_row(line: Line, other: Line) -> bool:
    boxes = [piece for piece in line.pieces if piece.box]
    others = [piece for piece in other.pieces if piece.box]
    if not others:
        return False
    height = max(piece.bottom - piece.top for piece in boxes)
    return abs(boxes[0].middle - others[0].middle) < 0.6 * height and _beside(line, other)


def _beside(line: Line, other: Line) -> bool:
    return line.right <= other.left + 3 or other.right <= line.left + 3


def written(line: Line, letters: float) -> Written:
    """The line as text. Brackets that stand for a box become one, unsure where pixels disagree."""
    done = Written()
    before: Piece | None = None
    for piece in line.pieces:
        if before is not None:
            wide = piece.left - before.right > _WIDE_GAP * max(letters, 1.0)
            done.text += "\t" if wide else " "
        before = piece
        start = len(done.text)
        if piece.box is not None:
            done.boxes.append(
                Box(start, piece.box.ticked, "pixels", unsure=piece.box.unsure)
            )
            done.text += piece.text
            continue
        done.boxes += _typed_boxes(piece.text, start)
        done.text += piece.text
        done.words.append(SeenWord(start, len(done.text), piece.confidence))
    return _with_brackets(done)


def _typed_boxes(text: str, start: int) -> Iterator[Box]:
    """Boxes that were recognised as characters and are no outline in the pixels: never sure."""
    for at, character in enumerate(text):
        state = state_of(character)
        if state is not None:
            yield Box(start + at, state, "pixels", unsure=True)


def _with_brackets(line: Written) -> Written:
    """`line` with "[x]" and "( )" as boxes; what stands in them is only what OCR made of it."""
    if not _BRACKETS.search(line.text):
        return Written(_one_glyph_each(line), line.boxes, line.words)
    text, boxes, words = line.text, list(line.boxes), list(line.words)
    for match in reversed(list(_BRACKETS.finditer(text))):
        start, end = match.span()
        ticked = bool(match.group()[1:-1].strip())
        less = end - start - 1
        text = text[:start] + glyph(ticked) + text[end:]
        boxes = [
            Box(box.at - less if box.at >= end else box.at, box.ticked, box.technique, unsure=box.unsure)
            for box in boxes if not start <= box.at < end
        ]  # fmt: skip
        boxes.append(Box(start, ticked, "pixels", unsure=True))
        words = [
            SeenWord(_moved(word.start, start, end, less), _moved(word.end, start, end, less), word.confidence)
            for word in words
        ]  # fmt: skip
    kept = [word for word in words if word.end > word.start]
    made = Written(text, sorted(boxes, key=lambda box: box.at), kept)
    return Written(_one_glyph_each(made), made.boxes, made.words)


def _moved(place: int, start: int, end: int, less: int) -> int:
    if place >= end:
        return place - less
    return min(place, start + 1)


def _one_glyph_each(line: Written) -> str:
    """The text with ☒ or ☐ at each of its boxes, and nowhere else."""
    characters = list(line.text)
    for box in line.boxes:
        characters[box.at] = glyph(box.ticked)
    return "".join(characters)
