"""A tiny PDF made in the test: text at places, squares and strokes, form fields."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Text = tuple[float, float, float, str]
"""Left edge, baseline, letter size, text (Latin-1)."""


@dataclass(frozen=True)
class Extra:
    """What a PDF has besides text: entries of its dictionaries, and objects by their numbers.

    Numbers of objects begin with 100, so that they meet no others.
    """

    page: str = "/MediaBox [0 0 595 842]"
    resources: str = ""
    fonts: str = ""
    catalog: str = ""
    form: str = ""
    objects: Mapping[int, str] = field(default_factory=dict)


def pdf(
    *pages: Sequence[Text],
    drawing: str = "",
    over: str = "",
    fields: Sequence[str] = (),
    extra: Extra | None = None,
) -> bytes:
    """A PDF of these pages; `drawing` (PDF operators) and `fields` (annotations) on the first.

    `drawing` is done before the text, `over` after it.
    """
    extra = extra or Extra()
    count = len(pages)
    first_field = 4 + 2 * count
    annotations = " ".join(f"{first_field + at} 0 R" for at in range(len(fields)))
    form = (
        f"/AcroForm << /Fields [{annotations}] /DA (/F 11 Tf) "
        f"/DR << /Font << /F 3 0 R >> >> {extra.form} >>"
    )
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {form if fields or extra.form else ''} {extra.catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, texts in enumerate(pages):
        own = f"/Annots [{annotations}]" if fields and not at else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {extra.page} "
            f"/Resources << /Font << /F 3 0 R {extra.fonts} >> {extra.resources} >> "
            f"/Contents {5 + 2 * at} 0 R {own} >>"
        )
        shown = "".join(_shown(text) for text in texts)
        objects.append(stream("" if at else drawing, shown, "" if at else over))
    return file_of(dict(enumerate([*objects, *fields], start=1)) | dict(extra.objects))


def stream(*parts: str, entries: str = "") -> str:
    """A stream object of `parts` one after the other."""
    content = "".join(parts)
    return f"<< /Length {len(content.encode('cp1252'))} {entries} >>\nstream\n{content}\nendstream"


def _shown(text: Text) -> str:
    left, base, size, words = text
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {size} Tf {left} {base} Td ({escaped}) Tj ET\n"


def written(font: str, left: float, base: float, words: str, size: float = 11) -> str:
    """The operators that write `words` in another font."""
    return f"BT /{font} {size} Tf {left} {base} Td ({words}) Tj ET\n"


def file_of(objects: Mapping[int, str]) -> bytes:
    """A PDF file of numbered objects; number 1 is its catalogue."""
    out = b"%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + content.encode("cp1252") + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        known = number in places
        out += f"{places.get(number, 0):010} {'00000 n' if known else '65535 f'} \n".encode()
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out + trailer.encode()


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


def annotation(kind: str, rect: Sequence[float], entries: str = "") -> str:
    """An annotation of any kind."""
    return f"<< /Type /Annot /Subtype /{kind} /Rect [{_numbers(rect)}] {entries} >>"


def marking(kind: str, rect: Sequence[float], text: str = "") -> str:
    """A marking of text: Highlight, StrikeOut, Underline."""
    left, bottom, right, top = rect
    quad = _numbers((left, top, right, top, left, bottom, right, bottom))
    return annotation(kind, rect, f"/QuadPoints [{quad}] /C [1 1 0] /Contents ({text})")


def _numbers(values: Sequence[float]) -> str:
    return " ".join(str(value) for value in values)


def radio(left: float, bottom: float, state: str, value: str, *, chosen: bool) -> str:
    """A radio button of the group that is object 100, which means `value`."""
    return (
        f"<< /Type /Annot /Subtype /Widget /Parent 100 0 R /AS /{value if chosen else 'Off'} "
        f"/Rect [{left} {bottom} {left + 10} {bottom + 10}] "
        f"/AP << /N << /{value} << >> /Off << >> >> >> {state} >>"
    )


_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def locked(words: str, *, user: str, owner: str) -> bytes:
    """A page with `words`, encrypted as PDF 1.1 has it: `user` opens it, `owner` may do more."""
    identity, rights = b"0123456789abcdef", -4
    owner_entry = _rc4(_md5(_padded(owner))[:5], _padded(user))
    allowed = (rights & 0xFFFFFFFF).to_bytes(4, "little")
    key = _md5(_padded(user) + owner_entry + allowed + identity)[:5]
    content = f"BT /F 11 Tf 72 700 Td ({words}) Tj ET".encode("cp1252")
    hidden = _rc4(_md5(key + (5).to_bytes(3, "little") + b"\0\0")[:10], content)
    plain = pdf([(0, 0, 1, "x" * 200)])
    start = plain.index(b"5 0 obj")
    end = plain.index(b"endobj", start)
    body = b"5 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\n" % (len(hidden), hidden)
    made = plain[:start] + body + plain[end : plain.index(b"xref")]
    entries = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /P {rights} /O <{owner_entry.hex()}> "
        f"/U <{_rc4(key, _PADDING).hex()}> >> /ID [<{identity.hex()}> <{identity.hex()}>]"
    )
    trailer = f"trailer << /Size 6 /Root 1 0 R {entries} >>\nstartxref\n0\n%%EOF\n"
    return made + trailer.encode()


def _padded(password: str) -> bytes:
    return (password.encode("cp1252") + _PADDING)[:32]


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _rc4(key: bytes, data: bytes) -> bytes:
    """`data` enciphered: the weak cipher of old PDF files."""
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
