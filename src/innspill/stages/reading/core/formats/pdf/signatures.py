"""Who signed a PDF, as its signatures' certificates say. The signatures are not verified."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

_MOST_SIGNATURES = 20
_LARGEST = 2**20
_FIRST = 0xA0
_COMMON_NAME = b"\x55\x04\x03"
_UTF_16 = 0x1E


@dataclass(frozen=True, slots=True)
class _Value:
    """One value of the encoding that certificates are written in (DER): its tag and its bytes."""

    tag: int
    content: bytes


def signers_of(pdf: pypdfium2.PdfDocument) -> tuple[str, ...]:
    """The names in the certificates of those who signed `pdf`, each but once."""
    count = min(pdfium.FPDF_GetSignatureCount(pdf.raw), _MOST_SIGNATURES)
    names: list[str] = []
    for at in range(max(count, 0)):
        signature = pdfium.FPDF_GetSignatureObject(pdf.raw, at)
        size = pdfium.FPDFSignatureObj_GetContents(signature, None, 0)
        if not 0 < size <= _LARGEST:
            continue
        room = ctypes.create_string_buffer(size)
        pdfium.FPDFSignatureObj_GetContents(signature, room, size)
        try:
            names.append(_signer(room.raw))
        except (IndexError, ValueError, StopIteration):
            continue
    return tuple(dict.fromkeys(name for name in names if name))


def _signer(message: bytes) -> str:
    """The common name of who signed the CMS `message`. Raises ValueError where it has none."""
    content = _parts(next(_values(message)))
    signed = _parts(_parts(content[1])[0])
    certificates = next(part for part in signed[1:] if part.tag == _FIRST)
    info = _parts(_parts(signed[-1])[0])
    serial = _parts(info[1])[1].content
    for certificate in _parts(certificates):
        body = _parts(_parts(certificate)[0])
        fields = body[1:] if body[0].tag == _FIRST else body
        if fields[0].content == serial:
            return _common_name(fields[4])
    raise ValueError("the signer's certificate is not there")


def _common_name(subject: _Value) -> str:
    for group in _parts(subject):
        for pair in _parts(group):
            name, value = _parts(pair)[:2]
            if name.content == _COMMON_NAME:
                encoding = "utf-16-be" if value.tag == _UTF_16 else "utf-8"
                return " ".join(value.content.decode(encoding, "replace").split())
    raise ValueError("the certificate names nobody")


def _parts(value: _Value) -> list[_Value]:
    return list(_values(value.content))


def _values(data: bytes) -> Iterator[_Value]:
    """The values that stand one after the other in `data`. Raises ValueError where it is cut."""
    at = 0
    while at + 2 <= len(data) and data[at]:
        tag, length, at = data[at], data[at + 1], at + 2
        if length & 0x80:
            size = length & 0x7F
            if not 0 < size <= 4:
                raise ValueError("a length that is not definite")
            length, at = int.from_bytes(data[at : at + size], "big"), at + size
        if at + length > len(data):
            raise ValueError("a value that is cut short")
        yield _Value(tag, data[at : at + length])
        at += length
