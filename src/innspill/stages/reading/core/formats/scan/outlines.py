"""Where the outlines of tick boxes stand on a page: squares and circles, whatever is drawn in them.

The sides are looked for one by one, not the outline as one shape: a tick that goes over the edge,
a cross inside, or a table's line along one side leaves the sides as they are. A letter has no four
straight sides, and the cells of a table have sides that run on beyond the corners.
"""

from __future__ import annotations

import numpy as np

from innspill.stages.reading.core.formats.scan.circles import circles_in
from innspill.stages.reading.core.formats.scan.pixels import Outline, Page, Picture, Places

_COVERED = 0.93
"""The share of each side that must be drawn. Measured: 0.96 or more in 99 of 100 scanned boxes,
and below 0.95 in 95 of 100 places where letters look like one."""
_ALL_COVERED = 3.9
_RATIOS = (1.0, 0.92, 1.08, 0.85, 1.16)
_WHITE_AROUND, _WHITE_IF_SMALL = 0.42, 0.12
"""At most so much of the ring around a box is ink."""
_RUNS_ON, _RUNNING = 0.45, 0.95
"""A line that goes on this share of a side beyond a corner is a table's."""
_BESIDE = 0.13
"""Letters of one word stand closer than this share of a box."""
_LEAST_GAP, _THICK, _SPECKS = 3, 4, 0.12
_WITHIN = 0.75
"""An outline in a much larger one is the box, and the larger one its frame."""
_MOST_CORNERS = 150_000


def outlines_in(page: Page) -> list[Outline]:
    """The outlines of tick boxes on the page, from the top."""
    squares = _best(page, _squares(page, page.least, page.most))
    small = _best(page, _squares(page, page.smallest, page.least - 1, white=_WHITE_IF_SMALL))
    squares += [one for one in small if not any(one.overlaps(other) for other in squares)]
    circles = _best(page, circles_in(page))
    kept = squares + [one for one in circles if not any(one.overlaps(s) for s in squares)]
    return sorted(kept, key=lambda one: (one.top, one.left))


def _squares(
    page: Page, least: int, most: int, white: float = _WHITE_AROUND
) -> list[tuple[float, Outline]]:
    """The squares with sides from `least` to `most` pixels and at most `white` ink around."""
    ys, xs = _corners(page, least)
    found: list[tuple[float, Outline]] = []
    for side in range(least, most + 1):
        for ratio in _RATIOS:
            height = round(side * ratio)
            fits = (xs + side < page.width - 6) & (ys + height < page.height - 6)
            x, y = xs[fits & (xs > 6) & (ys > 6)], ys[fits & (xs > 6) & (ys > 6)]
            for start, length, check in (
                (0, height, "left"), (side, height, "right"), (0, side, "top"), (height, side, "bottom"),
            ):  # fmt: skip
                if check in ("left", "right"):
                    good = page.upright(x + start, y, length) >= _COVERED
                else:
                    good = page.level(x, y + start, length) >= _COVERED
                x, y = x[good], y[good]
            found += _scored(page, x, y, (side, height), white)
    return found


def _corners(page: Page, length: int) -> tuple[Places, Places]:
    """Where an upper left corner of the smallest box may be."""
    rows, columns = page.height - length, page.width - length
    if rows <= 0 or columns <= 0:
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    cut = max(1, length // 10)
    need = _COVERED * (length - 2 * cut)
    down = (
        page.down[length - cut : length - cut + rows, :columns]
        - page.down[cut : cut + rows, :columns]
    )
    along = (
        page.along[:rows, length - cut : length - cut + columns]
        - page.along[:rows, cut : cut + columns]
    )
    ys, xs = np.nonzero((down >= need) & (along >= need))
    return (ys[:0], xs[:0]) if len(ys) > _MOST_CORNERS else (ys, xs)


def _scored(
    page: Page, x: Places, y: Places, size: tuple[int, int], white: float
) -> list[tuple[float, Outline]]:
    """The squares with white around them, with how well each is drawn."""
    if not len(x):
        return []
    side, height = size
    sides = (
        page.upright(x, y, height) + page.upright(x + side, y, height)
        + page.level(x, y, side) + page.level(x, y + height, side)
    )  # fmt: skip
    outer = page.inked(x - 5, y - 5, x + side + 6, y + height + 6)
    inner = page.inked(x - 2, y - 2, x + side + 3, y + height + 3)
    ring = (side + 11) * (height + 11) - (side + 5) * (height + 5)
    dark = (outer - inner) / ring
    # Of outlines a pixel apart the one that runs along the middle of the line.
    exact = (
        page.inked(x, y, x + side + 1, y + 1)
        + page.inked(x, y + height, x + side + 1, y + height + 1)
    ) / (side + 1) + (
        page.inked(x, y, x + 1, y + height + 1)
        + page.inked(x + side, y, x + side + 1, y + height + 1)
    ) / (height + 1)
    score = sides + exact / 2 - dark - 0.3 * abs(side - height) / side
    good = (sides >= _ALL_COVERED) & (dark <= white)
    return [
        (float(s), Outline(int(a), int(b), int(a) + side, int(b) + height))
        for s, a, b in zip(score[good], x[good], y[good], strict=True)
    ]


def _best(page: Page, found: list[tuple[float, Outline]]) -> list[Outline]:
    """Of outlines on each other the best drawn one, where it is neither a letter nor a cell."""
    kept: list[Outline] = []
    for _, outline in sorted(found, key=lambda one: (-round(one[0], 2), -one[1].side)):
        at = next((at for at, other in enumerate(kept) if outline.overlaps(other)), None)
        if at is None:
            kept.append(outline)
        elif kept[at].side * _WITHIN > outline.side and _white_around(page, outline):
            kept[at] = outline
    return [
        one for one in kept
        if not _is_cell(page, one) and _stands_free(page, one) and (one.round or _has_corners(page, one))
    ]  # fmt: skip


def _white_around(page: Page, box: Outline) -> bool:
    around = [
        page.share(box.left - 6, box.top - 6, box.right + 7, box.top - 3),
        page.share(box.left - 6, box.bottom + 4, box.right + 7, box.bottom + 7),
        page.share(box.left - 6, box.top - 6, box.left - 3, box.bottom + 7),
        page.share(box.right + 4, box.top - 6, box.right + 7, box.bottom + 7),
    ]
    return max(around) < _SPECKS


def _is_cell(page: Page, box: Outline) -> bool:
    """Whether the lines run on beyond the corners, as those of a table do, on several sides."""
    reach, off = max(6, _RUNS_ON * box.side), 4
    on = 0
    for x in (box.left, box.right):
        on += _runs(page, (x - 1, box.top - reach, x + 2, box.top - off), axis=1)
        on += _runs(page, (x - 1, box.bottom + off, x + 2, box.bottom + reach), axis=1)
    for y in (box.top, box.bottom):
        on += _runs(page, (box.left - reach, y - 1, box.left - off, y + 2), axis=0)
        on += _runs(page, (box.right + off, y - 1, box.right + reach, y + 2), axis=0)
    return on > 2


def _runs(page: Page, rect: tuple[float, float, float, float], axis: int) -> bool:
    """Whether there is ink all along the strip `rect` (left, top, right, bottom)."""
    left, top, right, bottom = rect
    part = page.ink[max(0, round(top)) : round(bottom), max(0, round(left)) : round(right)]
    return bool(part.size) and float(part.any(axis=axis).mean()) > _RUNNING


def _stands_free(page: Page, box: Outline) -> bool:
    """Whether there is white beside it on both sides: letters that touch can look like a box."""
    low, high = round(box.top + 0.25 * box.side), round(box.bottom - 0.25 * box.side) + 1
    share = _BESIDE if page.is_thin(box) else 2 * _BESIDE
    gap = max(_LEAST_GAP, round(share * box.side))
    before = page.ink[low:high, max(0, box.left - gap - _THICK) : box.left]
    after = page.ink[low:high, box.right + 1 : box.right + 1 + gap + _THICK]
    return _is_free(before[:, ::-1], gap) and _is_free(after, gap)


def _is_free(beside: Picture, gap: int) -> bool:
    """Whether `gap` white columns follow the outline's own line, within reach."""
    if not beside.size:
        return True
    white = beside.mean(axis=0) <= _SPECKS
    first = int(np.argmax(white))
    return bool(white[first]) and bool(white[first : first + gap].all())


def _has_corners(page: Page, box: Outline) -> bool:
    reach = 1 + round(0.07 * box.side)
    return all(
        page.ink[y - reach : y + reach + 1, x - reach : x + reach + 1].any()
        for x in (box.left, box.right) for y in (box.top, box.bottom)
    )  # fmt: skip
