"""A tiny PDF made in the test: text at places, squares and strokes, form fields."""

from __future__ import annotations

from collections.abc import Sequence

Text = tuple[float, float, float, str]
"""Left edge, baseline, letter size, text (Latin-1)."""


def pdf(*pages: Sequence[Text], drawing: str = "", fields: Sequence[str] = ()) -> bytes:
    """A PDF of these pages; `drawing` (PDF operators) and `fields` (annotations) on the first."""
    count = len(pages)
    first_field = 4 + 2 * count
    annotations = " ".join(f"{first_field + at} 0 R" for at in range(len(fields)))
    form = f"/AcroForm << /Fields [{annotations}] /DA (/F 11 Tf) /DR << /Font << /F 3 0 R >> >> >>"
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {form if fields else ''} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, texts in enumerate(pages):
        extra = f"/Annots [{annotations}]" if fields and not at else ""
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F 3 0 R >> >> /Contents {5 + 2 * at} 0 R {extra} >>"
        )
        stream = (drawing if not at else "") + "".join(_shown(text) for text in texts)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    return _file([*objects, *fields])


def _shown(text: Text) -> str:
    left, base, size, words = text
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {size} Tf {left} {base} Td ({escaped}) Tj ET\n"


def _file(objects: list[str]) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content.encode("cp1252") + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return (
        out
        + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    )


def square(left: float, bottom: float, side: float = 9, *, crossed: bool = False) -> str:
    """A drawn box, crossed or not."""
    right, top = left + side, bottom + side
    cross = (
        f"{left + 1} {bottom + 1} m {right - 1} {top - 1} l S "
        f"{left + 1} {top - 1} m {right - 1} {bottom + 1} l S "
    )
    frame = f"{left} {bottom} m {right} {bottom} l {right} {top} l {left} {top} l h S\n"
    return frame + (cross if crossed else "")


def checkbox(left: float, bottom: float, name: str, *, ticked: bool) -> str:
    """A form field for ticking."""
    state = "/Yes" if ticked else "/Off"
    return (
        f"<< /Type /Annot /Subtype /Widget /FT /Btn /T ({name}) /V {state} /AS {state} "
        f"/Rect [{left} {bottom} {left + 10} {bottom + 10}] "
        "/AP << /N << /Yes << >> /Off << >> >> >> >>"
    )


def text_field(left: float, bottom: float, name: str, value: str) -> str:
    """A form field for writing, without a picture of its value."""
    return (
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /T ({name}) /V ({value}) "
        f"/Rect [{left} {bottom} {left + 300} {bottom + 14}] >>"
    )


def typed_on_top(left: float, bottom: float, text: str) -> str:
    """Text that a reader of PDFs put on top of the page."""
    return (
        f"<< /Type /Annot /Subtype /FreeText /Contents ({text}) /DA (/F 11 Tf) "
        f"/Rect [{left} {bottom} {left + 200} {bottom + 12}] >>"
    )


def sticky_note(text: str) -> str:
    """A note stuck to the page."""
    return f"<< /Type /Annot /Subtype /Text /Contents ({text}) /Rect [10 10 30 30] >>"
