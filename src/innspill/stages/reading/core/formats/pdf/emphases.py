"""Words that are set apart: bold, struck out, underlined or marked with a colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from innspill.stages.reading.core.formats.pdf.drawn import Shape
from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.page import Emphasised, Page
from innspill.stages.reading.core.formats.pdf.visual_lines import VisualLine
from innspill.stages.reading.core.formats.pdf.words import Word
from innspill.stages.reading.core.values import Emphasis, EmphasisKind

_MOST_STROKES = 2_000
_COVERED = 0.3
"""A word is set apart where at least this share of it is."""
_COLORFUL = 50
_NEAR_EDGE = 0.8
"""An underline or a marking begins and ends this near to the words, in letter sizes."""


def add_drawn_emphases(page: Page) -> None:
    """Find the strokes through and under words, and the colours behind them."""
    strokes = [
        shape
        for shape in page.drawn.shapes
        if (shape.form == "line" and shape.rect.width > 2 * shape.rect.height + 2)
        or _is_marking(shape)
    ]
    if not strokes or len(strokes) > _MOST_STROKES:
        return
    lines = [line for line in page.lines if line.view is None]
    lines.sort(key=lambda line: -line.base)
    for stroke in strokes:
        for line in lines:
            if line.base - line.size > stroke.rect.top:
                continue
            if line.base + line.size < stroke.rect.bottom:
                break
            kind = _kind(stroke, line)
            if kind is not None:
                page.emphasised.append(Emphasised(stroke.rect, kind))
                break


def _is_marking(shape: Shape) -> bool:
    fill = shape.fill
    return shape.form == "box" and fill is not None and max(fill) - min(fill) >= _COLORFUL


def _kind(stroke: Shape, line: VisualLine) -> EmphasisKind | None:
    """How `stroke` sets apart words of `line`, if it does."""
    rect, size = stroke.rect, line.size
    words = [word for word in line.words if rect.left - 1 <= word.middle <= rect.right + 1]
    if not words:
        return None
    if stroke.form != "line":
        high = 0.6 * size <= rect.height <= 2.0 * size
        behind = rect.bottom < line.base + 0.4 * size < rect.top
        return "highlighted" if high and behind and _frames(rect, words, size) else None
    up = (rect.middle[1] - line.base) / size
    if 0.12 <= up <= 0.55 and _frames(rect, words, 2 * size):
        return "struck-out"
    return "underlined" if -0.3 <= up < 0.06 and _frames(rect, words, size) else None


def _frames(rect: Rect, words: Sequence[Word], size: float) -> bool:
    """Whether `rect` is about as long as `words`, so that it was made for them."""
    slack = _NEAR_EDGE * size
    left, right = min(word.left for word in words), max(word.right for word in words)
    return (
        left - slack <= rect.left <= left + slack and right - slack <= rect.right <= right + slack
    )


def emphases_in(
    line: VisualLine, emphasised: Iterable[Emphasised], *, bold: bool
) -> Iterator[Emphasis]:
    """The stretches of `line` that are set apart; bold ones only where `bold` says something."""
    _, starts = line.spelled()
    found: list[Emphasis] = []
    if bold:
        found += (
            Emphasis(start, start + len(word.text), "bold")
            for word, start in zip(line.words, starts, strict=True)
            if word.look is not None and word.look.font.bold
        )
    if line.view is None:
        for place in emphasised:
            if (
                place.rect.bottom <= line.base + 0.5 * line.size
                and place.rect.top >= line.base - 0.35 * line.size
            ):
                found += _stretches(line, starts, place)
    yield from _merged(found, line.text)


def _stretches(line: VisualLine, starts: Sequence[int], place: Emphasised) -> Iterator[Emphasis]:
    rect = place.rect
    for word, start in zip(line.words, starts, strict=True):
        width = max(word.right - word.left, 0.1)
        first = max(0.0, (rect.left - word.left) / width)
        last = min(1.0, (rect.right - word.left) / width)
        if last - first >= _COVERED or (last - first) * width > 0.6 * word.size:
            length = len(word.text)
            begin, end = round(first * length), round(last * length)
            if end > begin:
                yield Emphasis(start + begin, start + end, place.kind)


def _merged(found: Iterable[Emphasis], text: str) -> Iterator[Emphasis]:
    """Stretches of one kind with nothing but white space between them as one."""
    kinds = sorted(set(found), key=lambda each: (each.kind, each.start, each.end))
    last: Emphasis | None = None
    for each in kinds:
        if last is not None and each.kind == last.kind and not text[last.end : each.start].strip():
            last = Emphasis(last.start, max(last.end, each.end), last.kind)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last
