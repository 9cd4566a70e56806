"""Outlook's packed RTF: unpacked, and the HTML or plain text in it taken out.

Sources: MS-OXRTFCP (the packing) and MS-OXRTFEX (HTML within RTF).
"""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass, field

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.code_pages import charset_of

_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_WINDOW = 4096
_PACKED, _PLAIN = b"LZFu", b"MELA"
_TOKEN = re.compile(
    rb"\\(?:'([0-9a-fA-F]{2})|([a-zA-Z]{1,32})(-?\d{1,10})? ?|([^a-zA-Z]))|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_ASIDE = frozenset((
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"mhtmltag", b"generator",
    b"listtable", b"listoverridetable", b"themedata", b"header", b"footer", b"xmlnstbl",
))  # fmt: skip
_LETTERS = {
    b"par": "\r\n", b"line": "\r\n", b"tab": "\t", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"endash": "–", b"emdash": "—",
    b"cell": "\t", b"row": "\r\n",
}  # fmt: skip
_DEEPEST = 500


def unpacked(data: bytes, limit: int) -> bytes:
    """The RTF that `data` packs, at most `limit` bytes. Raises `Unreadable` where it is damaged."""
    if len(data) < 16:
        raise Unreadable("damaged", "The text of the message is cut short.")
    packed_size, size, kind, checksum = struct.unpack_from("<II4sI", data)
    content = data[16 : packed_size + 4]
    if kind == _PLAIN:
        return content[:size]
    if kind != _PACKED or size > limit or packed_size > len(data) - 4:
        raise Unreadable("damaged", "The text of the message cannot be unpacked.")
    if zlib.crc32(content, 0xFFFFFFFF) ^ 0xFFFFFFFF != checksum:
        raise Unreadable("damaged", "The text of the message is damaged.")
    return _from_window(content, size)


def _from_window(content: bytes, size: int) -> bytes:
    window = bytearray(_DICTIONARY.ljust(_WINDOW, b"\0"))
    put, at = len(_DICTIONARY), 0
    out = bytearray()

    def write(byte: int) -> None:
        nonlocal put
        out.append(byte)
        window[put] = byte
        put = (put + 1) % _WINDOW

    while at < len(content) and len(out) < size:
        control = content[at]
        at += 1
        for bit in range(8):
            if at >= len(content) or len(out) >= size:
                break
            if not control >> bit & 1:
                write(content[at])
                at += 1
                continue
            pair = int.from_bytes(content[at : at + 2], "big")
            at += 2
            start, length = pair >> 4, (pair & 15) + 2
            if start == put:
                return bytes(out)
            for step in range(length):
                write(window[(start + step) % _WINDOW])
    return bytes(out)


@dataclass(frozen=True, slots=True)
class Written:
    """What an RTF text holds: the HTML it was made from, or its words."""

    text: str
    is_html: bool


@dataclass(slots=True)
class _State:
    """What holds within a group of the RTF."""

    aside: bool = False
    tag: bool = False
    """Within an HTML tag, which stands there as it was."""
    doubled: bool = False
    """Within what only RTF programs show, since the HTML says the same."""
    after_unicode: int = 1


@dataclass(slots=True)
class _Reading:
    """The RTF as far as it was read."""

    from_html: bool
    state: _State = field(default_factory=_State)
    outer: list[_State] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    pending: bytearray = field(default_factory=bytearray)
    charset: str = "cp1252"
    skip: int = 0
    starred: bool = False

    def flush(self) -> None:
        """Decode the bytes that were gathered: a letter may be more than one of them."""
        if self.pending:
            self.text.append(self.pending.decode(self.charset, "replace"))
            self.pending.clear()

    def put(self, raw: bytes) -> None:
        """Add bytes of the text, where it is shown."""
        if self.skip:
            dropped = min(self.skip, len(raw))
            self.skip -= dropped
            raw = raw[dropped:]
        if raw and self._is_shown():
            self.pending += raw

    def put_letters(self, letters: str) -> None:
        """Add letters that RTF has a name for."""
        if self._is_shown():
            self.flush()
            self.text.append(letters)

    def _is_shown(self) -> bool:
        return not self.state.aside and (self.state.tag or not self.state.doubled)


def text_in(rtf: bytes) -> Written:
    """What the unpacked `rtf` holds."""
    head = rtf[:1000]
    reading = _Reading(b"\\fromhtml1" in head)
    for token in _TOKEN.finditer(rtf):
        _take(reading, token)
    reading.flush()
    return Written("".join(reading.text).strip("\r\n\0"), reading.from_html)


def _take(reading: _Reading, token: re.Match[bytes]) -> None:
    code, word, number, symbol, brace, plain = token.groups()
    if plain is not None:
        reading.put(plain)
    elif code is not None:
        reading.put(bytes([int(code, 16)]))
    elif brace is not None:
        _group(reading, opens=brace == b"{")
    elif word is not None:
        _word(reading, word, None if number is None else int(number))
    elif symbol == b"*":
        reading.starred = True
    elif symbol in (b"{", b"}", b"\\"):
        reading.put(symbol)
    elif symbol == b"~":
        reading.put_letters("\xa0" if not reading.from_html else "&nbsp;")


def _group(reading: _Reading, *, opens: bool) -> None:
    reading.skip = 0
    if opens:
        if len(reading.outer) > _DEEPEST:
            raise Unreadable("too-deep", "The text of the message is nested too deeply.")
        old = reading.state
        reading.outer.append(old)
        reading.state = _State(old.aside, old.tag, old.doubled, old.after_unicode)
    elif reading.outer:
        reading.state = reading.outer.pop()
    reading.starred = False


def _word(reading: _Reading, word: bytes, number: int | None) -> None:
    state = reading.state
    if reading.starred:
        reading.starred = False
        if word == b"htmltag":
            state.tag, state.aside = True, False
        else:
            state.aside = True
    elif word in _ASIDE:
        state.aside = True
    elif word == b"htmlrtf":
        state.doubled = number != 0
    elif word == b"ansicpg" and number:
        reading.charset = charset_of(number)
    elif word == b"uc":
        state.after_unicode = max(0, min(number or 0, 10))
    elif word == b"u" and number is not None:
        reading.put_letters(_letter(number))
        reading.skip = state.after_unicode
    elif word in _LETTERS:
        reading.put_letters(_LETTERS[word])


def _letter(number: int) -> str:
    code = number % 0x10000
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
