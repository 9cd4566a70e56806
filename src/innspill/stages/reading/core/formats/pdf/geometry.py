"""Rectangles on a page, and the way from a file's own directions to those a reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import pypdfium2.raw as pdfium

from innspill.stages.reading.core.values import Area

Point = tuple[float, float]
Item = TypeVar("Item")
_CROWD = 200
"""More things than this in one place, half an inch wide, are a drawing and no form."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in points from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Rect:
        """The smallest rectangle that holds all `points`, of which there is at least one."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def middle(self) -> Point:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def size(self) -> float:
        """What it covers, in square points."""
        return max(self.width, 0.0) * max(self.height, 0.0)

    def has(self, point: Point, slack: float = 0.0) -> bool:
        """Whether `point` lies in it, or no further than `slack` from it."""
        across = self.left - slack <= point[0] <= self.right + slack
        return across and self.bottom - slack <= point[1] <= self.top + slack

    def holds(self, other: Rect) -> bool:
        """Whether the middle of `other` lies inside and it is no larger."""
        inside = other.width <= self.width * 1.1 and other.height <= self.height * 1.1
        return inside and self.has(other.middle)

    def same_as(self, other: Rect) -> bool:
        """Whether both are the same box, drawn twice (frame and fill)."""
        return self.holds(other) and abs(self.width - other.width) < 0.25 * self.width

    def shared(self, other: Rect) -> float:
        """What both cover, in square points."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return width * height if width > 0 and height > 0 else 0.0

    def covers(self, other: Rect, share: float = 0.9) -> bool:
        """Whether at least `share` of `other` lies under it."""
        return self.shared(other) >= share * other.size > 0

    def joined(self, other: Rect) -> Rect:
        """The smallest rectangle that holds both."""
        return Rect(
            min(self.left, other.left), min(self.bottom, other.bottom),
            max(self.right, other.right), max(self.top, other.top),
        )  # fmt: skip


class Grid(Generic[Item]):
    """Things on a page by the squares their middles lie in, so that neighbours are found quickly."""

    def __init__(self, step: float = 32.0) -> None:
        self._step = step
        self._squares: dict[tuple[int, int], list[tuple[Rect, Item]]] = {}

    def put(self, rect: Rect, item: Item) -> bool:
        """Remember that `item` lies at `rect`; not where there is a crowd already."""
        x, y = rect.middle
        square = self._squares.setdefault((int(x // self._step), int(y // self._step)), [])
        if len(square) >= _CROWD:
            return False
        square.append((rect, item))
        return True

    def within(self, rect: Rect, slack: float = 0.0) -> Iterator[tuple[Rect, Item]]:
        """What has its middle in `rect` or no further than `slack` from it, with its place."""
        step = self._step
        for across in range(
            int((rect.left - slack) // step), int((rect.right + slack) // step) + 1
        ):
            for up in range(
                int((rect.bottom - slack) // step), int((rect.top + slack) // step) + 1
            ):
                for place, item in self._squares.get((across, up), ()):
                    if rect.has(place.middle, slack):
                        yield place, item


@dataclass(frozen=True, slots=True)
class View:
    """A page as seen by who reads text that runs in direction `turn` of the file's own axes.

    `turn` counts quarters against the clock: 0 along the file's x axis, 1 up its y axis. A page
    that is shown turned by so many quarters with the clock is seen upright in the same view.
    """

    page: Rect
    turn: int = 0

    @property
    def width(self) -> float:
        """From left to right, as seen."""
        return self.page.height if self.turn % 2 else self.page.width

    @property
    def height(self) -> float:
        """From bottom to top, as seen."""
        return self.page.width if self.turn % 2 else self.page.height

    def point(self, x: float, y: float) -> Point:
        """Where the file's point `x`, `y` is seen."""
        page = self.page
        if self.turn == 0:
            return x - page.left, y - page.bottom
        if self.turn == 1:
            return y - page.bottom, page.right - x
        if self.turn == 2:
            return page.right - x, page.top - y
        return page.top - y, x - page.left

    def rect(self, rect: Rect) -> Rect:
        """Where the file's rectangle `rect` is seen."""
        return Rect.around((self.point(rect.left, rect.bottom), self.point(rect.right, rect.top)))

    def back(self, x: float, y: float) -> Point:
        """The file's point that is seen at `x`, `y`."""
        page = self.page
        if self.turn == 0:
            return x + page.left, y + page.bottom
        if self.turn == 1:
            return page.right - y, x + page.bottom
        if self.turn == 2:
            return page.right - x, page.top - y
        return y + page.left, page.top - x

    def area(self, rect: Rect, shown: View) -> Area:
        """Where what is seen here at `rect` stands on the page as it is `shown`."""
        if shown.turn != self.turn:
            corners = (self.back(rect.left, rect.bottom), self.back(rect.right, rect.top))
            rect = Rect.around(shown.point(*corner) for corner in corners)
        return Area(*(round(side, 1) for side in (rect.left, rect.bottom, rect.right, rect.top)))


def shown_view(handle: Any) -> View:
    """The page of the pypdfium2 page `handle` as programs show it: cropped and turned."""
    bounds = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(handle.raw, bounds)
    page = Rect(bounds.left, bounds.bottom, bounds.right, bounds.top)
    return View(page, pdfium.FPDFPage_GetRotation(handle.raw) % 4)
