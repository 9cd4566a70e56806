"""What people put on top of a page: notes, typed text, ticks by hand, strokes and markings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from innspill.stages.reading.core.formats.pdf.boxes import MARKS, ticks_on
from innspill.stages.reading.core.formats.pdf.fields import (
    add_field,
    add_value,
    is_hidden,
    rect_of,
    string_value,
)
from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.page import Aside, Emphasised, Page
from innspill.stages.reading.core.formats.pdf.rows import Rows
from innspill.stages.reading.core.values import EmphasisKind

_MOST = 2_000
_MOST_STROKES = 200
_MOST_POINTS = 2_000
_NOTES = frozenset((pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_CARET, pdfium.FPDF_ANNOT_STAMP))
_MARKINGS: dict[int, EmphasisKind] = {
    pdfium.FPDF_ANNOT_HIGHLIGHT: "highlighted",
    pdfium.FPDF_ANNOT_UNDERLINE: "underlined",
    pdfium.FPDF_ANNOT_SQUIGGLY: "underlined",
    pdfium.FPDF_ANNOT_STRIKEOUT: "struck-out",
}
_BY_HAND = frozenset(
    (pdfium.FPDF_ANNOT_INK, pdfium.FPDF_ANNOT_LINE, pdfium.FPDF_ANNOT_POLYLINE,
     pdfium.FPDF_ANNOT_POLYGON, pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_CIRCLE,
     pdfium.FPDF_ANNOT_STAMP)
)  # fmt: skip
_LETTERS = re.compile(r"([\d.]+)\s+Tf")
_DEFAULT_LETTERS = 11.0


def add_annotations(pdf: pypdfium2.PdfDocument, handle: Any, page: Page) -> None:
    """Put form fields and text typed on top of the page where they are shown, notes aside."""
    env = pdf.formenv.raw if pdf.formenv is not None else None
    by_hand: list[Rect] = []
    rows = Rows(page.words)
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(handle.raw), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(handle.raw, at)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind == pdfium.FPDF_ANNOT_WIDGET:
                if env is not None:
                    add_field(env, annotation, page, rows)
            else:
                by_hand += _take(annotation, kind, page, rows)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    for rect in ticks_on(page, by_hand):
        _set_apart(page, rect)


def _take(annotation: Any, kind: int, page: Page, rows: Rows) -> Iterator[Rect]:
    """Take one annotation that is no field; gives the marks it makes by hand."""
    rect = rect_of(annotation, page)
    text = string_value(annotation, b"Contents").strip()
    if rect is None:
        return
    if is_hidden(annotation):
        if text:
            page.asides.append(Aside("comment", text, rect))
        return
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        _take_typed(annotation, rect, text, page, rows)
        return
    if text and (kind in _NOTES or kind in _MARKINGS or kind in _BY_HAND):
        page.asides.append(Aside("comment", text, rect))
    if kind in _MARKINGS:
        page.emphasised += (
            Emphasised(part, _MARKINGS[kind]) for part in _quads(annotation, rect, page)
        )
    elif kind == pdfium.FPDF_ANNOT_INK:
        yield from _strokes(annotation, rect, page)
    elif kind in _BY_HAND:
        yield rect


def _take_typed(annotation: Any, rect: Rect, text: str, page: Page, rows: Rows) -> None:
    """Text typed on top of the page, as many fill in a form without fields; an X may be a tick."""
    if text in MARKS and not ticks_on(page, [_letter_in(rect)]):
        return
    size = _LETTERS.search(string_value(annotation, b"DA"))
    add_value(page, rows, rect, text, None, size=float(size[1]) if size else _DEFAULT_LETTERS)


def _letter_in(rect: Rect) -> Rect:
    """Where the one letter of a text stands that was typed into `rect`: at its upper left."""
    side = min(rect.width, rect.height, 14.0)
    if rect.width <= 2.5 * side:
        return rect
    return Rect(rect.left, rect.top - side, rect.left + side, rect.top)


def _quads(annotation: Any, rect: Rect, page: Page) -> Iterator[Rect]:
    """The stretches of a marking, one per line."""
    points = pdfium.FS_QUADPOINTSF()
    count = min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), _MOST_STROKES)
    if not count:
        yield rect
    for at in range(count):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, at, points):
            corners = (
                (points.x1, points.y1), (points.x2, points.y2),
                (points.x3, points.y3), (points.x4, points.y4),
            )  # fmt: skip
            yield page.view.rect(Rect.around(corners))


def _strokes(annotation: Any, rect: Rect, page: Page) -> Iterator[Rect]:
    """What each stroke of a drawing by hand covers."""
    count = min(pdfium.FPDFAnnot_GetInkListCount(annotation), _MOST_STROKES)
    if not count:
        yield rect
    room = (pdfium.FS_POINTF * _MOST_POINTS)()
    for at in range(count):
        given = pdfium.FPDFAnnot_GetInkListPath(annotation, at, room, _MOST_POINTS)
        points = [(room[i].x, room[i].y) for i in range(min(given, _MOST_POINTS))]
        if points:
            yield page.view.rect(Rect.around(points))


def _set_apart(page: Page, rect: Rect) -> None:
    """A mark that is on no box: a stroke through or under words, or a ring around them."""
    words = [word for word in page.words if rect.left <= word.middle <= rect.right]
    inside = [word for word in words if rect.has(word.rect.middle)]
    if inside and rect.height >= 0.7 * inside[0].size:
        page.emphasised.append(Emphasised(rect, "highlighted"))
        return
    middle = rect.middle[1]
    for word in words:
        up = (middle - word.base) / word.size
        if rect.height < 0.7 * word.size and -0.4 <= up <= 0.7:
            kind: EmphasisKind = "struck-out" if up > 0.1 else "underlined"
            page.emphasised.append(Emphasised(rect, kind))
            return
