"""PDFium's functions that are called for each word or stroke, bound so that a call costs least.

pypdfium2's own bindings convert every argument; with plain addresses a call takes a third of the
time, which is most of what reading a page costs.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_ADDRESS, _INT, _FLOAT, _SIZE = ctypes.c_void_p, ctypes.c_int, ctypes.c_float, ctypes.c_ulong


def _bound(name: str, gives: Any, *takes: Any) -> Callable[..., Any]:
    place = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(gives, *takes)(place or 0)


def address(pointer: Any) -> int:
    """The address that a pointer of pypdfium2 holds."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


class Numbers:
    """Room for numbers that PDFium writes: their addresses, and what it wrote."""

    def __init__(self, count: int, kind: Any = ctypes.c_double) -> None:
        self.room = (kind * count)()
        start = ctypes.addressof(self.room)
        self.at = tuple(start + index * ctypes.sizeof(kind) for index in range(count))


text_object = _bound("FPDFText_GetTextObject", _ADDRESS, _ADDRESS, _INT)
char_origin = _bound("FPDFText_GetCharOrigin", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
char_box = _bound("FPDFText_GetCharBox", _INT, _ADDRESS, _INT, *[_ADDRESS] * 4)
char_matrix = _bound("FPDFText_GetMatrix", _INT, _ADDRESS, _INT, _ADDRESS)
char_unicode = _bound("FPDFText_GetUnicode", ctypes.c_uint, _ADDRESS, _INT)
is_generated = _bound("FPDFText_IsGenerated", _INT, _ADDRESS, _INT)
map_error = _bound("FPDFText_HasUnicodeMapError", _INT, _ADDRESS, _INT)
font_size = _bound("FPDFTextObj_GetFontSize", _INT, _ADDRESS, _ADDRESS)
font_of = _bound("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
font_name = _bound("FPDFFont_GetBaseFontName", _SIZE, _ADDRESS, ctypes.c_char_p, _SIZE)
font_weight = _bound("FPDFFont_GetWeight", _INT, _ADDRESS)
render_mode = _bound("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)
page_objects = _bound("FPDFPage_CountObjects", _INT, _ADDRESS)
page_object = _bound("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _INT)
form_objects = _bound("FPDFFormObj_CountObjects", _INT, _ADDRESS)
form_object = _bound("FPDFFormObj_GetObject", _ADDRESS, _ADDRESS, _SIZE)
object_type = _bound("FPDFPageObj_GetType", _INT, _ADDRESS)
object_bounds = _bound("FPDFPageObj_GetBounds", _INT, _ADDRESS, *[_ADDRESS] * 4)
object_matrix = _bound("FPDFPageObj_GetMatrix", _INT, _ADDRESS, _ADDRESS)
fill_color = _bound("FPDFPageObj_GetFillColor", _INT, _ADDRESS, *[_ADDRESS] * 4)
stroke_color = _bound("FPDFPageObj_GetStrokeColor", _INT, _ADDRESS, *[_ADDRESS] * 4)
is_transparent = _bound("FPDFPageObj_HasTransparency", _INT, _ADDRESS)
mark_count = _bound("FPDFPageObj_CountMarks", _INT, _ADDRESS)
mark_at = _bound("FPDFPageObj_GetMark", _ADDRESS, _ADDRESS, _SIZE)
mark_name = _bound("FPDFPageObjMark_GetName", _INT, _ADDRESS, _ADDRESS, _SIZE, _ADDRESS)
clip_of = _bound("FPDFPageObj_GetClipPath", _ADDRESS, _ADDRESS)
clip_paths = _bound("FPDFClipPath_CountPaths", _INT, _ADDRESS)
clip_segments = _bound("FPDFClipPath_CountPathSegments", _INT, _ADDRESS, _INT)
clip_segment = _bound("FPDFClipPath_GetPathSegment", _ADDRESS, _ADDRESS, _INT, _INT)
draw_mode = _bound("FPDFPath_GetDrawMode", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
path_segments = _bound("FPDFPath_CountSegments", _INT, _ADDRESS)
path_segment = _bound("FPDFPath_GetPathSegment", _ADDRESS, _ADDRESS, _INT)
segment_type = _bound("FPDFPathSegment_GetType", _INT, _ADDRESS)
segment_point = _bound("FPDFPathSegment_GetPoint", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
