"""What was signed (CMS, S/MIME): the message inside a signature, whose truth is not judged here."""

from __future__ import annotations

from dataclasses import dataclass

_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_OBJECT_ID, _CONTEXT_0, _OCTETS, _OCTETS_IN_PIECES = 0x06, 0xA0, 0x04, 0x24
_DEEPEST = 8
_INDEFINITE = 0x80


@dataclass(frozen=True, slots=True)
class _Value:
    """One value of the encoding (BER): its tag, where its content stands, where the next begins."""

    tag: int
    start: int
    end: int
    next: int


def content_of(data: bytes) -> bytes | None:
    """The message that `data` signs; None where it is locked instead, or no signature at all."""
    try:
        return _content(data)
    except (IndexError, ValueError, RecursionError):
        return None


def _content(data: bytes) -> bytes | None:
    outer = _inside(data, _value(data, 0, 0))
    if len(outer) < 2 or outer[0].tag != _OBJECT_ID or _bytes(data, outer[0]) != _SIGNED_DATA:
        return None
    signed = _inside(data, _inside(data, outer[1])[0])
    # Version, digest algorithms, then what was signed: its kind and, in a wrapper, its bytes.
    enclosed = _inside(data, signed[2])
    if len(enclosed) < 2 or enclosed[1].tag != _CONTEXT_0:
        return None
    return b"".join(_pieces(data, _inside(data, enclosed[1])[0], 0))


def _pieces(data: bytes, value: _Value, depth: int) -> list[bytes]:
    if value.tag == _OCTETS:
        return [_bytes(data, value)]
    if value.tag != _OCTETS_IN_PIECES or depth > _DEEPEST:
        raise ValueError("no octets")
    return [piece for v in _inside(data, value) for piece in _pieces(data, v, depth + 1)]


def _bytes(data: bytes, value: _Value) -> bytes:
    return data[value.start : value.end]


def _inside(data: bytes, value: _Value) -> list[_Value]:
    """The values that `value` consists of."""
    found: list[_Value] = []
    at = value.start
    while at < value.end:
        inner = _value(data, at, 0)
        found.append(inner)
        at = inner.next
    return found


def _value(data: bytes, at: int, depth: int) -> _Value:
    if depth > _DEEPEST:
        raise ValueError("too deep")
    tag, length = data[at], data[at + 1]
    start = at + 2
    if length == _INDEFINITE:
        end = start
        while data[end : end + 2] != b"\0\0":
            end = _value(data, end, depth + 1).next
            if end > len(data):
                raise ValueError("cut short")
        return _Value(tag, start, end, end + 2)
    if length > _INDEFINITE:
        count = length & 0x7F
        length = int.from_bytes(data[start : start + count], "big")
        start += count
    if start + length > len(data):
        raise ValueError("cut short")
    return _Value(tag, start, start + length, start + length)
