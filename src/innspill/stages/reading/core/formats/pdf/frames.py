"""The frames of tick boxes among what a page draws, and what is a tick in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from innspill.stages.reading.core.formats.pdf.drawn import Shape
from innspill.stages.reading.core.formats.pdf.geometry import Grid, Rect

# Measured on forms printed by LibreOffice, Word and browsers: a box is near-square and 5 to 20
# points wide, and ticked where further strokes lie in it.
_SMALLEST, _LARGEST = 5.0, 20.0
_MOST_FRAMES, _MOST_CANDIDATES = 500, 4_000
_LEVEL = 1.3
_PALE = 600


@dataclass(slots=True)
class Frame:
    """The frame of a box: where, and whether it is filled with a dark colour."""

    rect: Rect
    filled: bool = False
    bare: bool = False
    """Whether it is nothing but a fill: a tick where empty boxes are near, else a dot of a list."""
    own: set[int] = field(default_factory=set)
    """Which of the shapes it is made of."""


class SmallShapes:
    """The shapes of a page that are small enough for a box or a tick in one."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        self._grid: Grid[tuple[int, Shape]] = Grid()
        self._small = [
            (at, shape)
            for at, shape in enumerate(shapes)
            if max(shape.rect.width, shape.rect.height) <= 2.2 * _LARGEST
            and self._grid.put(shape.rect, (at, shape))
        ]

    def ticks(self, frame: Frame) -> bool:
        """Whether something is drawn in the frame that is not the frame itself."""
        near = self._grid.within(frame.rect)
        return any(_marks(shape, frame.rect) for _, (at, shape) in near if at not in frame.own)

    def crosses(self, rect: Rect) -> bool:
        """Whether a cross or a check is drawn over what stands at `rect`."""
        near = self._grid.within(rect)
        return any(shape.form == "other" and _marks(shape, rect) for _, (_, shape) in near)

    def frames(self) -> list[Frame]:
        """The boxes, each but once, none within another."""
        candidates = [*self._closed(), *self._of_strokes()][:_MOST_CANDIDATES]
        candidates.sort(key=lambda frame: -frame.rect.size)
        kept: list[Frame] = []
        places: Grid[Frame] = Grid()
        for frame in candidates:
            near = [known for _, known in places.within(frame.rect, _LARGEST)]
            same = next((known for known in near if known.rect.same_as(frame.rect)), None)
            if same is not None:
                same.own |= frame.own
                same.filled = same.filled or frame.filled
                same.bare = same.bare and frame.bare
            elif not any(known.rect.holds(frame.rect) for known in near):
                kept.append(frame)
                places.put(frame.rect, frame)
        return [frame for frame in kept if not frame.bare or _has_empty_twin(frame, kept)][
            :_MOST_FRAMES
        ]

    def _closed(self) -> Iterator[Frame]:
        """Squares and circles drawn in one go; a ring is two of one path, the inner no fill."""
        closed = [(at, shape) for at, shape in self._small if shape.form in {"box", "round"}]
        holes: set[int] = set()
        for at, shape in sorted(closed, key=lambda each: -each[1].rect.size):
            if at in holes or not is_box_size(shape.rect):
                continue
            inner = {
                other_at
                for _, (other_at, other) in self._grid.within(shape.rect)
                if other_at != at and other.order == shape.order and shape.rect.holds(other.rect)
            }
            holes |= inner
            if shape.stroked or shape.is_dark:
                filled = shape.is_dark and not inner
                yield Frame(shape.rect, filled, filled and not shape.stroked, {at, *inner})

    def _of_strokes(self) -> Iterator[Frame]:
        """Squares drawn as four strokes."""
        strokes = [
            (at, shape.rect)
            for at, shape in self._small
            if shape.form == "line" and max(shape.rect.width, shape.rect.height) >= _SMALLEST
        ]
        level: Grid[tuple[int, Rect]] = Grid()
        upright: Grid[tuple[int, Rect]] = Grid()
        for at, rect in strokes:
            (level if rect.width > rect.height else upright).put(rect, (at, rect))
        for at, low in strokes:
            if low.width <= low.height:
                continue
            above = Rect(low.left, low.bottom, low.right, low.top + _LARGEST)
            for _, (other, high) in level.within(above, _LEVEL):
                frame = Rect(low.left, low.bottom, low.right, high.top)
                if is_box_size(frame) and abs(low.left - high.left) <= _LEVEL:
                    sides = _sides(frame, upright)
                    if len(sides) >= 2:
                        yield Frame(frame, own={at, other, *sides})


def is_box_size(rect: Rect) -> bool:
    """Whether `rect` is as large as tick boxes are, and near-square."""
    ratio = rect.width / rect.height if rect.height > 0 else 0.0
    return 0.8 <= ratio <= 1.25 and _SMALLEST <= rect.width <= _LARGEST


def _sides(frame: Rect, upright: Grid[tuple[int, Rect]]) -> set[int]:
    """The upright strokes that close a frame at its left and right."""
    middle = frame.middle[1]
    return {
        at
        for _, (at, rect) in upright.within(frame, 2 * _LEVEL)
        if abs(rect.middle[1] - middle) < 2 * _LEVEL
        and abs(rect.height - frame.height) < 3 * _LEVEL
        and min(abs(rect.middle[0] - edge) for edge in (frame.left, frame.right)) < 2 * _LEVEL
    }


def _has_empty_twin(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether an empty box of the same size stands on the page."""
    return any(
        not other.filled and abs(other.rect.width - frame.rect.width) < 0.3 * frame.rect.width
        for other in frames
    )


def _marks(shape: Shape, box: Rect) -> bool:
    """Whether `shape` is a tick in `box`: a cross, a check, a dot, a fill."""
    rect = shape.rect
    longest = max(rect.width, rect.height)
    if not 0.3 * box.width <= longest <= 2.2 * box.width or not box.has(rect.middle):
        return False
    if shape.fill is not None and sum(shape.fill) >= _PALE and not shape.stroked:
        return False
    if shape.form == "line":
        x, y = rect.middle
        inset = 0.2 * box.width
        inner = Rect(box.left + inset, box.bottom + inset, box.right - inset, box.top - inset)
        return longest <= 1.3 * box.width and inner.has((x, y))
    if shape.form in {"box", "round"}:
        return shape.is_dark and longest >= 0.25 * box.width and box.holds(rect)
    return True
