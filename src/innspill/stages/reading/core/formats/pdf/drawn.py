"""What a page draws: strokes, boxes, pictures, and how its pieces of text lie among them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

import pypdfium2.raw as pdfium

from innspill.stages.reading.core.formats.pdf import calls
from innspill.stages.reading.core.formats.pdf.geometry import Point, Rect, View

Color = tuple[int, int, int]
Matrix = tuple[float, float, float, float, float, float]
Form = Literal["line", "box", "round", "other"]
_NO_CHANGE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MOST_OBJECTS, _MOST_PATHS, _MOST_SEGMENTS = 50_000, 5_000, 30_000
_DEEPEST = 5
_THIN = 1.7
"""Up to this many points thick, a filled strip is a line."""
_CORNER = 0.2
"""A box's points lie no further from its corners than this share of its side."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One closed or open run of strokes: where, what it looks like, and when it was drawn."""

    rect: Rect
    form: Form
    order: int
    fill: Color | None = None
    stroked: bool = False
    opaque: bool = True

    @property
    def is_dark(self) -> bool:
        """Whether it is filled with a dark colour."""
        return self.fill is not None and sum(self.fill) < 380


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on the page; `place` is PDFium's address of it."""

    rect: Rect
    order: int
    place: int


@dataclass(frozen=True, slots=True)
class TextPiece:
    """How a piece of text lies among what is drawn."""

    order: int
    layered: bool = False
    """Whether it stands in a layer or a form of its own, which may be switched off."""
    artifact: bool = False
    """Whether the file says that it belongs to the page (a running head) and not to the text."""
    clip: Rect | None = None


@dataclass(slots=True)
class Drawn:
    """All that is drawn on a page, in the file's own directions until `seen_in` a view."""

    shapes: list[Shape] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    texts: dict[int, TextPiece] = field(default_factory=dict)

    def seen_in(self, view: View) -> Drawn:
        """The same as seen in `view`."""
        return Drawn(
            [Shape(view.rect(s.rect), s.form, s.order, s.fill, s.stroked, s.opaque)
             for s in self.shapes],
            [Picture(view.rect(p.rect), p.order, p.place) for p in self.pictures],
            self.texts,
        )  # fmt: skip


def drawn_on(handle: Any) -> Drawn:
    """What the pypdfium2 page `handle` draws; of a page with too much, the first part."""
    return _Gatherer().of_page(calls.address(handle.raw))


@dataclass(frozen=True, slots=True)
class _Within:
    """The form that objects stand in: its matrix, how deep, and what holds for all in it."""

    matrix: Matrix = _NO_CHANGE
    depth: int = 0
    artifact: bool = False


class _Gatherer:
    def __init__(self) -> None:
        self.drawn = Drawn()
        self._seen = self._paths = self._segments = 0
        self._floats = calls.Numbers(6, ctypes.c_float)
        self._ints = calls.Numbers(4, ctypes.c_uint)
        self._name = ctypes.create_string_buffer(64)

    def of_page(self, page: int) -> Drawn:
        for at in range(min(calls.page_objects(page), _MOST_OBJECTS)):
            self._take(calls.page_object(page, at), _Within())
        return self.drawn

    def _take(self, item: int, within: _Within) -> None:
        self._seen += 1
        if not item or self._seen > _MOST_OBJECTS:
            return
        kind = calls.object_type(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._take_text(item, within)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._take_path(item, within)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.drawn.pictures.append(Picture(self._bounds(item, within), self._seen, item))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and within.depth < _DEEPEST:
            names = self._marks(item)
            inner = _Within(
                _product(self._matrix(item), within.matrix), within.depth + 1,
                within.artifact or "Artifact" in names,
            )  # fmt: skip
            for at in range(min(calls.form_objects(item), _MOST_OBJECTS)):
                self._take(calls.form_object(item, at), inner)

    def _take_text(self, item: int, within: _Within) -> None:
        names = self._marks(item)
        self.drawn.texts[item] = TextPiece(
            self._seen,
            within.depth > 0 or "OC" in names,
            within.artifact or "Artifact" in names,
            None if within.depth else self._clip(item),
        )

    def _marks(self, item: int) -> tuple[str, ...]:
        return tuple(self._mark(item, at) for at in range(min(calls.mark_count(item), 8)))

    def _mark(self, item: int, at: int) -> str:
        size = self._ints.at[0]
        name = ctypes.addressof(self._name)
        if not calls.mark_name(calls.mark_at(item, at), name, len(self._name), size):
            return ""
        return (
            self._name.raw[: min(self._ints.room[0], 64)]
            .decode("utf-16-le", "replace")
            .rstrip("\0")
        )

    def _clip(self, item: int) -> Rect | None:
        """What is left of the page for `item`; None where it is not cut off at all."""
        clip = calls.clip_of(item)
        left: Rect | None = None
        for at in range(min(calls.clip_paths(clip), 8)) if clip else ():
            points = [
                self._point(calls.clip_segment(clip, at, index))
                for index in range(min(calls.clip_segments(clip, at), 12))
            ]
            if points:
                rect = Rect.around(points)
                left = rect if left is None else _cut(left, rect)
        return left

    def _point(self, segment: int) -> Point:
        calls.segment_point(segment, *self._floats.at[:2])
        x, y = self._floats.room[:2]
        return x, y

    def _bounds(self, item: int, within: _Within) -> Rect:
        calls.object_bounds(item, *self._floats.at[:4])
        left, bottom, right, top = self._floats.room[:4]
        if within.depth == 0:
            return Rect(left, bottom, right, top)
        corners = ((left, bottom), (left, top), (right, bottom), (right, top))
        return Rect.around(_moved(corner, within.matrix) for corner in corners)

    def _matrix(self, item: int) -> Matrix:
        calls.object_matrix(item, self._floats.at[0])
        a, b, c, d, e, f = self._floats.room[:6]
        return a, b, c, d, e, f

    def _take_path(self, item: int, within: _Within) -> None:
        self._paths += 1
        if self._paths > _MOST_PATHS:
            return
        calls.draw_mode(item, *self._ints.at[:2])
        filled, stroked = (bool(each) for each in self._ints.room[:2])
        fill = self._color(calls.fill_color, item) if filled else None
        line = self._color(calls.stroke_color, item) if stroked else None
        if fill is None and (line is None or min(line) > 250):
            return
        opaque = not calls.is_transparent(item)
        for points, curved in self._runs(item, within):
            rect = Rect.around(points)
            form = _form_of(rect, points, curved=curved)
            self.drawn.shapes.append(Shape(rect, form, self._seen, fill, line is not None, opaque))

    def _color(self, ask: Any, item: int) -> Color | None:
        """The colour, or None where it cannot be seen through."""
        if not ask(item, *self._ints.at):
            return (0, 0, 0)
        red, green, blue, alpha = self._ints.room[:4]
        return (red, green, blue) if alpha > 25 else None

    def _runs(self, item: int, within: _Within) -> Iterator[tuple[list[Point], bool]]:
        """The runs of points of a path, and whether each has curves."""
        count = calls.path_segments(item)
        self._segments += count
        if self._segments > _MOST_SEGMENTS:
            return
        matrix = _product(self._matrix(item), within.matrix)
        points: list[Point] = []
        curved = False
        for at in range(count):
            segment = calls.path_segment(item, at)
            kind = calls.segment_type(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
                yield points, curved
                points, curved = [], False
            curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
            points.append(_moved(self._point(segment), matrix))
        if points:
            yield points, curved


def _form_of(rect: Rect, points: list[Point], *, curved: bool) -> Form:
    if min(rect.width, rect.height) <= _THIN:
        return "line"
    if curved:
        return "round"
    near = _CORNER * min(rect.width, rect.height)
    at_corners = all(
        min(abs(x - rect.left), abs(x - rect.right)) <= near
        and min(abs(y - rect.bottom), abs(y - rect.top)) <= near
        for x, y in points
    )
    straight = all(
        abs(one[0] - other[0]) <= near or abs(one[1] - other[1]) <= near
        for one, other in pairwise(points)
    )
    return "box" if len(points) >= 4 and at_corners and straight else "other"


def _product(first: Matrix, then: Matrix) -> Matrix:
    if then is _NO_CHANGE:
        return first
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _moved(point: Point, matrix: Matrix) -> Point:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _cut(one: Rect, other: Rect) -> Rect:
    left, bottom = max(one.left, other.left), max(one.bottom, other.bottom)
    return Rect(
        left, bottom, max(left, min(one.right, other.right)), max(bottom, min(one.top, other.top))
    )
