"""Small pictures that are used as tick boxes: their state is judged from their pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.pdf.words import Ticking

_SHARPNESS = 4.0
_LARGEST_PAGE = 1_300.0
"""Of a larger page, in points, no picture is made."""
_DARK = 160
_FRAME = 0.5
"""A side of a box is dark along at least this share of its length."""
_INKED, _CLEAN = 0.12, 0.03
"""Share of dark pixels inside: from here on ticked, up to here empty, between them unsure."""


def pictured_boxes(
    handle: Any, page: Page, places: Sequence[Rect]
) -> Iterator[tuple[Rect, Ticking]]:
    """Those of the small pictures at `places` that are boxes, with the state each shows."""
    if not places or max(page.shown.width, page.shown.height) > _LARGEST_PAGE:
        return
    bitmap = handle.render(
        scale=_SHARPNESS, grayscale=True, draw_annots=False, may_draw_forms=False
    )
    pixels = np.array(bitmap.to_numpy()).reshape(bitmap.height, -1)
    bitmap.close()
    for rect in places:
        area = page.view.area(rect, page.shown)
        top, bottom = (
            pixels.shape[0] - area.top * _SHARPNESS,
            pixels.shape[0] - area.bottom * _SHARPNESS,
        )
        part = pixels[
            max(int(top), 0) : int(bottom) + 1,
            max(int(area.left * _SHARPNESS), 0) : int(area.right * _SHARPNESS) + 1,
        ]
        ticking = _state(part < _DARK) if min(part.shape) >= 12 else None
        if ticking is not None:
            yield rect, ticking


def _state(dark: NDArray[np.bool_]) -> Ticking | None:
    """What the picture shows as a box; None where it has no frame and is none."""
    rows, columns = dark.shape
    deep = max(rows // 5, 2)
    sides = (
        dark[:deep].any(axis=0), dark[-deep:].any(axis=0),
        dark[:, :deep].any(axis=1), dark[:, -deep:].any(axis=1),
    )  # fmt: skip
    if sum(float(side.mean()) >= _FRAME for side in sides) < 4:
        return None
    inner = dark[rows // 4 : rows - rows // 4, columns // 4 : columns - columns // 4]
    share = float(inner.mean())
    return Ticking(share >= _INKED, "pixels", unsure=_CLEAN < share < _INKED)
