"""Form fields of a PDF: their values and ticks, put where they are shown."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from innspill.stages.reading.core.formats.pdf.boxes import add_box
from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.page import Aside, Page
from innspill.stages.reading.core.formats.pdf.rows import Rows
from innspill.stages.reading.core.formats.pdf.words import Ticking, Word

_TEXT_FIELDS = frozenset(
    (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
)
_CHOICE_FIELDS = _TEXT_FIELDS - {pdfium.FPDF_FORMFIELD_TEXTFIELD}
_TICK_FIELDS = frozenset((pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON))
_NOT_SHOWN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_LONGEST_VALUE = 2**22
_MOST_OPTIONS = 500
_LETTERS = 11.0
_OFF = frozenset(("", "Off"))


def add_field(env: Any, annotation: Any, page: Page, rows: Rows) -> None:
    """Put the form field of the PDFium `annotation` among the words of `page`."""
    kind = pdfium.FPDFAnnot_GetFormFieldType(env, annotation)
    rect = rect_of(annotation, page)
    if kind not in _TICK_FIELDS | _TEXT_FIELDS or rect is None:
        return
    name = wide_string(partial(pdfium.FPDFAnnot_GetFormFieldName, env, annotation))
    if kind in _TICK_FIELDS:
        ticking = _ticking(env, annotation, name, radio=kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON)
        if is_hidden(annotation) or rect.size == 0:
            if ticking.ticked:
                page.asides.append(Aside("form-field-hidden", ticking.tag or name, rect))
            return
        _add_tick(page, rows, rect, ticking)
        return
    value = _value(env, annotation, kind)
    if not value.strip():
        return
    if is_hidden(annotation) or rect.size == 0:
        page.asides.append(Aside("form-field-hidden", value, rect))
    else:
        add_value(page, rows, rect, value, name or None)


def _add_tick(page: Page, rows: Rows, rect: Rect, ticking: Ticking) -> None:
    """A field drawn over a printed box is that box: the field knows its state."""
    page.words = [
        word
        for word in page.words
        if not (word.box is not None and word.box.tag is None and rect.has(word.rect.middle, 1.0))
        or word.box.technique == "control"
    ]
    add_box(page, rows, rect, ticking)


def _ticking(env: Any, annotation: Any, name: str, *, radio: bool) -> Ticking:
    """The state of a box as shown, and whether the field's value says otherwise."""
    drawn = bool(pdfium.FPDFAnnot_IsChecked(env, annotation))
    look, value = string_value(annotation, b"AS"), string_value(annotation, b"V")
    means = wide_string(partial(pdfium.FPDFAnnot_GetFormFieldExportValue, env, annotation))
    # LibreOffice names a state that it then draws no picture of: all say that the box is ticked.
    shown = drawn or (look not in _OFF and look == value)
    # A button of a group has no value of its own: only a single box can disagree with itself.
    conflict = shown != drawn or (value != "" and (value not in _OFF) != shown)
    tag = f"{name}_{means}" if radio and name and means else name or None
    return Ticking(shown, "control", tag, conflict)


def _value(env: Any, annotation: Any, kind: int) -> str:
    if kind in _CHOICE_FIELDS:
        count = min(pdfium.FPDFAnnot_GetOptionCount(env, annotation), _MOST_OPTIONS)
        chosen = [
            wide_string(partial(pdfium.FPDFAnnot_GetOptionLabel, env, annotation, at))
            for at in range(max(count, 0))
            if pdfium.FPDFAnnot_IsOptionSelected(env, annotation, at)
        ]
        if any(chosen):
            return "\n".join(chosen)
    return wide_string(partial(pdfium.FPDFAnnot_GetFormFieldValue, env, annotation))


def is_hidden(annotation: Any) -> bool:
    """Whether the file asks not to show the annotation."""
    return bool(pdfium.FPDFAnnot_GetFlags(annotation) & _NOT_SHOWN)


def rect_of(annotation: Any, page: Page) -> Rect | None:
    """Where an annotation is seen on its page."""
    bounds = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, bounds):
        return None
    return page.view.rect(Rect(bounds.left, bounds.bottom, bounds.right, bounds.top))


def string_value(annotation: Any, key: bytes) -> str:
    """What an annotation's dictionary says under `key`."""

    def ask(buffer: Any, size: int) -> int:
        return int(pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size))

    return wide_string(ask)


def wide_string(ask: Callable[[Any, int], int]) -> str:
    """A text that PDFium gives as UTF-16 into a buffer, its length in bytes."""
    size = ask(None, 0)
    if size <= 2 or size > _LONGEST_VALUE:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def add_value(
    page: Page, rows: Rows, rect: Rect, value: str, tag: str | None, *, size: float = _LETTERS
) -> None:
    """Put `value`, which is shown in `rect`, among the words; not where it stands there already."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    there = "".join(word.text for word in rows.within(rect))
    if not value.strip() or "".join(value.split()) == there:
        return
    step = min(1.2 * size, max(rect.height, 1.0) / len(lines))
    size = min(size, step)
    beside = rows.beside(rect) if len(lines) == 1 else None
    base = rect.top - size
    if beside is not None and rect.height < 2.2 * beside.size:
        base, size = beside.base, beside.size
    for at, line in enumerate(lines):
        if line.strip():
            right = min(rect.right, rect.left + 0.5 * size * len(line))
            page.words.append(Word(line, rect.left, right, base - at * step, size, tag=tag))
